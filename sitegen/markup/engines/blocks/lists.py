"""Lists: which line goes on with one, and whether its items hold paragraphs or text."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from sitegen.markup.engines.blocks.containers import take_indented
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
    is_earlier_loose = any(child.tag == "p" for item in earlier for child in item)
    if is_loose and not is_earlier_loose:
        for item in earlier:
            if item.text:
                paragraph = Element("p")
                paragraph.text, item.text = item.text, None
                item.insert(0, paragraph)
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


def item_content(
    match: re.Match[str], lines: list[str], index: int, *, reads_html: bool
) -> tuple[list[str], int]:
    """The content of the item that *match* marks in the line *index*, and the index after it."""
    line = lines[index]
    indent = len(line) - len(line.lstrip(" "))
    spaces = len(match[4] or " ")
    width = indent + match.end() - (spaces if match[4] else 0) + (1 if spaces > INDENT else spaces)
    if not match[4]:
        width = indent + len(match[0].rstrip(" ")) + 1
    if not line[width:].strip(" ") and index + 1 < len(lines) and not lines[index + 1]:
        return [], index + 1  # an item may begin with one empty line, not with two
    return take_indented(lines, index, line[width:], width, reads_html=reads_html)


def list_of_terms(parent: Element) -> Element | None:
    """Return the list of terms at the end of *parent*, which a paragraph there joins, or begins:
    its lines are terms. None if nothing stands there that can be defined.
    """
    above = parent[-1] if len(parent) else None
    if above is None or above.tag not in ("p", "dl") or (not above.text and above.tag == "p"):
        return None
    if above.tag == "dl":
        return above
    terms = str(above.text).split("\n")
    parent.remove(above)
    known = parent[-1] if len(parent) else None
    if known is None or known.tag != "dl":
        known = SubElement(parent, "dl")
    for term in terms:
        SubElement(known, "dt").text = term.strip(" ")
    return known
