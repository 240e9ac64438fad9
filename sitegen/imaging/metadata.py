"""What cameras and programs write into images (places, names, previews) left out. Pure.

Segment by segment, so that no picture is encoded again: what is seen stays the same bit for bit.
JPEG: ITU-T T.81 annex B; PNG: w3.org/TR/png-3 §5; WebP: RFC 9649 §2; AVIF: see `boxes.py`.
"""

import re
import struct
import zlib

from sitegen.imaging.boxes import BoxError, notes_of
from sitegen.imaging.kinds import kind_of
from sitegen.imaging.orientation import UPRIGHT, exif_of, orientation_of

_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_MARKER = re.compile(rb"\xff+[^\xff]", re.DOTALL)
"""Fill bytes may stand before a marker."""
_WITHOUT_LENGTH = (0x00, 0x01, *range(0xD0, 0xD9))
_KEPT_APPLICATIONS = (0xE0, 0xEE)
"""JFIF, and Adobe's colour transform, without which colours would be others."""
_EMPTY_EXIF = b"\0\0\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"
"""As an AVIF has it: how far it is to the TIFF header, then one without entries."""
_DROPPED_PNG = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")


def without_metadata(raw: bytes) -> bytes:
    """Return the image without EXIF, XMP, IPTC, comments and hidden pictures behind its end.

    It keeps its colour profile and the way it is turned. What is broken, or no such image, stays
    as it is.
    """
    known = {"jpeg": _strip_jpeg, "png": _strip_png, "webp": _strip_webp, "avif": _blank_avif}
    strip = known.get(kind_of(raw[:256]))
    try:
        return strip(raw) if strip else raw
    except (BoxError, ValueError, struct.error, IndexError):
        return raw


def _strip_jpeg(raw: bytes) -> bytes:
    pieces, orientation, at = [raw[:2]], orientation_of(raw), 2
    while at < len(raw):
        start = raw.find(b"\xff", at)  # readers skip what stands between segments
        found = _MARKER.match(raw, start) if start >= 0 else None
        if found is None:  # cut off: browsers show what there is
            return b"".join(_turned(pieces, orientation))
        marker, at = raw[found.end() - 1], found.end()
        if marker == 0xD9:
            break
        if marker in _WITHOUT_LENGTH:
            continue
        length = int.from_bytes(raw[at : at + 2], "big")
        segment, at = raw[at + 2 : at + length], at + max(2, length)
        if marker == 0xDA:
            behind = _NEXT_MARKER.search(raw, at)
            at = behind.start() if behind else len(raw)
        if _is_kept(marker, segment):
            pieces.append(raw[start:at])
    ends = b"\xff\xd9" if at < len(raw) or raw.endswith(b"\xff\xd9") else b""
    return b"".join([*_turned(pieces, orientation), ends])


def _is_kept(marker: int, segment: bytes) -> bool:
    is_application = 0xE0 <= marker <= 0xEF
    if marker == 0xE2:
        return segment.startswith(b"ICC_PROFILE\0")
    return marker in _KEPT_APPLICATIONS or not (is_application or marker == 0xFE)


def _turned(pieces: list[bytes], orientation: int) -> list[bytes]:
    """Return *pieces* with an EXIF segment that says how the picture is turned, if it is."""
    if orientation == UPRIGHT:
        return pieces
    exif = b"Exif\0\0" + exif_of(orientation)
    return [pieces[0], b"\xff\xe1", struct.pack(">H", len(exif) + 2), exif, *pieces[1:]]


def _strip_png(raw: bytes) -> bytes:
    pieces, at = [raw[:8]], 8
    orientation = orientation_of(raw)
    while at + 8 <= len(raw):  # else cut off
        length, name = struct.unpack_from(">I4s", raw, at)
        end = at + 12 + length
        if name == b"IDAT" and orientation != UPRIGHT:  # it turns the picture from before it alone
            pieces.append(_chunk(b"eXIf", exif_of(orientation)))
            orientation = UPRIGHT
        if name not in _DROPPED_PNG:
            pieces.append(raw[at:end])
        at = end
        if name == b"IEND":
            break
    return b"".join(pieces)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def _strip_webp(raw: bytes) -> bytes:
    pieces, at = [], 12
    while at + 8 <= len(raw):
        name, length = struct.unpack_from("<4sI", raw, at)
        end = at + 8 + length + length % 2
        chunk = raw[at:end]
        if name == b"VP8X" and len(chunk) > 8:  # its flags tell of the EXIF and XMP chunks
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if name not in (b"EXIF", b"XMP "):
            pieces.append(chunk)
        at = end
    body = b"WEBP" + b"".join(pieces)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _blank_avif(raw: bytes) -> bytes:
    """Return *raw* with notes that say nothing: by their place boxes tell where all else is."""
    blanked = bytearray(raw)
    for name, start, end in notes_of(raw):
        length = len(blanked[start:end])
        empty = _EMPTY_EXIF if name == b"Exif" and length >= len(_EMPTY_EXIF) else b""
        blanked[start:end] = empty + bytes(length - len(empty))
    return bytes(blanked)
