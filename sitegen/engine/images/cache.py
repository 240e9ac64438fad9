"""Images that were made, and whether they could be, by what they were made from: neither names nor
addresses count. Does I/O.

It outlives the state and the output: a renamed file, a restored cache of CI or `build --clean`
encodes nothing again. A damaged file is one that is not there. Several processes may use it at
once, such as `build` beside `serve`: each says what it needs, and none removes what another does.
"""

import contextlib
import os
from collections.abc import Collection, Set

import msgspec

from sitegen.digest import SIZE, digest
from sitegen.disk.reading import read_or_nothing
from sitegen.disk.writing import replace_file
from sitegen.engine.tool import imaging_digest
from sitegen.errors import disk_refused
from sitegen.imaging.recipes import Card, Recipe, Soundness
from sitegen.names import IMAGES_FOLDER, STATE_FOLDER

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


_CLAIM = ".claim"
"""Ends the names of files that list what somebody needs."""


class ImageCache:
    """A folder of results. *salt*: a digest of the program that makes them (`imaging_digest`)."""

    def __init__(self, folder: str, salt: bytes) -> None:
        self.folder = folder
        self._salt = salt

    def key(self, source: bytes, recipe: Recipe | Card | Soundness) -> str:
        """Return the name of what *recipe* makes of the bytes whose digest is *source*."""
        return digest(self._salt, type(recipe).__name__, source, _encode(recipe)).hex()

    def get(self, key: str) -> bytes | None:
        try:
            with open(self._path(key), "rb") as file:
                check, content = file.read(SIZE), file.read()
        except OSError:
            return None
        return content if check == digest(content) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep *content*: the whole of it or nothing, whatever happens. Raises `OutputError`."""
        with contextlib.suppress(FileNotFoundError):  # another process prunes: it is made again
            _write(self._path(key), digest(content) + content)

    def claim(self, owner: str, keys: Collection[str]) -> None:
        """Keep the results *keys* as long as *owner* claims no others. Raises `OutputError`."""
        path = self._claim_of(owner)
        text = "\n".join(sorted(keys)).encode()
        if read_or_nothing(path) != text:
            _write(path, text)

    def exchange(self, owner: str, former: Set[str], keys: Set[str]) -> None:
        """Keep *keys* in place of *former* ones for *owner*; remove of these what nobody claims.

        Raises `OutputError`.
        """
        claimed = frozenset(self._claimed(self._claim_of(owner)))
        self.claim(owner, claimed - former | keys)
        for key in former - self._kept(_children(self.folder)):
            with contextlib.suppress(OSError):
                os.unlink(self._path(key))

    def prune(self) -> None:
        """Remove what nobody claims: what no page shows, what a killed build left."""
        folders = _children(self.folder)
        kept = self._kept(folders)
        for folder in folders:
            for path in _children(folder):
                if os.path.basename(folder) + os.path.basename(path) not in kept:
                    with contextlib.suppress(OSError):
                        os.unlink(path)
            with contextlib.suppress(OSError):  # not empty
                os.rmdir(folder)

    def _claim_of(self, owner: str) -> str:
        return os.path.join(self.folder, f"{digest(owner).hex()[:16]}{_CLAIM}")

    def _kept(self, paths: list[str]) -> set[str]:
        """Return what somebody claims in files of *paths*."""
        claims = [path for path in paths if path.endswith(_CLAIM)]
        return {key for path in claims for key in self._claimed(path)}

    def _claimed(self, path: str) -> list[str]:
        return read_or_nothing(path).decode("ascii", "replace").split()

    def _path(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], key[2:])


def image_cache(root: str) -> ImageCache:
    """Return the cache of the site at *root*, one for all that build it: its publication and its
    preview.
    """
    return ImageCache(os.path.join(root, STATE_FOLDER, IMAGES_FOLDER), imaging_digest())


def _write(path: str, content: bytes) -> None:
    """Write a file whole or not at all. Raises FileNotFoundError if what is written is removed
    meanwhile, `OutputError` for all else."""
    try:
        replace_file(path, content)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise disk_refused(error, path) from error


def _children(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.path for entry in entries]
    except OSError:
        return []
