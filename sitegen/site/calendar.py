"""Who falls on which day: occurrences by month and by scope, months of weeks. Pure."""

import datetime as dt
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.model import WHOLE, Event, Occurrence, Scope
from sitegen.model.taxonomies import TYPE
from sitegen.site.recurrence import dates_of
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


class Calendar:
    """All occurrences, in order of time, ready to be asked for a period or a scope."""

    def __init__(self, events: Iterable[Event], today: dt.date) -> None:
        self.until = add_months(today, MONTHS_AHEAD + 1) - dt.timedelta(days=1)
        self.events: dict[str, Event] = {event.id: event for event in events}
        self.by_event: dict[str, list[Occurrence]] = {
            event.id: dates_of(event, self.until) for event in self.events.values()
        }
        every = [date for dates in self.by_event.values() for date in dates]
        # Made once: behind each stands a conversion between zones.
        self._keys = {id(each): each.sort_key for each in every}
        self._ends = {id(each): each.ends for each in every}
        self._days = {id(each): (each.first_day, each.last_day) for each in every}
        self.all: Sequence[Occurrence] = sorted(every, key=self._key)
        self.by_scope: dict[Scope, list[Occurrence]] = {}
        self.types: dict[str, str] = _type_names(self.events.values())
        """Slugs of the types in use, with the name that most authors write."""
        self._by_month: dict[tuple[int, int], list[Occurrence]] = {}
        scopes = {event.id: scopes_of(event) for event in self.events.values()}
        for occurrence in self.all:
            for scope in scopes[occurrence.event.id]:
                self.by_scope.setdefault(scope, []).append(occurrence)
            first_day, last_day = self._days[id(occurrence)]
            day = first_day.replace(day=1)
            while day <= last_day:
                self._by_month.setdefault((day.year, day.month), []).append(occurrence)
                day = add_months(day, 1)
        self.months: list[tuple[int, int]] = sorted(self._by_month)
        """The months in which something takes place."""

    def _key(self, occurrence: Occurrence) -> tuple[int, bool, float, str]:
        return self._keys[id(occurrence)]

    def month(self, year: int, month: int) -> list[Occurrence]:
        """Return what touches the month, in order of time; what began before it first."""
        return self._by_month.get((year, month), [])

    def between(self, first: dt.date, last: dt.date) -> list[Occurrence]:
        """Return what touches the days from *first* to *last*, each occurrence once."""
        unique: dict[int, Occurrence] = {}
        day = first.replace(day=1)
        while day <= last:
            for occurrence in self.month(day.year, day.month):
                first_day, last_day = self._days[id(occurrence)]
                if first_day <= last and last_day >= first:
                    unique[id(occurrence)] = occurrence
            day = add_months(day, 1)
        return sorted(unique.values(), key=self._key)

    def neighbours(self, year: int, month: int) -> tuple[tuple[int, int] | None, ...]:
        """Return the nearest months before and after that hold events: never an empty page."""
        position = bisect_left(self.months, (year, month))
        is_there = position < len(self.months) and self.months[position] == (year, month)
        after = position + 1 if is_there else position
        return (
            self.months[position - 1] if position > 0 else None,
            self.months[after] if after < len(self.months) else None,
        )

    def ends(self, occurrence: Occurrence) -> float:
        """Return the timestamp from which *occurrence*, one of this calendar's, is past."""
        return self._ends[id(occurrence)]

    def begins(self, occurrence: Occurrence) -> float:
        """Return the timestamp at which *occurrence*, one of this calendar's, begins."""
        return self._keys[id(occurrence)][2]

    def upcoming(self, now: float, scope: Scope = WHOLE) -> list[Occurrence]:
        """Return what has not ended at *now* (a timestamp), in order of time.

        What is put off stands at the day that it had.
        """
        return [
            occurrence
            for occurrence in self.by_scope.get(scope, ())
            if self._ends[id(occurrence)] > now
        ]

    def past(self, now: float, scope: Scope = WHOLE) -> list[Occurrence]:
        """Return what has ended at *now*, the latest first."""
        occurrences = self.by_scope.get(scope, [])
        return [
            occurrence for occurrence in reversed(occurrences) if self._ends[id(occurrence)] <= now
        ]

    def since(self, day: dt.date, scope: Scope = WHOLE) -> list[Event]:
        """Return the events with a date on or after *day*, by their first start, each once."""
        events = {
            occurrence.event.id: self.events[occurrence.event.id]
            for occurrence in self.by_scope.get(scope, ())
            if self._days[id(occurrence)][1] >= day
        }
        return sorted(events.values(), key=lambda event: (event.start.timestamp, event.id))


def _type_names(events: Iterable[Event]) -> dict[str, str]:
    spellings: dict[str, Counter[str]] = {}
    for event in events:
        if event.type:
            spellings.setdefault(slugify(event.type), Counter())[event.type] += 1
    return {
        slug: min(counts, key=lambda name: (-counts[name], name))
        for slug, counts in sorted(spellings.items())
    }
