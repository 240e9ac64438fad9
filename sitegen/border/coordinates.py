"""A point on the earth as people write it, in front matter, data and shortcodes. Pure."""

import re
from collections.abc import Sequence

from sitegen.patterns import lazy_pattern

_WRITTEN = lazy_pattern(
    r"\s*(-?\d{1,3}(?:\.\d{1,15})?)(\s*[,;]\s*|\s+)(-?\d{1,3}(?:\.\d{1,15})?)\s*", re.ASCII
)
"""As maps give it to copy: `47.397, 0.692`."""


def read_coordinates(text: str) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees (WGS 84) of `47.397, 0.692`; None for all else.

    `47,397` is none: it is one number with a decimal comma, or two whole ones.
    """
    match = _WRITTEN.fullmatch(text)
    if match is None or (match[2] == "," and "." not in match[1] + match[3]):
        return None
    return coordinates((float(match[1]), float(match[3])))


def coordinates(numbers: Sequence[float]) -> tuple[float, float] | None:
    """Return *numbers* if they are latitude and longitude in degrees: `[47,39, 0,68]` is four."""
    if len(numbers) == 2 and abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180:
        return numbers[0], numbers[1]
    return None
