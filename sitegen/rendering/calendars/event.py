"""An event as a VEVENT (RFC 5545 §3.6.1, RFC 7986). Pure; what a VEVENT costs is paid once."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from msgspec.structs import replace

from sitegen.model import Event, Moment, Occurrence
from sitegen.rendering.calendars.lines import Component, in_utc, text
from sitegen.rendering.calendars.recurrence import (
    Series,
    dates_told_apart,
    series_of,
)
from sitegen.rendering.calendars.times import add_moments, add_times, timezone_id
from sitegen.rendering.words.clean import clean
from sitegen.rendering.words.dates import format_moment
from sitegen.rendering.words.status import words_of
from sitegen.rendering.words.taking_part import facts_of, one_line, programme_of, sessions_on
from sitegen.site.agenda.editions import formula, stamp_of
from sitegen.site.agenda.recurrence import added_dates
from sitegen.site.media_types import media_type
from sitegen.site.uids import event_uid

_STATUS = {"cancelled": "CANCELLED", "tentative": "TENTATIVE", "postponed": "TENTATIVE"}
_TOLD_IN_SUMMARY = ("cancelled", "postponed", "full", "tentative")
_FREES_TIME = ("cancelled", "postponed")
_FIRST = (
    "SUMMARY", "DTSTART", "DTEND", "DURATION", "DTSTAMP", "UID", "RECURRENCE-ID", "SEQUENCE",
    "RRULE", "RDATE", "EXDATE",
)  # fmt: skip
"""What a VEVENT begins with, in the library's order."""
_QUOTED = re.compile(r"[\"\x00-\x1f\x7f]")
"""What no value of a parameter holds, in quotation marks either (RFC 5545 §3.2)."""


class Settings(NamedTuple):
    """What of ``site.yaml`` shows in a VEVENT."""

    host: str
    origin: str
    language: str


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
    components = event_components(event, settings, series_of(event))
    return b"".join(component.lines() for component in components)


def event_components(
    event: Event, settings: Settings, series: Series | None
) -> Iterator[Component]:
    """Yield the VEVENT of *event*, whose rule gives *series*, and one for each changed date."""
    own = event_uid(event, settings.host, event.suffix)
    if series:
        yield event_component(event, own, settings, event.suffix, series=series)
    recurs = bool(event.repeat and event.repeat.rrule)
    for date in dates_told_apart(event):
        replaced = date.rule_start if recurs else None
        yield event_component(alone(date), own, settings, replaced=replaced)
    for suffix, date in added_dates(event):
        uid = event_uid(event, settings.host, suffix)
        yield event_component(alone(date), uid, settings, suffix)


def alone(date: Occurrence) -> Event:
    """Return a date of a recurring event as an event that does not recur."""
    programme = sessions_on(date)
    return replace(date.event, start=date.start, end=date.end, repeat=None, programme=programme)


def event_component(
    event: Event,
    identity: str,
    settings: Settings,
    suffix: str = "",
    series: Series | None = None,
    replaced: Moment | None = None,
) -> Component:
    """Return the VEVENT of *event*; of its date alone that its rule lets begin at *replaced*."""
    component = Component("VEVENT", _FIRST)
    component.put("UID", text(identity))
    if replaced is not None:
        add_moments(component, "RECURRENCE-ID", [replaced], timezone_id(replaced, recurs=True))
    _add_stamps(component, event, suffix)
    is_of_rule = replaced is not None
    add_times(component, event, series or Series(event.start, "", []), is_of_rule=is_of_rule)
    words = words_of(settings.language)
    prefix = f"{words.status(event.status).upper()} – " if event.status in _TOLD_IN_SUMMARY else ""
    component.put("SUMMARY", text(f"{prefix}{event.name}"))
    component.put("STATUS", _STATUS.get(event.status, "CONFIRMED"))
    if event.status in _FREES_TIME:
        component.put("TRANSP", "TRANSPARENT")
    if description := _description(event, settings):
        component.put("DESCRIPTION", text(description))
    if event.url:
        component.put("URL", _uri(_absolute(event.url, settings)))
    if event.categories:
        component.put("CATEGORIES", b",".join(map(text, event.categories)))
    _add_place(component, event, settings)
    _add_sources(component, event)
    _add_files(component, event, settings)
    if event.organizer and event.organizer.email:
        from icalendar import vCalAddress

        organizer = vCalAddress(_uri(f"mailto:{event.organizer.email}"))
        organizer.params["CN"] = clean(event.organizer.name).replace("\n", " ")
        component.add("ORGANIZER", organizer)
    return component


def _add_stamps(component: Component, event: Event, suffix: str) -> None:
    created = event.created or event.stamped or event.start
    edition = next((edition for edition in event.editions if edition.suffix == suffix), None)
    stamped = edition.stamp if edition else stamp_of(event)
    component.put("CREATED", in_utc(created.instant))
    component.put("DTSTAMP", in_utc(stamped))
    component.put("LAST-MODIFIED", in_utc(stamped))
    component.put("SEQUENCE", str(edition.sequence if edition else formula(event)))


def _add_place(component: Component, event: Event, settings: Settings) -> None:
    words = words_of(settings.language)
    location = event.location
    if location:
        places = "; ".join(map(one_line, (location, *event.other_locations)))
        component.put("LOCATION", text(places))
        if len(location.geo) == 2:
            component.add("GEO", tuple(float(degrees) for degrees in location.geo))
    elif event.online:
        component.put("LOCATION", text(words.online))
    if "://" in event.online:
        parameters = {"VALUE": "URI", "LABEL": words.online}
        component.add("CONFERENCE", _uri(event.online), parameters=parameters)


def _add_sources(component: Component, event: Event) -> None:
    """Say where a fetched event was announced before (LINK, RFC 9253 §8.2; `via`: RFC 8288)."""
    for source in event.sources:
        if source.url:
            label = _QUOTED.sub("’", clean(source.name))
            parameters = f';LINKREL=via;LABEL="{label}";VALUE=URI'
            component.put("LINK", _uri(source.url), parameters.encode())


def _add_files(component: Component, event: Event, settings: Settings) -> None:
    """Add the announcement's picture (RFC 7986 §5.10) and its files (RFC 5545 §3.8.1.1)."""
    if not event.image and not event.attachments:
        return
    from icalendar import vUri

    if event.image:
        kind = media_type(event.image.partition("?")[0])
        parameters = {"VALUE": "URI", "DISPLAY": "BADGE", "FMTTYPE": kind}
        address = _uri(_absolute(event.image, settings))
        component.add("IMAGE", vUri(address), parameters=parameters)
    for file in event.attachments:
        parameters = {"FMTTYPE": file.media_type}
        address = _uri(_absolute(file.url, settings))
        component.add("ATTACH", vUri(address), parameters=parameters)


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
    facts += (words.line(*fact) for fact in facts_of(event, settings.language, with_places=False))
    heading, points = programme_of(event, settings.language)
    programme = "\n".join((words.line(heading, "").rstrip(), *points)) if points else ""
    address = _absolute(event.url, settings)
    return "\n\n".join(filter(None, (event.summary, "\n".join(facts), programme, address)))


def _absolute(url: str, settings: Settings) -> str:
    return f"{settings.origin}{url}" if url.startswith("/") else url


def _uri(url: str) -> str:
    """Return *url* without spaces and letters beyond ASCII (RFC 3986)."""
    return quote(clean(url), safe="%/#?&=:;@!$'()*+,~[]")
