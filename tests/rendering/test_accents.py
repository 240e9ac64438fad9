"""One colour becomes many, and text stays readable: contrast by the formula of WCAG 2.2."""

import subprocess
import sys
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.theme.shades import Shades, palette

pytestmark = pytest.mark.slow

LIGHT = ("#fcfbf8", "#f1f4f1")
DARK = ("#11191b", "#1a2527")
HARSH = ["#ffd400", "#000000", "#ffffff", "#808080", "#00ff00", "#0000ff", "#ff00ff", "#00ffff"]


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    brighter, darker = sorted((luminance(colour), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def pairs(shades: Shades, grounds: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return every text of the theme with the ground on which it stands."""
    return [
        *product((shades.accent, shades.accent_deep), grounds),
        *product((shades.on_accent,), (shades.accent, shades.accent_deep)),
        *product((shades.foot_ink, shades.foot_muted, "#ffffff"), (shades.foot,)),
    ]


def too_low(accent: str) -> list[tuple[str, str]]:
    shades = palette(accent, LIGHT, DARK)
    every_pair = pairs(shades.light, LIGHT) + pairs(shades.dark, DARK)
    return [pair for pair in every_pair if contrast(*pair) < 4.5]


@given(st.integers(0, 0xFFFFFF))
@settings(max_examples=400, deadline=None)
def test_text_can_be_read_whatever_the_accent(number: int) -> None:
    assert too_low(f"#{number:06x}") == []


@given(st.integers(0, 0xFFFFFF))
@settings(max_examples=200, deadline=None)
def test_an_accent_that_can_be_read_stays_what_it_is(number: int) -> None:
    accent = f"#{number:06x}"
    is_readable = all(contrast(accent, ground) >= 4.5 for ground in LIGHT)

    assert (palette(accent, LIGHT, DARK).light.accent == accent) == is_readable


@pytest.mark.parametrize("accent", HARSH)
def test_text_can_be_read_with_a_harsh_accent(accent: str) -> None:
    assert too_low(accent) == []


def test_a_pale_accent_is_darkened_by_day_and_keeps_its_hue() -> None:
    yellow = palette("#ffd400", LIGHT, DARK)

    red, green, blue = (int(yellow.light.accent[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue
    assert luminance(yellow.light.accent) < luminance("#ffd400") < luminance("#ffffff")
    assert luminance(yellow.dark.accent) > luminance(yellow.light.accent)


def test_a_grey_accent_gives_greys() -> None:
    shades = palette("#808080", LIGHT, DARK)

    for colour in (shades.light.accent, shades.light.foot, shades.dark.accent, shades.dark.foot):
        assert colour[1:3] == colour[3:5] == colour[5:7]


def test_the_library_is_loaded_when_a_palette_is_made() -> None:
    """A fifth of a second that a build which draws no sheet does not pay."""
    script = (
        "import sys\nfrom sitegen.theme import shades\nfrom sitegen.rendering import render\n"
        "from sitegen.rendering.templates import filters\nfrom sitegen.engine import pipeline\n"
        "assert 'coloraide' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
