"""An event as a VEVENT (RFC 5545 §3.6.1, RFC 7986). Pure; what a VEVENT costs is paid once."""

import datetime as dt
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

import icalendar
from icalendar.prop import vInline
from msgspec.structs import replace

from sitegen.digest import digest
from sitegen.model import Event, Location, Moment
from sitegen.rendering.calendars.recurrence import changed_dates, recurrence
from sitegen.rendering.words.clean import clean
from sitegen.rendering.words.dates import format_moment
from sitegen.rendering.words.status import words_of

_UTC = ("UTC", "Etc/UTC", "+00:00", "-00:00")
_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_MAX_SEQUENCE = 2**31 - 1
_MAX_UID = 255
"""Octets that every reader must be able to keep (RFC 7986 §5.3)."""

UNTOLD_LENGTH = dt.timedelta(hours=1)
"""How long an event lasts whose end nobody told. Without any end it would last no time at all
(§3.6.1), which some programs show as a line and others refuse."""

_STATUS = {"cancelled": "CANCELLED", "tentative": "TENTATIVE", "postponed": "TENTATIVE"}
_TOLD_IN_SUMMARY = ("cancelled", "postponed", "full", "tentative")
_FREES_TIME = ("cancelled", "postponed")


class Settings(NamedTuple):
    """What of ``site.yaml`` shows in a VEVENT."""

    host: str
    origin: str
    language: str


class Text(icalendar.vText):
    r"""TEXT (RFC 5545 §3.3.11); the library's own takes the `\N` of `C:\News` for a line break."""

    def to_ical(self) -> bytes:
        escaped = clean(self)
        for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
            escaped = escaped.replace(sign, written)
        return escaped.encode()


class Same:
    """An event as a key that is quick: by identity, where its own hash reads all its fields."""

    __slots__ = ("event",)

    def __init__(self, event: Event) -> None:
        self.event = event  # kept, so that no other event can have its id()

    def __hash__(self) -> int:
        return id(self.event)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.event is self.event


def event_lines(event: Event, settings: Settings) -> bytes:
    """Return the VEVENT of *event*, and one for each changed date; made once."""
    return _event_lines(Same(event), settings)


@lru_cache(maxsize=16384)
def _event_lines(same: Same, settings: Settings) -> bytes:
    event = same.event
    series = folded(_component(event, settings, None))
    changed = (
        folded(_component(date.event, settings, date.rule_start)) for date in changed_dates(event)
    )
    return b"".join((series, *changed))


def folded(component: icalendar.Component) -> bytes:
    """Return *component* as content lines (§3.1).

    The library's own way takes each line apart again to check it, and folds it character by
    character: three quarters of the time of a calendar. Parameters are left to it.
    """
    return b"".join(fold(_line(component, *pair)) for pair in component.property_items())


def _line(component: icalendar.Component, name: str, value: Any) -> bytes:
    if getattr(value, "params", None):
        return bytes(component.content_line(name, value).encode())
    written = value if isinstance(value, bytes) else value.to_ical()
    return b"%s:%s" % (name.encode(), written.encode() if isinstance(written, str) else written)


def fold(octets: bytes) -> bytes:
    """Return a content line on lines of at most 75 octets that split no character (§3.1)."""
    if len(octets) <= 75:
        return octets + b"\r\n"
    written = []
    start, room = 0, 75
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # within a character of UTF-8
            end -= 1
        written.append(octets[start:end])
        start, room = end, 74  # the space before what is continued counts
    written.append(octets[start:])
    return b"\r\n ".join(written) + b"\r\n"


def _component(event: Event, settings: Settings, rule_start: Moment | None) -> icalendar.Event:
    """Return the VEVENT of *event*, or of its one date that the rule lets begin at *rule_start*."""
    component = icalendar.Event()
    component.add("uid", uid(event.id, settings.host))
    if rule_start is not None:
        tzid = timezone_id(rule_start, event)
        _add_moments(component, "recurrence-id", [rule_start], tzid)
        event = replace(event, repeat=None)
    _add_stamps(component, event)
    _add_times(component, event)
    words = words_of(settings.language)
    prefix = f"{words.status(event.status).upper()} – " if event.status in _TOLD_IN_SUMMARY else ""
    component.add("summary", Text(f"{prefix}{event.name}"))
    component.add("status", _STATUS.get(event.status, "CONFIRMED"))
    if event.status in _FREES_TIME:
        component.add("transp", "TRANSPARENT")
    if description := _description(event, settings):
        component.add("description", Text(description))
    if event.url:
        component.add("url", _uri(_absolute(event.url, settings)))
    if event.categories:
        component.add("categories", vInline(_listed(event.categories)))
    _add_place(component, event, settings)
    if event.organizer and event.organizer.email:
        organizer = icalendar.vCalAddress(_uri(f"mailto:{event.organizer.email}"))
        organizer.params["CN"] = clean(event.organizer.name).replace("\n", " ")
        component.add("organizer", organizer)
    return component


def uid(event_id: str, host: str) -> str:
    """Return ``<event id>@<host>`` in the letters of an address, the same for ever.

    An id may be a document's path: what is neither letter, digit nor `/ - . _ ~` is
    percent-encoded, which keeps two ids two; one that is too long ends in its digest.
    """
    name, host = quote(clean(event_id), safe="/"), quote(host, safe=":")
    if len(name) + len(host) + 1 > _MAX_UID:
        name = f"{name[:120]}-{digest(event_id).hex()}"
    return f"{name}@{host}"


