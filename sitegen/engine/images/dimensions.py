"""What a file is by its bytes, and an image's width and height. Reads files."""

import io
from typing import NamedTuple

from sitegen.imaging.boxes import avif_geometry
from sitegen.imaging.kinds import HEAD, RASTERS, kind_of
from sitegen.imaging.orientation import orientation_of
from sitegen.imaging.svg import read_drawing
from sitegen.imaging.whole import is_whole

_MOST_MARKUP = 16 * 1024 * 1024
"""Bytes of XML that are looked at: a drawing of more is told by its beginning."""


class FileLook(NamedTuple):
    """What was seen of a file."""

    kind: str
    """See `kinds.kind_of`; of markup `svg`, `html` or nothing."""
    width: int = 0
    """Pixels as browsers show it; zeros for what is no picture, or one that they do not show."""
    height: int = 0
    is_whole: bool = True
    """Whether the end of a picture is there."""


def look_at(path: str) -> FileLook:
    """Return what the file at *path* is. OSError when it cannot be read: a guess would be kept."""
    with open(path, "rb") as file:
        head = file.read(HEAD)
        kind = kind_of(head)
        if kind == "markup":
            return _look_at_markup(head + file.read(_MOST_MARKUP), is_whole=not file.read(1))
        if kind in (*RASTERS, "gif", "bmp"):
            raw = head + file.read()
            return FileLook(kind, *_size(kind, raw), is_whole(kind, raw))
        return FileLook(kind)


def _look_at_markup(raw: bytes, *, is_whole: bool) -> FileLook:
    drawing = read_drawing(raw, is_whole=is_whole)
    if drawing.root == "svg":
        return FileLook("svg", drawing.width, drawing.height)
    beginning = raw[:HEAD].lower()
    is_page = b"<html" in beginning or b"<!doctype html" in beginning
    return FileLook("html" if is_page else "")


def _size(kind: str, raw: bytes) -> tuple[int, int]:
    if kind == "avif":
        width, height, orientation = avif_geometry(raw)
    else:
        import imagesize

        width, height = imagesize.get(io.BytesIO(raw), exif_rotation=False)  # a path hides the disk
        orientation = orientation_of(raw)
    if width <= 0 or height <= 0:
        return 0, 0
    return (height, width) if orientation >= 5 else (width, height)
