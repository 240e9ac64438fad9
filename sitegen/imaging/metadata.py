"""What cameras and programs write into images (places, names, previews) left out. Pure.

Segment by segment, so that no picture is encoded again: what is seen stays the same bit for bit.
JPEG: ITU-T T.81 annex B; PNG: w3.org/TR/png-3 §5; WebP: RFC 9649 §2; AVIF, HEIC, JPEG XL (ISO/IEC
18181-2) and JPEG 2000 (ISO/IEC 15444-1 annex I): see `boxes.py`; TIFF: see `tiff.py`.
"""

import re
import struct
import zlib

from sitegen.imaging.boxes import notes_of, outer_boxes
from sitegen.imaging.kinds import kind_of
from sitegen.imaging.orientation import UPRIGHT, exif_of, orientation_of
from sitegen.imaging.tiff import TiffError, clean_tiff
from sitegen.patterns import lazy_pattern

_NEXT_MARKER = lazy_pattern(rb"\xff[^\x00\xd0-\xd7\xff]")
_MARKER = lazy_pattern(rb"\xff+[^\xff]", re.DOTALL)
"""Fill bytes may stand before a marker."""
_WITHOUT_LENGTH = (0x00, 0x01, *range(0xD0, 0xD9))
_KEPT_APPLICATIONS = (0xE0, 0xEE)
"""JFIF, and Adobe's colour transform, without which colours would be others."""
_EMPTY_EXIF = b"\0\0\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"
"""As an AVIF has it: how far it is to the TIFF header, then one without entries."""
_DROPPED_PNG = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")
_NOTES = (b"Exif", b"xml ", b"brob", b"jumb", b"uuid", b"uinf")
"""Boxes beside the picture: notes as they are, or compressed."""
CLEANED = ("avif", "heic", "jp2", "jpeg", "jxl", "png", "tiff", "webp")
"""The kinds of pictures that are published without what cameras wrote into them."""
LOOKED_INTO = ("avif", "heic", "jp2", "jxl", "psd", "raw", "tiff")
"""Those of which some may have to stay unpublished: see `why_private`."""
_PRIVATE = {
    "psd": "sitegen does not take them out of a file of Photoshop",
    "raw": "it is the raw file of a camera",
}


def without_metadata(raw: bytes) -> bytes:
    """Return the image without EXIF, XMP, IPTC, comments and hidden pictures behind its end.

    It keeps its colour profile and the way it is turned. What is broken, or no such image, stays
    as it is: `why_private` tells of which that must not be.
    """
    try:
        return _strip(raw)
    except (ValueError, struct.error, IndexError):
        return raw


def why_private(raw: bytes) -> str:
    """Return why the picture cannot be published without place and camera; or nothing."""
    kind = kind_of(raw[:256])
    if kind in _PRIVATE:
        return _PRIVATE[kind]
    if kind not in LOOKED_INTO:
        return ""  # each piece that is there is found
    try:
        _strip(raw)
    except TiffError as error:
        return str(error)
    except (ValueError, struct.error, IndexError):
        return "it is damaged" if any(sign in raw for sign in (b"Exif", *_TEXTS)) else ""
    return ""


_TEXTS = (b"mime", b"xpacket", b"xmpmeta")
"""What tells of XMP (ISO 16684-1) where its place cannot be found."""


def _strip(raw: bytes) -> bytes:
    """Return the image without its metadata. Raises ValueError, IndexError, `struct.error`."""
    match kind_of(raw[:256]):
        case "jpeg":
            return _strip_jpeg(raw)
        case "png":
            return _strip_png(raw)
        case "webp":
            return _strip_webp(raw)
        case "avif" | "heic":
            return _blank_notes(raw)
        case "jxl" | "jp2":
            return _blank_outer(raw)
        case "tiff":
            return clean_tiff(raw)
    return raw


def _strip_jpeg(raw: bytes) -> bytes:
    pieces, orientation, at = [raw[:2]], orientation_of(raw), 2
    while at < len(raw):
        start = raw.find(b"\xff", at)  # readers skip what stands between segments
        match = _MARKER.match(raw, start) if start >= 0 else None
        if match is None:  # cut off: browsers show what there is
            return b"".join(_turned(pieces, orientation))
        marker, at = raw[match.end() - 1], match.end()
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


def _blank_outer(raw: bytes) -> bytes:
    """Return *raw* with empty boxes in place of notes; a bare stream of pixels has none."""
    blanked = bytearray(raw)
    if raw[:4] == b"\0\0\0\x0c":
        for box in outer_boxes(raw):
            if box.name in _NOTES:
                start = raw.rindex(box.name, 0, box.start)
                blanked[start : start + 4] = b"free"
                blanked[box.start : box.end] = bytes(box.end - box.start)
    return bytes(blanked)


def _blank_notes(raw: bytes) -> bytes:
    """Return *raw* with notes that say nothing: by their place boxes tell where all else is."""
    blanked = bytearray(raw)
    for name, start, end in notes_of(raw):
        length = len(blanked[start:end])
        empty = _EMPTY_EXIF if name == b"Exif" and length >= len(_EMPTY_EXIF) else b""
        blanked[start:end] = empty + bytes(length - len(empty))
    return bytes(blanked)
