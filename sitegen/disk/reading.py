"""Files that may be gone, may be anything, or may lie elsewhere than they seem. Reads files."""

import errno
import os
import stat

MAX_SETTINGS = 1024 * 1024
"""Bytes of ``site.yaml`` or ``theme.yaml``."""
_PIECE = 64 * 1024


def read_settings(path: str) -> tuple[bytes, os.stat_result]:
    """Return a small file's bytes and status. OSError too for a pipe, a device or a huge file."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(file, "rb") as stream:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "no regular file")
        if status.st_size > MAX_SETTINGS:
            raise OSError(errno.EFBIG, f"larger than {MAX_SETTINGS // 1024 // 1024} MB")
        return stream.read(), status


def read_text_file(path: str) -> bytes:
    """Return the bytes of a file that is most often small; OSError as `open` raises it.

    Without the buffer and the questions of `open`: half the time, of thousands of documents.
    """
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        content = piece = os.read(file, _PIECE)
        while len(piece) == _PIECE:
            piece = os.read(file, _PIECE)
            content += piece
    finally:
        os.close(file)
    return content


def read_or_nothing(path: str) -> bytes:
    """Return a file's bytes; none when it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def stays_inside(path: str, real_root: str) -> bool:
    """Whether *path* lies below *real_root* once every symbolic link is followed."""
    return os.path.realpath(path).startswith(real_root + os.sep)
