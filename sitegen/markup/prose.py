"""The text of a document as one string: where typography, plain text and word counts come from."""

import re
from html import unescape
from typing import NamedTuple

from sitegen.markup.tokens import INLINE, VERBATIM, is_closing, read_attributes, tag_name
from sitegen.markup.typography import (
    EDGE_MARK,
    INLINE_MARK,
    NARROW,
    NO_BREAK,
    OPAQUE_MARK,
    space_french,
)

_MARKS = {f"<{name}>": INLINE_MARK for name in INLINE if name != "br"}
_MARKS |= {f"</{name}>": INLINE_MARK for name in INLINE}
_BLOCKS = "p li ul ol table thead tbody tr td th blockquote dl dt dd h1 h2 h3 h4 h5 h6 figure div"
_MARKS |= {f"<{name}>": EDGE_MARK for name in _BLOCKS.split()}
_MARKS |= {f"</{name}>": EDGE_MARK for name in _BLOCKS.split()}
"""The marks of the usual tags; `_mark` tells those of all others."""

_ANY_MARK = re.compile(f"[{INLINE_MARK}{EDGE_MARK}]")
_UNTOUCHED = VERBATIM | {"kbd", "samp", "var", "svg", "math"}
_MAY_BE_UNTOUCHED = re.compile(rf"<(?:{'|'.join(sorted(_UNTOUCHED))})\b|\slang=", re.IGNORECASE)
_BREAKABLE = re.compile(r"[ \t\n\r\f]+")
_CONTAINERS = frozenset("aside blockquote dd details figure footer li nav section table".split())


class Prose(NamedTuple):
    """The texts of a token list, one for each even index."""

    html: list[str]
    """Typographic, escaped for HTML; code and other languages as they were."""
    plain: list[str]
    """Typographic, not escaped."""
    words: int


def read_prose(tokens: list[str], is_french: bool) -> Prose:
    """The texts of *tokens*, spaced in one go, so that a rule sees what stands across a tag."""
    texts = tokens[::2]
    marks = [_MARKS.get(tag) or _mark(tag) for tag in tokens[1::2]]
    untouched = _untouched_texts(tokens, is_french)
    parts = list(tokens)
    parts[1::2] = marks
    for place in untouched:
        parts[place * 2] = OPAQUE_MARK if texts[place] else ""
    text = unescape("".join(parts))
    if is_french:
        text = space_french(text)
    words = len(text.replace(NARROW, "").replace(NO_BREAK, "").split())
    plain = _ANY_MARK.split(text)
    html = plain
    if "&" in text or "<" in text or ">" in text or "sitegen:" in text:
        html = _ANY_MARK.split(escape_text(text))
    if untouched:
        html = list(html)
        for place in untouched:
            html[place] = texts[place]
            plain[place] = unescape(texts[place])
    return Prose(html, plain, words)


def escape_text(text: str) -> str:
    """Escape *text* for HTML; nothing in it can be taken for one of our placeholders."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("sitegen:", "sitegen&#58;")


def plain_text(tokens: list[str], plain: list[str], opening: int, closing: int) -> str:
    """The text between two tags of *tokens* on one line; no-break spaces are kept."""
    pieces = []
    for index in range(opening + 1, closing, 2):
        pieces.append(plain[index // 2])
        if tokens[index + 1].startswith("<br"):
            pieces.append(" ")
    return _BREAKABLE.sub(" ", "".join(pieces)).strip(" ")


def first_paragraph(tokens: list[str], plain: list[str]) -> str:
    """The plain text of the first paragraph that says something and stands by itself; or ""."""
    depth = 0
    for index in range(1, len(tokens), 2):
        name = tag_name(tokens[index])
        if name in _CONTAINERS:
            depth += -1 if is_closing(tokens[index]) else 1
        elif name == "p" and depth <= 0 and not is_closing(tokens[index]):
            closing = index + 2
            while closing < len(tokens) and tokens[closing] != "</p>":
                closing += 2
            if text := plain_text(tokens, plain, index, closing):
                return text
    return ""


def _mark(tag: str) -> str:
    name = tag_name(tag)
    return INLINE_MARK if not name or (name in INLINE and name != "br") else EDGE_MARK


def _untouched_texts(tokens: list[str], is_french: bool) -> list[int]:
    """The places, among the texts, of code and of what is not French."""
    if not _MAY_BE_UNTOUCHED.search("".join(tokens[1::2])):
        return []
    places = []
    open_elements: list[tuple[str, bool]] = []  # name, and whether its text is left alone
    for index in range(1, len(tokens), 2):
        tag = tokens[index]
        name = tag_name(tag)
        if name not in INLINE:  # what an author forgot to close ends with its block
            while open_elements and open_elements[-1][0] in INLINE:
                open_elements.pop()
        if open_elements and open_elements[-1][0] in VERBATIM and open_elements[-1][0] != name:
            pass
        elif is_closing(tag):
            if open_elements and open_elements[-1][0] == name:
                open_elements.pop()
        elif name in _UNTOUCHED:
            open_elements.append((name, True))
        elif is_french and " lang=" in tag and "lang" in (attributes := read_attributes(tag)):
            is_other = not attributes["lang"].lower().startswith("fr")
            open_elements.append((name, is_other))
        elif open_elements and open_elements[-1][0] == name:
            open_elements.append(open_elements[-1])
        if open_elements and open_elements[-1][1]:
            places.append((index + 1) // 2)
    return places
