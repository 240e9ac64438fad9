"""RSS and Atom, read by feedparser. Pure."""

import datetime as dt
import html
import io
import re
from calendar import timegm
from collections.abc import Iterator
from typing import Any

from sitegen.importing.kinds.autop import paragraphs
from sitegen.importing.kinds.feed_model import (
    DAY,
    Enclosure,
    FeedEntry,
    FormerFeed,
    Time,
    told_apart,
)
from sitegen.importing.refusals import unreadable

_ENTITY = re.compile(rb"<!ENTITY\b")
_PAGES = ("text/html", "application/xhtml+xml")


def read_xml(raw: bytes, name: str) -> FormerFeed:
    """Return the feed *raw*, in UTF-8, in the file *name*. Raises `UsageError`."""
    import feedparser  # type: ignore[import-untyped]

    if match := _ENTITY.search(raw):
        line = raw.count(b"\n", 0, match.start()) + 1
        raise unreadable(name, "a feed", "it declares entities", line, 1)
    # What a build publishes is cleaned by the build; films must survive until they are shortcodes.
    read = feedparser.parse(io.BytesIO(raw), sanitize_html=False)
    if not read.entries and read.bozo:
        error = read.bozo_exception
        line = getattr(error, "getLineNumber", int)() or 0
        column = getattr(error, "getColumnNumber", int)() or 0
        reason = getattr(error, "getMessage", error.__str__)()
        raise unreadable(name, "a feed", str(reason), line, column + 1 if line else 0)
    feed = read.feed
    language = feed.get("language") or ""
    return FormerFeed(
        title=feed.get("title") or "",
        link=_page(feed, language),
        description=feed.get("subtitle") or "",
        language=language,
        entries=tuple(told_apart(_parsed(entry, language) for entry in read.entries)),
        mistake=str(read.bozo_exception) if read.bozo else "",
    )


def _page(parsed: Any, language: str) -> str:
    """Return the address of the page in the *language* of the feed.

    Atom may lead to the same page in several languages (RFC 4287 §4.2.7.4); feedparser takes the
    last of them.
    """
    pages = [
        link
        for link in parsed.get("links", ())
        if link.get("rel") == "alternate" and link.get("type", "text/html") in _PAGES
    ]
    if not any("hreflang" in link for link in pages):
        return str(parsed.get("link") or "")
    wanted = ("", language.partition("-")[0].casefold())
    own = (
        page for page in pages if page.get("hreflang", "").partition("-")[0].casefold() in wanted
    )
    return str(next(own, pages[0]).get("href", ""))


def _parsed(parsed: Any, language: str) -> FeedEntry:
    whole = next(iter(parsed.get("content", ())), None)
    summary = parsed.get("summary") or ""
    content = (whole or {}).get("value") or summary or ""
    detail = whole or parsed.get("summary_detail") or {}
    if detail.get("type") == "text/plain" and "<" not in content:
        content = paragraphs(html.escape(content, quote=False))
    pictures = [file.get("url", "") for file in parsed.get("media_thumbnail", ())]
    files = [
        Enclosure(file.get("href", ""), file.get("type", ""))
        for file in parsed.get("enclosures", ())
    ]
    files += [
        Enclosure(file.get("url", ""), file.get("type", file.get("medium", "")))
        for file in parsed.get("media_content", ())
    ]
    credited = [who for who in parsed.get("media_credit", ()) if isinstance(who, dict)]
    link = parsed.get("feedburner_origlink") or _page(parsed, language)
    names = [author.get("name", "") for author in parsed.get("authors", ())]
    return FeedEntry(
        id=parsed.get("id") or "",
        link=link,
        title=parsed.get("title") or "",
        content=content,
        summary=summary if whole else "",
        is_whole=whole is not None,
        published=_parsed_time(parsed, "published"),
        updated=_parsed_time(parsed, "updated"),
        authors=tuple(dict.fromkeys(filter(None, names))),
        tags=tuple(dict.fromkeys(_keyword(tag) for tag in parsed.get("tags", ()))),
        picture=next(filter(None, pictures), ""),
        picture_credit=next((str(who.get("content") or "") for who in credited), ""),
        enclosures=tuple(dict.fromkeys(file for file in files if file.address)),
        sources=tuple(
            (str(link.get("title", "")), str(link.get("href", "")))
            for link in parsed.get("links", ())
            if link.get("rel") == "via"
        ),
        feeds=tuple(_feeds(parsed)),
    )


def _feeds(parsed: Any) -> Iterator[str]:
    """Yield where an entry was taken from: `source` (RSS 2.0; RFC 4287 §4.2.11), `dc:source`."""
    source = parsed.get("source") or {}
    links = (link.get("href") for link in source.get("links", ()))
    for address in (source.get("href"), source.get("id"), *links, parsed.get("dc_source")):
        if isinstance(address, str) and address.startswith(("https://", "http://")):
            yield address.strip()


def _keyword(tag: Any) -> str:
    """Return what readers are shown of a category: Atom has a label beside the term (§4.2.2.3)."""
    return tag.get("label") or tag.get("term") or ""


def _parsed_time(entry: Any, name: str) -> Time:
    # feedparser warns where it answers one date with the other.
    parsed = entry[f"{name}_parsed"] if dict.__contains__(entry, f"{name}_parsed") else None
    written = (entry[name] if dict.__contains__(entry, name) else "").strip()
    if parsed is None:
        return written or None
    if DAY.fullmatch(written):
        return dt.date(*parsed[:3])
    return dt.datetime.fromtimestamp(timegm(parsed), dt.UTC)
