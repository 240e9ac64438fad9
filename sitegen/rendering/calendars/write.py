"""``.ics`` files: the agenda, a section's or a tag's events, one announcement's. Pure.

Everything that subscribers of a calendar rely on is listed in docs/decisions/agenda.md (*Feeds and
calendars*). The icalendar library is imported with the first event that has what few have.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sitegen.model import OUTLOOK, TAXONOMIES, WHOLE, Event, Moment, Occurrence, Page
from sitegen.rendering.calendars.lines import fold, text
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.dates import format_days, format_month
from sitegen.site.agenda.recurrence import new_start_of
from sitegen.site.agenda.weeks import days_of, read_week
from sitegen.site.questions import calendars

if TYPE_CHECKING:
    from sitegen.rendering.calendars.event import Settings

MAX_SIZE = 1_000_000
"""Bytes: Google Calendar reads no calendar of more than 1 MB."""

_REFRESH = "PT12H"
"""How often a subscriber's program should look again."""

_END = b"END:VCALENDAR\r\n"
_EMPTY_CALENDAR_YEAR = 2000


def write_calendar(site: Site, page: Page) -> bytes:
    """Return the events of the page's scope as iCalendar, in the order of their start.

    A file that would be larger than `MAX_SIZE` goes without its oldest past events.
    """
    from sitegen.rendering.calendars.event import Settings, event_lines

    kind, value = page.scope
    settings = Settings(site.named_by()[0], str(site.setting("origin")), site.language)
    if kind == OUTLOOK.kind:
        events = site.ask(calendars.calendar, *WHOLE)
        written = _for_outlook(site, events, settings)
    else:
        events = site.ask(calendars.calendar, kind, value)
        written = [(event, event_lines(event, settings)) for event in events]
    head = _head(_name(site, kind, value, events), site.timezone)
    zones = _zones(events, site.timezone)
    room = MAX_SIZE - len(head) - len(zones) - len(_END)
    kept = _within(written, room)
    if len(kept) < len(written):
        zones = _zones([event for event, _ in kept], site.timezone)
    return b"".join((head, zones, *(lines for _, lines in kept), _END))


def _for_outlook(
    site: Site, events: Collection[Event], settings: "Settings"
) -> list[tuple[Event, bytes]]:
    from sitegen.rendering.calendars.outlook import outlook_lines

    dates = {event.id: dates for event, dates in site.ask(calendars.calendar_dates)}
    return [(event, outlook_lines(event, dates.get(event.id, ()), settings)) for event in events]


def write_open_agenda(site: Site, page: Page) -> bytes:  # noqa: ARG001
    """Return the agenda as JSON in OpenAgenda's structure."""
    from sitegen.rendering.calendars.open_agenda import as_json, open_agenda

    return as_json(open_agenda(site))


def _name(site: Site, kind: str, value: str, events: Sequence[Event]) -> str:
    """Return what readers call the calendar: the site, and what of it."""
    part = ""
    if kind in TAXONOMIES:
        part = site.ask(calendars.calendar_title, kind, value)
    elif kind == "month":
        part = format_month(*map(int, value.split("-")), site.language)
    elif kind == "week":
        part = format_days(*days_of(read_week(value)), site.language)
    elif kind == "entry":  # a document that is gone has left its events alone
        entry = site.entry(value)
        part = entry.title if entry else next((event.name for event in events), "")
    return f"{site.title} – {part}" if part else site.title


def _head(name: str, timezone: str) -> bytes:
    """Return the lines before the first component."""
    written = text(name)
    return _common_head(timezone) + fold(b"NAME:" + written) + fold(b"X-WR-CALNAME:" + written)


def _common_head(timezone: str) -> bytes:
    """Return what all calendars begin with: when to look again among it.

    METHOD is left out: PUBLISH asks an ORGANIZER of every event (RFC 5546 §3.2.1).
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//sitegen//sitegen//EN",
        "CALSCALE:GREGORIAN",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}",
        f"X-PUBLISHED-TTL:{_REFRESH}",
        f"X-WR-TIMEZONE:{timezone}",
        "",
    )
    return "\r\n".join(lines).encode()


def _zones(events: Collection[Event], site_timezone: str) -> bytes:
    """Return a VTIMEZONE for each zone in use.

    A calendar must hold a component (RFC 5545 §3.6): an empty one has that of the site's zone.
    """
    from sitegen.rendering.calendars.times import timezone_id
    from sitegen.rendering.calendars.zone import timezone_lines

    years: dict[str, set[int]] = {}
    for event in events:
        recurs = bool(event.repeat and event.repeat.rrule)
        added = event.repeat.also if event.repeat else ()
        moments = [event.start, event.end, *_changed_moments(event)]
        for moment in filter(None, moments):
            if tzid := timezone_id(moment, recurs=recurs):
                used = {start.local.year for start in (moment, event.start, *added)}
                years.setdefault(tzid, set()).update(used)
    if not events:
        years[site_timezone] = {_EMPTY_CALENDAR_YEAR}
    return b"".join(
        timezone_lines(tzid, min(used), max(used)) for tzid, used in sorted(years.items())
    )


def _changed_moments(event: Event) -> list[Moment]:
    """Return when single dates begin and end that differ from their rule, in their own zones."""
    changes = event.repeat.changes if event.repeat else ()
    moments = []
    for change in changes:
        start = new_start_of(change, Moment(change.date.local, event.is_all_day, event.start.zone))
        moments += [start, change.end.in_zone(start.zone)] if change.end else [start]
    return moments


def _within(written: list[tuple[Event, bytes]], room: int) -> list[tuple[Event, bytes]]:
    """Return the events that fit into *room* bytes, those that ended first left out first."""
    size = sum(len(lines) for _, lines in written)
    dropped: set[int] = set()
    for event, lines in sorted(written, key=lambda pair: _ends(pair[0])) if size > room else ():
        if size <= room:
            break
        dropped.add(id(event))
        size -= len(lines)
    return [pair for pair in written if id(pair[0]) not in dropped]


def _ends(event: Event) -> tuple[float, str]:
    """Return when an event is over; one that recurs never is, since an answer holds no clock."""
    if event.repeat:
        return float("inf"), event.id
    return Occurrence(event=event, start=event.start, end=event.end).ends, event.id
