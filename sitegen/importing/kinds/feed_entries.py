"""What a feed holds, the same of RSS, Atom and JSON Feed. Pure.

RSS and Atom are read by feedparser; JSON Feed (https://www.jsonfeed.org/version/1.1/) as it is.
"""

import datetime as dt
import html
import io
import json
import re
from calendar import timegm
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from sitegen.importing.kinds.autop import paragraphs
from sitegen.importing.kinds.encodings import in_utf_8, json_value, without_mark, xml_in_utf_8
from sitegen.importing.refusals import unlike, unreadable
from sitegen.names import OWN_WORDS

_CONTACT = ("name", "role", "phone", "email")
WANTED = "a file of RSS, Atom or JSON Feed, or a folder of them"
_ENTITY = re.compile(rb"<!ENTITY\b")
_PAGES = ("text/html", "application/xhtml+xml")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org\\?/version')
"""Anywhere: JSON orders no keys, and some programs write `/` as `\\/`."""
_BEFORE_ROOT = re.compile(
    rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*", re.DOTALL
)
"""What may stand before the first element (XML 1.0 §2.8)."""


Time = dt.datetime | dt.date | str | None
"""A text is a date as it was written, where it has no form that feeds have."""


class Enclosure(NamedTuple):
    address: str
    type: str
    title: str = ""


