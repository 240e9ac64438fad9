"""Width and height of a picture, as its head tells them. Pure.

imagesize tells them too, and loads Python's client of HTTP and its mail parser for it: a twentieth
of a small site's build.
"""

import struct

from sitegen.imaging.jpeg import segments

_NO_FRAME = (0xC4, 0xC8, 0xCC)
"""Markers of tables among those of frames (ITU-T T.81 table B.1)."""
_CORE_HEADER = 12
"""Bytes of a BMP's first kind of header, whose sides are short integers."""


def size_of(kind: str, raw: bytes) -> tuple[int, int]:
    """Return the pixels that a picture of that *kind* has, not turned; zeros if it tells none.

    JPEG: ITU-T T.81 B.2.2; PNG: w3.org/TR/png-3 §11.2.1; WebP: RFC 9649 §2.5 to 2.7; GIF: GIF89a
    §18; BMP: its header's sides, of which a negative height is that of rows from the top.
    """
    try:
        match kind:
            case "jpeg":
                return _of_jpeg(raw)
            case "png":
                name, width, height = struct.unpack_from(">4sII", raw, 12)
                return (width, height) if name == b"IHDR" else (0, 0)
            case "webp":
                return _of_webp(raw)
            case "gif":
                width, height = struct.unpack_from("<HH", raw, 6)
                return width, height
            case "bmp":
                is_core = struct.unpack_from("<I", raw, 14)[0] == _CORE_HEADER
                width, height = struct.unpack_from("<HH" if is_core else "<ii", raw, 18)
                return width, abs(height)
    except struct.error:
        pass
    return 0, 0


def _of_jpeg(raw: bytes) -> tuple[int, int]:
    for marker, start, _ in segments(raw):
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            height, width = struct.unpack_from(">HH", raw, start + 1)
            return width, height
    return 0, 0


def _of_webp(raw: bytes) -> tuple[int, int]:
    match raw[12:16]:
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", raw, 26)
            return width & 0x3FFF, height & 0x3FFF  # the two bits above say how it is scaled
        case b"VP8L":
            packed = struct.unpack_from("<I", raw, 21)[0]
            return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
        case b"VP8X":
            width, upper, height, last = struct.unpack_from("<HBHB", raw, 24)
            return width + (upper << 16) + 1, height + (last << 16) + 1
    return 0, 0
