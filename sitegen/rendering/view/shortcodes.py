"""A body's shortcodes become what the theme's templates make of them. See `markup/shortcodes/`."""

import re
from collections.abc import Callable

from sitegen.markup.shortcodes.calls import ELEMENT
from sitegen.patterns import lazy_pattern

_CALL = rf'<{ELEMENT} call="([a-z][a-z0-9_-]*) sitegen:([\w-]*)">'
_ALONE = lazy_pattern(rf"{_CALL}\s*</{ELEMENT}>")
_AROUND = lazy_pattern(rf"{_CALL}(.*?)</{ELEMENT}>", re.DOTALL)

Expand = Callable[[str, str, str], str]
"""Name, encoded arguments and content (HTML) → HTML."""


def expand_shortcodes(html: str, expand: Expand) -> str:
    """Return *html* with the result of *expand* in place of each shortcode.

    Those with content come last: they may hold others, but not each other.
    """
    html = _ALONE.sub(lambda match: expand(match[1], match[2], ""), html)
    return _AROUND.sub(lambda match: expand(match[1], match[2], match[3].strip()), html)
