"""The list of published addresses: text for Git to merge, and its lines. Pure.

A line holds an address from the site's root, the document or file that it shows (`-` for a page
that is made of others), and what the outside calls it by: `feed` for an article, whose id in the
feeds is made of its path (RFC 4151), `event:…` for an event, whose UID in calendars is made of
that, `uid:…` for one that has its own; `as:…` tells the path that ids are made of where the
document has another one now. An address with `#` is that of a part of a page (`anchors.py`). A line
that begins with `@` tells the site's first address, whose host stands in all ids; one with `=`
notes what calendars said last of an event (`events.py`), or that there was one (`calendars.py`).
The order is that of the lines' bytes, so that two branches that add lines seldom touch one place.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.model import OUTLOOK, Page
from sitegen.model.kinds import ELSEWHERE, MOVED, SECTION
from sitegen.names import PUBLISHED_FILE, TRANSLATED
from sitegen.published.anchors import anchors_of, text_of
from sitegen.published.calendars import (
    CALENDAR,
    calendar_rows,
    calendars_now,
    later,
    read_calendar,
)
from sitegen.published.events import SIGN, event_rows, newer, noted_now, read_event
from sitegen.site.agenda.editions import Noted
from sitegen.site.agenda.noted_calendars import NotedCalendar
from sitegen.site.index import Index
from sitegen.site.origins import FEED, KnownToSubscribers, Listed
from sitegen.site.plan.hosts import REDIRECTS
from sitegen.site.urls import encode_path, encode_url, with_base
from sitegen.sources.document import Document

_HEAD = """\
# The addresses that readers know, one a line. Written by `sitegen published --write`; commit it.
"""
_NOTHING = "-"
_AS = "as:"
_FAMILIES = ("articles", "feeds", "calendars", "files")
_COPIED = ("feeds", "calendars", "files")
"""Of these a former address may have a copy."""
_KINDS = (MOVED.name, "section", "agenda", "archives", "search", "accessibility")
"""Of other families: pages of terms, months and years come and go with what they list."""
_SCOPES = ("all", "section", OUTLOOK.kind)
"""Whose feeds and calendars are subscribed to for long; that of one event is fetched once."""


class Line(msgspec.Struct, frozen=True):
    """What stands at an address."""

    source: str = ""
    """The document or file below ``content/``; empty for what is made of several."""
    names: tuple[str, ...] = ()
    """`feed`, `event:` with an id, `uid:`: what subscribers' programs know it by."""
    number: int = 0
    """Its place in the file, from 1."""

    @property
    def origin(self) -> str:
        """The path that ids are made of."""
        former = (name.removeprefix(_AS) for name in self.names if name.startswith(_AS))
        return next(former, self.source)


class Listing(msgspec.Struct, frozen=True):
    """All published addresses."""

    url: str = ""
    """The site's address, with a slash at its end; empty where the list does not tell."""
    lines: dict[str, Line] = {}
    """By address, from the site's root, without the path of the site itself."""
    events: dict[str, Noted] = {}
    """What calendars said last of events."""
    anchors: dict[str, int] = {}
    """Addresses of parts of pages, each with its place in the file."""
    calendars: dict[str, NotedCalendar] = {}
    """Those of parts of the site, by what the list calls them."""
    languages: dict[str, int] = {}
    """Those in which events and calendars are noted beside the first one, each with the place in
    the file where it is named first."""

    def known(self) -> KnownToSubscribers:
        """Return what subscribers' programs know documents by."""
        addresses = {
            address: Listed(line.source, line.origin)
            for address, line in self.lines.items()
            if line.source and line.names
        }
        feeds = {
            address: line.origin
            for address, line in self.lines.items()
            if not line.source and address.endswith(f"/{FEED}")
        }
        return KnownToSubscribers(self.url, addresses, feeds, self.events, self.calendars)

    def text(self) -> str:
        """Return the file."""
        rows = [f"@ {self.url}"] if self.url else []
        for address, line in self.lines.items():
            words = (address, _encoded(line.source) or _NOTHING, *map(_encoded, line.names))
            rows.append(" ".join(words))
        rows += (f"{address} {_NOTHING}" for address in self.anchors)
        rows += event_rows(self.events)
        rows += (" ".join((SIGN, *words)) for words in calendar_rows(self.calendars))
        return _HEAD + "".join(f"{row}\n" for row in sorted(rows, key=str.encode))


def read_listing(text: str) -> tuple[Listing, list[Diagnostic]]:
    """Return the list and the lines that are none: those of a merge that was not ended."""
    url, lines, wrong = "", {}, []
    events: dict[str, Noted] = {}
    anchors: dict[str, int] = {}
    calendars: dict[str, NotedCalendar] = {}
    languages: dict[str, int] = {}
    for number, row in enumerate(text.split("\n"), 1):
        words = row.rstrip("\r ").split(" ")
        if not words[0] or words[0].startswith("#"):
            continue
        if words[0] == "@" and len(words) == 2:
            url = url or words[1]
        elif words[0].startswith("/") and "#" in words[0] and len(words) > 1:
            anchors[words[0]] = number
        elif words[0].startswith("/") and len(words) > 1:
            source = "" if words[1] == _NOTHING else _decoded(words[1])
            lines[words[0]] = Line(source, tuple(map(_decoded, words[2:])), number)
        elif words[:1] == [SIGN] and words[1:2] and words[1].startswith(CALENDAR):
            if calendar := read_calendar(words[1:]):
                name, noted_calendar = calendar
                _note_language(name, number, languages)
                calendars[name] = later(noted_calendar, calendars.get(name))
            else:
                wrong.append(_wrong_line(row, number))
        elif words[0] == SIGN and (event := read_event(words[1:])):
            name, noted = event
            _note_language(name, number, languages)
            events[name] = newer(noted, events.get(name))
        else:
            wrong.append(_wrong_line(row, number))
    return Listing(url, lines, events, anchors, calendars, languages), wrong


