"""What is found wrong in an engine's HTML, told where it stands in the Markdown.

No engine tells places, so each finding says how it looks in the text.
"""

import re
from collections.abc import Callable, Iterable
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from sitegen.border.addresses import (
    SCHEMES,
    forbidden_scheme,
    is_address,
    local_file,
    runs_code,
)
from sitegen.errors import Diagnostic
from sitegen.patterns import lazy_pattern

Finder = Callable[[str, int], int]
"""Gives the next place in a text from another on, or -1."""
_SHOWN = 60
"""Characters of an address that a message shows."""
_EMPTY = lazy_pattern(
    r"""(?<=\])\([ \t]*(?:<>)?[ \t]*(?:"[^"\n]*"[ \t]*)?\)|(?:href|src)=(?:""|'')""", re.IGNORECASE
)
_BLANKS = lazy_pattern(r"[\x00-\x20]+")


class MarkupFinding(NamedTuple):
    code: str
    values: dict[str, str]
    find: Finder


def find_tag(name: str, *, last: bool = False) -> Finder:
    """The next tag of *name* (`/div` is an end tag), or the *last* one."""
    pattern = re.compile(rf"<{re.escape(name)}(?![\w-])", re.IGNORECASE)

    def find(text: str, start: int) -> int:
        match = pattern.search(text, start)
        if last:
            *_, match = (match, *pattern.finditer(text))
        return match.start() if match else -1

    return find


def find_attribute(element: str, attribute: str) -> Finder:
    """The next one in a tag, or in the braces of an attribute list where *element* is empty."""
    before = rf"<{re.escape(element)}(?![\w-])[^<]*?[\s/\"']" if element else r"\{[^{}\n]*?"
    pattern = re.compile(rf"{before}({re.escape(attribute)})(?![\w-])", re.IGNORECASE)

    def find(text: str, start: int) -> int:
        match = pattern.search(text, start)
        return match.start(1) if match else -1

    return find


def find_address(url: str) -> Finder:
    """The address as it is written, or the line that says the same in character references."""
    plain = _BLANKS.sub("", url)

    def find(text: str, start: int) -> int:
        for spelling in (url, unquote(url)):  # CommonMark encodes some of it
            at = text.find(spelling, start)
            if at >= 0:
                return at
        at = start
        for line in text[start:].split("\n"):
            if plain in _BLANKS.sub("", unescape(line)):
                return at
            at += len(line) + 1
        return -1

    return find


def find_empty_address(text: str, start: int) -> int:
    """The brackets in which no address stands, or the attribute."""
    match = _EMPTY.search(text, start)
    return match.start() if match else -1


def left_out(element: str, attribute: str) -> MarkupFinding:
    values = {"element": element, "attribute": attribute}
    return MarkupFinding("attribute-left-out", values, find_attribute(element, attribute))


def forbidden_address(
    url: str, *, is_image: bool = False, allows_others: bool = False
) -> list[MarkupFinding]:
    """What is wrong with the scheme of *url*, or with its host: nothing, or one finding.

    A site that *allows_others* may lead anywhere but to code.
    """
    scheme = forbidden_scheme(url, is_image=is_image)
    shown = _BLANKS.sub(" ", url)[:_SHOWN]
    if name := local_file(unquote(url)):
        return [
            MarkupFinding(
                "file-elsewhere", {"url": unquote(shown), "name": name}, find_address(url)
            )
        ]
    if scheme and (runs_code(scheme) or not allows_others):
        values = {"url": shown, "known": ", ".join(SCHEMES)}
        return [MarkupFinding("unsafe-link", values, find_address(url))]
    if not scheme and not is_address(url):
        return [MarkupFinding("bad-web-address", {"url": unquote(shown)}, find_address(url))]
    return []


def locate(text: str, findings: Iterable[MarkupFinding]) -> tuple[Diagnostic, ...]:
    """The *findings* with their places in *text*; those of one kind in one place are told once."""
    diagnostics: dict[tuple[str, ...], Diagnostic] = {}
    last: dict[tuple[str, ...], int] = {}
    exhausted = set()
    for code, values, find in findings:
        kind = (code, *values.values())
        if kind in exhausted:
            continue
        at = find(text, last.get(kind, -1) + 1)
        if at < 0:
            exhausted.add(kind)
            at = last.get(kind, 0)
        last[kind] = at
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        diagnostics[(*kind, str(at))] = Diagnostic(code, "", line, column, values)
    return tuple(diagnostics.values())
