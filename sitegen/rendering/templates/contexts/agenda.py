"""What the pages of the agenda are given beside `site` and `page`: what comes, what is past."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

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
from sitegen.rendering.templates.contexts.agenda_months import (
    Month,
    glance,
    month_context,
    week_context,
    year_context,
    years_of,
)
from sitegen.rendering.templates.contexts.context import Context, Contexts
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.dates import weekday_names
from sitegen.site.questions import agenda
from sitegen.site.questions.kind import QuestionKind

COMING_SHOWN = 30
"""Dates on a page of what is to come; further ones stand in their months."""
PAST_SHOWN = 20
TAGS_SHOWN = 12

Months = dict[str, list[Occurrence]]


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
    shown |= {"index": _index_of_months(site), "glance": glance(site)}
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
        "years": years_of(site),
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
        "years": years_of(site),
        "index": _index_of_years(site),
    }


def subscribe_context(site: Site, page: Page) -> Context:
    whole = site.calendar_url("all")  # also that of a section whose place the agenda takes
    sections = [scope for scope in _scopes(site, "section") if scope.calendar_url != whole]
    filters = {
        taxonomy.name: _scopes(site, taxonomy.name)
        for taxonomy in TAXONOMIES.values()
        if taxonomy.has_calendar
    }
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
            known = Month(year, month, site.agenda_url(year, month), count)
            coming.setdefault(year, []).append(known)
    past = {year for year, _, _ in site.agenda_months} - coming.keys()
    years = [YearOfMonths(year, months) for year, months in coming.items()]
    return CalendarIndex(years, sorted(past, reverse=True))


def _index_of_years(site: Site) -> CalendarIndex:
    """Return years alone: a new date does not write every page that shows them."""
    years = years_of(site)
    if not years:
        return CalendarIndex([], [])
    this_year, _ = site.this_month
    coming = [YearOfMonths(year, []) for year in years if year >= this_year]
    return CalendarIndex(coming, [year for year in reversed(years) if year < this_year])


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


def _agenda_section(site: Site) -> Any:
    """Return the section whose place the agenda takes, if there is one."""
    url = site.list_url("agenda")
    return next((section for section in site.sections if section.url == url), None)


CONTEXTS: Contexts = {
    AGENDA: coming_context,
    AGENDA_PAST: past_context,
    AGENDA_FILTER: filter_context,
    AGENDA_SUBSCRIBE: subscribe_context,
    AGENDA_YEAR: year_context,
    AGENDA_MONTH: month_context,
    AGENDA_WEEK: week_context,
}
