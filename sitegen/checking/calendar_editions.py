"""What subscribers would notice between two editions of a calendar (RFC 5545 §3.8.7.4). Pure."""

import datetime as dt
from typing import Any, NamedTuple

import icalendar

from sitegen.site.calendar import add_months

_TOLD = {
    "time": ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"),
    "place": ("LOCATION", "CONFERENCE"),
    "status": ("STATUS",),
}
"""What readers must be told of, with the properties that say it."""

Key = tuple[str, bytes]
"""UID and RECURRENCE-ID."""


class Difference(NamedTuple):
    """An event that changed though its SEQUENCE did not grow, or that is gone."""

    uid: str
    name: str
    what: tuple[str, ...]
    """`time`, `place`, `status`; nothing: it is gone."""


def compare(before: bytes, after: bytes, today: dt.date, months_back: int) -> list[Difference]:
    """Return what changed from *before* to *after* behind subscribers' backs, by UID.

    What ended more than *months_back* months before *today*'s may leave. Raises `ValueError` when
    *before* is no calendar.
    """
    old, new = _events(before), _events(after)
    first = add_months(today, -months_back)
    found = []
    for key, event in sorted(old.items()):
        uid, name = str(event["UID"]), str(event.get("SUMMARY", ""))
        present = new.get(key)
        if present is None:
            is_series = not key[1]
            if is_series and _last_day(event) >= first:
                found.append(Difference(uid, name, ()))
            continue
        what = tuple(
            kind
            for kind, properties in _TOLD.items()
            if any(_wire(event.get(one)) != _wire(present.get(one)) for one in properties)
        )
        if what and int(present.get("SEQUENCE", 0)) <= int(event.get("SEQUENCE", 0)):
            found.append(Difference(uid, name, what))
    return found


def _events(data: bytes) -> dict[Key, Any]:
    calendar = icalendar.Calendar.from_ical(data)
    return {
        (str(event["UID"]), _wire(event.get("RECURRENCE-ID"))): event
        for event in calendar.walk("VEVENT")
        if "UID" in event and "DTSTART" in event
    }


def _wire(value: Any) -> bytes:
    """Return a property's value as it is written, with its zone; nothing for none."""
    if value is None:
        return b""
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
