"""The words of the domain: frozen values that every layer shares.

A *document* is what an author writes, an *entry* is a document that has its place on the site, a
*page* is a file in ``output/``.
"""

import datetime as dt
from functools import lru_cache
from typing import Any, ClassVar, Literal
from zoneinfo import ZoneInfo

import msgspec

Status = Literal["confirmed", "tentative", "postponed", "rescheduled", "cancelled", "full"]


@lru_cache(maxsize=512)
def zone_info(name: str) -> dt.tzinfo:
    """Return the zone called *name*: an IANA name or an offset such as ``+01:00``.

    Raises `zoneinfo.ZoneInfoNotFoundError` or `ValueError` for anything else.
    """
    if name[:1] in "+-" and name:
        hours, minutes = name[1:].split(":")
        offset = dt.timedelta(hours=int(hours), minutes=int(minutes))
        return dt.timezone(-offset if name[0] == "-" else offset)
    return ZoneInfo(name)


class Moment(msgspec.Struct, frozen=True):
    """A date, or a date and time in a zone: what stands behind every date of the front matter.

    A bare date is a date, never midnight UTC. A time without an offset has no zone until
    `in_zone` gives it the venue's, the event's or the site's.
    """

    local: dt.datetime
    """The wall clock, without tzinfo; midnight for a date."""
    is_date: bool = False
    zone: str = ""

    def in_zone(self, zone: str) -> "Moment":
        """Return this moment with *zone*, unless it has one of its own."""
        return self if self.zone else Moment(self.local, self.is_date, zone)

    @property
    def date(self) -> dt.date:
        return self.local.date()

    @property
    def instant(self) -> dt.datetime:
        """The aware date-time; the start of the day for a date. Needs a zone."""
        return self.local.replace(tzinfo=zone_info(self.zone))

    @property
    def timestamp(self) -> float:
        """Seconds since 1970-01-01T00:00Z: for sorting and comparing over zones."""
        return self.instant.timestamp()

    def iso(self) -> str:
        """Return ISO 8601: a date, or a date-time with its offset (schema.org, RFC 3339)."""
        return self.date.isoformat() if self.is_date else self.instant.isoformat()


# What authors write under a key of the front matter or of site.yaml. A mapping with a `shorthand`
# may be written as that one field alone: `image: photo.jpg` is `image: {src: photo.jpg}`.


class Image(msgspec.Struct, frozen=True, kw_only=True):
    shorthand: ClassVar[str] = "src"

    src: str
    """As written, then (in an `Entry`) the image's address."""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    width: int = 0
    """Pixels; 0 when unknown."""
    height: int = 0


class SourceLink(msgspec.Struct, frozen=True, kw_only=True):
    """Where an article comes from: a newspaper, a partner."""

    shorthand: ClassVar[str] = "name"

    name: str
    url: str = ""
    date: Moment | None = None


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    shorthand: ClassVar[str] = "name"

    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event takes place; written alone, a key of ``_data/venues.yaml`` or a name."""

    shorthand: ClassVar[str] = "name"

    name: str
    address: str = ""
    city: str = ""
    postcode: str = ""
    country: str = ""
    geo: tuple[float, ...] = ()
    """Latitude and longitude in degrees (WGS 84), or nothing."""
    url: str = ""
    timezone: str = ""


class Registration(msgspec.Struct, frozen=True, kw_only=True):
    """One way to register: an address of a form, an e-mail address, a phone number."""

    shorthand: ClassVar[str] = "url"

    url: str = ""
    email: str = ""
    phone: str = ""


class Repeat(msgspec.Struct, frozen=True, kw_only=True, rename={"exceptions": "except"}):
    """How an event recurs: RFC 5545 §3.3.10, with exceptions and additions apart from the rule."""

    rrule: str = ""
    exceptions: tuple[Moment, ...] = ()
    also: tuple[Moment, ...] = ()


class EventFields(msgspec.Struct, frozen=True, kw_only=True):
    """The mapping under ``event:`` as it is written."""

    start: Moment
    end: Moment | None = None
    id: str = ""
    name: str = ""
    timezone: str = ""
    type: str = ""
    location: Location | None = None
    online: str = ""
    status: Status = "confirmed"
    previous_start: Moment | None = None
    organizer: str = ""
    registration: tuple[Registration, ...] = ()
    repeat: Repeat | None = None


class FrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """Every key that an author may write above an article or a page."""

    title: str
    date: Moment | None = None
    updated: Moment | None = None
    author: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    section: str = ""
    kind: str = ""
    summary: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    image: Image | None = None
    source: SourceLink | None = None
    contact: Contact | None = None
    signatories: tuple[str, ...] = ()
    place: str = ""
    attachments: tuple[str, ...] = ()
    lang: str = ""
    draft: bool = False
    embargo: Moment | None = None
    expires: Moment | None = None
    pinned: bool = False
    template: str = ""
    event: EventFields | str | None = None
    events: tuple[EventFields | str, ...] = ()
    extra: dict[str, Any] = {}


class SectionFrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """Every key of a section's ``_index.md``."""

    title: str
    summary: str = ""
    per_page: int = 0
    feed: bool | None = None
    lang: str = ""
    image: Image | None = None
    draft: bool = False
    extra: dict[str, Any] = {}


