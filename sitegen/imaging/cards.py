"""The picture of a shared link for an article without one: title, section, site, accent colour."""

import io
import os
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from sitegen.imaging.recipes import CARD_HEIGHT, CARD_WIDTH, Card

if TYPE_CHECKING:
    from PIL import ImageFont

FONT = os.path.join(os.path.dirname(__file__), "fonts", "Literata-SemiBold.ttf")
"""Letters of the languages of Europe in Latin script; see its licence beside it."""
_PAPER, _INK, _MUTED = "#ffffff", "#1a2427", "#526066"
_MARGIN = 80
_BAND = 20
"""Height of the coloured band at the top."""
_SMALL = 34
_SIZES = (76, 68, 60, 54, 48, 42)
"""Sizes of the title in pixels: the first that fits is taken."""
_LEADING = 1.22
_COLOURS = 32
_REPLACED = str.maketrans({"\u202f": "\u00a0", "\u2011": "-", "\u2009": "\u00a0", "\u2060": None})
"""What the font lacks, by what looks the same."""


def draw_card(card: Card) -> bytes:
    """Return *card* as a PNG of few colours, some 15 kB."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (CARD_WIDTH, CARD_HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    small = _font(_SMALL)
    width = CARD_WIDTH - 2 * _MARGIN
    draw.rectangle((0, 0, CARD_WIDTH, _BAND), fill=card.accent)
    top = _BAND + 56
    draw.text((_MARGIN, top), _cut(card.label, small, width), font=small, fill=card.accent)
    foot = CARD_HEIGHT - 62 - _SMALL
    draw.rectangle((_MARGIN, foot - 30, _MARGIN + 96, foot - 25), fill=card.accent)
    draw.text((_MARGIN, foot), _cut(card.site, small, width), font=small, fill=_MUTED)
    top += 72
    lines, size = _set_title(card.title, width, foot - 56 - top)
    for number, line in enumerate(lines):
        at = (_MARGIN, top + number * round(size * _LEADING))
        draw.text(at, line, font=_font(size), fill=_INK)
    file = io.BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
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
            end = len(word) - 1
            while end > 1 and measure(word[:end]) > width:
                end -= 1
            lines.append(word[:end])
            word = word[end:]
        line = word
    return [*lines, line] if line else lines


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
