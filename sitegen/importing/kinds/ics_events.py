"""Components of iCalendar, those of one event together, as values of `event:`. Pure."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from sitegen.importing.former import Day, FormerEvent, ImportNote
from sitegen.importing.kinds.ics_times import LocalClock, clock_of, end_of, time_of, values_of
from sitegen.importing.refusals import unlike, unreadable
from sitegen.importing.values import plain
from sitegen.wording.readers import StatusWords, languages, reader_words
from sitegen.wording.translation import _

Component = Any
"""A component of icalendar, which has no types that could be relied on."""
_STATUSES = {"CANCELLED": "cancelled", "TENTATIVE": "tentative"}
_SAID = {
    "cancelled": re.compile(
        r"^\W*(?:annul[ée]+e?s?|cancell?ed)\b[\s\])]*[-–—:]*\s*", re.IGNORECASE
    ),
    "postponed": re.compile(
        r"^\W*(?:report[ée]+e?s?|postponed)\b[\s\])]*[-–—:\])]+\s*", re.IGNORECASE
    ),
    "full": re.compile(
        r"^\W*(?:complète?s?|complet|sold out|fully booked)\b[\s\])]*[-–—:\])]+\s*", re.IGNORECASE
    ),
}
"""States as titles begin with them. But for the first a dash, a colon or a bracket has to follow:
« Complet bleu » and « Report d’activité » are titles."""
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_QUOTED = re.compile(r"['\"](.{3,60}?)['\"]")
_WEB = re.compile(r"https?://\S+")


class EventSeries(NamedTuple):
    """An event with what is different on single dates of its rule."""

    file: str
    id: str
    """Its UID; of a second event with the same, more."""
    uid: str
    """Empty where it has none, or not alone."""
    main: Component
    changes: tuple[Component, ...]


def read_calendar(raw: bytes, name: str) -> list[Component]:
    """Return the calendars of the file *name*. Raises `UsageError` for what is none."""
    from icalendar import Calendar

    if b"BEGIN:VCALENDAR" not in raw[:4096].upper():
        wanted = "a file of a calendar (.ics), or a folder of them"
        raise unlike("ics", name, _("it does not begin as a calendar does"), wanted)
    try:
        return list(Calendar.from_ical(raw, multiple=True))
    except (ValueError, KeyError, IndexError, TypeError) as error:
        match = _QUOTED.search(str(error))
        at = raw.decode("utf-8", "replace").find(match[1]) if match else -1
        line = raw.decode("utf-8", "replace").count("\n", 0, at) + 1 if at >= 0 else 0
        raise unreadable(name, "iCalendar", str(error)[:160], line, 1 if line else 0) from None


def text_of(component: Component, name: str) -> str:
    """Return a property of text; of several, the first."""
    value = component.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value).strip()


def grouped(calendars: Sequence[tuple[str, Component]]) -> list[EventSeries]:
    """Return the events of *calendars*, each with the changes of its dates, in their order."""
    mains: dict[str, list[tuple[str, Component]]] = {}
    changes: dict[str, list[Component]] = {}
    uids: dict[str, str] = {}
    for file, calendar in calendars:
        for number, event in enumerate(calendar.walk("VEVENT")):
            uid = text_of(event, "UID")
            known = uid or f"{file}:{number}"
            uids[known] = uid
            if "RECURRENCE-ID" in event:
                changes.setdefault(known, []).append(event)
                mains.setdefault(known, [])
            else:
                mains.setdefault(known, []).append((file, event))
    return [
        series_entry
        for known, changed in mains.items()
        for series_entry in _series(
            known, uids[known], changed, changes.get(known, []), calendars[0][0]
        )
    ]


def _series(
    known: str,
    uid: str,
    changes: list[tuple[str, Component]],
    changed: list[Component],
    file: str,
) -> Iterator[EventSeries]:
    if not changes:  # single dates of a rule that stands in somebody else's calendar
        for number, component in enumerate(changed):
            yield EventSeries(file, f"{known}#{number}", "" if number else uid, component, ())
        return
    latest: dict[Any, tuple[str, Component]] = {}
    for place, event in changes:
        start = time_of(event, "DTSTART")
        if start not in latest or _edition(event) >= _edition(latest[start][1]):
            latest[start] = (place, event)
    for number, (place, event) in enumerate(latest.values()):
        is_own = number == 0
        yield EventSeries(
            place,
            known if is_own else f"{known}#{number}",
            uid if is_own else "",
            event,
            tuple(changed) if is_own else (),
        )


def _edition(event: Component) -> tuple[int, str]:
    changed = time_of(event, "LAST-MODIFIED") or ""
    try:
        return int(event.get("SEQUENCE", 0)), str(changed)
    except (TypeError, ValueError):
        return 0, str(changed)


def told_in_title(event: Component) -> tuple[str, str]:
    """Return the title of *event* without the state that stands before it, and that state.

    Programs that read calendars know few states: who writes them says it in the title, `ANNULÉ – `.
    """
    title = plain(text_of(event, "SUMMARY"))
    for sign, status in _own_signs():
        if title.startswith(sign):
            return title.removeprefix(sign) or title, status
    for status, pattern in _SAID.items():
        if pattern.match(title):
            return pattern.sub("", title, count=1) or title, status
    return title, ""


@cache
def _own_signs() -> list[tuple[str, str]]:
    """Return what sitegen itself writes before titles, in all languages that it speaks."""
    states = ("cancelled", "postponed", "full", "tentative")
    words = (reader_words(StatusWords, language) for language in ("en", *languages()))
    return [(f"{each.status(state).upper()} – ", state) for each in words for state in states]


def joined(series: EventSeries, zone: str) -> FormerEvent | None:
    """Return what *series* says as a value of `event:`; None for one without a beginning.

    *zone*: of the site.
    """
    main = series.main
    start = time_of(main, "DTSTART")
    if not isinstance(start, dt.date):
        return None
    clock = clock_of(start, zone, recurs="RRULE" in main)
    fields: dict[str, Any] = {
        "uid": series.uid,
        "timezone": clock.zone if clock.zone != zone else "",
        **_what(main),
    }
    if kind := _first_category(main):
        fields["type"] = kind
    people = (str(organiser.params.get("CN", "")) for organiser in values_of(main, "ORGANIZER"))
    name = next(people, "").strip().strip('"')
    if name and "@" not in name:
        fields["organizer"] = name
    if repeat := _repeat(series, start, clock):
        fields["repeat"] = repeat
    return FormerEvent(
        start=clock.local(start), end=end_of(main, start, clock),
        fields={key: value for key, value in fields.items() if value},
    )  # fmt: skip


def _what(event: Component) -> dict[str, Any]:
    """Return place and status of an event, or of one of its dates."""
    place, link = plain(text_of(event, "LOCATION").replace("\n", ", ")), ""
    if _WEB.fullmatch(place):
        place, link = "", place
    location: Any = place
    for point in values_of(event, "GEO")[:1]:
        if place and abs(point.latitude) <= 90 and abs(point.longitude) <= 180:
            location = {"name": place, "geo": [point.latitude, point.longitude]}
    status = told_in_title(event)[1] or _STATUSES.get(text_of(event, "STATUS").upper(), "")
    return {"location": location, "online": link, "status": status}


def _repeat(series: EventSeries, start: dt.date, clock: LocalClock) -> dict[str, Any]:
    main = series.main
    rule = next(iter(values_of(main, "RRULE")), None)
    repeat: dict[str, Any] = {}
    if written := _rule(rule):
        repeat["rrule"] = written
    repeat["except"] = [clock.local(date) for date in _dates(main, "EXDATE")]
    repeat["also"] = [clock.local(date) for date in _dates(main, "RDATE")]
    changes = (_change(change, main, start, clock) for change in series.changes)
    repeat["changes"] = [change for change in changes if change]
    return {key: value for key, value in repeat.items() if value}


def _rule(rule: Any) -> str:
    """Return a rule as it was written; empty for one that repeats within a day."""
    if rule is None or str(next(iter(rule.get("FREQ", ())), "")).upper() not in _FREQUENCIES:
        return ""
    parts = rule.to_ical().decode().split(";")
    return ";".join(part for part in parts if not part.startswith("X-"))


def _dates(event: Component, name: str) -> list[dt.date]:
    lists = values_of(event, name)
    values = (getattr(time, "dt", None) for each in lists for time in getattr(each, "dts", ()))
    return [value for value in values if isinstance(value, dt.date)]


def _change(
    changed: Component, main: Component, start: dt.date, clock: LocalClock
) -> dict[str, Any]:
    """Return what is different on one date; nothing for one that the rule could not have."""
    date = time_of(changed, "RECURRENCE-ID")
    begins = time_of(changed, "DTSTART")
    if not isinstance(date, dt.date) or not isinstance(begins, dt.date):
        return {}
    change: dict[str, Any] = {}
    local = clock.local(date)
    if clock.local(begins) != local:
        change["start"] = clock.local(begins)
    own, usual = end_of(changed, begins, clock), end_of(main, start, clock)
    if own is not None and _length(begins, own, clock) != _length(start, usual, clock):
        change["end"] = own
    name = told_in_title(changed)[0]
    if name and name != told_in_title(main)[0]:
        change["name"] = name
    what, before = _what(changed), _what(main)
    change |= {key: value for key, value in what.items() if value and value != before[key]}
    return {"date": local, **change} if change else {}


def _length(start: dt.date, end: Day | None, clock: LocalClock) -> dt.timedelta | None:
    first = clock.local(start)
    if end is None or isinstance(first, dt.datetime) != isinstance(end, dt.datetime):
        return None
    return end - first


def categories_of(event: Component) -> list[str]:
    """Return what *event* is filed under, in the order of the calendar."""
    categories = (
        str(category).strip() for value in values_of(event, "CATEGORIES") for category in value.cats
    )
    return [category for category in categories if category]


def _first_category(event: Component) -> str:
    return next(iter(categories_of(event)), "")


def notes_of(series: EventSeries) -> list[ImportNote]:
    """Return what of *series* has no counterpart."""
    main, name = series.main, text_of(series.main, "SUMMARY")
    notes = []
    if not series.uid:
        notes.append(ImportNote("guess", _("a UID of its own, for want of one"), name))
    rules = values_of(main, "RRULE")
    if len(rules) > 1 or not all(map(_rule, rules)):
        notes.append(ImportNote("key", "RRULE", name))
    notes += [ImportNote("key", key, str(reason)) for key, reason in main.errors]
    notes += [ImportNote("key", key, name) for key in ("ATTENDEE", "ATTACH") if key in main]
    notes += [ImportNote("key", "VALARM", name) for alarm in main.walk("VALARM")[:1]]
    return notes
