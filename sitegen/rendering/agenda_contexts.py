"""What the pages of the agenda are given beside `site` and `page`: lists, years, month grids."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from sitegen.model import Occurrence, Page
from sitegen.rendering.dates import first_weekday, weekday_names
from sitegen.rendering.site_view import Site
from sitegen.site.calendar import add_months, month_weeks

COMING_SHOWN = 30
"""Dates on a page of what is to come; further ones stand in their months."""
PAST_SHOWN = 20
MONTH_SHOWN = 12
"""Dates of a month on the page of its year, which would grow without end."""
TAGS_SHOWN = 12

Context = dict[str, Any]
Months = dict[str, list[Occurrence]]


class Day(NamedTuple):
    """A square of the month's grid."""

    date: dt.date
    is_in_month: bool
    occurrences: list[Occurrence]
    holiday: str = ""


class Month(msgspec.Struct, frozen=True):
    """A month of the agenda, with its address and how much takes place in it."""

    year: int
    month: int
    url: str
    count: int


class Filter(NamedTuple):
    """A type or a tag that the agenda can be narrowed to, or a section."""

    name: str
    url: str
    calendar_url: str


def coming_context(site: Site, page: Page) -> Context:
    section = _agenda_section(site)
    hosts = site.frame_hosts(section.introduction) if section and section.introduction else ()
    shown = {"section": section, "filters": _filters(site), "frame_hosts": hosts}
    return _coming(site, "all", "") | shown


def filter_context(site: Site, page: Page) -> Context:
    kind, _, value = page.subject.partition(":")
    past = site.past(PAST_SHOWN, kind, value)
    return _coming(site, kind, value) | {
        "kind": kind,
        "value": value,
        "name": site.scope_name(kind, value),
        "past": past,
        "filters": _filters(site),
    }


def _coming(site: Site, kind: str, value: str) -> Context:
    coming = site.coming_days(COMING_SHOWN, kind, value)
    total = int(site.ask("upcoming_count", kind, value)) if len(coming) == COMING_SHOWN else 0
    return {
        "months": _by_month(coming),
        "further": max(0, total - COMING_SHOWN),
        "years": _years(site),
    }


def past_context(site: Site, page: Page) -> Context:
    return {"months": _by_month(site.past(PAST_SHOWN)), "years": _years(site)}


def subscribe_context(site: Site, page: Page) -> Context:
    whole = site.calendar_url("all")  # also that of a section whose place the agenda takes
    sections = [one for one in _scopes(site, "section") if one.calendar_url != whole]
    return {"sections": sections, "filters": _filters(site)}


def _filters(site: Site) -> dict[str, list[Filter]]:
    return {"type": _scopes(site, "type"), "tag": _scopes(site, "tag")[:TAGS_SHOWN]}


def _scopes(site: Site, kind: str) -> list[Filter]:
    return [
        Filter(name, site.agenda_filter_url(kind, value), site.calendar_url(kind, value))
        for value, name in site.agenda_scopes(kind)
    ]


def _by_month(occurrences: Iterable[Occurrence]) -> Months:
    months: Months = {}
    for occurrence in occurrences:
        months.setdefault(f"{occurrence.first_day:%Y-%m}", []).append(occurrence)
    return months


def _years(site: Site) -> list[int]:
    return [int(year) for year in site.ask("agenda_years")]


def _agenda_section(site: Site) -> Any:
    """Return the section whose place the agenda takes, if there is one."""
    agenda = site.list_url("agenda")
    return next((section for section in site.sections if section.url == agenda), None)


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
    listed = [one for one in occurrences if one.first_day <= last and one.last_day >= first]
    before, after = (
        Month(*neighbour, site.agenda_url(*neighbour), 0) if neighbour else None
        for neighbour in site.month_neighbours(year, month)
    )
    return {
        "year": year,
        "month": month,
        "weeks": grid,
        "weekdays": weekday_names(language),
        "occurrences": listed,
        "previous": before,
        "next": after,
    }


def _month_borders(year: int, month: int) -> tuple[str, str]:
    first = dt.date(year, month, 1)
    return first.isoformat(), (add_months(first, 1) - dt.timedelta(days=1)).isoformat()


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
