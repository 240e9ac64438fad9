"""Images made for tests: with a marked corner, and with all that cameras write into files."""

import io
import struct
from typing import Any

from PIL import Image, ImageCms

PLACE = "47 deg 13' N"
"""What must never be published: it stands in each kind of metadata."""
RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(width: int = 80, height: int = 40) -> Image.Image:
    """Return a blue image whose top left quarter is red."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    return image


def encoded(image: Image.Image, file_format: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, file_format, **options)
    return file.getvalue()


def photograph(orientation: int = 1, width: int = 80, height: int = 40) -> bytes:
    """Return a JPEG as a phone writes it: EXIF with a place, XMP, IPTC, a comment, a profile."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = PLACE
    exif.get_ifd(0x8825)[29] = PLACE
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    raw = encoded(
        picture(width, height), "JPEG", quality=95, exif=exif, icc_profile=profile, comment=PLACE
    )
    extra = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + PLACE.encode())
    extra += segment(0xED, b"Photoshop 3.0\0" + PLACE.encode())
    hidden = encoded(picture(16, 8), "JPEG", comment=PLACE)  # a preview behind the end
    return raw[:2] + extra + raw[2:] + hidden


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def opened(raw: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(raw))
    image.load()
    return image


def is_near(found: Any, expected: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(found, expected, strict=True))
