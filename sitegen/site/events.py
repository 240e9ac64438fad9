"""What authors write under ``event:`` becomes events, with zone, venue and organiser; or errors."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.border.suggestions import nearest
from sitegen.errors import Diagnostic
from sitegen.model import Entry, Event, EventFields, Moment, Repeat, Slot
from sitegen.names import without_ending
from sitegen.site.meant_keys import check_event_keys
from sitegen.site.people import Directory
from sitegen.site.recurrence import dated_status, nearest_dates, rule_starts
from sitegen.site.repeats import RepeatMaker, RuleNotes, written
from sitegen.site.slots import sessions_of, slots_as_repeat
from sitegen.site.terms import Terms
from sitegen.site.uids import event_uid
from sitegen.sources.document import Document

YEARS = range(1900, 2200)
"""Dates beyond are slips of the pen, and the calendar's arithmetic ends in 9999."""


class MadeEvent(NamedTuple):
    """An event, or None where it cannot be, and what is to be told of it."""

    event: Event | None
    diagnostics: tuple[Diagnostic, ...]


class EventMaker:
    """Makes events of what authors write."""

    def __init__(self, directory: Directory, timezone: str, terms: Terms) -> None:
        self._directory = directory
        self._timezone = timezone
        self._terms = terms

    def make(
        self,
        document: Document,
        entry: Entry,
        fields: EventFields,
        position: int,
        origin: str = "",
    ) -> MadeEvent:
        """Return the event with its zone, venue and organiser.

        *origin*: the path that its UID is made of, where not its document's.
        """
        notes = RuleNotes(document)
        event = self._event(notes, entry, fields, position, origin)
        return MadeEvent(event, tuple(notes.diagnostics))

    def _event(
        self, notes: RuleNotes, entry: Entry, fields: EventFields, position: int, origin: str
    ) -> Event | None:
        document = notes.document
        key = _event_key(document, fields)
        notes.diagnostics += check_event_keys(document, self._directory, key, fields)
        location = fields.location and self._directory.location(fields.location)
        zone = fields.timezone or (location.timezone if location else "") or self._timezone
        if not notes.is_zone(zone, key):
            return None
        is_sound = self._can_be(notes, key, fields)
        years = {moment.local.year for moment in _moments(fields)}
        if strange := {year for year in years if year not in YEARS}:
            notes.add("event-out-of-range", key, year=str(min(strange)))
            return None
        start = fields.start.in_zone(zone)
        end = fields.end and fields.end.in_zone(zone)
        is_of_first = bool(fields.times) and fields.end == fields.times[0].end  # held there
        if end is not None and not is_of_first and not notes.is_ordered(key, start, end):
            is_sound = False
        repeat, times = None, _times(fields) if is_sound else []
        if fields.times:
            repeat = slots_as_repeat(notes, key, fields.times, zone, self._directory)
            if repeat is None:
                is_sound, times = False, []
            start, end = (fields.times[0].previous_start or start).in_zone(zone), None
        elif fields.repeat:
            maker = RepeatMaker(notes, key, start, fields.timezone, self._directory)
            repeat = maker.make(fields.repeat)
            is_sound = is_sound and repeat is not None
        previous_start = fields.previous_start and fields.previous_start.in_zone(zone)
        deadline = fields.registration_deadline and fields.registration_deadline.in_zone(zone)
        if deadline is not None and times and deadline.date > _last_day(fields):
            values = {"date": written(deadline), "last": _last_day(fields).isoformat()}
            notes.add("deadline-after-event", f"{key}.registration_deadline", **values)
        programme = sessions_of(notes, key, fields.programme, zone, times)
        if not is_sound:
            return None
        return Event(
            id=_event_id(document.original or document.id, fields, position),
            uid=fields.uid.strip(),
            origin=_event_id(origin, fields, position) if origin else "",
            name=fields.name or document.title,
            start=start,
            end=end,
            type=fields.type,
            status=dated_status(fields.status, is_moved=previous_start not in (None, start)),
            location=location,
            online=fields.online,
            previous_start=previous_start,
            organizer=self._directory.organisation(fields.organizer) if fields.organizer else None,
            registration=fields.registration,
            repeat=repeat,
            is_in_slots=bool(fields.times),
            other_locations=tuple(map(self._directory.location, fields.other_locations)),
            accessibility=fields.accessibility,
            accessibility_note=fields.accessibility_note,
            audience=fields.audience,
            conditions=fields.conditions,
            price=tuple(replace(price, currency=price.currency.upper()) for price in fields.price),
            registration_deadline=deadline,
            capacity=fields.capacity,
            programme=programme,
            entry_id=document.id,
            url=entry.url,
            lang=entry.lang,
            summary=entry.summary,
            section=entry.section.id if entry.section else "",
            tags=tuple(tag.slug for tag in entry.tags),
            scopes=self._terms.scopes(entry),
            categories=tuple(dict.fromkeys(filter(None, (fields.type, *document.front.tags)))),
            image=entry.image.src if entry.image else "",
            attachments=entry.attachments,
            stamped=entry.modified,
            created=entry.date,
        )

    def _can_be(self, notes: RuleNotes, key: str, fields: EventFields) -> bool:
        """Whether what stands under *key* goes together; what does not is noted."""
        known = len(notes.diagnostics)
        if fields.times and fields.repeat:
            notes.add("times-and-repeat", f"{key}.times")
        if fields.times and fields.start != fields.times[0].start:
            values = {"start": written(fields.start), "first": written(fields.times[0].start)}
            notes.add("times-start-differs", f"{key}.start", **values)
        if fields.capacity < 0:
            notes.add("event-below-zero", f"{key}.capacity", key="capacity")
        for number, price in enumerate(fields.price):
            if price.amount < 0:
                notes.add("event-below-zero", f"{key}.price.{number}", key="price")
            if _CURRENCY.fullmatch(price.currency) is None:
                notes.add("unknown-currency", f"{key}.price.{number}", value=price.currency)
        return len(notes.diagnostics) == known


