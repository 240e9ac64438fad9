"""Colours as webmasters write them: `#c2185b`, or a name of CSS."""

import re

from sitegen.patterns import lazy_pattern

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")
_NAME = lazy_pattern(r"[a-z]{3,20}")


def parse_colour(text: str) -> str:
    """Return *text* as `#rrggbb`, or nothing if it is no opaque colour.

    Names are CSS Color 4's (`teal`). Only these load coloraide, a fifth of a second.
    """
    folded = text.strip().lower()
    if _HEX.fullmatch(folded):
        digits = folded[1:]
        return folded if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)
    if not _NAME.fullmatch(folded):
        return ""
    from coloraide import Color

    try:
        colour = Color(folded)
    except ValueError:
        return ""
    # `transparent` is a colour of CSS, and nothing to read.
    return "" if colour.alpha() < 1 else colour.to_string(hex=True)
