"""What becomes of documents on the site: entries, with their section, terms and events."""

import datetime as dt
from typing import Any

import msgspec

from sitegen.model.moments import Moment
from sitegen.model.scopes import Scope
from sitegen.model.texts import Prose
from sitegen.model.written import Contact, Correction, Image, SourceLink
from sitegen.model.written_events import (
    Access,
    Location,
    Price,
    Registration,
    Repeat,
    Session,
    Status,
)

_OF_A_PART = " – "


def name_of_part(event: str, part: str) -> str:
    """Return what one of several times of an *event* is called that has a name: *part*."""
    return f"{event}{_OF_A_PART}{part}" if part and event not in part else part


class Term(msgspec.Struct, frozen=True, order=True):
    """A tag or an author in use, with the address of its page."""

    name: str
    slug: str
    url: str

    @property
    def description(self) -> str:
        """What its feed says of it: nothing."""
        return ""


class Author(msgspec.Struct, frozen=True, kw_only=True):
    name: Prose
    slug: str
    url: str
    role: Prose = ""
    email: str = ""
    bio: Prose = ""

    @property
    def description(self) -> str:
        """What the author's feed says of them."""
        return self.bio


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """A partner, a signatory or an organiser: from ``_data/organisations.yaml``, or a name."""

    name: Prose
    url: str = ""
    """Of its own site."""
    short: Prose = ""
    email: str = ""
    phone: str = ""
    address: Prose = ""
    slug: str = ""
    """Of a signatory that is a key of the data: that key, as it stands in addresses."""
    page: str = ""
    """The address of the page of what it signs or announces; empty for those without one."""

    @property
    def card(self) -> str:
        """The address of its contact card, beside its page; empty where there is nothing to say."""
        is_reached = self.page and (self.email or self.phone or self.address)
        return f"{self.page.rpartition('/')[0]}/{self.slug}.vcf" if is_reached else ""

    @property
    def description(self) -> str:
        """What the feed of what it signs says of it: nothing."""
        return ""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A rubrique: a folder of ``content/`` with its settings."""

    id: str
    origin: str = ""
    """The section that it was published as first, where it is another one: its feed's id."""
    title: str
    url: str
    summary: str = ""
    per_page: int = 20
    feed: bool = True
    layout: str = ""
    """Which templates its pages have: those of ``layouts/<layout>/``; empty for the usual ones."""
    trunk: str = ""
    """The section that gave it its layout; empty where the site did."""
    introduction: str = ""
    """The id of the ``_index.md`` whose body introduces the section, or nothing."""
    extra: dict[str, Any] = {}

    @property
    def name(self) -> str:
        """Its title: a section is a term like others."""
        return self.title

    @property
    def slug(self) -> str:
        """Its id."""
        return self.id

    @property
    def description(self) -> str:
        """What its feed says of it."""
        return self.summary


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    url: str
    size: int
    """Bytes."""
    media_type: str


class Edition(msgspec.Struct, frozen=True):
    """What was noted of an event, or of a date that was added to it, when it was published last."""

    suffix: str
    """What the date's UID adds to the event's; nothing for the event itself."""
    sequence: int
    """SEQUENCE (RFC 5545 §3.8.7.4) as subscribers are told it now."""
    stamp: dt.datetime
    """When it was last changed, in UTC."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its zone, venue and organiser resolved."""

    id: str
    """Frozen: the UID comes from it."""
    uid: str = ""
    """That of the calendar that it came from, which then is its own."""
    origin: str = ""
    """The id that it was published under first, where that is another one: its UID's."""
    suffix: str = ""
    """What its UID adds to that; an added date that is gone has one."""
    editions: tuple[Edition, ...] = ()
    """What is known of its former ones; nothing where the site keeps no list."""
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
    is_in_slots: bool = False
    """Whether its dates are times of one event, which `repeat` tells as additions to the first."""
    other_locations: tuple[Location, ...] = ()
    accessibility: tuple[Access, ...] = ()
    accessibility_note: str = ""
    audience: tuple[str, ...] = ()
    conditions: str = ""
    price: tuple[Price, ...] = ()
    registration_deadline: Moment | None = None
    """The last moment at which one can register: of a date, its end."""
    capacity: int = 0
    programme: tuple[Session, ...] = ()
    """In order of time."""
    entry_id: str = ""
    """The document that announces it."""
    url: str = ""
    """The address of its page."""
    lang: str = ""
    """The language of its announcement, where it is not the site's."""
    summary_utf8: bytes = b""
    """The summary of its announcement: the same bytes."""
    section: str = ""
    tags: tuple[str, ...] = ()
    """Slugs of the announcing document's tags."""
    scopes: tuple[Scope, ...] = ()
    """Whose calendars hold it: of the announcing document's section, tags, signatories."""
    categories: tuple[str, ...] = ()
    image: str = ""
    """The address of its announcement's picture."""
    attachments: tuple[Attachment, ...] = ()
    """The files of its announcement."""
    stamped: Moment | None = None
    """When its announcement was last changed: `updated`, else `date`."""
    created: Moment | None = None

    @property
    def summary(self) -> str:
        return self.summary_utf8.decode()

    @property
    def is_all_day(self) -> bool:
        return self.start.is_date

    def name_beside(self, series: str) -> str:
        """What is to be said of its name where that of its *series* stands: nothing, the name of
        one of several times, or the whole of another one."""
        return "" if self.name == series else self.name.removeprefix(f"{series}{_OF_A_PART}")

    @property
    def is_cancelled(self) -> bool:
        return self.status == "cancelled"

    @property
    def has_no_date(self) -> bool:
        """Whether it is put off: `start` is the day that it had, and no other one is known."""
        return self.status == "postponed"

    @property
    def is_off(self) -> bool:
        """Whether nothing takes place at `start`: it is cancelled, or has no date any more."""
        return self.is_cancelled or self.has_no_date


