"""The segments of a JPEG (ITU-T T.81 annex B) up to its pixels. Pure."""

import re
from collections.abc import Iterator

from sitegen.patterns import lazy_pattern

SCAN, END = 0xDA, 0xD9
_MARKER = lazy_pattern(rb"\xff+([^\xff\x00])", re.DOTALL)
_WITHOUT_LENGTH = (0x01, *range(0xD0, END))


def segments(raw: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield each segment's marker, and where its content begins and ends; the last is `SCAN`'s.

    Readers skip what stands between segments.
    """
    at = 2
    while match := _MARKER.search(raw, at):
        marker, at = match[1][0], match.end()
        if marker in _WITHOUT_LENGTH:
            continue
        end = at + max(2, int.from_bytes(raw[at : at + 2], "big"))
        yield marker, at + 2, end
        if marker in (SCAN, END):
            return
        at = end
