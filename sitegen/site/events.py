"""What authors write under ``event:`` becomes events, with zone, venue and organiser; or errors."""

from collections.abc import Iterable, Mapping

from sitegen.border.suggestions import nearest
from sitegen.errors import Diagnostic
from sitegen.model import Entry, Event, EventFields, Moment, zone_info
from sitegen.site.calendar import RuleError, check_rule
from sitegen.site.people import Directory
from sitegen.sources.document import Document


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
            self.diagnostics.append(
                document.diagnostic("unknown-timezone", f"{key}.timezone", value=zone)
            )
            return None
        start = fields.start.in_zone(zone)
        end = fields.end and fields.end.in_zone(zone)
        if end is not None and not self._is_ordered(document, key, start, end):
            return None
        if fields.repeat and fields.repeat.rrule:
            try:
                check_rule(fields.repeat.rrule, start)
            except RuleError as error:
                self.diagnostics.append(
                    document.diagnostic("bad-rule", f"{key}.repeat", reason=str(error))
                )
                return None
        default_id = document.id.removesuffix(".md") + (f"-{position + 1}" if position else "")
        return Event(
            id=fields.id or default_id,
            name=fields.name or document.title,
            start=start,
            end=end,
            type=fields.type,
            status=fields.status,
            location=location,
            online=fields.online,
            previous_start=fields.previous_start and fields.previous_start.in_zone(zone),
            organizer=self._directory.organisation(fields.organizer) if fields.organizer else None,
            registration=fields.registration,
            repeat=fields.repeat,
            entry_id=document.id,
            url=entry.url,
            summary=entry.summary,
            section=entry.section.id if entry.section else "",
            tags=tuple(tag.slug for tag in entry.tags),
            categories=tuple(dict.fromkeys(filter(None, (fields.type, *document.front.tags)))),
            stamped=entry.modified,
            created=entry.date,
        )

    def _is_ordered(self, document: Document, key: str, start: Moment, end: Moment) -> bool:
        if start.is_date != end.is_date:
            code = "event-mixed"
        elif end.timestamp < start.timestamp:
            code = "event-ends-before"
        else:
            return True
        values = {"start": start.iso(), "end": end.iso()}
        self.diagnostics.append(document.diagnostic(code, f"{key}.end", **values))
        return False


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
        diagnostics += [
            _unknown_event(documents[entry.id], event_id, known)
            for event_id in entry.about
            if event_id not in known
        ]
    return diagnostics


def _unknown_event(document: Document, event_id: str, known: set[str]) -> Diagnostic:
    near = nearest(event_id, sorted(known))
    code = "unknown-event-near" if near else "unknown-event"
    key = "event" if document.front.event == event_id else "events"
    return document.diagnostic(code, key, id=event_id, suggestion=near)


def _all_event_ids(documents: Mapping[str, Document]) -> set[str]:
    """Return the ids of every event written, public or not: a draft's event is no unknown one."""
    return {
        fields.id or document.id.removesuffix(".md")
        for document in documents.values()
        for fields in document.events
        if isinstance(fields, EventFields)
    }


def _event_key(document: Document, fields: EventFields) -> str:
    if document.front.event is fields:
        return "event"
    return f"events.{document.front.events.index(fields)}"
