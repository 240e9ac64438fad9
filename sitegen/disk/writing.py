"""Files that are written whole or not at all: readers see the old one or the new. Writes files."""

import os
from contextlib import suppress


def replace_file(
    path: str, content: bytes, *, mode: int | None = None, is_lasting: bool = False
) -> None:
    """Put *content* at *path*, in place of what is there; folders that miss are made. OSError.

    *mode*: who may read and write it, where that is not as the user's other files have it.
    *is_lasting*: it is on the disk when this returns, also when the power fails.
    """
    temporary = _temporary(path)
    try:
        _write(temporary, content, mode, is_lasting)
        os.replace(temporary, path)
    except BaseException:
        _discard(temporary)
        raise
    if is_lasting:
        _sync_folder(path)


def create_file(path: str, content: bytes) -> None:
    """Put *content* at *path*, to last; OSError, and FileExistsError where something is there."""
    temporary = _temporary(path)
    try:
        _write(temporary, content, None, is_lasting=True)
        try:
            os.link(temporary, path)  # fails where it exists, as a rename would not
        except FileExistsError:
            raise
        except OSError:  # a disk without links (exFAT)
            _write(path, content, None, is_lasting=True, flags=os.O_EXCL)
    finally:
        _discard(temporary)
    _sync_folder(path)


def _temporary(path: str) -> str:
    """Return a name beside *path* (a rename cannot cross devices) that is this process's own."""
    if folder := os.path.dirname(path):
        os.makedirs(folder, exist_ok=True)
    return f"{path}.{os.getpid()}.tmp"


def _write(
    path: str, content: bytes, mode: int | None, is_lasting: bool, flags: int = os.O_TRUNC
) -> None:
    binary = getattr(os, "O_BINARY", 0)
    opened = os.open(
        path, os.O_WRONLY | os.O_CREAT | binary | flags, 0o666 if mode is None else mode
    )
    with open(opened, "wb") as file:
        if mode is not None:
            os.chmod(path, mode)  # what the user's mask took away, or an earlier file had
        file.write(content)
        if is_lasting:
            file.flush()
            os.fsync(file.fileno())


def _discard(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _sync_folder(path: str) -> None:
    """Make the name as lasting as the bytes, where the system knows how."""
    with suppress(OSError):
        folder = os.open(os.path.dirname(path) or ".", os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
