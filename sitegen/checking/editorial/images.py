"""Photographs whose author nobody names. Pure."""

from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic

PHOTOGRAPHS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
"""A drawing (SVG) is the house's own as a rule: a chart, a logo."""


def check_credit(text: Text) -> Iterator[Diagnostic]:
    """Yield an article's own image without `credit`, unless it only decorates (`alt: ""`)."""
    image = text.document.front.image
    if image is None or image.credit or image.alt == "":
        return
    if image.src.lower().endswith(PHOTOGRAPHS):
        yield text.document.diagnostic("image-without-credit", "image", file=image.src)
