"""Python-Markdown's tree becomes HTML: the same text as its own serializer's, in half the time.

What its serializer provides for and no text of ours holds (namespaces, comments as elements) is
left to it.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.serializers import (  # type: ignore[attr-defined]
    BOOLEAN_ATTRIBUTES,
    HTML_EMPTY,
    RE_AMP,
    to_html_string,
)
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX

from sitegen.patterns import lazy_pattern

_BOOLEAN = BOOLEAN_ATTRIBUTES["html"]
_SPECIAL = lazy_pattern("[&<>]")
_VERBATIM = ("script", "style")


def write_html(root: Element) -> str:
    """Return *root* with all that it holds as HTML."""
    pieces: list[str] = []
    if _write(root, pieces):
        return "".join(pieces)
    return str(to_html_string(root))


def _write(element: Element, pieces: list[str]) -> bool:
    """Add *element* and its tail to *pieces*; False where something of it is not for us."""
    tag = element.tag
    if not isinstance(tag, str):
        return False
    if not (attributes := element.attrib):
        pieces.append(f"<{tag}>")
    else:
        pieces.append(f"<{tag}")
        for name, value in sorted(attributes.items()):
            if not isinstance(value, str) or not isinstance(name, str):
                return False
            if name == value and name in _BOOLEAN:
                pieces.append(f" {name}")
            else:
                pieces.append(f' {name}="{_escaped(value).replace(chr(34), "&quot;")}"')
        pieces.append(">")
    if text := element.text:
        pieces.append(text if tag.lower() in _VERBATIM else _escaped(text))
    for child in element:
        if not _write(child, pieces):
            return False
    if tag.lower() not in HTML_EMPTY:
        pieces.append(f"</{tag}>")
    if tail := element.tail:
        pieces.append(_escaped(tail))
    return True


def _escaped(text: str) -> str:
    """Return *text* with its signs escaped; an ampersand that begins an entity stays."""
    if not _SPECIAL.search(text):
        return text
    return RE_AMP.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


class Unescape(UnescapeTreeprocessor):
    """Puts escaped signs back, where there are any: most texts have none."""

    def unescape(self, text: str) -> str:
        return super().unescape(text) if STX in text else text


def know_blocks(md: Markdown) -> None:
    """Let *md* know block elements by a set: it asks of each element, and searched a list."""
    blocks = frozenset(md.block_level_elements)
    usual = md.is_block_level

    def is_block_level(tag: object) -> bool:
        return tag in blocks or usual(tag)

    md.is_block_level = is_block_level  # type: ignore[method-assign]