UNTOLD_LENGTH = dt.timedelta(hours=1)
"""How long calendars say that an event lasts whose end nobody told."""


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """One date of an event."""

    event: Event
    """The event as it is on that date: with the changes of that date of a recurring one."""
    start: Moment
    end: Moment | None
    slots: tuple[tuple[Moment, Moment | None], ...] = ()
    """When the times of its day begin and end, where it has several; `start` and `end` are those
    of the whole."""
    rule_start: Moment | None = None
    """When the rule of a recurring event lets it begin: its RECURRENCE-ID, whatever was changed."""

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
    def sort_key(self) -> tuple[int, bool, float, str]:
        """By the day that is shown, what lasts all day first, then in order of time."""
        day = self.start.local.toordinal()
        return (day, not self.start.is_date, self.start.timestamp, self.event.id)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A published document with its place on the site: what a template sees, but the body."""

    id: str
    """The document's path below ``content/``."""
    origin: str = ""
    """The path that it was published under first, where that is another one: feeds know it so."""
    url: str
    path: str
    """Where its page stands below ``output/``."""
    title: str
    summary_utf8: bytes = b""
    """Its summary as bytes: as text with French quotes and spaces it has three times as many."""
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
    announced_by: tuple[SourceLink, ...] = ()
    announcers: tuple[Organisation, ...] = ()
    """Those of `source` and `announced_by` that have a page of what comes from them."""
    canonical: str = ""
    """Another address, if it is a copy of what stands there."""
    is_untranslated: bool = False
    """Whether it stands in another language than its version of the site, for want of a
    translation."""
    contact: Contact | None = None
    signatories: tuple[Organisation, ...] = ()
    place: str = ""
    correction: tuple[Correction, ...] = ()
    """The latest first."""
    attachments: tuple[Attachment, ...] = ()
    lang: str = ""
    """The document's language where it is not the site's."""
    pinned: bool = False
    template: str = ""
    events: tuple[Event, ...] = ()
    """The events that this document announces."""
    about: tuple[str, ...] = ()
    """Events that another document announces: their ids, or `id@2027-01-07` for one date."""
    aliases: tuple[str, ...] = ()
    extra: dict[str, Any] = {}
    is_elsewhere: bool = False
    """Whether it has no page here: `url` is where its source has it, and `path` leads on to it."""

    @property
    def fetched_from(self) -> tuple[SourceLink, ...]:
        """Where a text stands that was fetched, the original first; nothing for one's own."""
        if self.source is None or self.source.fetched is None:
            return ()
        links = (link for link in (self.source, *self.announced_by) if link.url)
        original = self.source.original or self.canonical
        return tuple(sorted(links, key=lambda link: link.url != original))

    @property
    def summary(self) -> str:
        return self.summary_utf8.decode()

    @property
    def is_article(self) -> bool:
        """Whether it has a date: pages have none, and stand in no list or feed."""
        return self.date is not None

    @property
    def modified(self) -> Moment | None:
        return self.updated or self.date
