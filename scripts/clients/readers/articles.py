"""What articles say on their pages, and what a feed reader tells otherwise. Pure."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from lxml import html as parser

QUESTIONS = ("title", "authors", "date", "text", "events", "document")
_DAY = re.compile(r"\d+(?:er)? [a-zéû]+ \d{4}")
_SITE_ZONE = ZoneInfo("Europe/Paris")


@dataclass(frozen=True)
class Article:
    """An article as its pages tell it."""

    link: str
    title: str
    authors: frozenset[str]
    """Those who sign; nobody: the organisation may be named, or no one."""
    is_signed: bool
    date: dt.datetime | None
    text: tuple[str, ...]
    """Its paragraphs and items."""
    events: tuple[str, ...]
    """The days, places and towns of its events."""
    document: str
    """The address of the first file that is no picture."""


def articles(output: Path) -> list[Article]:
    """Return the articles of a built site, by their addresses."""
    articles = []
    events: dict[str, list[str]] = {}
    for url, facts in _events(output):
        events.setdefault(url, []).extend(facts)
    for path in sorted(output.rglob("index.html")):
        page = parser.document_fromstring(path.read_text(encoding="utf-8"))
        blocks = page.xpath("//script[contains(@type, 'ld+json')]")
        data = (json.loads(block.text) for block in blocks)
        article = next((block for block in data if block.get("@type") == "NewsArticle"), None)
        if article is not None:
            articles.append(_article(page, article, events))
    return articles


def faults(told: Iterable[dict[str, Any]], pages: Iterable[Article]) -> dict[str, list[str]]:
    """Return what a reader tells otherwise, by question, of those that it answers."""
    by_link = {entry["link"]: entry for entry in told}
    by_question: dict[str, list[str]] = {}
    for page in pages:
        entry = by_link.get(page.link, {})
        text = _squeezed(_text(entry.get("content") or ""))
        wrong = {
            "title": [] if _words(entry.get("title")) == page.title else [str(entry.get("title"))],
            "date": [] if _instant(entry.get("date")) == page.date else [str(entry.get("date"))],
            "text": [piece for piece in page.text if _squeezed(piece) not in text],
            "events": [piece for piece in page.events if _squeezed(piece) not in text],
        }
        if entry.get("authors", ()) is not None:
            names = {n.strip() for each in entry.get("authors", ()) for n in each.split(",")} - {""}
            is_right = names == page.authors or (not page.is_signed and not names)
            wrong["authors"] = [] if is_right else sorted(names) or [""]
        if entry.get("file", "") is not None:
            file = entry.get("file", "")
            wrong["document"] = [file] if page.document and file != page.document else []
        for question, pieces in wrong.items():
            entries = by_question.setdefault(question, [])
            entries += [f"{page.link}: {'; '.join(pieces)}"] if pieces else []
    return by_question


def _article(page: Any, data: dict[str, Any], events: dict[str, list[str]]) -> Article:
    files = page.xpath("//a[contains(@href, '.pdf')]/@href")
    link = data["url"]
    pieces = page.xpath("//*[contains(@class, 'prose')]//*[self::p or self::li]")
    return Article(
        link=link,
        title=_words(page.xpath("string(//h1)")),
        authors=frozenset(author["name"] for author in data["author"]),
        is_signed=data["author"][0]["@type"] == "Person",
        date=_instant(data["datePublished"]),
        text=tuple(_words(piece.text_content()) for piece in pieces),
        events=tuple(events.get("/" + link.split("/", 3)[3], ())),
        document=f"{'/'.join(link.split('/')[:3])}{files[0]}" if files else "",
    )


def _events(output: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the address of an event's article with the day, place and town of each date."""
    for path in sorted(output.glob("agenda/[0-9]*/[0-9]*/index.html")):
        page = parser.document_fromstring(path.read_text(encoding="utf-8"))
        for line in page.xpath("//li[contains(@class, 'event-line')]"):
            when = _words(line.xpath("string(.//*[contains(@class, 'event-when')]//time)"))
            where = _words(line.xpath("string(.//*[contains(@class, 'event-where')])"))
            days = [] if line.xpath(".//a/@lang") else _DAY.findall(when)
            places = where.removesuffix(" et en ligne").split(", ")
            yield line.xpath("string(.//a/@href)"), [*days, *filter(None, places)]


def _instant(told: Any) -> dt.datetime | None:
    """Return a date in the form of a feed, or in seconds; None for none."""
    if isinstance(told, int):
        return dt.datetime.fromtimestamp(told, dt.UTC)
    try:
        instant = dt.datetime.fromisoformat(str(told))
        return instant if instant.tzinfo else instant.replace(tzinfo=_SITE_ZONE)
    except ValueError:
        try:
            instant = parsedate_to_datetime(str(told))
            return instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)  # -0000
        except ValueError:
            return None


def _text(content: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", content))


def _words(text: Any) -> str:
    return " ".join(str(text or "").split())


def _squeezed(text: str) -> str:
    """Return *text* without spaces and the signs by which text alone shows a list."""
    return re.sub(r"[\s`*>_]+", "", text)
