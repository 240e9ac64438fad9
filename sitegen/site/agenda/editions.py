"""How often what subscribers see of an event has changed: SEQUENCE, and what was taken away. Pure.

The committed list of published addresses notes of each event what its calendar said last, so that
a date that moves counts as a change (RFC 5545 §3.8.7.4) though its author did not say so, and an
event that is gone is told as cancelled for a while. Without such a list nothing is known, and the
number is made of `updated` alone.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

import msgspec
from msgspec.structs import replace

from sitegen.digest import digest
from sitegen.model import Edition, Event, Location, Moment, Occurrence, Repeat, Scope
from sitegen.names import TRANSLATED
from sitegen.site.agenda.recurrence import added_dates

_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
MAX_SEQUENCE = 2**31 - 1
"""The largest that an INTEGER of calendars holds (RFC 5545 §3.3.8)."""


class Noted(msgspec.Struct, frozen=True, kw_only=True):
    """What the calendar said last of an event, or of one of its added dates."""

    source: str
    """The document that announced it."""
    sequence: int
    stamp: dt.datetime
    """When it was last changed, in UTC."""
    shown: str
    """A digest of what subscribers see; `-` where it was told as cancelled."""
    start: Moment
    last: dt.date
    """The last day of its dates; that of the year 9999 where there is none."""
    name: str
    removed: dt.date | None = None
    """When it was found to be gone."""
    scopes: tuple[Scope, ...] = ()
    """Whose calendars held it; nothing in lists of before this was noted."""


def formula(event: Event) -> int:
    """Return SEQUENCE without a memory: twice the minutes from 2000 to `updated`, plus one for a
    changed status.

    It grows with `updated` whatever happens to `date`. Without `updated` it is 0, and 1 for an
    event that is cancelled (postponed, full …): who forgets to date a cancellation is heard all the
    same.
    """
    minutes = 0
    if event.stamped is not None and event.stamped != event.created:
        minutes = int((event.stamped.instant - _EPOCH).total_seconds()) // 60
    return min(max(2 * minutes, 0) + (event.status != "confirmed"), MAX_SEQUENCE)


def stamp_of(event: Event) -> dt.datetime:
    """Return when the announcement of *event* was last changed, by its own dates, in UTC."""
    created = event.created or event.stamped or event.start
    stamped = max(created, event.stamped or created, key=lambda moment: moment.timestamp)
    return stamped.instant.astimezone(dt.UTC).replace(microsecond=0)


def name_of(event: Event, suffix: str = "") -> str:
    """Return what the list calls an event, or its date that *suffix* tells: `event:forum`."""
    name = f"uid:{event.uid}" if event.uid else f"event:{event.origin or event.id}"
    return f"{name} {suffix}" if suffix else name


def parts_of(event: Event) -> Iterator[tuple[str, Event]]:
    """Yield what has a UID of its own: the event, and each date that was added to it."""
    yield "", event
    for suffix, date in added_dates(event):
        yield suffix, _alone(date)


def _alone(date: Occurrence) -> Event:
    return replace(date.event, start=date.start, end=date.end, repeat=None)


def shown_of(event: Event) -> str:
    """Return a digest of when, where and whether *event* takes place, and of its name."""
    repeat = event.repeat or Repeat()
    told = [_told(event.name, event.start, event.end, event.status, event.location, event.online)]
    told += ["+ " + _told(location) for location in event.other_locations]
    told += [repeat.rrule, _told(*repeat.exceptions), _told(*repeat.also)]
    told += [
        _told(
            change.date,
            change.start,
            change.end,
            change.name,
            change.status,
            change.location,
            change.online,
        )
        for change in repeat.changes
    ]
    return digest("\n".join(told)).hex()[:16]


def _told(*values: str | Moment | Location | None) -> str:
    """Return *values* as text that no later version of sitegen writes otherwise."""
    written = []
    for value in values:
        if isinstance(value, Moment):
            value = f"{value.local:%Y%m%dT%H%M%S}{'' if value.is_date else value.zone}"
        elif isinstance(value, Location):
            parts = (value.name, value.address, value.postcode, value.city, value.country)
            value = "|".join(parts)
        written.append(value or "")
    return "\t".join(written)


def next_sequence(noted: Noted | None, event: Event, shown: str) -> int:
    """Return SEQUENCE of *event* of which subscribers see *shown*, after what was *noted*."""
    if noted is None:
        return formula(event)
    grown = noted.sequence + (noted.shown != shown)
    return min(max(formula(event), grown), MAX_SEQUENCE)


class Editions(msgspec.Struct, frozen=True, eq=False):
    """The events of a site beside what was noted of them."""

    noted: Mapping[str, Noted]
    gone: Mapping[str, Noted]
    """What was published and is no more, by its name and in order of that."""
    known: dict[str, Event] = {}
    """Events with their editions, once somebody asked."""

    def told(self, event: Event) -> Event:
        """Return *event* with the editions of its parts."""
        if not self.noted:
            return event
        known = self.known.get(event.id)
        if known is None:
            editions = (self._edition(event, suffix, part) for suffix, part in parts_of(event))
            known = replace(
                event, editions=tuple(edition for edition in editions if edition is not None)
            )
            self.known[event.id] = known
        return known

    def _edition(self, event: Event, suffix: str, part: Event) -> Edition | None:
        noted = self.noted.get(name_of(event, suffix))
        if noted is None:
            return None
        stamp = max(noted.stamp, stamp_of(event))
        return Edition(suffix, next_sequence(noted, part, shown_of(part)), stamp)

    def removed(self, today: dt.date, first: dt.date, keep: int) -> Iterator[tuple[Noted, Event]]:
        """Yield what is gone as cancelled events, each with what was noted of it.

        Until *keep* days after it was noted as gone; what was over before *first* is not told.
        """
        for name, noted in self.gone.items():
            if noted.last >= first and keep and not is_forgotten(noted, today, keep):
                yield noted, _cancelled(name, noted)


def editions_of(
    noted: Mapping[str, Noted], events: Collection[Event], waiting: Collection[str]
) -> Editions:
    """Return *events* beside what was *noted*.

    *waiting*: documents that their author keeps from readers, or that have mistakes: what they
    announced is not told as gone.
    """
    there = events if noted else ()
    names = {name_of(event, suffix) for event in there for suffix, _ in parts_of(event)}
    gone = {
        name: known
        for name, known in sorted(noted.items())
        if name not in names and known.source not in waiting and TRANSLATED not in name
    }
    return Editions(noted, gone)


def is_forgotten(noted: Noted, today: dt.date, keep: int) -> bool:
    """Whether what is gone has been told as cancelled for *keep* days on *today*."""
    return noted.removed is not None and today >= noted.removed + dt.timedelta(days=keep)


def _cancelled(name: str, noted: Noted) -> Event:
    """Return the event that was *noted* as *name*, as it is told once it is gone."""
    called, _, suffix = name.partition(" ")
    kind, _, identity = called.partition(":")
    sequence = noted.sequence + (noted.removed is None)
    return Event(
        id=f"removed/{name}",
        uid=identity if kind == "uid" else "",
        origin=identity if kind == "event" else "",
        suffix=suffix,
        name=noted.name,
        start=noted.start,
        end=None,
        status="cancelled",
        scopes=noted.scopes,
        created=Moment(noted.stamp.replace(tzinfo=None), zone="+00:00"),
        editions=(Edition(suffix, sequence, noted.stamp),),
    )
