"""Which part of an image pages show, in which widths: none is larger than it is. Pure."""

from collections.abc import Iterator

from sitegen.config import ImagesConfig
from sitegen.imaging.recipes import Box, Recipe, crop
from sitegen.model import Focus
from sitegen.site.assets import Asset

_ALIKE = 0.02
"""A part that differs from the whole by less than that is the whole."""
_CLOSE = 0.9
"""A width nearer than that to the image's own is left out."""


def recipes(config: ImagesConfig, box: Box, format_name: str) -> Iterator[Recipe]:
    """Yield the widths of the part *box* of an image, none larger than it is."""
    largest = min(box.width, max(config.widths, default=box.width))
    smaller = {width for width in config.widths if width < largest * _CLOSE}
    for width in sorted({*smaller, largest}):
        yield recipe_of(config, box, format_name, width)


def recipe_of(config: ImagesConfig, box: Box, format_name: str, width: int) -> Recipe:
    """Return how the part *box* of an image becomes a file of that *width*, in pixels."""
    return Recipe(
        format=format_name,
        width=width,
        height=max(1, round(box.height * width / box.width)),
        box=box,
        quality=getattr(config.quality, format_name, 0),
    )


def part_of(asset: Asset, ratio: float, focus: Focus | None) -> Box:
    """Return the part of that *ratio* around *focus*, or the whole where it is nearly that."""
    if abs(asset.width / asset.height / ratio - 1) < _ALIKE:
        return Box(0, 0, asset.width, asset.height)
    point = (focus.x, focus.y) if focus else (50, 50)
    return crop(asset.width, asset.height, ratio, point)
