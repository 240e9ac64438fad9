"""Events as they stand on the site: with their zone, their venue and their dates."""

import datetime as dt

import msgspec

from sitegen.model.attachments import Attachment
from sitegen.model.moments import Moment
from sitegen.model.scopes import Scope
from sitegen.model.terms import Organisation
from sitegen.model.written import SourceLink
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
    sources: tuple[SourceLink, ...] = ()
    """Who announced it elsewhere, if its document was fetched: names and addresses, the original
    first; one may have no address."""

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
