"""Width and height of images, from their first bytes. Reads files."""

import io
import re

from sitegen.imaging.metadata import raster_format

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")
_SVG_ROOT = re.compile(rb"<svg\b[^>]*>")
_VIEW_BOX = re.compile(
    rb"""\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"""
)
_HEAD = 16 * 1024
"""Bytes in which an SVG's root stands, comments before it included."""


def dimensions(path: str) -> tuple[int, int]:
    """Return an image's width and height in pixels as seen; zeros for what is no image we know.

    An SVG without width and height has those of its viewBox (SVG 2 §8.2). OSError when the file
    cannot be read: zeros would be remembered.
    """
    if not path.lower().endswith(ENDINGS):
        return 0, 0
    import imagesize

    with open(path, "rb") as file:
        content = file.read()
    try:
        width, height = imagesize.get(io.BytesIO(content))  # a path would hide the disk
        if width <= 0 and path.lower().endswith(".svg"):
            width, height = _view_box(content[:_HEAD])
        return max(0, round(width)), max(0, round(height))
    except (ValueError, OverflowError):
        return 0, 0


def raster_format_of(path: str) -> str:
    """Return `jpeg`, `png` or `webp` by the file's first bytes; nothing for other files."""
    with open(path, "rb") as file:
        return raster_format(file.read(12))


def _view_box(head: bytes) -> tuple[float, float]:
    root = _SVG_ROOT.search(head)
    found = _VIEW_BOX.search(root[0]) if root else None
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)
