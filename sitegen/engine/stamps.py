"""When a stamp can be trusted."""

import time

from sitegen.sources.scan import Stamp

RACY_NS = 2_000_000_000
"""A file modified less than two seconds before it was read may change again within one stamp."""


def is_racy(stamp: Stamp, now: int) -> bool:
    """Whether a file with *stamp* at *now* (nanoseconds since 1970) may change within it."""
    return now - stamp.mtime_ns < RACY_NS


def settled(stamp: Stamp) -> Stamp:
    """Return *stamp*, or one that equals none if the file may still change within it."""
    return Stamp(-1, 0, 0) if is_racy(stamp, time.time_ns()) else stamp
