"""What a feed holds, the same of RSS, Atom and JSON Feed. Pure."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A date that says no hour."""

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
    feeds: tuple[str, ...] = ()
    """Addresses of the feed that it was taken from, if it says so: `source` of RSS and Atom."""


class FormerFeed(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    link: str
    description: str
    language: str
    entries: tuple[FeedEntry, ...]
    mistake: str = ""
    """Why it is not well-formed, where it could be read all the same."""


def told_apart(entries: Iterable[FeedEntry]) -> Iterator[FeedEntry]:
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
