"""What subscribers would notice between two editions of a calendar (RFC 5545 §3.8.7.4). Pure."""

import datetime as dt
import re
from itertools import takewhile
from typing import Any, NamedTuple

import icalendar

from sitegen.site.agenda.calendar import add_months

_TOLD = {
    "time": ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"),
    "place": ("LOCATION", "CONFERENCE"),
    "status": ("STATUS",),
}
"""What readers must be told of, with the properties that say it."""

_ADDED = re.compile(r"([^+]+)\+(\d{8})(?:T\d{4})?(@.+|\Z)")
"""The UID of a date that was added to an event."""

Key = tuple[str, bytes]
"""UID and RECURRENCE-ID."""


class EventDifference(NamedTuple):
    """An event that changed though its SEQUENCE did not grow, or that is gone."""

    uid: str
    name: str
    what: tuple[str, ...]
    """`time`, `place`, `status`; nothing: it is gone."""


def compare(before: bytes, after: bytes, today: dt.date, months_back: int) -> list[EventDifference]:
    """Return what changed from *before* to *after* behind subscribers' backs, by UID.

    What ended more than *months_back* months before *today*'s may leave. Raises `ValueError` when
    *before* is no calendar.
    """
    old, new = _events(before), _events(after)
    first = add_months(today, -months_back)
    days = []
    for key, event in sorted(old.items()):
        uid, name = str(event["UID"]), str(event.get("SUMMARY", ""))
        present = new.get(key)
        if present is None:
            is_series = not key[1]
            if is_series and _last_day(event) >= first:
                days.append(EventDifference(uid, name, ()))
            continue
        what = [
            kind
            for kind, properties in _TOLD.items()
            if any(_wire(event.get(name)) != _wire(present.get(name)) for name in properties)
        ]
        if "time" in what and _are_same_dates(event, present, _added_days(new, uid), today):
            what.remove("time")
        if what and int(present.get("SEQUENCE", 0)) <= int(event.get("SEQUENCE", 0)):
            days.append(EventDifference(uid, name, tuple(what)))
    return days


def series_uid(uid: str) -> str:
    """Return the UID of the event to which the date *uid* was added; another UID as it is."""
    match = _ADDED.fullmatch(uid)
    return match[1] + match[3] if match else uid


def _events(data: bytes) -> dict[Key, Any]:
    calendar = icalendar.Calendar.from_ical(data)
    return {
        (str(event["UID"]), _wire(event.get("RECURRENCE-ID"))): event
        for event in calendar.walk("VEVENT")
        if "UID" in event and "DTSTART" in event
    }


def _are_same_dates(old: Any, new: Any, added: set[dt.date], today: dt.date) -> bool:
    """Whether two ways to write a series mean the same dates, for ten years.

    *added*: the days that the new edition tells in events of their own, where the old had RDATE.
    """
    until = add_months(today, 120)
    days = _days(new, until) | (added if "RDATE" in old else set())
    return _hours(old) == _hours(new) and _days(old, until) == days


def _added_days(events: dict[Key, Any], uid: str) -> set[dt.date]:
    """Return the days that were added to the series *uid*: `+20270408` in a UID of their own."""
    return {
        dt.datetime.strptime(match[2], "%Y%m%d").date()
        for match in (_ADDED.fullmatch(event) for event, _ in events)
        if match and match[1] + match[3] == uid
    }


def _hours(event: Any) -> tuple[str, str, str]:
    """Return at what hour, in which zone and how long an event takes place."""
    start = event["DTSTART"].dt
    length = event["DTEND"].dt - start if "DTEND" in event else event.get("DURATION")
    hour = f"{start:%H%M}" if isinstance(start, dt.datetime) else ""
    return hour, str(event["DTSTART"].params.get("TZID", "")), _wire(length).decode()


def _days(event: Any, until: dt.date) -> set[dt.date]:
    """Return the days on which a series begins, up to *until*, by its rule and single dates."""
    start = event["DTSTART"].dt
    days = {_day(start)}
    if rule := event.get("RRULE"):
        from dateutil.rrule import rrulestr

        begin = start if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
        dates = rrulestr(rule.to_ical().decode(), dtstart=begin)
        days |= {_day(date) for date in takewhile(lambda date: _day(date) <= until, dates)}
    return (days | _listed(event, "RDATE")) - _listed(event, "EXDATE")


def _listed(event: Any, name: str) -> set[dt.date]:
    value = event.get(name, [])
    lists = value if isinstance(value, list) else [value]
    return {_day(date.dt) for entry in lists for date in entry.dts}


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _wire(value: Any) -> bytes:
    """Return a property's value as it is written, with its zone; nothing for none."""
    if value is None:
        return b""
    if isinstance(value, dt.timedelta):
        return str(value).encode()
    if isinstance(value, list):
        return b",".join(sorted(map(_wire, value)))
    written = value.to_ical()
    zone = str(getattr(value, "params", {}).get("TZID", ""))
    return zone.encode() + (written if isinstance(written, bytes) else str(written).encode())


def _last_day(event: Any) -> dt.date:
    """Return the day of the event's last date; the last of all for a rule without end."""
    starts = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else starts
    last = end.date() if isinstance(end, dt.datetime) else end
    rule = event.get("RRULE")
    if rule is None:
        return last
    if "COUNT" not in rule and "UNTIL" not in rule:
        return dt.date.max
    from dateutil.rrule import rrulestr

    start = starts if isinstance(starts, dt.datetime) else dt.datetime.combine(starts, dt.time())
    if "UNTIL" in rule and start.tzinfo is None:
        start = start.replace(tzinfo=None)
    text = rule.to_ical().decode()
    dates = list(rrulestr(text, dtstart=start))
    return max(last, dates[-1].date()) if dates else last
