"""Images that were made, by what they were made from: neither names nor addresses count. Does I/O.

It outlives the state and the output: a renamed file, a restored cache of CI or `build --clean`
encodes nothing again. A damaged file is one that is not there.
"""

import contextlib
import os
from collections.abc import Collection

import msgspec

from sitegen.digest import SIZE, digest
from sitegen.engine.output import refused
from sitegen.imaging.recipes import Card, Recipe

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class ImageCache:
    """A folder of results. *salt*: a digest of the program that makes them (`imaging_digest`)."""

    def __init__(self, folder: str, salt: bytes) -> None:
        self.folder = folder
        self._salt = salt

    def key(self, source: bytes, recipe: Recipe | Card) -> str:
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
        path = self._path(key)
        temporary = f"{path}.{os.getpid()}.tmp"  # two workers may make the same
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(temporary, "wb") as file:
                file.write(digest(content) + content)
            os.replace(temporary, path)
        except OSError as error:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise refused(error, path) from error

    def prune(self, kept: Collection[str]) -> None:
        """Remove all but the results *kept*: what no page shows, what a killed build left."""
        for folder in _children(self.folder):
            for path in _children(folder):
                if os.path.basename(folder) + os.path.basename(path) not in kept:
                    with contextlib.suppress(OSError):
                        os.unlink(path)
            with contextlib.suppress(OSError):  # not empty
                os.rmdir(folder)

    def _path(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], key[2:])


def _children(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.path for entry in entries]
    except OSError:
        return []
