"""The text of a document as one string: where typography, plain text and word counts come from."""

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from sitegen.markup.tokens import (
    INLINE,
    VERBATIM,
    escape_text,
    is_closing,
    read_attributes,
    tag_name,
)
from sitegen.markup.typography import (
    EDGE_MARK,
    INLINE_MARK,
    NARROW,
    NO_BREAK,
    OPAQUE_MARK,
    space_french,
)
from sitegen.model.languages import language_of
from sitegen.patterns import lazy_pattern

_UNTOUCHED = VERBATIM | {"kbd", "samp", "var", "svg", "math"}
_ASCII = bytes(range(128))
_LETTERS = bytes(byte >= 128 or not chr(byte).isspace() for byte in range(256))
"""1 for each byte of a word, 0 for each space of ASCII."""
_OTHER_SPACE = re.compile(
    rb"\xc2\x85|\xe1\x9a\x80|\xe2(?:\x80[\x80-\x8a\xa8\xa9]|\x81\x9f)|\xe3\x80\x80"
)
"""Spaces that are no ASCII, in UTF-8: U+0085, U+1680, U+2000 to U+200A, U+2028, U+2029, U+205F,
U+3000."""
_INLINE_BYTE = INLINE_MARK.encode()
_NO_MARKS = str.maketrans(dict.fromkeys((INLINE_MARK, NARROW, NO_BREAK)))
_SIGNS_OF_UNTOUCHED = (*(f"<{name}" for name in sorted(_UNTOUCHED)), "lang=")
_UNEVEN_SPACE = lazy_pattern(r"[\t\n\r\f ]{2,}|[\t\n\r\f]")
_SIGNS_OF_UNEVEN = ("  ", "\n", "\t", "\r", "\f")
_CONTAINERS = frozenset((
    "aside", "blockquote", "dd", "details", "figure", "li", "section", "sitegen-shortcode", "table",
))  # fmt: skip


_STRUCK = frozenset(("del", "s"))


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
    untouched = _untouched_texts(tokens, is_french)
    parts = list(tokens)
    parts[1::2] = map(_mark, tokens[1::2])
    for place in untouched:
        parts[place * 2] = OPAQUE_MARK if texts[place] else ""
    text = "".join(parts)
    is_escaped = "&" in text
    if is_escaped:
        text = unescape(text)
    if is_french:
        text = space_french(text)
    words = _count_words(text)
    text = text.replace(EDGE_MARK, "")
    plain = text.split(INLINE_MARK)
    html = plain
    if is_escaped or "<" in text or ">" in text:
        html = escape_text(text).split(INLINE_MARK)
    if untouched:
        html = list(html)
        for place in untouched:
            html[place] = texts[place]
            plain[place] = unescape(texts[place])
    return Prose(html, plain, words)


def plain_text(tokens: list[str], plain: list[str], opening: int, closing: int) -> str:
    """The text between two tags of *tokens* on one line; no-break spaces are kept."""
    pieces = []
    for index in range(opening + 1, closing, 2):
        pieces.append(plain[index // 2])
        if index + 1 < closing and tokens[index + 1].startswith("<br"):
            pieces.append(" ")
    text = "".join(pieces)
    if any(sign in text for sign in _SIGNS_OF_UNEVEN):
        text = _UNEVEN_SPACE.sub(" ", text)
    return text.strip(" ")


def first_paragraph(tokens: list[str], plain: list[str]) -> str:
    """The plain text of the first paragraph that says something and stands by itself; or "".

    It stands in lists and shared links, where nothing can be struck out: what is, is left out.
    """
    depth = 0
    for index in range(1, len(tokens), 2):
        name = tag_name(tokens[index])
        if name in _CONTAINERS:
            depth += -1 if is_closing(tokens[index]) else 1
        elif name == "p" and depth <= 0 and not is_closing(tokens[index]):
            closing = index + 2
            while closing < len(tokens) and tag_name(tokens[closing]) in INLINE:
                closing += 2
            standing = _without_struck(tokens, plain, index, closing)
            if text := plain_text(tokens, standing, index, closing):
                return text
    return ""


def _without_struck(tokens: list[str], plain: list[str], opening: int, closing: int) -> list[str]:
    """The texts *plain*, of which those that are struck out between two tags are empty."""
    if _STRUCK.isdisjoint(map(tag_name, tokens[opening:closing:2])):
        return plain
    standing, depth = list(plain), 0
    for index in range(opening, closing, 2):
        if tag_name(tokens[index]) in _STRUCK:
            depth += -1 if is_closing(tokens[index]) else 1
        if depth:
            standing[index // 2 + 1] = ""
    return standing


def _count_words(text: str) -> int:
    """Words as a line breaks: `2 mars` and `Quoi ?` are one each.

    As many as `str.split` would give, of which none is made: each byte becomes 1, or 0 if it is a
    space. Of the whole as one number, a word begins at each 1 that has no 1 before it.
    """
    encoded = text.replace(NARROW, "").replace(NO_BREAK, "").encode("utf-8", "surrogatepass")
    if _OTHER_SPACE.search(encoded.translate(None, _ASCII)):
        return len(text.translate(_NO_MARKS).split())
    letters = int.from_bytes(encoded.translate(_LETTERS, _INLINE_BYTE), "little")
    return (letters & ~(letters << 8)).bit_count()


@lru_cache(maxsize=1024)
def _mark(tag: str) -> str:
    """What stands for *tag* in the text: always one mark to split at, after an edge for a block."""
    name = tag_name(tag)
    return INLINE_MARK if name in INLINE and name != "br" else EDGE_MARK + INLINE_MARK


@lru_cache(maxsize=1024)
def _may_begin(tag: str) -> bool:
    """Whether with *tag* may begin what is code, or not French."""
    lowered = tag.lower()
    return any(sign in lowered for sign in _SIGNS_OF_UNTOUCHED)


def _untouched_texts(tokens: list[str], is_french: bool) -> list[int]:
    """The places, among the texts, of code and of what is not French."""
    if not any(map(_may_begin, set(tokens[1::2]))):
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
        elif is_french and "lang=" in tag and "lang" in (attributes := read_attributes(tag)):
            is_other = not language_of(attributes["lang"]).is_french
            open_elements.append((name, is_other))
        elif open_elements and open_elements[-1][0] == name:
            open_elements.append(open_elements[-1])
        if open_elements and open_elements[-1][1]:
            places.append((index + 1) // 2)
    return places
