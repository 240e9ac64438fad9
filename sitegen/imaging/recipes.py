"""What can be asked for: a rendition of an image, a card, a verdict. Values, no pixels."""

import msgspec


class Box(msgspec.Struct, frozen=True, array_like=True):
    """A part of an image as it is seen, in its pixels."""

    left: int
    top: int
    width: int
    height: int


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """A rendition of an image: a part of it at a size, in a format."""

    format: str
    """`avif`, `webp`, `jpeg` or `png`."""
    width: int
    """Pixels."""
    height: int
    box: Box
    quality: int
    """Of 100, on the format's own scale; of no use to PNG, which loses nothing."""


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A picture that stands for an article that has none, of `CARD_WIDTH` × `CARD_HEIGHT`."""

    title: str
    label: str
    """The section; may be empty."""
    site: str
    accent: str
    """A colour, `#rrggbb`, dark enough to carry white."""


class Soundness(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with an image of that size, if anything: see `decoding.problem_of`."""

    width: int
    """Pixels."""
    height: int


CARD_WIDTH = 1200
"""Pixels; with the height, what networks show of a shared link (ogp.me leaves it open)."""
CARD_HEIGHT = 630


def crop(width: int, height: int, ratio: float, focus: tuple[int, int]) -> Box:
    """Return the largest part of that *ratio* whose middle is as near to *focus* as can be.

    *focus*: percent from the left and from the top.
    """
    if width > height * ratio:
        part = max(1, round(height * ratio))
        return Box(_around(focus[0], width, part), 0, part, height)
    part = max(1, round(width / ratio))
    return Box(0, _around(focus[1], height, part), width, part)


def _around(percent: int, length: int, part: int) -> int:
    return max(0, min(length - part, round(length * percent / 100 - part / 2)))
