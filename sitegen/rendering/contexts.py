"""Which template renders each kind of page, and what it is given beside `site` and `page`."""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from sitegen.model import Occurrence, Page
from sitegen.rendering.dates import first_weekday, weekday_names
from sitegen.rendering.site_view import Site
from sitegen.site.calendar import month_weeks
from sitegen.site.plan import EVENTS_PER_PAGE

Context = dict[str, Any]


class Day(NamedTuple):
    """A square of the month's grid."""

    date: dt.date
    is_in_month: bool
    occurrences: list[Occurrence]


class Month(msgspec.Struct, frozen=True):
    """A month of the agenda, with its address and how much takes place in it."""

    year: int
    month: int
    url: str
    count: int


def entry_context(site: Site, page: Page) -> Context:
    entry = site.entry(page.subject)
    headings, words = site.ask("outline", page.subject)
    body = site.body(page.subject)
    return {"entry": entry, "body": body, "headings": headings, "words": words}


def home_context(site: Site, page: Page) -> Context:
    return {"introduction": site.body("_index.md")}


def section_context(site: Site, page: Page) -> Context:
    section = site.section(page.subject)
    assert section is not None
    introduction = site.body(section.introduction) if section.introduction else ""
    context = _list_context(site, page, "section", section.per_page)
    return context | {"section": section, "introduction": introduction}


def tag_context(site: Site, page: Page) -> Context:
    per_page = int(site.setting("per_page"))
    return _list_context(site, page, "tag", per_page) | {"term": site.tag(page.subject)}


def author_context(site: Site, page: Page) -> Context:
    per_page = int(site.setting("per_page"))
    return _list_context(site, page, "author", per_page) | {"author": site.author(page.subject)}


def _list_context(site: Site, page: Page, kind: str, per_page: int) -> Context:
    first_url = _first_url(page)
    return {
        "entries": site.list_page(kind, page.subject, page.number, per_page),
        "pager": site.pager(kind, page.subject, page.number, per_page, first_url),
    }


def _first_url(page: Page) -> str:
    return page.url if page.number == 1 else page.url.removesuffix(f"page/{page.number}/")


def archives_context(site: Site, page: Page) -> Context:
    years: dict[str, list[tuple[str, int]]] = {}
    for month, count in site.archive:
        years.setdefault(month[:4], []).append((month, count))
    return {"years": years}


def archive_context(site: Site, page: Page) -> Context:
    kind = "year" if len(page.subject) == 4 else "month"
    total = site.size(kind, page.subject)
    entries = site.articles(total, kind, page.subject)
    return {"period": page.subject, "entries": entries, "total": total}


def agenda_context(site: Site, page: Page) -> Context:
    return _agenda_list(site, page, "upcoming") | {"section": _agenda_section(site)}


def agenda_past_context(site: Site, page: Page) -> Context:
    return _agenda_list(site, page, "past")


def _agenda_list(site: Site, page: Page, which: str) -> Context:
    offset = (page.number - 1) * EVENTS_PER_PAGE
    ask = site.upcoming if which == "upcoming" else site.past
    occurrences = ask(EVENTS_PER_PAGE, offset=offset)
    months: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        months.setdefault(f"{occurrence.first_day:%Y-%m}", []).append(occurrence)
    pager = site.events_pager(which, page.number, EVENTS_PER_PAGE, _first_url(page))
    return {"months": months, "pager": pager, "years": _years(site)}


def _years(site: Site) -> dict[int, list[Month]]:
    years: dict[int, list[Month]] = {}
    for year, month, count in site.agenda_months:
        one = Month(year, month, site.agenda_url(year, month), count)
        years.setdefault(year, []).append(one)
    return years


def _agenda_section(site: Site) -> Any:
    """Return the section whose place the agenda takes, if there is one."""
    agenda = site.list_url("agenda")
    return next((section for section in site.sections if section.url == agenda), None)


def agenda_year_context(site: Site, page: Page) -> Context:
    year = int(page.subject)
    years = _years(site)
    months = {
        month: site.occurrences(*_month_borders(month.year, month.month))
        for month in years.get(year, [])
    }
    others = sorted(years)
    return {"year": year, "months": months, "years": others}


def agenda_month_context(site: Site, page: Page) -> Context:
    year, month = map(int, page.subject.split("-"))
    language = site.language
    weeks = month_weeks(year, month, first_weekday(language))
    occurrences = site.occurrences(weeks[0][0].isoformat(), weeks[-1][-1].isoformat())
    grid = [[Day(day, day.month == month, _on(day, occurrences)) for day in week] for week in weeks]
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
    last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    return first.isoformat(), last.isoformat()


def _on(day: dt.date, occurrences: tuple[Occurrence, ...]) -> list[Occurrence]:
    return [one for one in occurrences if one.first_day <= day <= one.last_day]


def redirect_context(site: Site, page: Page) -> Context:
    return {"entry": site.entry(page.subject)}


def no_context(site: Site, page: Page) -> Context:
    return {}


TEMPLATES: dict[str, tuple[str, Callable[[Site, Page], Context]]] = {
    "home": ("home.html", home_context),
    "article": ("article.html", entry_context),
    "page": ("page.html", entry_context),
    "section": ("section.html", section_context),
    "tags": ("tags.html", no_context),
    "tag": ("tag.html", tag_context),
    "authors": ("authors.html", no_context),
    "author": ("author.html", author_context),
    "archives": ("archives.html", archives_context),
    "archive_year": ("archive.html", archive_context),
    "archive_month": ("archive.html", archive_context),
    "agenda": ("agenda.html", agenda_context),
    "agenda_past": ("agenda_past.html", agenda_past_context),
    "agenda_year": ("agenda_year.html", agenda_year_context),
    "agenda_month": ("agenda_month.html", agenda_month_context),
    "not_found": ("404.html", no_context),
    "redirect": ("redirect.html", redirect_context),
}
"""Kind of page to its template and the function that makes its context."""
