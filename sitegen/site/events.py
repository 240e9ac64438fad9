"""What authors write under ``event:`` becomes events, with zone, venue and organiser; or errors."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec.structs import replace

from sitegen.border.suggestions import nearest
from sitegen.config import meant_timezone
from sitegen.errors import Diagnostic
from sitegen.model import Entry, Event, EventFields, Moment, Repeat, zone_info
from sitegen.names import without_ending
from sitegen.site.people import Directory
from sitegen.site.recurrence import (
    RuleError,
    check_rule,
    dated_status,
    matching,
    new_start_of,
    rule_starts,
)
from sitegen.sources.document import Document

YEARS = range(1900, 2200)
"""Dates beyond are slips of the pen, and the calendar's arithmetic ends in 9999."""
MAX_LENGTH = dt.timedelta(days=3 * 366)
"""Of an event: it stands on a page for each of its months."""


class EventMaker:
    """Makes events, and notes in `diagnostics` those that cannot be."""

    def __init__(self, directory: Directory, timezone: str, diagnostics: list[Diagnostic]) -> None:
        self._directory = directory
        self._timezone = timezone
        self.diagnostics = diagnostics

    def make(
        self, document: Document, entry: Entry, fields: EventFields, position: int
    ) -> Event | None:
        """Return the event with its zone, venue and organiser, or None when it cannot be."""
        key = _event_key(document, fields)
        location = fields.location and self._directory.location(fields.location)
        zone = fields.timezone or (location.timezone if location else "") or self._timezone
        try:
            zone_info(zone)
        except (OSError, ValueError, KeyError):
            near = meant_timezone(zone)
            code = "unknown-timezone-near" if near else "unknown-timezone"
            values = {"value": zone, "suggestion": near}
            self.diagnostics.append(document.diagnostic(code, f"{key}.timezone", **values))
            return None
        years = {moment.local.year for moment in _moments(fields)}
        if strange := {year for year in years if year not in YEARS}:
            values = {"year": str(min(strange))}
            self.diagnostics.append(document.diagnostic("event-out-of-range", key, **values))
            return None
        start = fields.start.in_zone(zone)
        end = fields.end and fields.end.in_zone(zone)
        if end is not None and not self._is_ordered(document, key, start, end):
            return None
        if fields.repeat and fields.repeat.rrule:
            try:
                first = check_rule(fields.repeat.rrule, start)
            except RuleError as error:
                self.diagnostics.append(
                    document.diagnostic("bad-rule", f"{key}.repeat", reason=str(error))
                )
                return None
            if first is not None and first != start.local:  # RFC 5545 §3.8.5.3: undefined
                values = {"start": _written(start), "first": _written(replace(start, local=first))}
                self.diagnostics.append(
                    document.diagnostic("start-outside-rule", f"{key}.repeat", **values)
                )
        repeat = fields.repeat and self._repeat(document, key, fields.repeat, start)
        if fields.repeat and repeat is None:
            return None
        previous_start = fields.previous_start and fields.previous_start.in_zone(zone)
        default_id = without_ending(document.id) + (f"-{position + 1}" if position else "")
        return Event(
            id=fields.id or default_id,
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
            entry_id=document.id,
            url=entry.url,
            lang=entry.lang,
            summary=entry.summary,
            section=entry.section.id if entry.section else "",
            tags=tuple(tag.slug for tag in entry.tags),
            categories=tuple(dict.fromkeys(filter(None, (fields.type, *document.front.tags)))),
            stamped=entry.modified,
            created=entry.date,
        )

    def _repeat(self, document: Document, key: str, repeat: Repeat, start: Moment) -> Repeat | None:
        """Return *repeat* with the venues of its changed dates, or None when one cannot be."""
        self._check_exceptions(document, key, repeat, start)
        event = Event(id="", name="", start=start, end=None, repeat=repeat)
        changes = []
        for position, change in enumerate(repeat.changes):
            place = f"{key}.repeat.changes.{position}"
            day = change.date.date + dt.timedelta(days=1)  # the zones may differ by a day
            dates = matching(rule_starts(event, day), change.date, start)
            if not dates:
                local = change.date.local
                written = str(local.date() if change.date.is_date else local)
                self.diagnostics.append(document.diagnostic("unknown-date", place, date=written))
                return None
            new_start = new_start_of(change, Moment(dates[0], start.is_date, start.zone))
            end = change.end.in_zone(start.zone) if change.end else new_start
            if new_start.is_date != start.is_date:
                values = {"start": _written(start), "end": _written(new_start)}
                self.diagnostics.append(document.diagnostic("event-mixed", place, **values))
                return None
            if not self._is_ordered(document, place, new_start, end):
                return None
            location = change.location and self._directory.location(change.location)
            changes.append(replace(change, location=location))
        return replace(repeat, changes=tuple(changes))

    def _check_exceptions(
        self, document: Document, key: str, repeat: Repeat, start: Moment
    ) -> None:
        """Note the exceptions on which nothing would take place anyway."""
        whole = replace(repeat, exceptions=())
        event = Event(id="", name="", start=start, end=None, repeat=whole)
        for position, moment in enumerate(repeat.exceptions):
            day = moment.date + dt.timedelta(days=1)  # the zones may differ by a day
            if not matching(rule_starts(event, day), moment, start):
                place = f"{key}.repeat.except.{position}"
                values = {"date": _written(moment)}
                self.diagnostics.append(
                    document.diagnostic("exception-outside-rule", place, **values)
                )

    def _is_ordered(self, document: Document, key: str, start: Moment, end: Moment) -> bool:
        if start.is_date != end.is_date:
            code = "event-mixed"
        elif end.timestamp < start.timestamp:
            code = "event-ends-before"
        elif end.local - start.local > MAX_LENGTH:
            code = "event-too-long"
        else:
            return True
        values = {"start": _written(start), "end": _written(end)}
        place = f"{key}.end" if f"{key}.end" in document.details.marks else key
        self.diagnostics.append(document.diagnostic(code, place, **values))
        return False


