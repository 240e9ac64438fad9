"""The boxes of an AVIF or HEIC (ISO/IEC 14496-12, 23008-12): size, how it is turned, notes. Pure.

Nothing here is decoded, and every step reads bytes that are there: what a box counts beyond its own
end is refused.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_TURNED = {
    (0, None): 1, (1, None): 8, (2, None): 3, (3, None): 6,
    (0, 0): 4, (1, 0): 5, (2, 0): 2, (3, 0): 7,
    (0, 1): 2, (1, 1): 7, (2, 1): 4, (3, 1): 5,
}  # fmt: skip
"""Quarter turns to the left (`irot`), then the axis mirrored about (`imir`): as Exif tells it."""


class BoxError(ValueError):
    """A box is not what it says."""


class FileBox(NamedTuple):
    name: bytes
    start: int
    """Of its content."""
    end: int


class Geometry(NamedTuple):
    width: int
    """Pixels as they are stored."""
    height: int
    orientation: int
    """1 to 8, as Exif counts (TIFF 6.0 p. 36). Exif itself turns no AVIF in any browser."""


def avif_geometry(raw: bytes) -> Geometry:
    """Return what the boxes of an AVIF tell of its main picture; zeros where they tell nothing."""
    try:
        meta = _meta(raw)
        properties = _boxes(raw, _within(raw, _within(raw, meta, b"iprp"), b"ipco"))
        known = list(properties)
        numbers = _associated(raw, _within(raw, _within(raw, meta, b"iprp"), b"ipma"))
        main = _main_item(raw, _within(raw, meta, b"pitm"))
        boxes = {
            known[number - 1].name: known[number - 1] for number in numbers.get(main, ()) if number
        }
        width, height = struct.unpack_from(">II", raw, boxes[b"ispe"].start + 4)
        turn, mirror = (_byte(raw, boxes.get(name)) for name in (b"irot", b"imir"))
    except (BoxError, struct.error, KeyError, IndexError):
        return Geometry(0, 0, 1)
    axis = None if mirror is None else mirror & 1
    return Geometry(width, height, _TURNED[(turn or 0) & 3, axis])


def notes_of(raw: bytes) -> list[tuple[bytes, int, int]]:
    """Return where notes stand in an AVIF or HEIC: `Exif` or `mime` (XMP), start and end of each.

    Raises `BoxError` or `struct.error` where the boxes cannot be followed to each of them.
    """
    meta = _meta(raw)
    items = {}
    for box in _entries(raw, _within(raw, meta, b"iinf")):
        if box.name == b"infe":
            if raw[box.start] != 2:
                raise BoxError(box.name)
            name = raw[box.start + 8 : box.start + 12]
            if name in (b"Exif", b"mime"):
                items[struct.unpack_from(">H", raw, box.start + 4)[0]] = name
    places = dict(_locations(raw, _within(raw, meta, b"iloc")))
    if not items.keys() <= places.keys():
        raise BoxError(b"iloc")
    return [(name, start, end) for item, name in items.items() for start, end in places[item]]


def outer_boxes(raw: bytes) -> Iterator[FileBox]:
    """Yield the boxes that a file consists of. Raises `BoxError` or `struct.error`."""
    yield from _boxes(raw, FileBox(b"", 0, len(raw)))


def _boxes(raw: bytes, parent: FileBox, skipped: int = 0) -> Iterator[FileBox]:
    at = parent.start + skipped
    while at < parent.end:
        size, name = struct.unpack_from(">I4s", raw, at)
        start = at + 8
        if size == 1:
            size = struct.unpack_from(">Q", raw, start)[0]
            start += 8
        end = at + size if size else parent.end
        if not start <= end <= parent.end:
            raise BoxError(name)
        yield FileBox(name, start, end)
        at = end


def _meta(raw: bytes) -> FileBox:
    inner = _within(raw, FileBox(b"", 0, len(raw)), b"meta")
    return inner._replace(start=inner.start + 4)  # its version and flags


def _within(raw: bytes, parent: FileBox, name: bytes) -> FileBox:
    for box in _boxes(raw, parent):
        if box.name == name:
            return box
    raise BoxError(name)


def _entries(raw: bytes, parent: FileBox) -> Iterator[FileBox]:
    return _boxes(raw, parent, 6 if raw[parent.start] == 0 else 8)


def _main_item(raw: bytes, box: FileBox) -> int:
    form = ">H" if raw[box.start] == 0 else ">I"
    return int(struct.unpack_from(form, raw, box.start + 4)[0])


def _associated(raw: bytes, box: FileBox) -> dict[int, list[int]]:
    """Return the numbers of each item's properties; they count from 1."""
    version, flags = raw[box.start], raw[box.start + 3]
    (count,) = struct.unpack_from(">I", raw, box.start + 4)
    at, boxes = box.start + 8, {}
    for _ in range(count):
        (item,) = struct.unpack_from(">I" if version else ">H", raw, at)
        at += 4 if version else 2
        number, width = raw[at], 2 if flags & 1 else 1
        pieces = [raw[at + 1 + width * place :][:width] for place in range(number)]
        mask = 0x7FFF if flags & 1 else 0x7F  # the first bit says that it must be understood
        boxes[item] = [int.from_bytes(piece, "big") & mask for piece in pieces]
        at += 1 + width * number
        if at > box.end:
            raise BoxError(box.name)
    return boxes


def _byte(raw: bytes, box: FileBox | None) -> int | None:
    return raw[box.start] if box is not None and box.start < box.end else None


def _locations(raw: bytes, box: FileBox) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield each item that is stored in the file itself, and where its pieces are."""
    version, at = raw[box.start], box.start + 6
    sizes = [raw[box.start + 4] >> 4, raw[box.start + 4] & 15, raw[box.start + 5] >> 4]
    index = raw[box.start + 5] & 15 if version else 0
    if version > 1 or not sizes[0] + sizes[1]:
        raise BoxError(box.name)

    def number(width: int) -> int:
        nonlocal at
        at += width
        if at > box.end:
            raise BoxError(box.name)
        return int.from_bytes(raw[at - width : at], "big")

    for _ in range(number(2)):
        item = number(2)
        method = number(2) & 15 if version else 0
        number(2)
        base = number(sizes[2])
        pieces = []
        for _ in range(number(2)):
            number(index)
            start = base + number(sizes[0])
            pieces.append((start, start + number(sizes[1])))
        if method == 0:
            yield item, pieces
