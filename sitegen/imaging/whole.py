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
    9649 §2.4 (the size in its head); AVIF: ISO/IEC 14496-12 §4.2 (no box goes on beyond the end).
    """
    match kind:
        case "jpeg":
            marker, start, _ = next(reversed([*segments(raw)]), (0, 0, 0))
            return marker == SCAN and raw.find(b"\xff\xd9", start) >= 0
        case "png":
            return b"IEND" in raw
        case "webp":
            return len(raw) >= 8 + int.from_bytes(raw[4:8], "little")
        case "avif":
            try:
                return bool(list(outer_boxes(raw)))
            except (BoxError, struct.error):
                return False
    return True
