"""What events are called: ids under which documents announce them, references to these. Pure."""

import datetime as dt
import re
from collections.abc import Iterator

from sitegen.model import EventFields
from sitegen.names import without_ending
from sitegen.sources.document import Document

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