def _written(moment: Moment) -> str:
    """Return *moment* as authors write it."""
    return f"{moment.local:%Y-%m-%d}" if moment.is_date else f"{moment.local:%Y-%m-%d %H:%M}"


def _moments(fields: EventFields) -> Iterator[Moment]:
    """Yield every date that stands under ``event:``."""
    repeat = fields.repeat or Repeat()
    changed = ((one.date, one.start, one.end) for one in repeat.changes)
    dates = (fields.start, fields.end, fields.previous_start, *repeat.exceptions, *repeat.also)
    yield from (moment for moment in chain(dates, *changed) if moment is not None)


def check_events(entries: Iterable[Entry], documents: Mapping[str, Document]) -> list[Diagnostic]:
    """Return ids that two events share, and references to events that nobody announces."""
    diagnostics = []
    announced: dict[str, Event] = {}
    entries = list(entries)
    for event in (event for entry in entries for event in entry.events):
        twin = announced.setdefault(event.id, event)
        if twin is not event:
            document = documents[event.entry_id]
            other = f"content/{twin.entry_id}"
            diagnostics.append(
                document.diagnostic("event-id-twice", "event", id=event.id, other=other)
            )
    known = set(announced) | _all_event_ids(documents)
    for entry in entries:
        for reference in entry.about:
            event_id, day = split_reference(reference)
            if event_id not in known:
                diagnostics.append(_unknown_event(documents[entry.id], reference, known))
            elif day and event_id in announced and not takes_place(announced[event_id], day):
                diagnostics.append(_unknown_date(documents[entry.id], reference, day))
    return diagnostics


_DATED_REFERENCE = re.compile(r"(.+)@(\d{4}-\d{2}-\d{2})")


def split_reference(reference: str) -> tuple[str, dt.date | None]:
    """Return the event's id and the date that `cafe@2027-01-07` means; no date for an id alone."""
    found = _DATED_REFERENCE.fullmatch(reference)
    if found is None:
        return reference, None
    try:
        return found[1], dt.date.fromisoformat(found[2])
    except ValueError:
        return reference, None


def takes_place(event: Event, day: dt.date) -> bool:
    """Whether one of the event's dates begins on *day*, by its rule."""
    return any(local.date() == day for local in rule_starts(event, day))


def _unknown_date(document: Document, reference: str, day: dt.date) -> Diagnostic:
    key = "event" if document.front.event == reference else "events"
    return document.diagnostic("unknown-date", key, date=day.isoformat())


def _unknown_event(document: Document, reference: str, known: set[str]) -> Diagnostic:
    event_id, _ = split_reference(reference)
    near = nearest(event_id, sorted(known))
    code = "unknown-event-near" if near else "unknown-event"
    key = "event" if document.front.event == reference else "events"
    return document.diagnostic(code, key, id=event_id, suggestion=near)


def _all_event_ids(documents: Mapping[str, Document]) -> set[str]:
    """Return the ids of every event written, public or not: a draft's event is no unknown one."""
    return {
        fields.id or without_ending(document.id)
        for document in documents.values()
        for fields in document.events
        if isinstance(fields, EventFields)
    }


def _event_key(document: Document, fields: EventFields) -> str:
    if document.front.event is fields:
        return "event"
    return f"events.{document.front.events.index(fields)}"
