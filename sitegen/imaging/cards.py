"""The picture of a shared link for an article without one: title, section, site, accent colour."""

import io
import os
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sitegen.imaging.recipes import CARD_HEIGHT, CARD_WIDTH, Card

if TYPE_CHECKING:
    from PIL import Image, ImageFont

FONT = os.path.join(os.path.dirname(__file__), "fonts", "Literata-SemiBold.ttf")
"""Letters of the languages of Europe in Latin script; see its licence beside it."""
_PAPER, _INK, _MUTED = "#ffffff", "#1a2427", "#526066"
_MARGIN = 80
_BAND = 20
"""Height of the coloured band at the top."""
_SMALL = 34
_TOP, _TITLE, _RULE, _FOOT = 76, 148, 504, 534
"""Where the section, the title, the line above the site's name and that name begin."""
_SIZES = (76, 68, 60, 54, 48, 42)
"""Sizes of the title in pixels: the first that fits is taken."""
_LEADING = 1.22
_LEVELS = 16
"""Of a colour, from paper to ink: what smooth edges want."""
_REPLACED = str.maketrans({"\u202f": "\u00a0", "\u2011": "-", "\u2009": "\u00a0", "\u2060": None})
"""What the font lacks, by what looks the same."""


def draw_card(card: Card) -> bytes:
    """Return *card* as a PNG of few colours, some 10 kB."""
    from PIL import Image, ImageDraw

    from sitegen.theme.shades import palette

    accent = palette(card.accent).light.accent  # that can be read on white
    # How much of each pixel is covered; the colours come with the strips, each of one. Quantising
    # an image in colours took three times as long as all the rest.
    cover = Image.new("L", (CARD_WIDTH, CARD_HEIGHT))
    draw = ImageDraw.Draw(cover)
    small = _font(_SMALL)
    width = CARD_WIDTH - 2 * _MARGIN
    draw.rectangle((0, 0, CARD_WIDTH, _BAND), fill=255)
    draw.text((_MARGIN, _TOP), _cut(card.label, small, width), font=small, fill=255)
    lines, size = _set_title(card.title, width, _RULE - 26 - _TITLE)
    for number, line in enumerate(lines):
        at = (_MARGIN, _TITLE + number * round(size * _LEADING))
        draw.text(at, line, font=_font(size), fill=255)
    draw.rectangle((_MARGIN, _RULE, _MARGIN + 96, _RULE + 5), fill=255)
    draw.text((_MARGIN, _FOOT), _cut(card.site, small, width), font=small, fill=255)
    strips = (
        (0, _TITLE, accent),
        (_TITLE, _RULE, _INK),
        (_RULE, _FOOT, accent),
        (_FOOT, CARD_HEIGHT, _MUTED),
    )
    return _coloured(cover, strips)


def _coloured(cover: "Image.Image", strips: Sequence[tuple[int, int, str]]) -> bytes:
    """Return *cover* as a PNG; *strips*: where each begins and ends, and its colour."""
    from PIL import Image, ImageColor

    image = Image.new("P", cover.size)
    palette: list[int] = []
    for number, (top, bottom, colour) in enumerate(strips):
        base = number * _LEVELS
        levels = [base + round(value * (_LEVELS - 1) / 255) for value in range(256)]
        part = cover.crop((0, top, cover.width, bottom)).point(levels)
        image.paste(part, (0, top))
        ink, paper = ImageColor.getrgb(colour), ImageColor.getrgb(_PAPER)
        for level in range(_LEVELS):
            share = level / (_LEVELS - 1)
            palette += [
                round(below + (above - below) * share)
                for below, above in zip(paper, ink, strict=True)
            ]
    image.putpalette(palette)
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=7)
    return file.getvalue()


def wrap(text: str, measure: Callable[[str], float], width: float) -> list[str]:
    """Return *text* in lines no wider than *width*, broken at spaces that may break.

    A word that is wider than a line is broken where the line ends.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):  # a no-break space is part of its word
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while len(word) > 1 and measure(word) > width:
            end = max(1, bisect_right(range(1, len(word)), width, key=_beginning(word, measure)))
            lines.append(word[:end])
            word = word[end:]
        line = word
    return [*lines, line] if line else lines


def _beginning(word: str, measure: Callable[[str], float]) -> Callable[[int], float]:
    """Return how wide the beginning of *word* is, of so many letters."""
    return lambda letters: measure(word[:letters])


def _set_title(title: str, width: int, room: int) -> tuple[list[str], int]:
    """Return the title's lines and their size; what does not fit in the smallest size is cut."""
    title = title.translate(_REPLACED)
    for size in _SIZES:
        lines = wrap(title, _font(size).getlength, width)
        most = room // round(size * _LEADING)
        if len(lines) <= most:
            return lines, size
    last = _cut(" ".join(lines[most - 1 :]), _font(size), width)
    return [*lines[: most - 1], last], size


def _cut(text: str, font: "ImageFont.FreeTypeFont", width: int) -> str:
    """Return *text* on one line, its end cut off at a word if it is too long."""
    text = text.translate(_REPLACED)
    if font.getlength(text) <= width:
        return text
    return wrap(text, lambda part: font.getlength(f"{part}…"), width)[0].rstrip(" ,;:.–") + "…"


@cache
def _font(size: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    # The simple layout is Pillow's own: the other one depends on what the machine has.
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
