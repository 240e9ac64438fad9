"""What authors write under ``event:`` becomes events, with zone, venue and organiser; or errors."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.errors import Diagnostic
from sitegen.model import (
    Entry,
    Event,
    EventFields,
    Moment,
    Organisation,
    Repeat,
    Scope,
    Slot,
    SourceLink,
)
from sitegen.model.taxonomies import ORGANISATION
from sitegen.patterns import lazy_pattern
from sitegen.site.agenda.event_ids import event_id_of, event_key
from sitegen.site.agenda.recurrence import dated_status
from sitegen.site.agenda.repeats import RepeatMaker, RuleNotes, written
from sitegen.site.agenda.slots import sessions_of, slots_as_repeat
from sitegen.site.meant_keys import check_event_keys
from sitegen.site.people import Directory
from sitegen.site.terms import Terms
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
        key = event_key(document, fields)
        notes.diagnostics += check_event_keys(document, self._directory, key, fields)
        location = fields.location and self._directory.location(fields.location)
        zone = fields.timezone or (location.timezone if location else "") or self._timezone
        if not notes.is_zone(zone, key):
            return None
        when = self._when(notes, key, fields, zone)
        if when is None:
            return None
        start = when.start
        previous_start = fields.previous_start and fields.previous_start.in_zone(zone)
        deadline = fields.registration_deadline and fields.registration_deadline.in_zone(zone)
        if deadline is not None and when.times and deadline.date > _last_day(fields):
            values = {"date": written(deadline), "last": _last_day(fields).isoformat()}
            notes.add("deadline-after-event", f"{key}.registration_deadline", **values)
        programme = sessions_of(notes, key, fields.programme, zone, when.times)
        if not when.is_sound:
            return None
        organizer = self._directory.signatory(fields.organizer) if fields.organizer else None
        return Event(
            id=event_id_of(document.original or document.id, fields, position),
            uid=fields.uid.strip(),
            origin=event_id_of(origin, fields, position) if origin else "",
            name=fields.name or document.title,
            start=start,
            end=when.end,
            type=fields.type,
            status=dated_status(fields.status, is_moved=previous_start not in (None, start)),
            location=location,
            online=fields.online,
            previous_start=previous_start,
            organizer=organizer,
            registration=fields.registration,
            repeat=when.repeat,
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
            summary_utf8=entry.summary_utf8,
            section=entry.section.id if entry.section else "",
            tags=tuple(tag.slug for tag in entry.tags),
            scopes=self._scopes(entry, organizer),
            categories=tuple(dict.fromkeys(filter(None, (fields.type, *document.front.tags)))),
            image=entry.image.src if entry.image else "",
            attachments=entry.attachments,
            stamped=entry.modified,
            created=entry.date,
            sources=tuple(SourceLink(name=one.name, url=one.url) for one in entry.told_by),
        )

    def _scopes(self, entry: Entry, organizer: Organisation | None) -> tuple[Scope, ...]:
        """Return whose calendars hold an event: of its announcement's terms, and who holds it."""
        scopes = self._terms.scopes(entry)
        if organizer is None or not organizer.page:
            return scopes
        return tuple(dict.fromkeys((*scopes, Scope(ORGANISATION.name, organizer.slug))))

    def _when(self, notes: RuleNotes, key: str, fields: EventFields, zone: str) -> "_When | None":
        """Return when the event is; None where its dates are none that can be reckoned with."""
        is_sound = self._can_be(notes, key, fields)
        years = {moment.local.year for moment in _moments(fields)}
        if strange := {year for year in years if year not in YEARS}:
            notes.add("event-out-of-range", key, year=str(min(strange)))
            return None
        start = fields.start.kept_in(zone)
        end = fields.end and fields.end.kept_in(zone)
        is_of_first = bool(fields.times) and fields.end == fields.times[0].end  # held there
        if end is not None and not is_of_first and not notes.is_ordered(key, start, end):
            is_sound = False
        repeat, times = None, _times(fields) if is_sound else []
        if fields.times:
            name = fields.name or notes.document.title
            repeat = slots_as_repeat(notes, key, name, fields.times, zone, self._directory)
            if repeat is None:
                is_sound, times = False, []
            start, end = (fields.times[0].previous_start or start).in_zone(zone), None
        elif fields.repeat:
            maker = RepeatMaker(notes, key, start, fields.timezone, self._directory)
            repeat = maker.make(fields.repeat)
            is_sound = is_sound and repeat is not None
        return _When(start, end, repeat, times, is_sound)

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


class _When(NamedTuple):
    """When an event is."""

    start: Moment
    end: Moment | None
    repeat: Repeat | None
    times: list[Slot]
    """None where its dates are not to be held against one another."""
    is_sound: bool
    """Whether it can be."""


_CURRENCY = lazy_pattern("[A-Za-z]{3}")
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
