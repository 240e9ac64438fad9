"""One colour that a site sets becomes all that are made of it, for paper and for the night.

Text keeps a contrast of 4.5:1 (WCAG 2.2, criterion 1.4.3, level AA) whatever the colour: one that
is too pale for its ground is darkened, one too dark is lightened, in OKLCH, where the hue stays.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from coloraide import Color

AA = 4.5
"""Contrast of text with its ground, at least."""


class Shades(msgspec.Struct, frozen=True, kw_only=True):
    """The colours of one scheme, as `#rrggbb`."""

    accent: str
    """For text, lines and buttons."""
    accent_deep: str
    """Where the pointer is."""
    on_accent: str
    """Text on either."""
    foot: str
    """The ground of the page's foot."""
    foot_ink: str
    foot_muted: str
    foot_line: str


class Palette(msgspec.Struct, frozen=True):
    """What is made of one accent."""

    light: Shades
    dark: Shades


def palette(
    accent: str, light: Iterable[str] = ("#ffffff",), dark: Iterable[str] = ("#000000",)
) -> Palette:
    """Return the shades of *accent* (`#rrggbb`) that can be read on the grounds given.

    *light*: the grounds of the light scheme, lighter than a middle grey; *dark*: those of the dark
    one, darker.
    """
    asked = (accent, tuple(light), tuple(dark))
    return KNOWN.get(asked) or make_palette(*asked)


Asked = tuple[str, tuple[str, ...], tuple[str, ...]]
KNOWN: Mapping[Asked, Palette] = {
    ("#0b5d66", ("#fcfbf8", "#f1f4f1"), ("#11191b", "#1a2527")): Palette(
        light=Shades(
            accent="#0b5d66",
            accent_deep="#073f46",
            on_accent="#ffffff",
            foot="#0a3b41",
            foot_ink="#eaf3f4",
            foot_muted="#b5ced2",
            foot_line="#2b5c63",
        ),
        dark=Shades(
            accent="#80cad4",
            accent_deep="#a9dde5",
            on_accent="#09262a",
            foot="#092327",
            foot_ink="#eaf3f4",
            foot_muted="#b5ced2",
            foot_line="#2a474b",
        ),
    )
}
"""Those of the brought theme's own colour, which most sites keep: making them anew takes a tenth of
what a small site's build takes. A test holds them against `make_palette`."""


@cache
def make_palette(accent: str, light: tuple[str, ...], dark: tuple[str, ...]) -> Palette:
    """Return what `palette` does, by the library."""
    from coloraide import Color  # a fifth of a second: only where a sheet or a card is drawn

    lightness, chroma, hue = Color(accent).convert("oklch").coords(nans=False)
    tones = _Tones(Color, hue)
    day = tones.readable(lightness, chroma, light, -1)
    night = tones.readable(max(lightness, 0.795), min(chroma * 1.04, 0.12), dark, 1)
    common = {
        "foot_ink": tones.tone(0.957, min(chroma, 0.01)),
        "foot_muted": tones.tone(0.835, min(chroma, 0.028)),
    }
    return Palette(
        light=Shades(
            accent=tones.tone(day, chroma),
            accent_deep=tones.tone(day - 0.1 if day > 0.25 else day + 0.2, chroma * 0.76),
            on_accent="#ffffff",
            foot=tones.tone(0.325, min(chroma * 0.7, 0.08)),
            foot_line=tones.tone(0.444, min(chroma * 0.75, 0.085)),
            **common,
        ),
        dark=Shades(
            accent=tones.tone(night, min(chroma * 1.04, 0.12)),
            accent_deep=tones.tone(night + 0.07 if night < 0.9 else night - 0.1, chroma * 0.76),
            on_accent=tones.tone(0.249, min(chroma, 0.035)),
            foot=tones.tone(0.239, min(chroma * 0.45, 0.05)),
            foot_line=tones.tone(0.377, min(chroma * 0.5, 0.055)),
            **common,
        ),
    )


class _Tones:
    """Colours of one hue."""

    def __init__(self, make: "type[Color]", hue: float) -> None:
        self._make = make
        self._hue = hue

    def tone(self, lightness: float, chroma: float) -> str:
        """Return `#rrggbb`, with less chroma where a screen (sRGB) cannot show so much."""
        colour = self._make("oklch", [lightness, chroma, self._hue])
        return colour.fit("srgb", method="oklch-chroma").convert("srgb").to_string(hex=True)

    def readable(self, lightness: float, chroma: float, grounds: Iterable[str], step: int) -> float:
        """Return the lightness nearest to the one given, below it (*step* -1) or above (1), whose
        tone can be read on each of *grounds*; black or white where none can."""
        end = 0.0 if step < 0 else 1.0
        while lightness != end:
            colour = self._make(self.tone(lightness, chroma))
            if all(colour.contrast(ground) >= AA for ground in grounds):
                break
            lightness = min(max(lightness + step * 0.005, 0.0), 1.0)
        return lightness
