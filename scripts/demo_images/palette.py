"""The colours of the demo's pictures; scenes import all of them."""

from __future__ import annotations

from PIL import ImageColor

INK, NIGHT, DEEP, TEAL = "#0a2830", "#0e3843", "#14525c", "#217a80"
LAGOON, MIST, PALE = "#4fa09f", "#93c4bd", "#d3e6df"
CREAM, SAND, DUNE, CLAY = "#fcf6e9", "#f4e4c6", "#e3c896", "#c9a36c"
BLUSH, CORAL, BRICK = "#f6b79f", "#e8705a", "#bf4f3f"
LEAF, MOSS = "#5d9a7d", "#2f6f60"

Paint = str | tuple[str, str]
"""One colour, or the two ends of a gradient from the top of the shape to its foot."""


def blend(first: str, second: str, share: float) -> str:
    """The colour that lies *share* of the way from *first* to *second*."""
    ends = zip(ImageColor.getrgb(first)[:3], ImageColor.getrgb(second)[:3], strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in ends)
