"""When a stamp can be trusted."""

import time

from sitegen.sources.scan import Stamp

RACY_NS = 2_000_000_000
"""A file modified less than two seconds before it was read may change again within one stamp."""


def settled(stamp: Stamp) -> Stamp:
    """Return *stamp*, or one that equals none if the file may still change within it."""
    is_racy = time.time_ns() - stamp.mtime_ns < RACY_NS
    return Stamp(-1, 0, 0) if is_racy else stamp
