"""Photographs whose author nobody names. Pure."""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic

PHOTOGRAPHS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
"""A drawing (SVG) is the house's own as a rule: a chart, a logo."""

_SHOWN = re.compile(
    r"!\[(?P<alt>[^\]\n]*)\]\((?P<file>[^()\s]+\.(?:jpe?g|webp|avif))(?P<title>[^()\n]*)\)"
    r"(?:\{:?(?P<braces>[^}\n]*)\})?"
    r"|^:::+ *figure +(?P<shortcode>(?P<named>\S+\.(?:jpe?g|webp|avif))[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
"""A photograph within a text. There PNG is for screenshots and charts, the house's own."""
_NAMES_AUTHOR = re.compile(r"credit|crédit|©|presentation|decorative", re.IGNORECASE)


def check_credit(text: Text) -> Iterator[Diagnostic]:
    """Yield an article's own image without `credit`, unless it only decorates (`alt: ""`); then
    the photographs within its text of which neither `credit` nor a caption names the author.
    """
    image = text.document.front.image
    is_credited = image is None or image.credit or image.alt == ""
    if image and not is_credited and image.src.lower().endswith(PHOTOGRAPHS):
        yield text.document.diagnostic("image-without-credit", "image", file=image.src)
    for match in _SHOWN.finditer(text.body.words):
        parts = (match["title"], match["braces"], match["shortcode"])
        is_decoration = match["shortcode"] is None and not match["alt"]
        if not is_decoration and not any(part and _NAMES_AUTHOR.search(part) for part in parts):
            file = match["file"] or match["named"]
            yield text.body.diagnostic("photograph-without-credit", match.start(), file=file)
