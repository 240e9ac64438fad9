"""One build at a time: a lock that the operating system lets go when its process ends."""

import os
from types import TracebackType

from sitegen.engine.output import refused
from sitegen.errors import Diagnostic, UsageError


class BuildLock:
    """A context in which no other process builds the same site.

    Raises `UsageError` at once when one does, `OutputError` when there can be no lock. *taken*: the
    code of what is told then.
    """

    def __init__(self, path: str, taken: str = "build-running") -> None:
        self._path = path
        self._taken = taken
        self._file = -1

    def __enter__(self) -> None:
        try:
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:  # a file where the folder must be, a folder where the file must be
            raise refused(error, self._path) from error
        try:
            is_ours = _lock(self._file) and _is_same_file(self._file, self._path)
        except OSError as error:  # a file system without locks
            os.close(self._file)
            raise refused(error, self._path) from error
        if not is_ours:
            os.close(self._file)
            raise UsageError(Diagnostic(self._taken))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.close(self._file)


def _is_same_file(file: int, path: str) -> bool:
    """Whether *file* still stands at *path*: `sitegen clean` removes it when it ends."""
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))
    except FileNotFoundError:
        return False


def _lock(file: int) -> bool:
    """Take the lock; return false when another process has it. Raises OSError without locks."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except PermissionError:
            return False
    else:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
