"""The questions that pages ask about the agenda: dates, events, calendars. See `questions.py`."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Any

from sitegen.model import Entry, Event, Location, Occurrence, Scope
from sitegen.site.calendar import add_months, scopes_of
from sitegen.site.events import split_reference
from sitegen.site.holidays import holiday_names
from sitegen.site.index import Index
from sitegen.site.plan.calendars import calendar_url
from sitegen.site.urls import with_base

CALENDAR_MONTHS_BACK = 12
"""How long a published calendar keeps what is past."""
DATES_SHOWN = 12
"""Of a recurring event, on its page."""


class AgendaQuestions:
    """Answers about events; one method for each kind of question, named after it."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._kept: dict[Any, Any] = {}

    def upcoming(self, kind: str, value: str, offset: int, limit: int) -> tuple[Occurrence, ...]:
        """What comes next of everything, a section, a tag or a type, in order of time.

        What is put off is not next: it follows all that has a date.
        """
        ahead = self._upcoming(kind, value)
        ranked: list[Occurrence] = self._keep(
            ("ranked", kind, value), lambda: sorted(ahead, key=lambda one: one.event.has_no_date)
        )
        return tuple(ranked[offset : offset + limit])

    def coming_days(self, kind: str, value: str, limit: int) -> tuple[Occurrence, ...]:
        """What has not ended yet, in order of days; what is put off at the day that it had."""
        return tuple(self._upcoming(kind, value)[:limit])

    def upcoming_count(self, kind: str, value: str) -> int:
        return len(self._upcoming(kind, value))

    def past(self, kind: str, value: str, offset: int, limit: int) -> tuple[Occurrence, ...]:
        """What has ended, the latest first."""
        return tuple(self._past(kind, value)[offset : offset + limit])

    def past_count(self, kind: str, value: str) -> int:
        return len(self._past(kind, value))

    def occurrences(self, first: str, last: str) -> tuple[Occurrence, ...]:
        """What touches the days from *first* to *last* (ISO 8601), in order of time."""
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        return tuple(self.index.calendar.between(*days))

    def agenda_months(self) -> tuple[tuple[int, int, int], ...]:
        """Year and month of all months in which something takes place, with how much."""
        calendar = self.index.calendar
        return tuple(
            (year, month, len(calendar.month(year, month))) for year, month in calendar.months
        )

    def this_month(self) -> tuple[int, int]:
        """Year and month of the clock, which turns at the instants that `horizon` tells."""
        today = self.index.clock.today
        return today.year, today.month

    def agenda_years(self) -> tuple[int, ...]:
        """The years in which something takes place."""
        return tuple(sorted({year for year, _ in self.index.calendar.months}))

    def month_neighbours(self, year: int, month: int) -> tuple[tuple[int, int] | None, ...]:
        """The nearest months before and after that hold events."""
        return self.index.calendar.neighbours(year, month)

    def holidays(self, first: str, last: str) -> tuple[tuple[str, str], ...]:
        """The public holidays from *first* to *last* (ISO 8601), by day, where the site asks."""
        config = self.index.config
        names = holiday_names(config.holidays, config.language, int(first[:4]), int(last[:4]))
        return tuple((day, name) for day, name in names if first <= day <= last)

    def venue(self, key: str) -> Location | None:
        """A place of ``_data/venues.yaml``."""
        return self.index.directory.venue(key)

    def event(self, event_id: str) -> Event | None:
        return self.index.calendar.events.get(event_id)

    def event_dates(self, event_id: str) -> tuple[Occurrence, ...]:
        """The dates to come of a recurring event, or all if none is; at most twelve."""
        calendar = self.index.calendar
        dates = calendar.by_event.get(event_id, [])
        to_come = [date for date in dates if calendar.ends(date) > self._now]
        return tuple((to_come or dates)[:DATES_SHOWN])

    def next_date(self, event_id: str) -> Occurrence | None:
        """The date that stands for an event: the next that takes place, or was to."""
        calendar = self.index.calendar
        dates = calendar.by_event.get(event_id, [])
        found = [date for date in dates if calendar.ends(date) > self._now] or dates
        return next((date for date in found if not date.event.is_off), next(iter(found), None))

    def reported(self, reference: str) -> Occurrence | None:
        """The date that a report is about: the one named after `@`, else the next, else the first.

        A date that was taken away since is told as the event itself.
        """
        event_id, day = split_reference(reference)
        dates = self.index.calendar.by_event.get(event_id, [])
        if day is None:
            return self.next_date(event_id)
        named = (one for one in dates if one.rule_start and one.rule_start.date == day)
        return next(named, None) or next((one for one in dates if one.first_day == day), None)

    def phase(self, event_id: str) -> str:
        """`coming`, `now` or `past`: where the event's dates stand to the clock.

        What is put off neither begins nor is over.
        """
        calendar = self.index.calendar
        dates = calendar.by_event.get(event_id, [])
        ahead = [date for date in dates if calendar.ends(date) > self._now]
        if any(calendar.begins(date) <= self._now and not date.event.is_off for date in ahead):
            return "now"
        is_put_off = bool(dates) and all(date.event.has_no_date for date in dates)
        return "coming" if ahead or is_put_off else "past"

    def about(self, event_id: str) -> tuple[tuple[Entry, str], ...]:
        """The documents that refer to an event, by date; each with the day that it is about."""
        return tuple(self._about().get(event_id, ()))

    def agenda_scopes(self, kind: str) -> tuple[tuple[str, str], ...]:
        """The types, tags or sections that events have, those of most events first."""
        counts: Counter[str] = self._keep(("scopes", kind), lambda: self._count_scopes(kind))
        ranked = sorted(counts, key=lambda value: (-counts[value], value))
        return tuple((value, name) for value in ranked if (name := self._scope_name(kind, value)))

    def type_name(self, slug: str) -> str:
        """How a type of events is written."""
        return self.index.calendar.types.get(slug, "")

    def calendar(self, kind: str, value: str) -> tuple[Event, ...]:
        """The events of a published calendar: what is to come and the past twelve months."""
        if kind == "entry":
            entry = self.index.entries.get(value)
            return entry.events if entry else ()
        first = add_months(self.index.clock.today, -CALENDAR_MONTHS_BACK)
        return tuple(self.index.calendar.since(first, Scope(kind, value)))

    def calendar_address(self, kind: str, value: str) -> str:
        url = calendar_url(self.index, kind, value)
        return with_base(self.index.config.base_path, url) if url else ""

    # What several answers share is made once.

    @property
    def _now(self) -> float:
        return self.index.clock.now.timestamp()

    def _upcoming(self, kind: str, value: str) -> list[Occurrence]:
        calendar = self.index.calendar
        found: list[Occurrence] = self._keep(
            ("upcoming", kind, value), lambda: calendar.upcoming(self._now, Scope(kind, value))
        )
        return found

    def _past(self, kind: str, value: str) -> list[Occurrence]:
        calendar = self.index.calendar
        found: list[Occurrence] = self._keep(
            ("past", kind, value), lambda: calendar.past(self._now, Scope(kind, value))
        )
        return found

    def _about(self) -> dict[str, list[tuple[Entry, str]]]:
        found: dict[str, list[tuple[Entry, str]]] = self._keep("about", self._gather_about)
        return found

    def _gather_about(self) -> dict[str, list[tuple[Entry, str]]]:
        gathered: dict[str, list[tuple[Entry, str]]] = {}
        for entry in self.index.entries.values():
            for reference in entry.about:
                event_id, day = split_reference(reference)
                shown = day.isoformat() if day else ""
                gathered.setdefault(event_id, []).append((entry, shown))
        for pairs in gathered.values():
            pairs.sort(key=lambda pair: (_published(pair[0]), pair[0].id, pair[1]))
        return gathered

    def _count_scopes(self, kind: str) -> Counter[str]:
        return Counter(
            value
            for event in self.index.calendar.events.values()
            for scope, value in scopes_of(event)
            if scope == kind
        )

    def _scope_name(self, kind: str, value: str) -> str:
        if kind == "type":
            return self.type_name(value)
        if kind == "tag":
            term = self.index.collections.tags.get(value)
            return term.name if term else ""
        section = self.index.sections.get(value)
        return section.title if section else ""

    def _keep(self, name: Any, make: Callable[[], Any]) -> Any:
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]


def _published(entry: Entry) -> float:
    return entry.date.timestamp if entry.date else 0.0