# What the layers below make of it.


class Term(msgspec.Struct, frozen=True, order=True):
    """A tag or an author in use, with the address of its page."""

    name: str
    slug: str
    url: str


class Author(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    slug: str
    url: str
    role: str = ""
    email: str = ""
    bio: str = ""


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """A partner, a signatory or an organiser: from ``_data/organisations.yaml``, or a name."""

    name: str
    url: str = ""
    short: str = ""
    email: str = ""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A rubrique: a folder of ``content/`` with its settings."""

    id: str
    title: str
    url: str
    summary: str = ""
    per_page: int = 20
    feed: bool = True
    introduction: str = ""
    """The id of the ``_index.md`` whose body introduces the section, or nothing."""


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    url: str
    size: int
    """Bytes."""
    media_type: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its zone, venue and organiser resolved."""

    id: str
    """Frozen: the UID comes from it."""
    name: str
    start: Moment
    end: Moment | None
    """The last moment, inclusive for a date; None: an hour is not told, or one day."""
    type: str = ""
    status: Status = "confirmed"
    location: Location | None = None
    online: str = ""
    previous_start: Moment | None = None
    organizer: Organisation | None = None
    registration: tuple[Registration, ...] = ()
    repeat: Repeat | None = None
    entry_id: str = ""
    """The document that announces it."""
    url: str = ""
    """The address of its page."""
    summary: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    """Slugs of the announcing document's tags."""
    categories: tuple[str, ...] = ()
    stamped: Moment | None = None
    """When its announcement was last changed: `updated`, else `date`."""
    created: Moment | None = None

    @property
    def is_all_day(self) -> bool:
        return self.start.is_date

    @property
    def is_cancelled(self) -> bool:
        return self.status == "cancelled"


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """One date of an event."""

    event: Event
    start: Moment
    end: Moment | None

    @property
    def first_day(self) -> dt.date:
        return self.start.date

    @property
    def last_day(self) -> dt.date:
        """The last day on which it stands; an end at midnight belongs to the day before."""
        if self.end is None:
            return self.start.date
        if not self.end.is_date and self.end.local.time() == dt.time() and self.end != self.start:
            return max(self.start.date, self.end.date - dt.timedelta(days=1))
        return max(self.start.date, self.end.date)

    @property
    def ends(self) -> float:
        """The timestamp from which it is past: its end, or else the end of its day."""
        if self.end is not None and not self.end.is_date:
            return self.end.timestamp
        after = dt.datetime.combine(self.last_day + dt.timedelta(days=1), dt.time())
        return Moment(after, zone=self.start.zone).timestamp

    @property
    def sort_key(self) -> tuple[float, bool, float, str]:
        """In order of time; what lasts all day stands before what has an hour."""
        day = Moment(dt.datetime.combine(self.first_day, dt.time()), zone=self.start.zone)
        return (day.timestamp, not self.start.is_date, self.start.timestamp, self.event.id)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A published document with its place on the site: what a template sees, but the body."""

    id: str
    """The document's path below ``content/``."""
    url: str
    path: str
    """Where its page stands below ``output/``."""
    title: str
    summary: str = ""
    has_own_summary: bool = False
    """Whether the author wrote the summary; otherwise it repeats the first paragraph."""
    date: Moment | None = None
    updated: Moment | None = None
    authors: tuple[Author, ...] = ()
    tags: tuple[Term, ...] = ()
    section: Section | None = None
    kind: str = ""
    image: Image | None = None
    source: SourceLink | None = None
    contact: Contact | None = None
    signatories: tuple[Organisation, ...] = ()
    place: str = ""
    attachments: tuple[Attachment, ...] = ()
    lang: str = ""
    """The document's language where it is not the site's."""
    pinned: bool = False
    template: str = ""
    events: tuple[Event, ...] = ()
    """The events that this document announces."""
    about: tuple[str, ...] = ()
    """Ids of events that another document announces."""
    aliases: tuple[str, ...] = ()
    extra: dict[str, Any] = {}

    @property
    def is_article(self) -> bool:
        """Whether it has a date: pages have none, and stand in no list or feed."""
        return self.date is not None

    @property
    def modified(self) -> Moment | None:
        return self.updated or self.date


class Page(msgspec.Struct, frozen=True):
    """A file to be written: where, by which renderer, about what."""

    path: str
    """Below ``output/``, with slashes."""
    kind: str
    url: str = ""
    subject: str = ""
    """What it shows: a document's id, a section, a slug, a period."""
    number: int = 1
    """Which page of its list, from 1."""


class Question(msgspec.Struct, frozen=True, order=True):
    """What a page asked about the site while it was rendered."""

    kind: str
    arguments: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        return ":".join((self.kind, *map(str, self.arguments)))


class Rendered(msgspec.Struct, frozen=True):
    """A page's bytes, and every question that decided them."""

    page: Page
    content: bytes
    asked: tuple[Question, ...]
