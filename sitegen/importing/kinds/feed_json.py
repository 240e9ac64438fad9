"""JSON Feed (https://www.jsonfeed.org/version/1.1/). Pure."""

import datetime as dt
import html
import json
from typing import Any

from sitegen.importing.kinds.autop import paragraphs
from sitegen.importing.kinds.encodings import json_value
from sitegen.importing.kinds.feed_model import (
    DAY,
    Enclosure,
    FeedEntry,
    FormerFeed,
    Time,
    told_apart,
)
from sitegen.importing.refusals import unreadable
from sitegen.importing.values import read_iso
from sitegen.names import OWN_WORDS

_CONTACT = ("name", "role", "phone", "email")


def read_json(raw: bytes, name: str) -> FormerFeed:
    """Return the feed *raw*, in UTF-8, in the file *name*. Raises `UsageError`."""
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
        entries=tuple(told_apart(_item(item) for item in read["items"] if isinstance(item, dict))),
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
        if DAY.fullmatch(written):
            return dt.date.fromisoformat(written)
        return read_iso(written) if written else None
    except ValueError:
        return written
