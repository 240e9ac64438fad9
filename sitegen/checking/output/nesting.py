"""Tags that do not nest: the tree that a browser builds, held against the tags as written. Pure.

An HTML parser never fails: it closes, moves and drops until there is a tree (HTML §13.2). turbohtml
builds that tree and says where each element's tags stand; an element whose tags are not where they
were written, or a tag that became no element, is what an author would want to know of.
"""

import re
from collections.abc import Iterator

from turbohtml import Element, Namespace, SourceLocation, TokenType, tokenize

from sitegen.checking.output.facts import Problem

VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param", "frame", "basefont", "bgsound", "keygen",
))  # fmt: skip
"""Elements without an end tag (HTML §13.1.2)."""
OPEN = frozenset((
    "html", "head", "body", "li", "dt", "dd", "p", "rt", "rp", "optgroup", "option", "colgroup",
    "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
))  # fmt: skip
"""Elements whose end tag may be left out (HTML §13.1.2.4)."""
IMPLIED = frozenset(("html", "head", "body", "tbody", "colgroup"))
"""Elements that are there without a start tag."""
_START = re.compile(r"<[a-zA-Z]")
_END = re.compile(r"</[a-zA-Z]")


class Tags:
    """Notes the tags of the tree's elements, in the tree's order, and what is wrong with them."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._starts: set[tuple[int, int]] = set()
        self._ends: set[tuple[int, int]] = set()
        self._last: tuple[int, str, int, int] = (-1, "", 0, 0)
        self._moved = -1
        self._found: list[Problem] = []

    def see(self, tag: str, element: Element, location: SourceLocation | None) -> None:
        """Note an *element* of the tree, a *tag*, whose own tags stand at *location*."""
        start = location.start_tag if location else None
        if location is None or start is None:
            if tag not in IMPLIED and element.source_line is not None:
                self._note("html-moved", tag, element.source_line, element.source_col or 0)
            return  # what an end tag made (`</p>`, `</br>`) is found by that tag
        line, column = start.start_line, start.start_col
        self._starts.add((line, column))
        if start.start_offset < self._last[0]:
            if self._last[0] != self._moved:  # told once, not for each element that it passed
                self._note("html-moved", *self._last[1:])
                self._moved = self._last[0]
        else:
            self._last = (start.start_offset, tag, line, column)
        end = location.end_tag
        if end is not None:
            self._ends.add((end.start_line, end.start_col))
        elif tag not in VOID and tag not in OPEN:
            is_foreign = element.namespace is not Namespace.HTML
            if not (is_foreign and self._markup[start.end_offset - 2] == "/"):
                self._note("html-unclosed", tag, line, column)

    def problems(self) -> Iterator[Problem]:
        """Yield what was found, and the tags that became no element."""
        yield from self._found
        starts, ends = len(_START.findall(self._markup)), len(_END.findall(self._markup))
        if (starts, ends) == (len(self._starts), len(self._ends)):
            return  # every tag has its place; scripts and comments may hold some more
        for token in tokenize(self._markup, capture_attributes=False):
            place = (token.line, token.col)
            if token.type is TokenType.START_TAG and place not in self._starts:
                yield _problem("html-stray-tag", f"<{token.tag}>", *place)
            elif token.type is TokenType.END_TAG and place not in self._ends:
                yield _problem("html-stray-tag", f"</{token.tag}>", *place)

    def _note(self, code: str, tag: str, line: int, column: int) -> None:
        self._found.append(_problem(code, tag, line, column))


def _problem(code: str, tag: str, line: int, column: int) -> Problem:
    return Problem(code, line, column + 1, {"tag": tag})
