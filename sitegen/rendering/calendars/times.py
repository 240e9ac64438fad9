"""When an event takes place, as DTSTART, DTEND, RRULE and EXDATE of a VEVENT. Pure."""

import datetime as dt

from sitegen.model import UNTOLD_LENGTH, Event, Moment
from sitegen.rendering.calendars.lines import Component
from sitegen.rendering.calendars.recurrence import Series

_UTC = ("UTC", "Etc/UTC", "+00:00", "-00:00")


def add_times(component: Component, event: Event, series: Series, *, is_of_rule: bool) -> None:
    """Add when *event* begins, how long its dates last, and what of them *series* gives.

    *is_of_rule*: it is a date that a rule gives, told apart. A night of its own in which the clocks
    change is told in UTC: ECal reckons the end on the clock of the evening.
    """
    recurs = bool(series.rule)
    start, end = series.start, event.end
    in_utc = not recurs and not is_of_rule and _clocks_change_within(start, end)
    tzid = "" if in_utc else timezone_id(event.start, recurs=recurs)
    if end is not None and start != event.start:
        end = Moment(end.local + (start.local - event.start.local), end.is_date, end.zone)
    add_moments(component, "DTSTART", [_on_the_clock(start, recurs=recurs)], tzid)
    if start.is_date:
        last = end or start
        after = Moment(last.local + dt.timedelta(days=1), is_date=True)  # DTEND is exclusive
        add_moments(component, "DTEND", [after], "")
    elif end and end.timestamp > start.timestamp:
        own = "" if in_utc else timezone_id(end, recurs=recurs)
        add_moments(component, "DTEND", [_on_the_clock(end, recurs=recurs)], own)
    else:
        # Else it would last no time at all (§3.6.1): some show that as a line, others refuse it.
        component.put("DURATION", duration(UNTOLD_LENGTH))
    if series.rule:
        from icalendar import vRecur

        component.add("RRULE", vRecur.from_ical(series.rule))
    if series.excluded:
        add_moments(component, "EXDATE", series.excluded, tzid)


def duration(length: dt.timedelta) -> str:
    """Return *length*, of whole minutes, as §3.3.6 has it: `PT1H30M`."""
    hours, minutes = divmod(length // dt.timedelta(minutes=1), 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")


def _clocks_change_within(start: Moment, end: Moment | None) -> bool:
    if end is None or start.is_date or start.zone != end.zone:
        return False
    return (end.local - start.local).total_seconds() != end.timestamp - start.timestamp


def timezone_id(moment: Moment, *, recurs: bool) -> str:
    """Return the TZID under which *moment* is written; nothing for a date or in UTC.

    A fixed offset is told in UTC, unless the event recurs: a Monday at 9:00 in Nouméa is a Sunday
    in UTC, and BYDAY would mean another day. `Etc/GMT-11` is the IANA name of +11:00.
    """
    if moment.is_date or moment.zone in _UTC:
        return ""
    if moment.zone[0] not in "+-":
        return moment.zone
    if not recurs:
        return ""
    hours, minutes = moment.zone[1:].split(":")
    if int(minutes) or not -14 <= int(f"{moment.zone[0]}{hours}") * -1 <= 12:
        return f"UTC{moment.zone}"
    return f"Etc/GMT{'-' if moment.zone[0] == '+' else '+'}{int(hours)}"


def _on_the_clock(moment: Moment, *, recurs: bool) -> Moment:
    """Return *moment* at an hour that exists: 2:30 is 3:30 on the Sunday when summer begins.

    §3.3.5 says so, but some programs read such an hour otherwise. Dates of a rule keep theirs.
    """
    if moment.is_date or recurs:
        return moment
    aware = moment.instant
    existing = aware.astimezone(dt.UTC).astimezone(aware.tzinfo)
    return Moment(existing.replace(tzinfo=None, fold=0), zone=moment.zone)


def add_moments(component: Component, name: str, moments: list[Moment], tzid: str) -> None:
    """Add a property of one moment, or EXDATE of several, under the zone *tzid*."""
    values: list[dt.date]
    if moments[0].is_date:
        values = [moment.date for moment in moments]
    elif tzid:
        values = [moment.local for moment in moments]
    else:
        values = [moment.instant.astimezone(dt.UTC) for moment in moments]
    if name == "EXDATE":
        component.add(name, values, {"TZID": tzid} if tzid else None)
    else:
        component.put_time(name, values[0], tzid)
