"""Width and height of images, from their first bytes. Reads files."""

import errno
import re

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")
_SVG_ROOT = re.compile(rb"<svg\b[^>]*>")
_VIEW_BOX = re.compile(
    rb"""\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"""
)
_HEAD = 16 * 1024
"""Bytes in which an SVG's root stands, comments before it included."""


def dimensions(path: str) -> tuple[int, int]:
    """Return an image's width and height in pixels; zeros for what is no image we know.

    An SVG without width and height has those of its viewBox (SVG 2 §8.2). OSError when the file
    cannot be read: zeros would be remembered.
    """
    if not path.lower().endswith(ENDINGS):
        return 0, 0
    import imagesize

    try:
        width, height = imagesize.get(path)
        if width <= 0 and path.lower().endswith(".svg"):
            width, height = _view_box(path)
        return max(0, round(width)), max(0, round(height))
    except (ValueError, OverflowError):
        return 0, 0
    except OSError as error:
        if error.errno == errno.EINVAL:  # a broken image sends the reader before its beginning
            return 0, 0
        raise


def _view_box(path: str) -> tuple[float, float]:
    with open(path, "rb") as file:
        root = _SVG_ROOT.search(file.read(_HEAD))
    found = _VIEW_BOX.search(root[0]) if root else None
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)