def _note_language(name: str, number: int, languages: dict[str, int]) -> None:
    """Note in which language the line *number* tells of *name*, where that is not the first one."""
    _, mark, language = name.partition(TRANSLATED)
    if mark:
        languages.setdefault(language, number)


def _wrong_line(row: str, number: int) -> Diagnostic:
    return Diagnostic("published-line", PUBLISHED_FILE, number, 1, {"text": row[:60]})


def listing_of(index: Index, pages: Iterable[Page]) -> Listing:
    """Return the addresses of the planned *pages* that readers may keep, without their parts."""
    events = noted_now(index, index.calendars_from)
    calendars = calendars_now(index, events)
    lines = dict(_lines(index, pages))
    return Listing(site_address(index.config), lines, events, calendars=calendars)


def with_anchors(listing: Listing, index: Index, pages: Iterable[Page]) -> Listing:
    """Return *listing*, of the planned *pages*, with the parts of them that are to be noted."""
    anchors = dict.fromkeys(anchors_of(index, _texts(index, pages, listing.lines)), 0)
    return msgspec.structs.replace(listing, anchors=anchors)


def documents_at(index: Index, pages: Iterable[Page], listing: Listing) -> dict[str, Document]:
    """Return the document to whose text each address of *listing* leads; of most there is none."""
    documents = index.every_document
    named = {
        address: documents[line.source]
        for address, line in listing.lines.items()
        if line.source in documents
    }
    return named | dict(_texts(index, pages, listing.lines))


def with_former(now: Listing, before: Listing, forgotten: Iterable[str]) -> Listing:
    """Return *now* with the addresses of *before* that are not there, but for the *forgotten*.

    They go on being told until something stands there again, or somebody says that it shall not
    (`~en`: of all that calendars in a language said). The site's address stays the first one: ids
    are made of it.
    """
    gone = {address: line for address, line in before.lines.items() if address not in now.lines}
    endings = tuple(f" {name}" for name in forgotten if name.startswith(TRANSLATED.strip()))

    def is_kept(name: str) -> bool:
        return name not in forgotten and not name.endswith(endings)

    for address in forgotten:
        gone.pop(address, None)
    parts = {
        address: number
        for address, number in before.anchors.items()
        if not {address, address.partition("#")[0]} & {*forgotten}
    }
    events = {name: noted for name, noted in now.events.items() if is_kept(name)}
    calendars = {name: noted for name, noted in now.calendars.items() if is_kept(name)}
    url, anchors = before.url or now.url, now.anchors | parts
    return Listing(url, now.lines | gone, events, anchors, calendars)


def site_address(config: SiteConfig) -> str:
    return f"{config.url.rstrip('/')}/"


def _lines(index: Index, pages: Iterable[Page]) -> Iterator[tuple[str, Line]]:
    base = index.config.base_path
    for page in pages:
        traits = page.traits
        if (
            page.number == 1
            and page.scope.kind in _SCOPES
            and (traits.family in _FAMILIES or page.kind in _KINDS)
        ):
            version = index.version(page.language)
            is_text = traits.is_of_document or page.kind == ELSEWHERE.name
            names = _names(version, page) if is_text else _section_names(version, page)
            has_source = traits.subject in ("document", "file")
            yield _address(page, base), Line(page.subject if has_source else "", names)


def _texts(
    index: Index, pages: Iterable[Page], lines: Mapping[str, Line]
) -> Iterator[tuple[str, Document]]:
    """Yield the addresses of *lines* at which the text of a document stands, and the document."""
    for page in pages:
        document = text_of(index.version(page.language), page.kind, page.subject)
        if document is not None and page.number == 1:
            address = _address(page, index.config.base_path)
            if address in lines:
                yield address, document


def _address(page: Page, base: str) -> str:
    is_copied = page.kind in REDIRECTS or page.traits.family in _COPIED
    if is_copied or page.language:  # it may name another one, or stand on another host
        return encode_path(f"/{page.path.removesuffix('index.html')}")
    return page.url.removeprefix(encode_url(base))


def _section_names(index: Index, page: Page) -> tuple[str, ...]:
    """Return what the feed of a section is called by, where that is another section."""
    section = index.sections.get(page.scope.value) if page.scope.kind == SECTION.name else None
    is_feed = section is not None and page.url == f"{section.url}{FEED}" == _whole_url(index, page)
    return (f"{_AS}{section.origin}",) if section and section.origin and is_feed else ()


def _whole_url(index: Index, page: Page) -> str:
    """Return the address of the file itself: a copy at a former address names another one."""
    path = page.path.removeprefix(index.config.folder)
    return with_base(index.config.base_path, f"/{path}")


def _names(index: Index, page: Page) -> tuple[str, ...]:
    entry = index.entries.get(page.subject)
    if entry is None:
        return ()
    feed = ("feed",) if entry.is_article else ()
    if index.documents[entry.id].original:  # its events are its original's
        return (f"{_AS}{entry.origin}", *feed) if entry.origin and feed else feed
    events = (
        f"uid:{event.uid}" if event.uid else f"event:{event.origin or event.id}"
        for event in entry.events
    )
    former = (f"{_AS}{entry.origin}",) if entry.origin and (feed or entry.events) else ()
    return (*former, *feed, *events)


def _encoded(text: str) -> str:
    return text.replace("%", "%25").replace(" ", "%20")


def _decoded(word: str) -> str:
    return word.replace("%20", " ").replace("%25", "%")
