"""Stamps: what tells that a file is another without reading it, and when that can be trusted."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Self

import msgspec

RACY_NS = 2_000_000_000
"""A file modified less than two seconds before it was read may change again within one stamp."""


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What tells, without reading it, that a file is another: compared for equality only."""

    size: int
    mtime_ns: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> Self:
        return cls(status.st_size, status.st_mtime_ns, status.st_ino)


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
