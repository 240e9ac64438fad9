"""Hold what an extractor read against the page: title, authors, day, text, nothing foreign. Pure.

What a page says is read from the theme's own marks: its `h1`, the summary and the text by class,
the authors and the day from its JSON-LD.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html as parser

QUESTIONS = ("title", "authors", "date", "text", "nothing foreign")
OWN = "//main//*[contains(concat(' ', @class, ' '), ' {} ')]"
SILENT = ("script", "style", "template", "svg", "sup", "figcaption")
"""Neither text nor foreign: captions go with pictures, the marks of notes are links."""
INLINE = ("em", "strong", "b", "i", "span", "a", "time", "abbr", "code", "cite", "q", "s", "u")
SHORT = 12
"""Letters from which on a piece of text is told from a chance likeness."""


@dataclass(frozen=True)
class Truth:
    """What an article's page says, and what stands around the article."""

    title: str
    authors: frozenset[str]
    """Those who sign; else the organisation, which a program may name or leave out."""
    is_signed: bool
    date: str
    """Day of publication, ISO 8601."""
    text: tuple[str, ...]
    foreign: tuple[str, ...]


def truth(page: str) -> Truth | None:
    """Read a page as the theme writes it; None: it is no article's, or the article has no text."""
    document = parser.document_fromstring(page)
    data = (
        json.loads(script.text) for script in document.xpath("//script[contains(@type, 'ld+json')]")
    )
    article = next((block for block in data if block.get("@type") == "NewsArticle"), None)
    texts = [part for name in ("chapo", "prose") for part in document.xpath(OWN.format(name))]
    pieces = tuple(dict.fromkeys(piece for part in texts for piece in _pieces(part)))
    if article is None or not pieces:
        return None
    names = [author["name"] for author in article["author"]]
    parts = ("announced", "announced-others", "lead-figure", "alert-warning", "programme")
    head = [part for name in parts for part in document.xpath(OWN.format(name))]
    head += document.xpath("//article/header")
    known = squeezed("".join([*(part.text_content() for part in head + texts), *names]))
    around = {piece for piece in _pieces(document.find("body")) if squeezed(piece) not in known}
    return Truth(
        title=" ".join(document.xpath("string(//h1)").split()),
        authors=frozenset(names),
        is_signed=article["author"][0]["@type"] == "Person",
        date=article["datePublished"][:10],
        text=pieces,
        foreign=tuple(sorted(around)),
    )


def faults(reading: dict[str, Any], page: Truth) -> dict[str, list[str]]:
    """Return what is wrong with a reading, by question, of those that the tool asks."""
    text = squeezed(reading["text"])
    wrong = {
        "title": [] if " ".join(reading["title"].split()) == page.title else [reading["title"]],
        "text": [piece for piece in page.text if squeezed(piece) not in text],
        "nothing foreign": [piece for piece in page.foreign if squeezed(piece) in text],
    }
    if reading["authors"] is not None:
        wrong["authors"] = (
            [] if _are_right(reading["authors"], page) else reading["authors"] or [""]
        )
    if reading["date"] is not None:
        wrong["date"] = [] if reading["date"] == page.date else [reading["date"]]
    return wrong


def squeezed(text: str) -> str:
    """Return *text* without what extractors change: white space, the signs of tables."""
    return re.sub(r"[\s|\u00ad\u200b]+", "", text)


def _are_right(names: list[str], page: Truth) -> bool:
    """Tell whether the names, one by one or in one with commas, are those that sign."""
    authors = {
        name.strip() for written in names for name in re.split("[,;]", written) if name.strip()
    }
    return authors == page.authors or (not page.is_signed and not authors)


def _pieces(part: Any) -> Iterator[str]:
    """Yield the runs of text between the tags that end a run."""
    run: list[str] = []
    done: list[str] = []

    def end() -> None:
        if len(squeezed("".join(run))) >= SHORT:
            done.append(" ".join("".join(run).split()))
        run.clear()

    def walk(node: Any) -> None:
        if not isinstance(node.tag, str) or node.tag in SILENT or _is_mark(node):
            end()
            return
        if node.tag not in INLINE:
            end()
        run.append(node.text or "")
        for child in node:
            walk(child)
            run.append(child.tail or "")
        if node.tag not in INLINE:
            end()

    walk(part)
    end()
    yield from done


def _is_mark(node: Any) -> bool:
    return "footnote-" in node.get("class", "")
