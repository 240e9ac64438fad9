"""What the pages of the agenda are given beside `site` and `page`: lists, years, month grids."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from sitegen.model import TAXONOMIES, Occurrence, Page
from sitegen.model.kinds import (
    AGENDA,
    AGENDA_FILTER,
    AGENDA_MONTH,
    AGENDA_PAST,
    AGENDA_SUBSCRIBE,
    AGENDA_WEEK,
    AGENDA_YEAR,
)
from sitegen.rendering.templates.contexts.context import Context, Contexts
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.dates import first_weekday, format_days, weekday_names
from sitegen.site.calendar import add_months, month_weeks
from sitegen.site.questions import agenda
from sitegen.site.questions.kind import QuestionKind
from sitegen.site.weeks import days_of, read_week

COMING_SHOWN = 30
"""Dates on a page of what is to come; further ones stand in their months."""
PAST_SHOWN = 20
MONTH_SHOWN = 12
"""Dates of a month on the page of its year, which would grow without end."""
TAGS_SHOWN = 12

Months = dict[str, list[Occurrence]]


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


class Week(NamedTuple):
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


class YearOfMonths(NamedTuple):
    year: int
    months: list[Month]
    """From the month in which we are; none where the page does not tell months."""


class CalendarIndex(NamedTuple):
    """The ways into the agenda's years."""

    coming: list[YearOfMonths]
    """What is to come, in order of time."""
    past: list[int]
    """Years that are over, or of which nothing is to come; the latest first."""


class Filter(NamedTuple):
    """A term of a taxonomy that has events."""

    name: str
    url: str
    """Of the agenda that is narrowed to it; empty for sections and organisations."""
    calendar_url: str


def coming_context(site: Site, page: Page) -> Context:
    section = _agenda_section(site)
    hosts = site.frame_hosts(section.introduction) if section and section.introduction else ()
    shown = {"section": section, "filters": _filters(site), "frame_hosts": hosts}
    shown |= {"index": _index_of_months(site), "glance": _glance(site)}
    shown["weekdays"] = weekday_names(site.language)
    return _coming(site, "all", "") | shown


def filter_context(site: Site, page: Page) -> Context:
    kind, value = page.scope
    past = site.past(PAST_SHOWN, kind, value)
    return _coming(site, kind, value) | {
        "kind": kind,
        "value": value,
        "name": site.scope_name(kind, value),
        "past": past,
        "past_total": _total(site, agenda.past_count, past, PAST_SHOWN, kind, value),
        "filters": _filters(site),
        "index": _index_of_years(site),
    }


def _coming(site: Site, kind: str, value: str) -> Context:
    coming = site.coming_days(COMING_SHOWN, kind, value)
    total = _total(site, agenda.upcoming_count, coming, COMING_SHOWN, kind, value)
    return {
        "months": _by_month(coming),
        "further": total - len(coming),
        "years": _years(site),
    }


def _total(
    site: Site,
    count: QuestionKind[[str, str], int],
    shown: Sequence[Occurrence],
    most: int,
    kind: str = "all",
    value: str = "",
) -> int:
    """Return how many dates there are of those of which *shown* are the first *most*."""
    return len(shown) if len(shown) < most else site.ask(count, kind, value)


def past_context(site: Site, page: Page) -> Context:
    past = site.past(PAST_SHOWN)
    return {
        "months": _by_month(past),
        "further": _total(site, agenda.past_count, past, PAST_SHOWN) - len(past),
        "years": _years(site),
        "index": _index_of_years(site),
    }


def subscribe_context(site: Site, page: Page) -> Context:
    whole = site.calendar_url("all")  # also that of a section whose place the agenda takes
    sections = [scope for scope in _scopes(site, "section") if scope.calendar_url != whole]
    filters = {one.name: _scopes(site, one.name) for one in TAXONOMIES.values() if one.has_calendar}
    return {"sections": sections, "filters": filters}


def _filters(site: Site) -> dict[str, Any]:
    tags = _scopes(site, "tag")
    return {
        "type": _scopes(site, "type"),
        "tag": tags[:TAGS_SHOWN],
        "further_tags": max(0, len(tags) - TAGS_SHOWN),
    }


def _index_of_months(site: Site) -> CalendarIndex:
    if not site.agenda_months:
        return CalendarIndex([], [])
    now = site.this_month
    coming: dict[int, list[Month]] = {}
    for year, month, count in site.agenda_months:
        if (year, month) >= now:
            one = Month(year, month, site.agenda_url(year, month), count)
            coming.setdefault(year, []).append(one)
    past = {year for year, _, _ in site.agenda_months} - coming.keys()
    years = [YearOfMonths(year, months) for year, months in coming.items()]
    return CalendarIndex(years, sorted(past, reverse=True))


def _index_of_years(site: Site) -> CalendarIndex:
    """Return years alone: a new date does not write every page that shows them."""
    years = _years(site)
    if not years:
        return CalendarIndex([], [])
    this_year, _ = site.this_month
    coming = [YearOfMonths(year, []) for year in years if year >= this_year]
    return CalendarIndex(coming, [year for year in reversed(years) if year < this_year])


def _glance(site: Site) -> MonthAtAGlance | None:
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
                found := days.get(day, []),
                url=f"{url}#jour_{max(found[0].first_day, first):%d}" if found else "",
            )
            for day in week
        ]
        for week in month_weeks(year, month, first_weekday(site.language))
    ]
    return MonthAtAGlance(year, month, weeks, url if days else "", *_neighbours(site, year, month))


def _scopes(site: Site, kind: str) -> list[Filter]:
    narrows = TAXONOMIES[kind].narrows_agenda
    return [
        Filter(
            name,
            site.agenda_filter_url(kind, value) if narrows else "",
            site.calendar_url(kind, value),
        )
        for value, name in site.agenda_scopes(kind)
    ]


def _by_month(occurrences: Iterable[Occurrence]) -> Months:
    months: Months = {}
    for occurrence in occurrences:
        months.setdefault(f"{occurrence.first_day:%Y-%m}", []).append(occurrence)
    return months


def _years(site: Site) -> list[int]:
    return list(site.ask(agenda.agenda_years))


def _agenda_section(site: Site) -> Any:
    """Return the section whose place the agenda takes, if there is one."""
    url = site.list_url("agenda")
    return next((section for section in site.sections if section.url == url), None)


def year_context(site: Site, page: Page) -> Context:
    year = int(page.subject)
    months = {}
    for _, month, count in (one for one in site.agenda_months if one[0] == year):
        found = site.occurrences(*_month_borders(year, month))
        one = Month(year, month, site.agenda_url(year, month), count)
        months[one] = found[:MONTH_SHOWN]
    return {"year": year, "months": months, "years": _years(site)}


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
            Week(*one) for one in site.weeks_between(first.isoformat(), last.isoformat())
        ],
    }


def week_context(site: Site, page: Page) -> Context:
    week = read_week(page.subject)
    first, last = days_of(week)
    before, after = site.week_neighbours(page.subject)
    return {
        "week": Week(*week, page.url),
        "period": format_days(first, last, site.language),
        "occurrences": site.occurrences(first.isoformat(), last.isoformat()),
        "first_day": first,
        "previous": Week(*before) if before else None,
        "next": Week(*after) if after else None,
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


CONTEXTS: Contexts = {
    AGENDA: coming_context,
    AGENDA_PAST: past_context,
    AGENDA_FILTER: filter_context,
    AGENDA_SUBSCRIBE: subscribe_context,
    AGENDA_YEAR: year_context,
    AGENDA_MONTH: month_context,
    AGENDA_WEEK: week_context,
}
