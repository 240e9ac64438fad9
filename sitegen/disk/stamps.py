"""Stamps: what tells that a file is another without reading it, and when that can be trusted."""

import os
import time
from array import array
from collections.abc import Iterator
from contextlib import suppress
from typing import Self

import msgspec

RACY_NS = 2_000_000_000
"""A file modified less than two seconds before it was read may change again within one stamp."""

WIDTH = 24
"""Bytes of a packed stamp: size, mtime_ns and inode, eight each."""
INODES = 1 << 64
"""How many there can be: a packed one from the upper half is negative."""
_LARGEST = 1 << 63


class Stamp(msgspec.Struct, gc=False, frozen=True, array_like=True):
    """What tells, without reading it, that a file is another: compared for equality only."""

    size: int
    mtime_ns: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> Self:
        return cls(status.st_size, status.st_mtime_ns, status.st_ino)

    @classmethod
    def unpacked(cls, raw: bytes) -> Self:
        """Return the stamp of which `packed` made *raw*."""
        size, mtime_ns, inode = array("q", raw)
        return cls(size, mtime_ns, inode % INODES)

    def packed(self) -> bytes:
        """Return it in 24 bytes: as an object with three numbers it takes seven times as many."""
        inode = self.inode if self.inode < _LARGEST else self.inode - INODES
        return array("q", (self.size, self.mtime_ns, inode)).tobytes()


def is_racy(stamp: Stamp, now: int) -> bool:
    """Whether a file with *stamp* at *now* (nanoseconds since 1970) may change within it."""
    return now - stamp.mtime_ns < RACY_NS


def settled(stamp: Stamp) -> Stamp:
    """Return *stamp*, or one that equals none if the file may still change within it."""
    return Stamp(-1, 0, 0) if is_racy(stamp, time.time_ns()) else stamp


def stamps_below(path: str) -> Iterator[tuple[str, Stamp]]:
    """Yield the file at *path*, or the files below the folder, each with its stamp."""
    try:
        status = os.stat(path)
    except OSError:
        return
    yield path, Stamp.of(status)
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            inside = os.path.join(folder, name)
            with suppress(OSError):  # it has gone since
                yield inside, Stamp.of(os.lstat(inside))
