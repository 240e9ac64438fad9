"""Who falls on which day: occurrences by month and by scope, months of weeks. Pure."""

import datetime as dt
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sitegen.model import WHOLE, Event, Occurrence, Scope
from sitegen.model.taxonomies import TYPE
from sitegen.site.agenda.recurrence import dates_of
from sitegen.site.urls import slugify

MONTHS_AHEAD = 24
"""How far an endless rule is expanded."""


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month that lies *months* after *day*'s."""
    index = day.year * 12 + day.month - 1 + months
    return dt.date(index // 12, index % 12 + 1, 1)


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


def scopes_of(event: Event) -> list[Scope]:
    """Return every scope that *event* belongs to: what a calendar or a filter may be about."""
    scopes = [WHOLE, *event.scopes]
    if event.type:
        scopes.append(Scope(TYPE.name, slugify(event.type)))
    return scopes


def closes_at(event: Event) -> float:
    """Return the timestamp from which nobody can register any more; infinity where none says so."""
    deadline = event.registration_deadline
    if deadline is None:
        return math.inf
    return (
        Occurrence(event=event, start=deadline, end=None).ends
        if deadline.is_date
        else deadline.timestamp
    )


class TimeSpan(NamedTuple):
    """When an occurrence is: read once, for behind each stands a conversion between zones."""

    key: tuple[int, bool, float, str]
    """By which it is sorted."""
    ends: float
    """A timestamp."""
    first_day: dt.date
    last_day: dt.date


class Calendar(msgspec.Struct, frozen=True, eq=False):
    """All occurrences, in order of time, ready to be asked for a period or a scope."""

    until: dt.date
    """The last day up to which endless rules are expanded."""
    events: Mapping[str, Event]
    by_event: Mapping[str, list[Occurrence]]
    all: Sequence[Occurrence]
    by_scope: Mapping[Scope, list[Occurrence]]
    by_month: Mapping[tuple[int, int], list[Occurrence]]
    months: list[tuple[int, int]]
    """The months in which something takes place, in order."""
    types: Mapping[str, str]
    """Slugs of the types in use, with the name that most authors write."""
    spans: Mapping[int, TimeSpan]
    """By the identity of the occurrence."""

    def month(self, year: int, month: int) -> list[Occurrence]:
        """Return what touches the month, in order of time; what began before it first."""
        return self.by_month.get((year, month), [])

    def between(self, first: dt.date, last: dt.date) -> list[Occurrence]:
        """Return what touches the days from *first* to *last*, each occurrence once."""
        unique: dict[int, Occurrence] = {}
        day = first.replace(day=1)
        while day <= last:
            for occurrence in self.month(day.year, day.month):
                span = self.spans[id(occurrence)]
                if span.first_day <= last and span.last_day >= first:
                    unique[id(occurrence)] = occurrence
            day = add_months(day, 1)
        return sorted(unique.values(), key=lambda occurrence: self.spans[id(occurrence)].key)

    def neighbours(self, year: int, month: int) -> tuple[tuple[int, int] | None, ...]:
        """Return the nearest months before and after that hold events: never an empty page."""
        months = self.months
        position = bisect_left(months, (year, month))
        after = position + 1 if (year, month) in self.by_month else position
        return (
            months[position - 1] if position > 0 else None,
            months[after] if after < len(months) else None,
        )

    def ends(self, occurrence: Occurrence) -> float:
        """Return the timestamp from which *occurrence*, one of this calendar's, is past."""
        return self.spans[id(occurrence)].ends

    def begins(self, occurrence: Occurrence) -> float:
        """Return the timestamp at which *occurrence*, one of this calendar's, begins."""
        return self.spans[id(occurrence)].key[2]

    def upcoming(self, now: float, scope: Scope = WHOLE) -> list[Occurrence]:
        """Return what has not ended at *now* (a timestamp), in order of time.

        What is put off stands at the day that it had.
        """
        return [
            occurrence
            for occurrence in self.by_scope.get(scope, ())
            if self.spans[id(occurrence)].ends > now
        ]

    def past(self, now: float, scope: Scope = WHOLE) -> list[Occurrence]:
        """Return what has ended at *now*, the latest first."""
        occurrences = self.by_scope.get(scope, [])
        return [
            occurrence
            for occurrence in reversed(occurrences)
            if self.spans[id(occurrence)].ends <= now
        ]

    def since(self, day: dt.date, scope: Scope = WHOLE) -> list[Event]:
        """Return the events with a date on or after *day*, by their first start, each once."""
        events = {
            occurrence.event.id: self.events[occurrence.event.id]
            for occurrence in self.by_scope.get(scope, ())
            if self.spans[id(occurrence)].last_day >= day
        }
        return sorted(events.values(), key=lambda event: (event.start.timestamp, event.id))


def calendar_of(events: Iterable[Event], today: dt.date) -> Calendar:
    """Return the calendar of *events*; endless rules reach `MONTHS_AHEAD` from *today*."""
    until = add_months(today, MONTHS_AHEAD + 1) - dt.timedelta(days=1)
    by_id = {event.id: event for event in events}
    by_event = {event.id: dates_of(event, until) for event in by_id.values()}
    dates = [occurrence for dates in by_event.values() for occurrence in dates]
    spans = {
        id(date): TimeSpan(date.sort_key, date.ends, date.first_day, date.last_day)
        for date in dates
    }
    dates.sort(key=lambda date: spans[id(date)].key)
    scopes = {event.id: scopes_of(event) for event in by_id.values()}
    by_scope: dict[Scope, list[Occurrence]] = {}
    by_month: dict[tuple[int, int], list[Occurrence]] = {}
    for date in dates:
        for scope in scopes[date.event.id]:
            by_scope.setdefault(scope, []).append(date)
        span = spans[id(date)]
        day = span.first_day.replace(day=1)
        while day <= span.last_day:
            by_month.setdefault((day.year, day.month), []).append(date)
            day = add_months(day, 1)
    return Calendar(
        until=until,
        events=by_id,
        by_event=by_event,
        all=dates,
        by_scope=by_scope,
        by_month=by_month,
        months=sorted(by_month),
        types=_type_names(by_id.values()),
        spans=spans,
    )


def _type_names(events: Iterable[Event]) -> dict[str, str]:
    spellings: dict[str, Counter[str]] = {}
    for event in events:
        if event.type:
            spellings.setdefault(slugify(event.type), Counter())[event.type] += 1
    return {
        slug: min(counts, key=lambda name: (-counts[name], name))
        for slug, counts in sorted(spellings.items())
    }
