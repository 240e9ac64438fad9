"""Cards: the picture of a shared link for an article without one."""

import io
import itertools

import pytest
from PIL import Image

from sitegen.imaging.cards import FONT, draw_card, wrap
from sitegen.imaging.recipes import Card

FRENCH = "AàâäbcçdeéèêëfghiîïjklmnoôöpqrstuùûüvwxyÿzæœÀÂÇÉÈÊËÎÏÔŒÆÙÛÜŸ«»’‘“”–—…€°²\u00a0!?;:"


def card(title: str, label: str = "Communiqués", accent: str = "#0b5d66") -> Card:
    return Card(title=title, label=label, site="Les Communes reliées", accent=accent)


def test_a_card_is_a_small_picture_of_the_size_that_networks_show() -> None:
    raw = draw_card(card("À Nantes, dix associations d’élus signent pour un numérique responsable"))

    image = Image.open(io.BytesIO(raw))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(raw) < 30_000
    assert image.convert("RGB").getpixel((600, 5)) == (0x0B, 0x5D, 0x66)


def test_every_part_of_a_card_shows() -> None:
    cards = [card("Un titre"), card("Un autre"), card("Un titre", "Agenda")]
    cards += [card("Un titre", accent="#7a1f0c")]

    assert len({draw_card(card) for card in cards}) == 4
    assert draw_card(cards[0]) == draw_card(cards[0])


def test_the_font_has_the_letters_of_french() -> None:
    from PIL import ImageFont

    font = ImageFont.truetype(FONT, 40)
    absent = bytes(font.getmask("\uffff"))

    assert [sign for sign in FRENCH if bytes(font.getmask(sign)) == absent] == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("un deux trois", ["un deux", "trois"]),
        ("le prix\u00a0: dix", ["le", "prix\u00a0:", "dix"]),
        ("«\u00a0oui\u00a0» dit-il", ["«\u00a0oui\u00a0»", "dit-il"]),
        ("anticonstitution non", ["anticons", "titution", "non"]),
        ("", []),
    ],
)
def test_lines_break_at_spaces_that_may_break(text: str, lines: list[str]) -> None:
    assert wrap(text, len, 8) == lines


@pytest.mark.parametrize("title", ["mot " * 200, "x" * 900, "W", "»" * 40 + " 日本"])
def test_no_title_leaves_its_card(title: str) -> None:
    """What stands outside of the margins is paper, but the band at the top."""
    image = Image.open(io.BytesIO(draw_card(card(title)))).convert("RGB")

    margins = itertools.chain(
        (image.getpixel((x, y)) for x in (20, 1190) for y in range(30, 630, 3)),
        (image.getpixel((x, 620)) for x in range(0, 1200, 5)),
    )
    assert set(margins) == {(255, 255, 255)}
