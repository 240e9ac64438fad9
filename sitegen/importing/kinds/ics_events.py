"""Components of iCalendar, those of one event together, as values of `event:`. Pure."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sitegen.importing.former import FormerEvent, ImportNote
from sitegen.importing.kinds.encodings import in_utf_8
from sitegen.importing.kinds.ics_changes import changes_of, dates_of, spans_of
from sitegen.importing.kinds.ics_said import (
    Component,
    attached,
    is_public,
    text_of,
    what_of,
)
from sitegen.importing.kinds.ics_times import LocalClock, clock_of, end_of, time_of, values_of
from sitegen.importing.refusals import unlike, unreadable
from sitegen.wording.translation import _

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_NOT_READ = ("ATTENDEE", "EXRULE")
_FOLD = re.compile(rb"\r?\n[ \t]")
"""A line that goes on (RFC 5545 §3.1)."""
_SAID_TYPE = re.compile(
    rb"^((?:CATEGORIES|GEO)[^:\r\n]*?);VALUE=(?:TEXT|FLOAT)(?=[;:])", re.IGNORECASE | re.MULTILINE
)
"""What is meant without it, and may be said (§3.2.20); icalendar reads no lists of a said type."""
_QUOTED = re.compile(r"['\"](.{3,60}?)['\"]")


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

    whole = in_utf_8(_FOLD.sub(b"", raw))  # programs fold within letters of several bytes, too
    whole = _SAID_TYPE.sub(rb"\1", whole)
    if b"BEGIN:VCALENDAR" not in whole[:4096].upper():
        wanted = "a file of a calendar (.ics), or a folder of them"
        raise unlike("ics", name, _("it does not begin as a calendar does"), wanted)
    try:
        try:
            return list(Calendar.from_ical(whole, multiple=True))
        except ValueError:  # a zone that cannot be: most are known by their names
            return list(Calendar.from_ical(_without_zones(whole), multiple=True))
    except (ValueError, KeyError, IndexError, TypeError) as error:
        match = _QUOTED.search(str(error))
        at = raw.decode("utf-8", "replace").find(match[1]) if match else -1
        line = raw.decode("utf-8", "replace").count("\n", 0, at) + 1 if at >= 0 else 0
        raise unreadable(name, "iCalendar", str(error)[:160], line, 1 if line else 0) from None


def _without_zones(raw: bytes) -> bytes:
    """Return the calendar *raw* without what it says itself of its zones."""
    kept: list[bytes] = []
    is_zone = False
    for line in raw.splitlines(keepends=True):
        sign = line.strip().upper()
        is_zone = is_zone or sign == b"BEGIN:VTIMEZONE"
        if not is_zone:
            kept.append(line)
        is_zone = is_zone and sign != b"END:VTIMEZONE"
    return b"".join(kept)


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
    for place, event in _revisions(changes):
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


def _revisions(events: list[tuple[str, Component]]) -> list[tuple[str, Component]]:
    """Return *events*, which have one UID, without those of which a later revision is among them.

    It has the same title and a higher SEQUENCE (RFC 5545 §3.8.7.4), and may begin at another hour.
    Programs that give one UID to several events number none of them.
    """
    highest: dict[str, int] = {}
    for _place, event in events:
        title = text_of(event, "SUMMARY")
        highest[title] = max(highest.get(title, 0), _edition(event)[0])
    return [
        (place, event)
        for place, event in events
        if "SEQUENCE" not in event or _edition(event)[0] == highest[text_of(event, "SUMMARY")]
    ]


def _edition(event: Component) -> tuple[int, str]:
    changed = time_of(event, "LAST-MODIFIED") or ""
    try:
        return int(event.get("SEQUENCE", 0)), str(changed)
    except (TypeError, ValueError):
        return 0, str(changed)


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
        **what_of(main),
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


def _repeat(series: EventSeries, start: dt.date, clock: LocalClock) -> dict[str, Any]:
    main = series.main
    rule = next(iter(values_of(main, "RRULE")), None)
    repeat: dict[str, Any] = {}
    if written := _rule(rule):
        repeat["rrule"] = written
    repeat["except"] = [clock.local(date) for date in _dates(main, "EXDATE")]
    repeat["also"] = [clock.local(date) for date in _dates(main, "RDATE")]
    rule_text = repeat.get("rrule", "")
    told = [each for each in series.changes if is_public(each)]
    closed = [each for each in series.changes if not is_public(each)]
    if repeat.get("rrule") or repeat["also"]:
        repeat["except"] += [clock.local(date) for date in dates_of(closed, start, rule_text)]
    changes = changes_of(told, main, start, clock, rule_text)
    known = {change["date"] for change in changes}
    spans = spans_of(_values(main, "RDATE"), main, start, clock)
    repeat["changes"] = changes + [span for span in spans if span["date"] not in known]
    return {key: value for key, value in repeat.items() if value}


def _rule(rule: Any) -> str:
    """Return a rule as it was written; empty for one that repeats within a day, and for none."""
    if isinstance(rule, str):  # `RRULE;VALUE=TEXT:…`
        rule = _rule_in(rule)
    if not hasattr(rule, "get"):
        return ""
    if str(next(iter(rule.get("FREQ", ())), "")).upper() not in _FREQUENCIES:
        return ""
    parts = rule.to_ical().decode().split(";")
    return ";".join(part for part in parts if not part.startswith("X-"))


def _rule_in(text: str) -> Any:
    from icalendar import vRecur

    try:
        return vRecur.from_ical(text)
    except ValueError:
        return None


def repeats_within_a_day(main: Component) -> bool:
    """Whether its first rule is none of days: `FREQ=HOURLY`."""
    rules = values_of(main, "RRULE")
    return bool(rules) and not _rule(rules[0])


def _values(event: Component, name: str) -> list[Any]:
    lists = values_of(event, name)
    return [getattr(time, "dt", None) for each in lists for time in getattr(each, "dts", ())]


def _dates(event: Component, name: str) -> list[dt.date]:
    values = _values(event, name)
    begins = (value[0] if isinstance(value, tuple) else value for value in values)  # of a PERIOD
    return [value for value in begins if isinstance(value, dt.date)]


def categories_of(event: Component) -> list[str]:
    """Return what *event* is filed under, in the order of the calendar."""
    lists = (getattr(value, "cats", ()) for value in values_of(event, "CATEGORIES"))
    return [name for each in lists for category in each if (name := str(category).strip())]


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
        notes.append(ImportNote("property", "RRULE", name))
    notes += [ImportNote("property", key, str(reason)) for key, reason in main.errors]
    notes += [ImportNote("property", key, name) for key in _NOT_READ if key in main]
    if len(values_of(main, "ATTACH")) > len(attached(main)):
        notes.append(ImportNote("property", "ATTACH", name))
    if not all(map(is_public, series.changes)):
        notes.append(ImportNote("property", "CLASS", name))
    notes += [ImportNote("property", "VALARM", name) for alarm in main.walk("VALARM")[:1]]
    return notes
