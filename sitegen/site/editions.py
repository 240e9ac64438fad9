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
from sitegen.site.recurrence import added_dates
from sitegen.site.urls import with_origin

_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_MAX_SEQUENCE = 2**31 - 1


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
    return min(max(2 * minutes, 0) + (event.status != "confirmed"), _MAX_SEQUENCE)


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
    return min(max(formula(event), grown), _MAX_SEQUENCE)


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


class TranslatedEditions(Editions, frozen=True, kw_only=True):
    """The events of another version of a site: of those that its first language has too, calendars
    say what they say there, since they are one event, and count what changed in this one on top.
    """

    language: str
    first: Editions
    events: Mapping[str, Event]
    """Those of the first language, by id."""
    left: Mapping[str, tuple[Noted, Event]] = {}
    """What this version told and has no translation of any more, by name: what was noted, and the
    event in the words of the first language, in which it goes on being told."""

    def told(self, event: Event) -> Event:
        first = self.events.get(event.id)
        if first is None:
            return event
        parts = dict(parts_of(event))
        editions = (
            self._translated(event, edition, parts.get(edition.suffix))
            for edition in self.first.told(first).editions
        )
        return replace(event, editions=tuple(editions))

    def _translated(self, event: Event, edition: Edition, part: Event | None) -> Edition:
        if part is None:
            return edition
        noted = self.noted.get(translated_name(name_of(event, edition.suffix), self.language))
        return Edition(
            edition.suffix,
            min(edition.sequence + translated_changes(noted, shown_of(part)), _MAX_SEQUENCE),
            max(edition.stamp, noted.stamp) if noted else edition.stamp,
        )

    def removed(self, today: dt.date, first: dt.date, keep: int) -> Iterator[tuple[Noted, Event]]:
        """Yield what is gone, as its calendars called it in this language; see `Editions`.

        After it, as it is, what takes place and has no translation any more.
        """
        gone = {}
        for name, noted in self.first.gone.items():
            known = self.noted.get(translated_name(name, self.language))
            if known is not None:
                sequence = min(noted.sequence + known.sequence, _MAX_SEQUENCE)
                gone[name] = replace(
                    noted,
                    source=known.source,
                    name=known.name,
                    sequence=sequence,
                    scopes=known.scopes,
                )
        yield from Editions(self.noted, gone).removed(today, first, keep)
        told: set[str] = set()
        for noted, event in self.left.values():
            is_to_tell = noted.last >= first and keep and not is_forgotten(noted, today, keep)
            if is_to_tell and event.id not in told:
                told.add(event.id)
                yield noted, replace(self.told(event), scopes=noted.scopes)


def translated_editions_of(
    first: Editions,
    theirs: Mapping[str, Event],
    own: Collection[Event],
    waiting: Collection[str],
    language: str,
    origin: str,
) -> TranslatedEditions:
    """Return the *own* events of another version beside what was noted of *theirs*, the first's.

    An event takes place whether it is translated or not. So of one whose translation was taken away
    subscribers of the version go on to be told, in the first language's words, from addresses at
    *origin*. *waiting*: documents that are withheld, as for `editions_of`.
    """
    here = {event.id for event in own}
    marked = f"{TRANSLATED}{language}"
    rows = {
        name.removesuffix(marked): noted
        for name, noted in first.noted.items()
        if name.endswith(marked) and noted.source not in waiting
    }
    left = {
        name: (rows[name], _at(event, origin))
        for event in (theirs.values() if rows else ())
        if event.id not in here
        for name in (name_of(event, suffix) for suffix, _ in parts_of(event))
        if name in rows
    }
    return TranslatedEditions(
        first.noted, {}, language=language, first=first, events=theirs, left=left
    )


def _at(event: Event, origin: str) -> Event:
    """Return *event* with its own addresses whole, as another version shows it."""
    return replace(
        event,
        url=with_origin(origin, event.url),
        image=with_origin(origin, event.image),
        attachments=tuple(
            replace(file, url=with_origin(origin, file.url)) for file in event.attachments
        ),
        registration=tuple(
            replace(way, url=with_origin(origin, way.url)) for way in event.registration
        ),
    )


def translated_name(name: str, language: str) -> str:
    """Return what the list calls an event of *name* as another version of the site tells it."""
    return f"{name}{TRANSLATED}{language}"


def translated_changes(noted: Noted | None, shown: str) -> int:
    """Return how often a version has changed what its subscribers see, which is *shown* now."""
    return noted.sequence + (noted.shown != shown) if noted else 0


def is_forgotten(noted: Noted, today: dt.date, keep: int) -> bool:
    """Whether what is gone has been told as cancelled for *keep* days on *today*."""
    return noted.removed is not None and today >= noted.removed + dt.timedelta(days=keep)


def _cancelled(name: str, noted: Noted) -> Event:
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
