"""Lists: which line goes on with one, and whether its items hold paragraphs or text."""

import re
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from sitegen.markup.engines.blocks.signs import INDENT, MARKER, RULE, Lazy


def sister(line: str, sign: str) -> re.Match[str] | None:
    """The mark of the next item of a list whose items have *sign*; None if its *line* has none."""
    text = line.lstrip(" ")
    if type(line) is Lazy or len(line) - len(text) >= INDENT:
        return None
    match = MARKER.match(text)
    if match is None or (match[1] or match[3]) != sign or RULE.match(text):
        return None
    return match


def even_out(element: Element, *, is_loose: bool) -> None:
    """Make the definitions of a list alike: paragraphs in all of them, or in none."""
    *earlier, last = [child for child in element if child.tag == "dd"]
    is_earlier_loose = any(child.tag == "p" for one in earlier for child in one)
    if is_loose and not is_earlier_loose:
        for one in earlier:
            if one.text:
                paragraph = Element("p")
                paragraph.text, one.text = one.text, None
                one.insert(0, paragraph)
    elif not is_loose and not is_earlier_loose:
        _unwrap(last)


def tighten(element: Element) -> None:
    """Let the items of a list hold text, not paragraphs."""
    for item in element:
        _unwrap(item)


def _unwrap(item: Element) -> None:
    """Write the paragraphs of *item* as its own text."""
    before: Element | None = None
    for child in list(item):
        if child.tag != "p" or isinstance(child.text, AtomicString):
            before = child
            continue
        item.remove(child)
        if before is None:
            item.text = f"{item.text}\n{child.text}" if item.text else child.text
        else:
            before.tail = f"{before.tail}\n{child.text}" if before.tail else f"\n{child.text}"
