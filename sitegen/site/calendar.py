"""Who falls on which day: events, their occurrences, months of weeks. Pure."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sitegen.model import Event, Moment, Occurrence, zone_info

MONTHS_AHEAD = 24
"""How far an endless rule is expanded."""
MAX_OCCURRENCES = 2000
"""Of one event: a daily event over five years has fewer."""


class RuleError(ValueError):
    """An RRULE that RFC 5545 §3.3.10 does not allow."""


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month that lies *months* after *day*'s."""
    index = day.year * 12 + day.month - 1 + months
    return dt.date(index // 12, index % 12 + 1, 1)


def check_rule(rule: str, start: Moment) -> None:
    """Raise `RuleError` with a sentence when *rule* is not one for an event at *start*."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";") if part)
    if "COUNT" in parts and "UNTIL" in parts:
        raise RuleError("COUNT and UNTIL exclude each other")
    if "FREQ" not in parts:
        raise RuleError("FREQ is missing, for example FREQ=MONTHLY")
    if parts["FREQ"] not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise RuleError(f"FREQ={parts['FREQ']} is not DAILY, WEEKLY, MONTHLY or YEARLY")
    try:
        next(iter(_rule_dates(rule, start)), None)
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
    last = _until(until, start)
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


def occurrences(event: Event, until: dt.date) -> list[Occurrence]:
    """Return the dates of *event* in order; those after *until* only where they are written out."""
    if event.repeat is None:
        return [Occurrence(event=event, start=event.start, end=event.end)]
    length = event.end.local - event.start.local if event.end else None
    starts = {event.start.local}
    if event.repeat.rrule:
        for position, local in enumerate(_rule_dates(event.repeat.rrule, event.start)):
            if local.date() > until or position >= MAX_OCCURRENCES:
                break
            starts.add(local)
    starts |= {_at_hour(moment, event.start) for moment in event.repeat.also}
    for moment in event.repeat.exceptions:
        excluded = _at_hour(moment, event.start)
        starts = {
            local
            for local in starts
            if (local.date() != excluded.date() if moment.is_date else local != excluded)
        }
    found = []
    for local in sorted(starts):
        start = Moment(local, event.start.is_date, event.start.zone)
        end = None
        if event.end is not None and length is not None:
            end = Moment(local + length, event.end.is_date, event.end.zone)
        found.append(Occurrence(event=event, start=start, end=end))
    return found


def _at_hour(moment: Moment, start: Moment) -> dt.datetime:
    """Return a date's wall clock in the event's zone; a bare date has the event's own hour."""
    if moment.is_date and not start.is_date:
        return dt.datetime.combine(moment.date, start.local.time())
    if moment.zone and not moment.is_date:
        return moment.instant.astimezone(zone_info(start.zone)).replace(tzinfo=None)
    return moment.local


def month_weeks(year: int, month: int, first_weekday: int) -> list[list[dt.date]]:
    """Return the weeks of a month, each of seven days; the first and last reach over its borders.

    *first_weekday*: 0 is Monday, 6 is Sunday.
    """
    first = dt.date(year, month, 1)
    start = first - dt.timedelta(days=(first.weekday() - first_weekday) % 7)
    weeks = []
    while start < add_months(first, 1):
        weeks.append([start + dt.timedelta(days=offset) for offset in range(7)])
        start += dt.timedelta(days=7)
    return weeks


class Calendar:
    """All occurrences, in order of time, ready to be asked for a period."""

    def __init__(self, events: Iterable[Event], today: dt.date) -> None:
        self.until = add_months(today, MONTHS_AHEAD + 1) - dt.timedelta(days=1)
        self.events: dict[str, Event] = {event.id: event for event in events}
        self.by_event: dict[str, list[Occurrence]] = {}
        every: list[Occurrence] = []
        for event in self.events.values():
            dates = occurrences(event, self.until)
            self.by_event[event.id] = dates
            every.extend(dates)
        self.all: Sequence[Occurrence] = sorted(every, key=lambda one: one.sort_key)
        self._positions = {id(occurrence): place for place, occurrence in enumerate(self.all)}
        self._by_month: dict[tuple[int, int], list[Occurrence]] = {}
        for occurrence in self.all:
            day = occurrence.first_day.replace(day=1)
            while day <= occurrence.last_day:
                self._by_month.setdefault((day.year, day.month), []).append(occurrence)
                day = add_months(day, 1)
        self.months: list[tuple[int, int]] = sorted(self._by_month)
        """The months in which something takes place."""

    def month(self, year: int, month: int) -> list[Occurrence]:
        """Return what touches the month, in order of time; what began before it first."""
        return self._by_month.get((year, month), [])

    def between(self, first: dt.date, last: dt.date) -> list[Occurrence]:
        """Return what touches the days from *first* to *last*, each occurrence once."""
        found: dict[int, Occurrence] = {}
        day = first.replace(day=1)
        while day <= last:
            for occurrence in self.month(day.year, day.month):
                if occurrence.first_day <= last and occurrence.last_day >= first:
                    found[id(occurrence)] = occurrence
            day = add_months(day, 1)
        return [found[key] for key in sorted(found, key=self._positions.__getitem__)]

    def neighbours(self, year: int, month: int) -> tuple[tuple[int, int] | None, ...]:
        """Return the nearest months before and after that hold events: never an empty page."""
        position = bisect_left(self.months, (year, month))
        is_there = position < len(self.months) and self.months[position] == (year, month)
        after = position + 1 if is_there else position
        return (
            self.months[position - 1] if position > 0 else None,
            self.months[after] if after < len(self.months) else None,
        )

    def upcoming(self, now: float) -> list[Occurrence]:
        """Return what has not ended at *now* (a timestamp), in order of time."""
        return [occurrence for occurrence in self.all if occurrence.ends > now]

    def past(self, now: float) -> list[Occurrence]:
        """Return what has ended at *now*, the latest first."""
        return [occurrence for occurrence in reversed(self.all) if occurrence.ends <= now]
