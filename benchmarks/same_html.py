"""Hold the pages of the themes of the same shape against one another: the same work, or no figure.

Texts may differ in typography and dates in wording; what a page holds may not.
"""

import re
import unicodedata
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

ARTICLES = 12
COUNTED = ("h1", "h2", "table", "td", "th", "blockquote", "strong", "em", "time")
_ARTICLE = re.compile(r"(?:^|/)(article-\d+)(?:/index)?\.html$")


class Facts(NamedTuple):
    """What a page of an article holds, however it is marked up."""

    title: str
    elements: tuple[tuple[str, int], ...]
    """Those in `COUNTED`, with how many there are in the article."""
    words: int
    """Of the text between the menu and the foot, tags and neighbours left out."""
    menu: int
    """Links in the head of the page."""


def differences(folders: dict[str, Path]) -> list[str]:
    """Return in words how the outputs in *folders* (by program) differ from that of the first."""
    pages = {name: _articles(folder) for name, folder in folders.items()}
    first, *others = pages
    told = []
    for name in others:
        if pages[name].keys() != pages[first].keys():
            told.append(f"{name} and {first} have other articles")
        for article in pages[name].keys() & pages[first].keys():
            ours, theirs = pages[first][article], pages[name][article]
            told += [
                f"{article}: {field} is {one!r} by {first}, {other!r} by {name}"
                for field, one, other in zip(Facts._fields, ours, theirs, strict=True)
                if one != other
            ]
    return sorted(told)


def _articles(folder: Path) -> dict[str, Facts]:
    return {
        match[1]: _facts(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.html")
        if (match := _ARTICLE.search(path.as_posix()))
    }


def _facts(html: str) -> Facts:
    reader = _Reader()
    reader.feed(html)
    text = unicodedata.normalize("NFKC", " ".join(reader.texts)).casefold()
    elements = tuple(sorted(reader.elements.items()))
    return Facts(reader.title.strip(), elements, len(re.findall(r"[^\W\d]{2,}", text)), reader.menu)


class _Reader(HTMLParser):
    """Reads paragraphs, headings, items and cells of the article; not its lists of links."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.texts: list[str] = []
        self.elements: Counter[str] = Counter()
        self.menu = 0
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "link", "hr", "br", "img"):
            return
        self._open.append(tag)
        self.menu += tag == "a" and "header" in self._open
        if "article" in self._open and tag in COUNTED:
            self.elements[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["h1"]:
            self.title += data
        in_text = "article" in self._open and not {"nav", "time", "a"} & set(self._open)
        if in_text and {"p", "h2", "li", "td", "th"} & set(self._open):
            self.texts.append(data)