def sequence(event: Event) -> int:
    """Return SEQUENCE: twice the minutes from 2000 to `updated`, plus one for a changed status.

    It grows with `updated` whatever happens to `date`, and needs no memory of earlier builds.
    Without `updated` it is 0, and 1 for an event that is cancelled (postponed, full …): who forgets
    to date a cancellation is heard all the same.
    """
    minutes = 0
    if event.stamped is not None and event.stamped != event.created:
        minutes = int((event.stamped.instant - _EPOCH).total_seconds()) // 60
    return min(max(2 * minutes, 0) + (event.status != "confirmed"), _MAX_SEQUENCE)


def _add_stamps(component: Any, event: Event) -> None:
    created = event.created or event.stamped or event.start
    stamped = max(created, event.stamped or created, key=lambda moment: moment.timestamp)
    component.add("created", created.instant.astimezone(dt.UTC))
    component.add("dtstamp", stamped.instant.astimezone(dt.UTC))
    component.add("last-modified", stamped.instant.astimezone(dt.UTC))
    component.add("sequence", sequence(event))


def _add_times(component: Any, event: Event) -> None:
    tzid = timezone_id(event.start, event)
    _add_moments(component, "dtstart", [_on_the_clock(event.start, event)], tzid)
    if event.start.is_date:
        last = event.end or event.start
        after = Moment(last.local + dt.timedelta(days=1), is_date=True)  # DTEND is exclusive
        _add_moments(component, "dtend", [after], "")
    elif event.end and event.end.timestamp > event.start.timestamp:
        end = _on_the_clock(event.end, event)
        _add_moments(component, "dtend", [end], timezone_id(event.end, event))
    else:
        component.add("duration", UNTOLD_LENGTH)
    if event.repeat is None:
        return
    rule, added, excluded = recurrence(event)
    if rule:
        component.add("rrule", icalendar.vRecur.from_ical(rule))
    if added:
        _add_moments(component, "rdate", added, tzid)
    if excluded:
        _add_moments(component, "exdate", excluded, tzid)


def timezone_id(moment: Moment, event: Event) -> str:
    """Return the TZID under which *moment* is written; nothing for a date or in UTC.

    A fixed offset is told in UTC, unless the event recurs: a Monday at 9:00 in Nouméa is a Sunday
    in UTC, and BYDAY would mean another day. `Etc/GMT-11` is the IANA name of +11:00.
    """
    if moment.is_date or moment.zone in _UTC:
        return ""
    if moment.zone[0] not in "+-":
        return moment.zone
    if event.repeat is None or not event.repeat.rrule:
        return ""
    hours, minutes = moment.zone[1:].split(":")
    if int(minutes) or not -14 <= int(f"{moment.zone[0]}{hours}") * -1 <= 12:
        return f"UTC{moment.zone}"
    return f"Etc/GMT{'-' if moment.zone[0] == '+' else '+'}{int(hours)}"


def _on_the_clock(moment: Moment, event: Event) -> Moment:
    """Return *moment* at an hour that exists: 2:30 is 3:30 on the Sunday when summer begins.

    §3.3.5 says so, but some programs read such an hour otherwise. Dates of a rule keep theirs.
    """
    if moment.is_date or event.repeat:
        return moment
    aware = moment.instant
    existing = aware.astimezone(dt.UTC).astimezone(aware.tzinfo)
    return Moment(existing.replace(tzinfo=None, fold=0), zone=moment.zone)


def _add_moments(component: Any, name: str, moments: list[Moment], tzid: str) -> None:
    values: list[dt.date]
    if moments[0].is_date:
        values = [moment.date for moment in moments]
    elif tzid:
        values = [moment.local for moment in moments]
    else:
        values = [moment.instant.astimezone(dt.UTC) for moment in moments]
    value = values if name in ("rdate", "exdate") else values[0]
    component.add(name, value, parameters={"TZID": tzid} if tzid else None)


def _add_place(component: Any, event: Event, settings: Settings) -> None:
    words = words_of(settings.language)
    location = event.location
    if location:
        component.add("location", Text(_place(location)))
        if len(location.geo) == 2:
            component.add("geo", tuple(float(degrees) for degrees in location.geo))
    elif event.online:
        component.add("location", Text(words.online))
    if "://" in event.online:
        parameters = {"VALUE": "URI", "LABEL": words.online}
        component.add("conference", _uri(event.online), parameters=parameters)


def _place(location: Location) -> str:
    """Return name, address, town and country on one line, each once."""
    town = " ".join(filter(None, (location.postcode, location.city)))
    if not location.postcode and location.city in location.name:
        town = ""
    parts = (location.name, location.address.replace("\n", ", "), town, location.country)
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _description(event: Event, settings: Settings) -> str:
    """Return plain text: what it is, what changed, how to take part, where to read more."""
    words = words_of(settings.language)
    facts = []
    if event.status == "postponed":
        facts.append(words.no_date)
    elif event.status == "rescheduled" and event.previous_start:
        former = format_moment(event.previous_start, settings.language, weekday=True)
        facts.append(words.line(words.first_date, former))
    if event.online:
        facts.append(words.line(words.online, event.online))
    for way in event.registration:
        ways = (_absolute(way.url, settings), way.email, way.phone)
        facts.append(words.line(words.registration, ", ".join(filter(None, ways))))
    if event.organizer:
        facts.append(words.line(words.organizer, event.organizer.name))
    address = _absolute(event.url, settings)
    return "\n\n".join(filter(None, (event.summary, "\n".join(facts), address)))


def _absolute(url: str, settings: Settings) -> str:
    return f"{settings.origin}{url}" if url.startswith("/") else url


def _uri(url: str) -> str:
    """Return *url* without spaces and letters beyond ASCII (RFC 3986)."""
    return quote(clean(url), safe="%/#?&=:;@!$'()*+,~[]")


def _listed(names: tuple[str, ...]) -> str:
    return b",".join(Text(name).to_ical() for name in names).decode()
