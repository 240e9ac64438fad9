"""Images opened with Pillow: whether they are sound, and their pixels as they are seen."""

import io
from typing import TYPE_CHECKING

from sitegen.imaging.orientation import orientation_of
from sitegen.patterns import lazy_pattern

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 100_000_000
"""An image of more is a mistake, or made to fill the memory (a decompression bomb)."""
MOST_SCANS = 64
"""Passes over a JPEG's pixels; programs make ten. Ten bytes ask for another pass over all of them,
so that 400 kB would take an hour (libjpeg-turbo.org, *two issues with the JPEG standard*, 2015)."""
ANIMATED = "animated"
"""What `problem_of` says of an image that moves: it is sound, and shown as it is."""
_OBJECT = lazy_pattern(r" ?<[^<>]* at 0x[0-9a-f]+>")
_NOT_READ = lazy_pattern(r" \(\d+ bytes not processed\)$")
"""How much of a truncated file Pillow could not use."""
_FORMATS = ("AVIF", "JPEG", "PNG", "WEBP")
_UPRIGHT = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""What makes a picture of each orientation upright. Pillow's own function obeys notes, such as XMP,
that browsers do not."""


def problem_of(raw: bytes, width: int, height: int) -> str:
    """Return why no renditions of the image can be made, or nothing.

    *width* and *height* are its size as its head tells it. The whole image is read: half of a file
    has the head of a whole one.
    """
    if width * height > MOST_PIXELS:
        return f"it has more than {MOST_PIXELS // 1_000_000} million pixels"
    if raw.startswith(b"\xff\xd8") and raw.count(b"\xff\xda") > MOST_SCANS:
        return "it is a JPEG of too many scans"
    try:
        image = _open(raw)
        if image.format in ("AVIF", "PNG", "WEBP") and getattr(image, "is_animated", False):
            return ANIMATED
        if image.width * image.height > MOST_PIXELS or {image.width, image.height} != {
            width,
            height,
        }:
            return "its size is told in two ways"
        image.draft("L", (1, 1))  # an eighth of a JPEG's pixels tells as much, in half of the time
        image.load()
    except Exception as error:  # decoders raise whatever a damaged file leads them into
        return image_reason(error)
    return ""


def image_reason(error: Exception) -> str:
    """Return what is wrong in one line, without addresses of memory: it is shown and compared."""
    text = " ".join(_OBJECT.sub("", str(error)).split())
    text = _NOT_READ.sub("", text)
    return text[:200] or type(error).__name__


def open_upright(raw: bytes, width: int, height: int) -> "Image.Image":
    """Return the image in RGB or RGBA, sRGB, turned as it is to be seen, without metadata.

    It has at least *width* × *height* pixels if the file does: a JPEG is decoded no larger than an
    eighth, a quarter, a half or the whole of it. Raises what Pillow raises.
    """
    from PIL import Image

    image = _open(raw)
    orientation = orientation_of(raw)
    if image.format in ("JPEG", "MPO"):
        sides = (max(1, width), max(1, height))
        image.draft(None, (sides[1], sides[0]) if orientation >= 5 else sides)
    image.load()
    profile = image.info.get("icc_profile")
    if orientation in _UPRIGHT:
        image = image.transpose(Image.Transpose[_UPRIGHT[orientation]])
    return _in_srgb(image, profile)


def _open(raw: bytes) -> "Image.Image":
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # ours is asked before anything is decoded
    return Image.open(io.BytesIO(raw), formats=_FORMATS)


def _in_srgb(image: "Image.Image", profile: bytes | None) -> "Image.Image":
    alpha = None
    if image.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
    if image.mode.startswith(("I", "F")):  # 16 bits a pixel
        image = image.convert("F").point(lambda value: value / 256).convert("L")
    if profile:
        image = _converted(image, profile)
    image = image.convert("RGB")
    if alpha is not None:
        image.putalpha(alpha)
    image.info = {}  # a comment or a profile would be written into every rendition
    return image


def _converted(image: "Image.Image", profile: bytes) -> "Image.Image":
    """Return the image with sRGB's colours; as it is where its profile cannot be read."""
    try:
        from PIL import ImageCms

        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return image
        if image.mode not in ("L", "RGB", "CMYK"):
            image = image.convert("RGB")
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImportError, OSError, ValueError, TypeError, ImageCms.PyCMSError):
        return image
    return converted or image
