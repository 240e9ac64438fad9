"""Attribute lists: `{.class #id lang=en}`, with or without a colon after the brace.

A list belongs to what it touches: a link, image, emphasis or code before it; the heading, cell or
term at whose end it stands; the paragraph or list item whose last line it is. Alone in a
paragraph it belongs to the block above. Braces that hold anything else stay as they are typed.
"""

import re
from collections import Counter
from html import unescape

from sitegen.markup.findings import MarkupFinding, find_attribute
from sitegen.markup.tokens import (
    INLINE,
    VOID,
    find_verbatim,
    is_closing,
    read_attributes,
    tag_name,
    write_tag,
)
from sitegen.patterns import lazy_pattern

LIST = lazy_pattern(
    r"""\{:?[ ]*((?:(?:[#.][^\s{}#.="']++
        |[a-zA-Z][\w-]*+=(?:"[^"<>{}]*+"|'[^'<>{}]*+'|[^\s{}"'=<>]++))[ ]*+)+)\}""",
    re.VERBOSE,
)
"""An attribute list; its group holds the entries."""

_ENTRY = lazy_pattern(r"""([#.])([^\s{}#.="']+)|([a-zA-Z][\w-]*)=(?:"([^"]*)"|'([^']*)'|(\S+))""")
_LANGUAGE = lazy_pattern(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")

_WITH_VALUES = ("id", "lang", "width", "height", "dir", "role")
"""Attributes that may be written, with some values only."""
_ON_OWN_LINE = frozenset(("p", "li", "dd", "blockquote"))
_ON_LAST_LINE = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt"))
_BLOCKS_ABOVE = frozenset(("p", "ul", "ol", "dl", "table", "blockquote", "pre"))


def has_lists(html: str) -> bool:
    """Whether there may be work here; it costs next to nothing to ask."""
    return "{" in html and LIST.search(html) is not None


def apply_lists(tokens: list[str], findings: list[MarkupFinding]) -> list[str]:
    """The *tokens* with each attribute list taken out of its text and written into its tag.

    *findings* gets what a list may not say.
    """
    verbatim = find_verbatim(tokens)
    written = tokens[:1]
    elements = _OpenElements()
    openings: dict[int, int] = {}  # from the indexes of end tags to those of their start tags
    for index in range(1, len(tokens), 2):
        tag, text = tokens[index], tokens[index + 1]
        name = tag_name(tag)
        touched = -1  # the start tag of what a list at the beginning of the text belongs to
        if is_closing(tag):
            touched = elements.leave(name)
            if "{" in written[-1] and touched >= 0 and index - 1 not in verbatim:
                is_taken = _apply_at_end(written, name, touched, openings, findings)
                if is_taken:
                    written[-1] += text
                    continue
            openings[len(written)] = touched
        elif name not in VOID:
            elements.enter(name, len(written))
        elif name == "img":
            touched = len(written)
        written.append(tag)
        if "{" in text and index + 1 not in verbatim:
            while touched >= 0 and name in INLINE and (match := LIST.match(text)):
                written[touched] = with_list(written[touched], match[1], findings)
                text = text[match.end() :]
        written.append(text)
    return written


def _apply_at_end(
    written: list[str],
    name: str,
    opening: int,
    openings: dict[int, int],
    findings: list[MarkupFinding],
) -> bool:
    """Apply a list at the end of *written* to the element that ends there.

    True if that was a paragraph with nothing else, which is gone then: its list went to the block
    above it.
    """
    text = written[-1].rstrip()
    start = text.rfind("{")
    match = LIST.fullmatch(text, max(start, 0))
    before = text[:start].rstrip(" ")
    is_alone = not before and opening == len(written) - 2
    is_own_line = before.endswith("\n") or is_alone
    if not match or not (name in _ON_LAST_LINE or (name in _ON_OWN_LINE and is_own_line)):
        return False
    if name == "p" and is_alone:
        above = openings.get(opening - 2, -1)
        if above < 0 or written[-3].strip() or tag_name(written[above]) not in _BLOCKS_ABOVE:
            return False
        written[above] = with_list(written[above], match[1], findings)
        del written[-2:]
        return True
    written[opening] = with_list(written[opening], match[1], findings)
    written[-1] = before.rstrip()
    return False


class _OpenElements:
    """The elements that are open at one place of a token list, with the indexes of their tags."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self._counts: Counter[str] = Counter()

    def enter(self, name: str, index: int) -> None:
        self._open.append((name, index))
        self._counts[name] += 1

    def leave(self, name: str) -> int:
        """The index of the start tag that an end tag closes; -1 if none is open."""
        if not self._counts[name]:
            return -1
        while True:
            opened, index = self._open.pop()
            self._counts[opened] -= 1
            if opened == name:
                return index


def with_list(tag: str, entries: str, findings: list[MarkupFinding]) -> str:
    """The start *tag* with the attributes of a list. What is not allowed there is left out."""
    attributes = read_attributes(tag)
    for sign, name, key, double, single, bare in _ENTRY.findall(entries):
        value = unescape(name or double or single or bare)
        if sign == "." or key == "class":
            attributes["class"] = f"{attributes.get('class', '')} {value}".strip()
        elif sign == "#":
            attributes["id"] = value
        elif _is_allowed(key.lower(), value, tag_name(tag)):
            attributes[key.lower()] = value
        else:
            finder, values = find_attribute("", key), {"attribute": key}
            if key.lower() in _WITH_VALUES:
                findings.append(MarkupFinding("list-value", {**values, "value": value}, finder))
            else:
                findings.append(MarkupFinding("list-left-out", values, finder))
    return write_tag(tag_name(tag), attributes)


def _is_allowed(key: str, value: str, element: str) -> bool:
    """Attributes that can do no harm, with a value that is valid HTML; an image's credit too."""
    match key:
        case "id":
            return bool(value) and not any(character.isspace() for character in value)
        case "lang":
            return _LANGUAGE.fullmatch(value) is not None
        case "width" | "height":
            return value.isascii() and value.isdigit()
        case "dir":
            return value in ("ltr", "rtl", "auto")
        case "role":
            return value in ("presentation", "none")
        case "title":
            return True
        case "credit":  # goes below the image; see figures.py
            return element == "img"
        case _:
            return key.startswith("data-")