_CURRENCY = re.compile("[A-Za-z]{3}")
"""What ISO 4217 gives codes to."""


def _times(fields: EventFields) -> list[Slot]:
    """Return when an event takes place: its own times, or one from its start to its end."""
    return list(fields.times) or [Slot(start=fields.start, end=fields.end)]


def _last_day(fields: EventFields) -> dt.date:
    """Return the last day of an event that does not recur; of one that does, none is the last."""
    if fields.repeat:
        return dt.date.max
    return max((slot.end or slot.start).date for slot in _times(fields))


def _moments(fields: EventFields) -> Iterator[Moment]:
    """Yield every date that stands under ``event:``."""
    repeat = fields.repeat or Repeat()
    changed = ((change.date, change.start, change.end) for change in repeat.changes)
    slots = ((slot.start, slot.end, slot.previous_start) for slot in fields.times)
    sessions = ((session.start, session.end) for session in fields.programme)
    dates = (fields.start, fields.end, fields.previous_start, *repeat.exceptions, *repeat.also)
    every = chain((*dates, fields.registration_deadline), *changed, *slots, *sessions)
    yield from (moment for moment in every if moment is not None)


def check_events(
    entries: Iterable[Entry],
    documents: Mapping[str, Document],
    host: str,
    theirs: Collection[str] = (),
) -> list[Diagnostic]:
    """Return ids and UIDs that two events share, and references to events that nobody announces.

    *host*: of the site, which UIDs are made of. *theirs*: the ids of private entries, whose readers
    have the public events too: what these share with them is told of the private ones.
    """
    diagnostics = []
    announced: dict[str, Event] = {}
    entries = list(entries)
    for event in (event for entry in entries for event in entry.events):
        twin = announced.setdefault(event.id, event)
        if twin is not event:
            diagnostics.append(
                _id_twice(documents[event.entry_id], documents[twin.entry_id], event)
            )
    diagnostics += _same_uids(entries, documents, host, theirs)
    known = set(announced) | _all_event_ids(documents)
    for entry in entries:
        for reference in entry.about:
            event_id, day = split_reference(reference)
            if event_id not in known:
                diagnostics.append(_unknown_event(documents[entry.id], reference, known))
            elif day and event_id in announced and not takes_place(announced[event_id], day):
                event = announced[event_id]
                diagnostics.append(_unknown_date(documents[entry.id], reference, event, day))
    return diagnostics


