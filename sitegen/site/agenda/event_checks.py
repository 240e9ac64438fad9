"""What is wrong between events: ids that two of them share, references to none. Pure."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.border.suggestions import nearest
from sitegen.errors import Diagnostic
from sitegen.model import Entry, Event
from sitegen.site.agenda.event_ids import event_ids, hour_of, split_reference
from sitegen.site.agenda.recurrence import nearest_dates, rule_starts
from sitegen.site.languages.inheritance import inherits_events
from sitegen.site.uids import event_uid
from sitegen.sources.document import Document


def check_events(
    entries: Collection[Entry],
    documents: Mapping[str, Document],
    host: str,
    theirs: Collection[str] = (),
) -> list[Diagnostic]:
    """Return ids and UIDs that two events share, and references to events that nobody announces.

    *host*: of the site, which UIDs are made of. *theirs*: the ids of private entries, whose readers
    have the public events too: what these share with them is told of the private ones. What a
    translation has from its original is told of that alone.
    """
    diagnostics = []
    announced: dict[str, Event] = {}
    inherited = {entry.id: inherits_events(documents[entry.id]) for entry in entries}
    entries = sorted(entries, key=lambda entry: not inherited[entry.id])
    for event in (event for entry in entries for event in entry.events):
        twin = announced.setdefault(event.id, event)
        if twin is not event and not inherited[event.entry_id]:
            diagnostics.append(
                _id_twice(documents[event.entry_id], documents[twin.entry_id], event)
            )
    diagnostics += _same_uids(entries, documents, host, theirs)
    known = set(announced) | _all_event_ids(documents)
    for entry in entries:
        for reference in () if inherited[entry.id] else entry.about:
            event_id, day = split_reference(reference)
            if event_id not in known:
                diagnostics.append(_unknown_event(documents[entry.id], reference, known))
            elif day and event_id in announced and not takes_place(announced[event_id], reference):
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
        document = documents[event.entry_id]
        if inherits_events(document) and inherits_events(documents[other.entry_id]):
            continue
        if other is not event and (event.uid or rank(other) != rank(event)):
            line, _ = documents[other.entry_id].place_of(_uid_key(documents, other))
            values = {"uid": event.uid or uid, "other": f"content/{other.entry_id}:{line}"}
            yield document.diagnostic("event-uid-twice", _uid_key(documents, event), **values)


def _uid_key(documents: Mapping[str, Document], event: Event) -> str:
    """Return the key that the UID of *event* comes from."""
    document = documents[event.entry_id]
    keys = (key for event_id, key in event_ids(document) if event_id == event.id)
    key = next(keys, "event")
    return f"{key}.uid" if event.uid else key


def _id_twice(document: Document, other: Document, event: Event) -> Diagnostic:
    """Return that *event* of *document* has the id of one of *other*, and where that stands."""
    keys = [key for event_id, key in event_ids(document) if event_id == event.id]
    first = next(key for event_id, key in event_ids(other) if event_id == event.id)
    line, _ = other.place_of(first)
    place = f"content/{other.id}:{line}"
    return document.diagnostic("event-id-twice", keys[-1], id=event.id, other=place)


def takes_place(event: Event, reference: str) -> bool:
    """Whether one of the event's dates begins when *reference* says, by its rule."""
    _event_id, day = split_reference(reference)
    hour = hour_of(reference)
    return any(
        local.date() == day and hour in ("", f"{local:%H:%M}")
        for local in rule_starts(event, day or event.start.date)
    )


def _unknown_date(document: Document, reference: str, event: Event, day: dt.date) -> Diagnostic:
    dates = nearest_dates(event, day)
    date = reference.removeprefix(f"{event.id}@")
    return document.diagnostic("unknown-date", _key_of(document, reference), date=date, dates=dates)


def _unknown_event(document: Document, reference: str, known: set[str]) -> Diagnostic:
    event_id, _ = split_reference(reference)
    near = nearest(event_id, sorted(known))
    code = "unknown-event-near" if near else "unknown-event"
    return document.diagnostic(code, _key_of(document, reference), id=event_id, suggestion=near)


def _key_of(document: Document, reference: str) -> str:
    """Return the key of *document* that says *reference*."""
    events = document.front.events
    return f"events.{events.index(reference)}" if reference in events else "event"


def _all_event_ids(documents: Mapping[str, Document]) -> set[str]:
    """Return the ids of every event written, public or not: a draft's event is no unknown one."""
    return {event_id for document in documents.values() for event_id, _ in event_ids(document)}
