"""How a picture is turned as browsers show it: by Exif, or by an AVIF's own boxes. Pure.

Chromium and Firefox obey the first Exif of a JPEG, the `eXIf` of a PNG that stands before its
pixels, and what an AVIF's boxes say; they turn no WebP, and nothing by XMP or by Exif of an AVIF.
"""

import struct

from sitegen.imaging.boxes import avif_geometry
from sitegen.imaging.jpeg import segments
from sitegen.imaging.kinds import kind_of

UPRIGHT = 1
_TAG, _SHORT = 0x0112, 3


def orientation_of(raw: bytes) -> int:
    """Return how the picture is turned, 1 (not at all) to 8, as Exif counts (TIFF 6.0 p. 36).

    From 5 on it lies on its side: width and height change places.
    """
    match kind_of(raw[:256]):
        case "jpeg":
            return _of_jpeg(raw)
        case "png":
            return _of_png(raw)
        case "avif":
            return avif_geometry(raw).orientation
    return UPRIGHT


def read_orientation(tiff: bytes) -> int:
    """Return the orientation that an Exif block tells; 1 if none, or not as a short integer."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is not None:
            at = struct.unpack_from(f"{order}I", tiff, 4)[0]
            count = struct.unpack_from(f"{order}H", tiff, at)[0]
            for entry in range(at + 2, at + 2 + 12 * count, 12):
                tag, form, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
                if tag == _TAG and form == _SHORT and 1 <= value <= 8:
                    return int(value)
    except struct.error:
        pass
    return UPRIGHT


def exif_of(orientation: int) -> bytes:
    """Return an Exif block that tells the *orientation* and nothing else."""
    return b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, _TAG, _SHORT, 1, orientation, 0, 0)


def _of_jpeg(raw: bytes) -> int:
    for marker, start, end in segments(raw):
        if marker == 0xE1 and raw[start : start + 6] == b"Exif\0\0":
            return read_orientation(raw[start + 6 : end])
    return UPRIGHT


def _of_png(raw: bytes) -> int:
    at = 8
    while at + 8 <= len(raw):
        length, name = struct.unpack_from(">I4s", raw, at)
        if name == b"eXIf":
            return read_orientation(raw[at + 8 : at + 8 + length])
        if name == b"IDAT":
            break
        at += 12 + length
    return UPRIGHT
