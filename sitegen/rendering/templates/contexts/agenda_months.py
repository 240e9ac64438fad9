"""What the pages of a year, a month and a week are given, and the small month beside lists."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from sitegen.model import Occurrence, Page
from sitegen.rendering.templates.contexts.context import Context
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.dates import first_weekday, format_days, weekday_names
from sitegen.site.agenda.calendar import add_months, month_weeks
from sitegen.site.agenda.weeks import days_of, read_week
from sitegen.site.questions import agenda

MONTH_SHOWN = 12
"""Dates of a month on the page of its year, which would grow without end."""


class Day(NamedTuple):
    """A square of the month's grid."""

    date: dt.date
    is_in_month: bool
    occurrences: list[Occurrence]
    holiday: str = ""
    url: str = ""
    """Where the page of the month tells what takes place on it."""


class Month(msgspec.Struct, frozen=True):
    """A month of the agenda, with its address and how much takes place in it."""

    year: int
    month: int
    url: str
    count: int


class AgendaWeek(NamedTuple):
    """A week of the agenda (ISO 8601), with its address."""

    year: int
    number: int
    url: str


class MonthAtAGlance(NamedTuple):
    """The small month beside the agenda's list."""

    year: int
    month: int
    weeks: list[list[Day]]
    url: str
    """Of its page; empty where nothing takes place in it."""
    previous: Month | None
    next: Month | None
    """The nearest months that hold events."""


def glance(site: Site) -> MonthAtAGlance | None:
    """Return the month in which we are, with the days that have something."""
    if not site.agenda_months:
        return None
    year, month = site.this_month
    first = dt.date(year, month, 1)
    days = _by_day(site.occurrences(*_month_borders(year, month)), first, _last_day(first))
    url = site.agenda_url(year, month)
    weeks = [
        [
            Day(
                day,
                day.month == month,
                occurrences := days.get(day, []),
                url=f"{url}#jour_{max(occurrences[0].first_day, first):%d}" if occurrences else "",
            )
            for day in week
        ]
        for week in month_weeks(year, month, first_weekday(site.language))
    ]
    return MonthAtAGlance(year, month, weeks, url if days else "", *_neighbours(site, year, month))


def year_context(site: Site, page: Page) -> Context:
    year = int(page.subject)
    months = {}
    for _, month, count in (known for known in site.agenda_months if known[0] == year):
        dates = site.occurrences(*_month_borders(year, month))
        months[Month(year, month, site.agenda_url(year, month), count)] = dates[:MONTH_SHOWN]
    return {"year": year, "months": months, "years": years_of(site)}


def month_context(site: Site, page: Page) -> Context:
    year, month = map(int, page.subject.split("-"))
    language = site.language
    weeks = month_weeks(year, month, first_weekday(language))
    borders = weeks[0][0].isoformat(), weeks[-1][-1].isoformat()
    occurrences = site.occurrences(*borders)
    days = _by_day(occurrences, weeks[0][0], weeks[-1][-1])
    holidays = dict(site.holidays(*borders))
    grid = [
        [
            Day(day, day.month == month, days.get(day, []), holidays.get(day.isoformat(), ""))
            for day in week
        ]
        for week in weeks
    ]
    first, last = map(dt.date.fromisoformat, _month_borders(year, month))
    listed = [
        occurrence
        for occurrence in occurrences
        if occurrence.first_day <= last and occurrence.last_day >= first
    ]
    before, after = _neighbours(site, year, month)
    return {
        "year": year,
        "month": month,
        "weeks": grid,
        "weekdays": weekday_names(language),
        "occurrences": listed,
        "first_day": first,
        "previous": before,
        "next": after,
        "numbered_weeks": [
            AgendaWeek(*week) for week in site.weeks_between(first.isoformat(), last.isoformat())
        ],
    }


def week_context(site: Site, page: Page) -> Context:
    week = read_week(page.subject)
    first, last = days_of(week)
    before, after = site.week_neighbours(page.subject)
    return {
        "week": AgendaWeek(*week, page.url),
        "period": format_days(first, last, site.language),
        "occurrences": site.occurrences(first.isoformat(), last.isoformat()),
        "first_day": first,
        "previous": AgendaWeek(*before) if before else None,
        "next": AgendaWeek(*after) if after else None,
    }


def _neighbours(site: Site, year: int, month: int) -> list[Month | None]:
    return [
        Month(*neighbour, site.agenda_url(*neighbour), 0) if neighbour else None
        for neighbour in site.month_neighbours(year, month)
    ]


def _month_borders(year: int, month: int) -> tuple[str, str]:
    first = dt.date(year, month, 1)
    return first.isoformat(), _last_day(first).isoformat()


def _last_day(first: dt.date) -> dt.date:
    return add_months(first, 1) - dt.timedelta(days=1)


def _by_day(
    occurrences: Iterable[Occurrence], first: dt.date, last: dt.date
) -> dict[dt.date, list[Occurrence]]:
    """Return what stands on each day from *first* to *last*; of several days, on each of them."""
    days: dict[dt.date, list[Occurrence]] = {}
    for occurrence in occurrences:
        day = max(occurrence.first_day, first)
        end = min(occurrence.last_day, last)
        while day <= end:
            days.setdefault(day, []).append(occurrence)
            day += dt.timedelta(days=1)
    return days


def years_of(site: Site) -> list[int]:
    """Return the years that have events."""
    return list(site.ask(agenda.agenda_years))
