"""The dates of an event: its rule, with exceptions, additions and what one date changes. Pure."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable

from msgspec.structs import replace

from sitegen.model import Change, Event, Moment, Occurrence, Status, zone_info

MAX_OCCURRENCES = 2000
"""Of one event: a daily event over five years has fewer."""


class RuleError(ValueError):
    """An RRULE that RFC 5545 §3.3.10 does not allow."""


def check_rule(rule: str, start: Moment) -> dt.datetime | None:
    """Return the first date of *rule* from *start* on, or None when it gives none.

    Raise `RuleError` with a sentence when *rule* is not one for an event at *start*.
    """
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";") if part)
    if "COUNT" in parts and "UNTIL" in parts:
        raise RuleError("COUNT and UNTIL exclude each other")
    if "FREQ" not in parts:
        raise RuleError("FREQ is missing, for example FREQ=MONTHLY")
    if parts["FREQ"] not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise RuleError(f"FREQ={parts['FREQ']} is not DAILY, WEEKLY, MONTHLY or YEARLY")
    try:
        months = [int(one) for one in parts.get("BYMONTH", "").split(",") if one]
        days = [abs(int(one)) for one in parts.get("BYMONTHDAY", "").split(",") if one]
        lengths = [monthrange(2024, month)[1] for month in months if 1 <= month <= 12]
        if days and min(days) > max(lengths, default=31):  # dateutil would look until 9999
            raise RuleError(f"no such day: BYMONTHDAY={parts['BYMONTHDAY']}")
        return next(iter(_rule_dates(rule, start)), None)
    except RuleError:
        raise
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise RuleError(str(error) or "not understood") from error


def _rule_dates(rule: str, start: Moment) -> Iterable[dt.datetime]:
    """Iterate over the wall-clock starts of *rule*, which keep their hour over clock changes."""
    from dateutil.rrule import rrulestr

    parts = [part for part in rule.upper().split(";") if part and not part.startswith("UNTIL=")]
    dates: Iterable[dt.datetime] = rrulestr(";".join(parts), dtstart=start.local)
    until = next((part[6:] for part in rule.upper().split(";") if part.startswith("UNTIL=")), "")
    if not until:
        return dates
    try:
        last = _until(until, start)
    except ValueError:
        raise RuleError(f"UNTIL={until} is no date, such as 20271231") from None
    return _take_until(dates, last)


def _until(text: str, start: Moment) -> dt.datetime:
    """Return UNTIL on the event's wall clock; it is written in UTC, or as a date (inclusive)."""
    if len(text) == 8:
        day = dt.datetime.strptime(text, "%Y%m%d")
        return day.replace(hour=23, minute=59, second=59)
    local = dt.datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")
    if not text.endswith("Z") or not start.zone:
        return local
    aware = local.replace(tzinfo=dt.UTC).astimezone(start.instant.tzinfo)
    return aware.replace(tzinfo=None)


def _take_until(dates: Iterable[dt.datetime], last: dt.datetime) -> Iterable[dt.datetime]:
    for date in dates:
        if date > last:
            return
        yield date


def rule_starts(event: Event, until: dt.date) -> set[dt.datetime]:
    """Return when *event* begins, on its own clock, before what single dates change.

    Dates of its rule after *until* are left out; what is written out is always there.
    """
    starts = {event.start.local}
    repeat = event.repeat
    if repeat is None:
        return starts
    if repeat.rrule:
        for position, local in enumerate(_rule_dates(repeat.rrule, event.start)):
            if local.date() > until or position >= MAX_OCCURRENCES:
                break
            starts.add(local)
    starts |= {_at_hour(moment, event.start) for moment in repeat.also}
    for moment in repeat.exceptions:
        starts -= set(matching(starts, moment, event.start))
    return starts


def matching(starts: Iterable[dt.datetime], moment: Moment, start: Moment) -> list[dt.datetime]:
    """Return those of *starts* that *moment* names: a bare date means all of that day.

    *start* is the event's first one, whose zone the starts have.
    """
    named = _at_hour(moment, start)
    if moment.is_date:
        return [local for local in starts if local.date() == named.date()]
    return [local for local in starts if local == named]


def occurrences(event: Event, until: dt.date) -> list[Occurrence]:
    """Return the dates of *event* in order; those after *until* only where they are written out."""
    repeat = event.repeat
    if repeat is None:
        return [Occurrence(event=event, start=event.start, end=event.end)]
    starts = rule_starts(event, until)
    changed = {
        local: change
        for change in repeat.changes
        for local in matching(starts, change.date, event.start)
    }
    found = [_occurrence(event, local, changed.get(local)) for local in sorted(starts)]
    return sorted(found, key=lambda one: one.start.timestamp) if changed else found


def _occurrence(event: Event, local: dt.datetime, change: Change | None) -> Occurrence:
    start = Moment(local, event.start.is_date, event.start.zone)
    end = None
    if event.end is not None:
        length = event.end.local - event.start.local
        end = Moment(local + length, event.end.is_date, event.end.zone)
    if change is None:
        return Occurrence(event=event, start=start, end=end, rule_start=start)
    changed = _changed(event, change, start, end)
    return Occurrence(event=changed, start=changed.start, end=changed.end, rule_start=start)


def _changed(event: Event, change: Change, start: Moment, end: Moment | None) -> Event:
    """Return *event* as it is on one date, which the rule lets begin at *start*.

    A date that moves keeps its length, and is `rescheduled` unless its author says otherwise.
    """
    new_start = new_start_of(change, start)
    new_end = change.end.in_zone(start.zone) if change.end else end
    is_moved = new_start != start
    if is_moved and change.end is None and end is not None:
        new_end = Moment(new_start.local + (end.local - start.local), end.is_date, new_start.zone)
    status = change.status or ("rescheduled" if is_moved else event.status)
    status = dated_status(status, is_moved=is_moved)
    return replace(
        event,
        name=change.name or event.name,
        start=new_start,
        end=new_end,
        status=status,
        previous_start=start if is_moved else None,
        location=change.location or event.location,
        online=change.online or event.online,
    )


def dated_status(status: Status, *, is_moved: bool) -> Status:
    """Return *status*; what is put off and has its new date (*is_moved*) is `rescheduled`."""
    return "rescheduled" if is_moved and status == "postponed" else status


def new_start_of(change: Change, start: Moment) -> Moment:
    """Return when a changed date begins; a bare date keeps the hour of *start*, the rule's own."""
    if change.start is None:
        return start
    if change.start.is_date and not start.is_date:
        return Moment(_at_hour(change.start, start), zone=start.zone)
    return change.start.in_zone(start.zone)


def _at_hour(moment: Moment, start: Moment) -> dt.datetime:
    """Return a date's wall clock in the event's zone; a bare date has the event's own hour."""
    if moment.is_date and not start.is_date:
        return dt.datetime.combine(moment.date, start.local.time())
    if moment.zone and not moment.is_date:
        return moment.instant.astimezone(zone_info(start.zone)).replace(tzinfo=None)
    return moment.local
