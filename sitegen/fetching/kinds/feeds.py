"""RSS, Atom and JSON Feed as announcements. Pure."""

import re
from html import unescape

from sitegen.fetching.announcements import (
    AnnouncedFile,
    AnnouncedPicture,
    AnnouncedSource,
    Announcement,
    Told,
    published,
)
from sitegen.fetching.cleaning import plain_text
from sitegen.fetching.local_files import file_kind, file_name
from sitegen.importing.kinds.feed_entries import read_feed
from sitegen.importing.kinds.feed_model import Enclosure, FeedEntry
from sitegen.importing.values import plain, read_day

_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def read_announcements(raw: bytes, url: str, zone: str) -> Told:
    """Return what the feed *raw*, found at *url*, announces. Raises `UsageError` for none."""
    feed = read_feed(raw, url)
    announcements = [_announcement(entry, zone) for entry in feed.entries]
    return Told(
        name=plain(feed.title)[:120],
        language=feed.language.split("-")[0].lower(),
        announcements=tuple(
            announcement for announcement in announcements if announcement is not None
        ),
        left_out={
            "it has neither a title nor a text": sum(
                announcement is None for announcement in announcements
            )
        },
        is_window=True,
    )


def _announcement(entry: FeedEntry, zone: str) -> Announcement | None:
    shown = plain_text(entry.content)
    title = plain(entry.title) or " ".join(shown.split()[:10])
    if not title:
        return None
    picture = entry.picture or next(
        (enclosure.address for enclosure in entry.enclosures if enclosure.type.startswith("image")),
        "",
    )
    return Announcement(
        id=entry.id or title,
        link=entry.link,
        title=title,
        html=entry.content if entry.is_whole else "",
        summary=plain_text(entry.summary) or shown,
        published=published(read_day(entry.published, zone) or read_day(entry.updated, zone)),
        updated=published(read_day(entry.updated, zone)),
        tags=tuple(filter(None, map(plain, entry.tags))),
        picture=_picture(entry, picture) if picture else None,
        attachments=tuple(
            AnnouncedFile(url=enclosure.address, name=name)
            for enclosure in entry.enclosures
            if enclosure.address != picture and (name := _file_name(enclosure))
        ),
        signatories=entry.signatories,
        contact=entry.contact,
        via=tuple(AnnouncedSource(name=name, url=url) for name, url in entry.sources),
        feeds=entry.feeds,
    )


def _picture(entry: FeedEntry, address: str) -> AnnouncedPicture:
    """Return the picture at *address* of *entry*, described as in its text, if it stands there."""
    texts = (_ALT.search(tag) for tag in _IMAGE.findall(entry.content) if address in unescape(tag))
    alt = next((unescape(match[1] or match[2] or "") for match in texts if match), "")
    return AnnouncedPicture(url=address, alt=alt, credit=entry.picture_credit)


def _file_name(enclosure: Enclosure) -> str:
    """Return what readers call a file: RSS and Atom tell no name, and most of theirs are sound."""
    is_document = file_kind(enclosure.address)
    return enclosure.title or (file_name(enclosure.address) if is_document else "")
