"""A TIFF without what is not its picture: camera, place, names, texts. Pure.

TIFF 6.0 §2: directories of entries, twelve bytes each, whose values stand in the entry or elsewhere
in the file. What is dropped is overwritten where it stands, so that all else stays in its place.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_MOST_DIRECTORIES = 1000
_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Of one value, by the type's number."""
_PICTURE = {
    *range(254, 259), 259, *range(262, 267), 273, 274, 277, *range(278, 285), *range(290, 294),
    296, 297, 301, *range(317, 326), 330, 332, 333, 334, 336, *range(338, 348), *range(512, 522),
    *range(529, 533), 559, 34675,
}  # fmt: skip
"""What pixels and their colours are made from (TIFF 6.0, its supplements 1 and 2; 34675: ICC)."""
_MAP = {33550, 33922, 34264, *range(34735, 34738), 42113}
"""Where a map lies, which is what it is for (OGC 19-008r4)."""
_DIRECTORIES = {34665, 34853, 40965}
"""Exif, GPS, interoperability: entries that lead to more entries (Exif 2.32 §4.6.3)."""
_PICTURES, _COMPRESSION, _COLOURS, _DNG = 330, 259, 262, 50706
_OF_SENSORS = {32803, 34892}
_OF_CAMERAS = {32767, 32769, 32770, 34713, 65000, 65535}


class TiffError(ValueError):
    """The file cannot be followed, or would be no picture any more; says why."""


class _Entry(NamedTuple):
    raw: bytes
    tag: int
    start: int
    """Of its value, in the file."""
    end: int
    first: int
    """The value, as an offset or a short number."""


def clean_tiff(raw: bytes) -> bytes:
    """Return the TIFF with its pictures alone. Raises `TiffError` where that cannot be."""
    if raw[8:10] == b"CR" or raw[2:4] not in (b"*\0", b"\0*"):
        raise TiffError("it is the raw file of a camera" if raw[8:10] == b"CR" else "it is damaged")
    order = "<" if raw[:2] == b"II" else ">"
    cleaned = bytearray(raw)
    try:
        pending, seen = [struct.unpack_from(f"{order}I", raw, 4)[0]], set()
        while pending:
            at = pending.pop()
            if at and at not in seen:
                seen.add(at)
                if len(seen) > _MOST_DIRECTORIES:
                    raise TiffError("it has too many parts")
                pending += _clean_directory(raw, cleaned, order, at)
    except struct.error as error:
        raise TiffError("it is damaged") from error
    return bytes(cleaned)


def _clean_directory(raw: bytes, cleaned: bytearray, order: str, at: int) -> Iterator[int]:
    """Drop what is no picture from the directory at *at*; yield where others are."""
    entries = list(_entries(raw, order, at))
    end = at + 2 + 12 * len(entries)
    following = raw[end : end + 4]
    kept = [entry for entry in entries if entry.tag in _PICTURE | _MAP]
    for entry in entries:
        is_raw = (
            entry.tag == _DNG
            or (entry.tag == _COMPRESSION and entry.first in _OF_CAMERAS)
            or (entry.tag == _COLOURS and entry.first in _OF_SENSORS)
        )
        if is_raw:
            raise TiffError("it is the raw file of a camera")
        if entry.tag not in _PICTURE | _MAP:
            _blank(raw, cleaned, order, entry)
    directory = (
        struct.pack(f"{order}H", len(kept))
        + b"".join(kept_entry.raw for kept_entry in kept)
        + following
    )
    cleaned[at : end + 4] = directory.ljust(end + 4 - at, b"\0")[: len(raw) - at]
    for entry in kept:
        if entry.tag == _PICTURES:
            for place in range(entry.start, entry.end, 4):
                yield struct.unpack_from(f"{order}I", raw, place)[0]
    yield struct.unpack(f"{order}I", following)[0]


def _blank(raw: bytes, cleaned: bytearray, order: str, entry: _Entry) -> None:
    """Overwrite what *entry* stands for, and all that it leads to."""
    pending, seen = [entry], set()
    while pending:
        at = pending.pop()
        cleaned[at.start : at.end] = bytes(len(cleaned[at.start : at.end]))
        if at.tag in _DIRECTORIES and at.first not in seen:
            seen.add(at.first)
            below = list(_entries(raw, order, at.first))
            end = at.first + 2 + 12 * len(below)
            cleaned[at.first : end] = bytes(len(cleaned[at.first : end]))
            pending += below


def _entries(raw: bytes, order: str, at: int) -> Iterator[_Entry]:
    (count,) = struct.unpack_from(f"{order}H", raw, at)
    for place in range(at + 2, at + 2 + 12 * count, 12):
        tag, form, number, offset = struct.unpack_from(f"{order}HHII", raw, place)
        size = _BYTES.get(form, 1) * number
        start = place + 8 if size <= 4 else offset
        short = struct.unpack_from(f"{order}H", raw, place + 8)[0]
        first = short if form == 3 else offset
        yield _Entry(raw[place : place + 12], tag, start, start + size, first)
