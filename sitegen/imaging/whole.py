"""Whether the end of a picture is there: an upload that was cut off leaves the head of a whole one.

Pure. Nothing is decoded: browsers show the half of a picture, and grey below it.
"""

import struct

from sitegen.imaging.boxes import BoxError, outer_boxes
from sitegen.imaging.jpeg import SCAN, segments

CUT_OFF = "cut off"
"""What is kept as the problem of such a file."""


def is_whole(kind: str, raw: bytes) -> bool:
    """Whether the picture ends as those of its *kind* do; what may follow its end is no matter.

    JPEG: ITU-T T.81 B.2.1 (EOI after the scans); PNG: w3.org/TR/png-3 §5.6 (IEND); WebP: RFC
    9649 §2.4 (the size in its head); AVIF: ISO/IEC 14496-12 §4.2 (no box goes on beyond the end);
    GIF: GIF89a (an image, and no block that goes on beyond the end; its trailer is often missing).
    """
    match kind:
        case "jpeg":
            marker, start, _ = next(reversed([*segments(raw)]), (0, 0, 0))
            return marker == SCAN and raw.find(b"\xff\xd9", start) >= 0
        case "png":
            return b"IEND" in raw
        case "webp":
            return len(raw) >= 8 + int.from_bytes(raw[4:8], "little")
        case "gif":
            return _is_whole_gif(raw)
        case "avif":
            try:
                return bool(list(outer_boxes(raw)))
            except (BoxError, struct.error):
                return False
    return True


_IMAGE, _EXTENSION = 0x2C, 0x21
_HEAD_OF_GIF = 13
"""Bytes of its header and its logical screen descriptor."""


def _is_whole_gif(raw: bytes) -> bool:
    images = 0
    try:
        at = _HEAD_OF_GIF + _colours(raw[10])
        while at < len(raw) and raw[at] in (_IMAGE, _EXTENSION):
            if raw[at] == _IMAGE:
                images += 1
                at += 11 + _colours(raw[at + 9])  # its descriptor, colours and the size of codes
            else:
                at += 2
            while length := raw[at]:
                at += 1 + length
            at += 1
    except IndexError:
        return False
    return images > 0 and at <= len(raw)


def _colours(packed: int) -> int:
    """Return the bytes of the table of colours that a descriptor's *packed* fields announce."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0