def _same_uids(
    entries: Iterable[Entry],
    documents: Mapping[str, Document],
    host: str,
    theirs: Collection[str],
) -> Iterator[Diagnostic]:
    """Yield each UID that another event has: calendars take the two for one (RFC 5545).

    At a `uid:`, for that can be changed; an event without one has that of its id.
    """

    def rank(event: Event) -> tuple[bool, bool]:
        """Public events come first, then those of ids: told is what comes later."""
        return event.entry_id in theirs, bool(event.uid)

    events = [event for entry in entries for event in entry.events]
    if not any(event.uid or event.origin for event in events):
        return  # each has its id, and ids are told apart elsewhere
    known: dict[str, Event] = {}
    for event in sorted(events, key=rank):
        uid = event_uid(event, host)
        other = known.setdefault(uid, event)
        if other is not event and (event.uid or rank(other) != rank(event)):
            document = documents[event.entry_id]
            line, _ = documents[other.entry_id].place_of(_uid_key(documents, other))
            values = {"uid": event.uid or uid, "other": f"content/{other.entry_id}:{line}"}
            yield document.diagnostic("event-uid-twice", _uid_key(documents, event), **values)


def _uid_key(documents: Mapping[str, Document], event: Event) -> str:
    """Return the key that the UID of *event* comes from."""
    document = documents[event.entry_id]
    keys = (key for event_id, key in _event_ids(document) if event_id == event.id)
    key = next(keys, "event")
    return f"{key}.uid" if event.uid else key


def _id_twice(document: Document, other: Document, event: Event) -> Diagnostic:
    """Return that *event* of *document* has the id of one of *other*, and where that stands."""
    keys = [key for event_id, key in _event_ids(document) if event_id == event.id]
    first = next(key for event_id, key in _event_ids(other) if event_id == event.id)
    line, _ = other.place_of(first)
    place = f"content/{other.id}:{line}"
    return document.diagnostic("event-id-twice", keys[-1], id=event.id, other=place)


_DATED_REFERENCE = re.compile(r"(.+)@(\d{4}-\d{2}-\d{2})")


def split_reference(reference: str) -> tuple[str, dt.date | None]:
    """Return the event's id and the date that `cafe@2027-01-07` means; no date for an id alone."""
    match = _DATED_REFERENCE.fullmatch(reference)
    if match is None:
        return reference, None
    try:
        return match[1], dt.date.fromisoformat(match[2])
    except ValueError:
        return reference, None


def takes_place(event: Event, day: dt.date) -> bool:
    """Whether one of the event's dates begins on *day*, by its rule."""
    return any(local.date() == day for local in rule_starts(event, day))


def _unknown_date(document: Document, reference: str, event: Event, day: dt.date) -> Diagnostic:
    key = "event" if document.front.event == reference else "events"
    dates = nearest_dates(event, day)
    return document.diagnostic("unknown-date", key, date=day.isoformat(), dates=dates)


def _unknown_event(document: Document, reference: str, known: set[str]) -> Diagnostic:
    event_id, _ = split_reference(reference)
    near = nearest(event_id, sorted(known))
    code = "unknown-event-near" if near else "unknown-event"
    key = "event" if document.front.event == reference else "events"
    return document.diagnostic(code, key, id=event_id, suggestion=near)


def _all_event_ids(documents: Mapping[str, Document]) -> set[str]:
    """Return the ids of every event written, public or not: a draft's event is no unknown one."""
    return {event_id for document in documents.values() for event_id, _ in _event_ids(document)}


def _event_key(document: Document, fields: EventFields) -> str:
    """Return the key under which *fields*, one of the document's events, stand."""
    if document.front.event is fields:
        return "event"
    events = document.front.events
    return f"events.{next(place for place, event in enumerate(events) if event is fields)}"


def _event_id(path: str, fields: EventFields, position: int) -> str:
    """Return the id of the event that the document *path* announces at *position*; by default that
    path.
    """
    default = without_ending(path) + (f"-{position + 1}" if position else "")
    return fields.id or default


def _event_ids(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the id of each event that *document* announces, and the key under which it stands."""
    announced = (fields for fields in document.events if isinstance(fields, EventFields))
    for position, fields in enumerate(announced):
        path = document.original or document.id
        yield _event_id(path, fields, position), _event_key(document, fields)
