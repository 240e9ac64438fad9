"""What is different on single dates of a rule (RFC 5545 §3.8.4.4). Pure."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sitegen.importing.former import Day
from sitegen.importing.kinds.ics_said import Component, told_in_title, what_of
from sitegen.importing.kinds.ics_times import LocalClock, after, end_of, time_of

_MOST_LATER = 200
"""Dates that one change of all that follow is written for, of a rule that may have no end."""


def changes_of(
    changed: Sequence[Component], main: Component, start: dt.date, clock: LocalClock, rule: str
) -> list[dict[str, Any]]:
    """Return what *changed* says of dates of *main*, which begins at *start* and has *rule*."""
    single = {time_of(each, "RECURRENCE-ID"): each for each in changed if not _is_of_all(each)}
    changes = [_change(each, date, main, start, clock) for date, each in single.items()]
    for each in changed:
        if _is_of_all(each):
            later = _later(time_of(each, "RECURRENCE-ID"), start, rule)
            dates = [date for date in later if date not in single]
            single |= dict.fromkeys(dates, each)
            changes += [_change(each, date, main, start, clock) for date in dates]
    return [change for change in changes if change]


def dates_of(changed: Sequence[Component], start: dt.date, rule: str) -> Iterator[dt.date]:
    """Yield the dates of *rule*, which begins at *start*, that *changed* are of."""
    for each in changed:
        date = time_of(each, "RECURRENCE-ID")
        if _is_of_all(each):
            yield from _later(date, start, rule)
        elif isinstance(date, dt.date):
            yield date


def spans_of(
    added: Sequence[Any], main: Component, start: dt.date, clock: LocalClock
) -> Iterator[dict[str, Any]]:
    """Yield the end of each date *added* as a span (§3.3.9) that is not as long as *main*."""
    usual = _length(start, end_of(main, start, clock), clock)
    for span in added:
        if not isinstance(span, tuple):
            continue
        begins, end = span
        ends = clock.local(after(begins, end) if isinstance(end, dt.timedelta) else end)
        if _length(begins, ends, clock) != usual:
            yield {"date": clock.local(begins), "end": ends}


def _is_of_all(changed: Component) -> bool:
    """Whether *changed* is of its date and all that follow (§3.2.13)."""
    recurrence = changed.get("RECURRENCE-ID")
    return str(getattr(recurrence, "params", {}).get("RANGE", "")).upper() == "THISANDFUTURE"


def _later(date: Any, start: dt.date, rule: str) -> Iterator[dt.date]:
    """Yield *date* and the dates after it that *rule* gives, which a calendar's clocks show."""
    if not isinstance(date, dt.date):
        return
    yield date
    if not rule or isinstance(date, dt.datetime) != isinstance(start, dt.datetime):
        return
    from dateutil.rrule import rrulestr

    has_hours = isinstance(start, dt.datetime)
    begin = start if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
    after = date if isinstance(date, dt.datetime) else dt.datetime.combine(date, dt.time())
    try:
        dates = rrulestr(rule, dtstart=begin).xafter(after)
        for each in islice(dates, _MOST_LATER):
            yield each if has_hours else each.date()
    except (ValueError, TypeError):  # a rule that a build refuses too; an end without hours
        return


def _change(
    changed: Component, date: Any, main: Component, start: dt.date, clock: LocalClock
) -> dict[str, Any]:
    """Return what is different on one date; nothing for one that the rule could not have."""
    begins = time_of(changed, "DTSTART")
    if not isinstance(date, dt.date) or not isinstance(begins, dt.date):
        return {}
    change: dict[str, Any] = {}
    local = clock.local(date)
    first = time_of(changed, "RECURRENCE-ID")
    begins_then = _moved(clock.local(begins), local, clock.local(first))
    if begins_then != local:
        change["start"] = begins_then
    own, usual = end_of(changed, begins, clock), end_of(main, start, clock)
    if own is not None and _length(begins, own, clock) != _length(start, usual, clock):
        change["end"] = _moved(own, local, clock.local(first))
    name = told_in_title(changed)[0]
    if name and name != told_in_title(main)[0]:
        change["name"] = name
    what, before = what_of(changed), what_of(main)
    change |= {key: value for key, value in what.items() if value and value != before[key]}
    return {"date": local, **change} if change else {}


def _length(start: dt.date, end: Day | None, clock: LocalClock) -> dt.timedelta | None:
    first = clock.local(start)
    if end is None or isinstance(first, dt.datetime) != isinstance(end, dt.datetime):
        return None
    return end - first


def _moved(value: Day, date: Day, first: Day) -> Day:
    """Return *value*, said of the date *first*, as it is on *date*."""
    return value + _between(first, date)


def _between(first: Day, date: Day) -> dt.timedelta:
    """Return how long after *first* is *date*; nothing between a day and an hour."""
    if isinstance(date, dt.datetime):
        return date - first if isinstance(first, dt.datetime) else dt.timedelta()
    return dt.timedelta() if isinstance(first, dt.datetime) else date - first
