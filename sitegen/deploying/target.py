"""What a place that a site is brought to must be able to do. No I/O here.

A target is a class for a scheme (`sftp://`). It lists, puts and removes files below one folder, and
decides nothing: what differs, and in which order it goes, is found once for all of them.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from sitegen.config.deploying import Destination
from sitegen.errors import Diagnostic, SitegenError, reason_of
from sitegen.wording.phrases import Words, with_gaps

TEMPORARY = ".sitegen-tmp"
"""What the names of files end in that are not whole yet."""
SECONDS = 60
"""How long a host may keep silent."""
CONNECT_SECONDS = 20


class DeployError(SitegenError):
    """The site is not deployed, or not all of it."""


def refusal(code: str, /, **values: Words) -> DeployError:
    return DeployError(Diagnostic(code, values=values))


def file_refused(path: str, error: OSError) -> DeployError:
    """Return what is told where the place refuses to read, write or remove *path*."""
    reason = with_gaps("{path}: {reason}", path=path, reason=reason_of(error))
    return refusal("deploy-refused", reason=reason if path else reason_of(error))


class OutputFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is to stand at the target."""

    path: str
    """Below the target's folder."""
    source: str
    """Where it lies on this machine."""
    size: int
    mtime_ns: int
    digest: str
    """Of its bytes, in hexadecimal."""
    mode: int = 0o644


class Target:
    """A place for files, by paths with slashes."""

    needs: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Packages that it imports, each with the extra that brings it."""
    program: ClassVar[str] = ""
    """A program that must be installed."""
    adds: ClassVar[dict[str, bytes]] = {}
    """Files that such a place needs beside the site's own."""
    is_atomic: ClassVar[bool] = False
    """Whether readers see nothing of what is put before `finish`, and then all of it."""

    def __init__(self, destination: Destination, root: str) -> None:
        """*root*: the site's folder. Nothing is opened yet; raises `DeployError` for what never
        will be."""
        self.destination = destination
        self.root = root

    def open(self, now: int) -> None:
        """Reach the place. *now*: the time that files get, in seconds since 1970."""

    def close(self) -> None:
        """Leave it, whatever happened."""

    def list(self) -> dict[str, str]:
        """Return the files that stand there, by path, each with its stamp.

        A stamp is another one whenever the bytes are, as far as the place tells: size and time, a
        checksum. A link is told as a file, and not followed.
        """
        raise NotImplementedError

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes; None where there is none."""
        raise NotImplementedError

    def stamp(self, file: OutputFile) -> str:
        """Return the stamp that *file* will have, if all goes as it should."""
        raise NotImplementedError

    def holding(self, files: Sequence[OutputFile]) -> set[str]:
        """Return the paths of those *files* that stand there, byte for byte."""
        return {
            file.path
            for file in files
            if (content := self.read(file.path)) is not None and holds(file, content)
        }

    def put(self, files: Sequence[OutputFile]) -> Iterator[tuple[str, str]]:
        """Bring *files*, each whole or not at all; yield the path and stamp of each as it stands.

        Folders are made. What stands there is replaced, without a moment without it where the place
        can.
        """
        raise NotImplementedError

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and the folders that are empty then; what is not there is no mistake."""
        raise NotImplementedError

    def finish(self, message: str) -> None:
        """Show all that was put; *message* says in words what it is."""


def holds(file: OutputFile, content: bytes) -> bool:
    """Whether *file* has these bytes."""
    with open(file.source, "rb") as own:
        return own.read() == content


def above(path: str) -> list[str]:
    """Return the folders above *path*, the outermost first."""
    steps = path.split("/")[:-1]
    return ["/".join(steps[:end]) for end in range(1, len(steps) + 1)]


def emptied(paths: Sequence[str], present: set[str]) -> list[str]:
    """Return the folders above *paths* in which nothing of *present* is left, the inner ones
    first."""
    removed = set(paths)
    left = {folder for path in present - removed for folder in above(path)}
    gone = {folder for path in removed for folder in above(path)} - left
    return sorted(gone, key=len, reverse=True)
