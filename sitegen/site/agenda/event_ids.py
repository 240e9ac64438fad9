"""What events are called: ids under which documents announce them, references to these. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator

from sitegen.model import EventFields, Occurrence
from sitegen.names import without_ending
from sitegen.patterns import lazy_pattern
from sitegen.sources.document import Document

_DATED_REFERENCE = lazy_pattern(r"(.+)@(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?")


def split_reference(reference: str) -> tuple[str, dt.date | None]:
    """Return the event's id and the date that `cafe@2027-01-07` means; no date for an id alone.

    Of several times of a day `cafe@2027-01-07T14:00` means the one that is to begin then.
    """
    match = _DATED_REFERENCE.fullmatch(reference)
    if match is None:
        return reference, None
    try:
        return match[1], dt.date.fromisoformat(match[2])
    except ValueError:
        return reference, None


def hour_of(reference: str) -> str:
    """Return the hour that *reference* names; nothing for one that names none."""
    match = _DATED_REFERENCE.fullmatch(reference)
    return match[3] or "" if match else ""


def reference_to(occurrence: Occurrence, dates: Iterable[Occurrence]) -> str:
    """Return how a text refers to *occurrence*, one of the *dates* of its event.

    `cafe@2027-01-07`; with its hour if it is not the first of its day; the id alone of an event of
    one date.
    """
    event, planned = occurrence.event, occurrence.rule_start
    if planned is None:
        return event.id
    reference = f"{event.id}@{planned.date}"
    first = next(iter(_of_day(dates, planned.date)), occurrence)
    return reference if first == occurrence else f"{reference}T{planned.local:%H:%M}"


def date_meant(dates: Iterable[Occurrence], reference: str) -> Occurrence | None:
    """Return that of the *dates* of an event that *reference* names by its day; None: none is."""
    _event_id, day = split_reference(reference)
    hour = hour_of(reference)
    named = (date for date in _of_day(dates, day) if not hour or hour in hours_of(date))
    return next(named, None)


def hours_of(date: Occurrence) -> list[str]:
    """Return the hours for which *date* was planned, and those of its several times."""
    moments = [date.rule_start or date.start, *(start for start, _ in date.slots)]
    return [f"{moment.local:%H:%M}" for moment in moments]


def _of_day(dates: Iterable[Occurrence], day: dt.date | None) -> list[Occurrence]:
    """Return those of *dates* that were planned for *day*, in order."""
    planned = (date for date in dates if date.rule_start and date.rule_start.date == day)
    return sorted(planned, key=lambda date: date.rule_start.timestamp if date.rule_start else 0.0)


def event_key(document: Document, fields: EventFields) -> str:
    """Return the key under which *fields*, one of the document's events, stand."""
    if document.front.event is fields:
        return "event"
    events = document.front.events
    return f"events.{next(place for place, event in enumerate(events) if event is fields)}"


def event_id_of(path: str, fields: EventFields, position: int) -> str:
    """Return the id of the event that the document *path* announces at *position*; by default that
    path.
    """
    default = without_ending(path) + (f"-{position + 1}" if position else "")
    return fields.id or default


def event_ids(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the id of each event that *document* announces, and the key under which it stands."""
    announced = (fields for fields in document.events if isinstance(fields, EventFields))
    for position, fields in enumerate(announced):
        path = document.original or document.id
        yield event_id_of(path, fields, position), event_key(document, fields)