class FeedEntry(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    """Empty where the entry says nothing at all."""
    link: str
    title: str
    content: str
    """HTML; the summary where there is nothing else."""
    summary: str
    is_whole: bool
    """Whether the feed has the text, not a summary of it alone."""
    published: Time
    """None in feeds that only say when a text was changed."""
    updated: Time
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    picture: str
    picture_credit: str = ""
    enclosures: tuple[Enclosure, ...]
    signatories: tuple[str, ...] = ()
    """As sitegen's feeds tell them, and whom to ask: name, role, phone, email."""
    contact: dict[str, str] = {}
    sources: tuple[tuple[str, str], ...] = ()
    """Where it was fetched from before, name and address: what Atom calls `via`."""


class FormerFeed(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    link: str
    description: str
    language: str
    entries: tuple[FeedEntry, ...]
    mistake: str = ""
    """Why it is not well-formed, where it could be read all the same."""


def is_feed(raw: bytes) -> bool:
    """Whether *raw*, the beginning of a file, is one of a feed."""
    start = without_mark(raw).lstrip()
    if start[:1] == b"{":
        return bool(_JSON_FEED.search(start))
    start = root_of(start)[:4096]
    return any(sign in start for sign in (b"<rss", b"<feed", b"<rdf:RDF"))


def root_of(raw: bytes) -> bytes:
    """Return the XML *raw* from its first element on."""
    match = _BEFORE_ROOT.match(raw)
    return raw[match.end() :] if match else raw


def read_feed(raw: bytes, name: str) -> FormerFeed:
    """Return the feed in the file *name*. Raises `UsageError` for what is none."""
    if b"wordpress.org/export/" in raw[:65536]:
        raise unlike("rss", name, "it is an export of WordPress", f"{WANTED}; or the other kind")
    raw = in_utf_8(raw) if raw.lstrip()[:1] == b"{" else xml_in_utf_8(raw)
    if not is_feed(raw):
        raise unlike("rss", name, "it begins as no feed does", WANTED)
    return _read_json(raw, name) if raw.lstrip()[:1] == b"{" else _read_xml(raw, name)


def _read_xml(raw: bytes, name: str) -> FormerFeed:
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
        entries=tuple(_told_apart(_parsed(entry, language) for entry in read.entries)),
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
    )


def _keyword(tag: Any) -> str:
    """Return what readers are shown of a category: Atom has a label beside the term (§4.2.2.3)."""
    return tag.get("label") or tag.get("term") or ""


def _parsed_time(entry: Any, name: str) -> Time:
    # feedparser warns where it answers one date with the other.
    parsed = entry[f"{name}_parsed"] if dict.__contains__(entry, f"{name}_parsed") else None
    written = (entry[name] if dict.__contains__(entry, name) else "").strip()
    if parsed is None:
        return written or None
    if _DATE.fullmatch(written):
        return dt.date(*parsed[:3])
    return dt.datetime.fromtimestamp(timegm(parsed), dt.UTC)


def _read_json(raw: bytes, name: str) -> FormerFeed:
    try:
        read = json_value(raw)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        line, column = getattr(error, "lineno", 0), getattr(error, "colno", 0)
        raise unreadable(name, "a feed", getattr(error, "msg", str(error)), line, column) from None
    if not isinstance(read, dict) or not isinstance(read.get("items"), list):
        raise unreadable(name, "a feed", "it has no list of `items`")
    return FormerFeed(
        title=_text(read, "title"),
        link=_text(read, "home_page_url"),
        description=_text(read, "description"),
        language=_text(read, "language"),
        entries=tuple(_told_apart(_item(item) for item in read["items"] if isinstance(item, dict))),
    )


def _item(described: dict[str, Any]) -> FeedEntry:
    content, plain = _text(described, "content_html"), _text(described, "content_text")
    summary = _text(described, "summary")
    shown = content or paragraphs(html.escape(plain or summary, quote=False))
    files = [file for file in _list(described, "attachments") if isinstance(file, dict)]
    own = described.get(OWN_WORDS)
    beside = own if isinstance(own, dict) else {}
    contact = beside.get("contact")
    people = _list(described, "authors") or [described.get("author")]
    return FeedEntry(
        id=_text(described, "id"),
        link=_text(described, "url") or _text(described, "external_url"),
        title=_text(described, "title"),
        content=shown,
        summary=summary,
        is_whole=bool(content or plain),
        published=_json_time(described, "date_published"),
        updated=_json_time(described, "date_modified"),
        authors=tuple(
            filter(None, (_text(who, "name") for who in people if isinstance(who, dict)))
        ),
        tags=tuple(tag for tag in _list(described, "tags") if isinstance(tag, str)),
        picture=_text(described, "image") or _text(described, "banner_image"),
        picture_credit=_text(beside, "image_credit"),
        signatories=tuple(name for name in _list(beside, "signatories") if isinstance(name, str)),
        contact={key: _text(contact, key) for key in _CONTACT if isinstance(contact, dict)},
        sources=tuple(
            (_text(source, "name"), _text(source, "url"))
            for source in _list(beside, "sources")
            if isinstance(source, dict)
        ),
        enclosures=tuple(
            Enclosure(_text(file, "url"), _text(file, "mime_type"), _text(file, "title"))
            for file in files
            if _text(file, "url")
        ),
    )


def _list(values: dict[str, Any], key: str) -> list[Any]:
    value = values.get(key)
    return value if isinstance(value, list) else []


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    return (
        value if isinstance(value, str) else str(value) if isinstance(value, (int, float)) else ""
    )


def _json_time(described: dict[str, Any], key: str) -> Time:
    written = _text(described, key)
    try:
        if _DATE.fullmatch(written):
            return dt.date.fromisoformat(written)
        return dt.datetime.fromisoformat(written) if written else None
    except ValueError:
        return written


def _told_apart(entries: Iterable[FeedEntry]) -> Iterator[FeedEntry]:
    """Yield the *entries* of a feed, each with an identity, but for those that say nothing.

    RSS asks for none, and some feeds lead from all of their entries to one page: an entry without
    is known by its link, or, where others have that too, by its words and day.
    """
    shown = [(entry, f"{_words(entry)} {entry.published or ''}".strip()) for entry in entries]
    links = Counter(link for link, _said in {(entry.link, said) for entry, said in shown})
    for entry, said in shown:
        if entry.id or not said:
            yield entry
        elif entry.link and links[entry.link] == 1:
            yield replace(entry, id=entry.link)
        else:
            yield replace(entry, id=f"{said} {entry.link}".strip())


def _words(entry: FeedEntry) -> str:
    return entry.title or entry.content[:80] or " ".join(one.address for one in entry.enclosures)


def entries_once(feeds: list[FormerFeed]) -> Iterator[FeedEntry]:
    """Yield the entries of several pages of a feed, each once, the oldest last."""
    known = {""}
    for feed in feeds:
        for entry in feed.entries:
            if entry.id not in known:
                known.add(entry.id)
                yield entry
