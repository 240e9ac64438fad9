"""The agenda's pages, and the calendars that programs subscribe to."""

from collections.abc import Container, Iterator

from sitegen.model import Page, Scope
from sitegen.site.index import Index
from sitegen.site.plan.addresses import own_url, page_at, page_of
from sitegen.site.urls import with_base

FILTERS = ("type", "tag")
"""What the agenda can be narrowed to, each on a page of its own."""


def agenda_pages(index: Index) -> Iterator[Page]:
    """Yield pages that each hold a bounded number of dates: what passes changes a few of them."""
    urls = index.config.urls
    if not index.calendar.all and not _has_agenda_section(index):
        return
    yield page_at(index, urls.agenda, "agenda")
    yield page_at(index, urls.agenda_past, "agenda_past")
    if index.calendar.all:
        yield page_at(index, urls.agenda_subscribe, "agenda_subscribe")
    for scope in calendar_scopes(index):
        if scope.kind in FILTERS:
            yield page_of(index, urls.agenda_filter(*scope), "agenda_filter", scope)
    for year in sorted({year for year, _ in index.calendar.months}):
        yield page_at(index, urls.agenda_of(year), "agenda_year", f"{year:04d}")
    for year, month in index.calendar.months:
        subject = f"{year:04d}-{month:02d}"
        yield page_at(index, urls.agenda_of(year, month), "agenda_month", subject)


def _has_agenda_section(index: Index) -> bool:
    url = with_base(index.config.base_path, index.config.urls.agenda)
    return any(section.url == url for section in index.sections.values())


def calendar_scopes(index: Index) -> list[Scope]:
    """Return the scopes that events have and the site knows, in order of kind and value."""
    known: dict[str, Container[str]] = {
        "all": ("",),
        "section": index.sections,
        "tag": index.collections.tags,
        "type": index.calendar.types,
    }
    return sorted(scope for scope in index.calendar.by_scope if scope.value in known[scope.kind])


def calendar_pages(index: Index) -> Iterator[Page]:
    seen: set[str] = set()
    entries = [Scope("entry", entry.id) for entry in index.entries.values() if entry.events]
    for scope in [*calendar_scopes(index), *entries]:
        url = calendar_url(index, *scope)
        if url and url not in seen:  # the section that the agenda stands for has its calendar
            seen.add(url)
            yield page_of(index, url, "calendar", scope)


def calendar_url(index: Index, kind: str, value: str) -> str:
    """Return the address (from the site's root) of a scope's iCalendar file, or nothing."""
    if kind == "all":
        return calendar_path(index.config.urls.agenda) if index.calendar.all else ""
    if kind == "entry":
        entry = index.entries.get(value)
        return f"{own_url(index, entry.url)}event.ics" if entry and entry.events else ""
    if (kind, value) not in index.calendar.by_scope:
        return ""
    if kind == "type":
        return calendar_path(index.config.urls.agenda_filter(kind, value))
    if kind == "section" and value in index.sections:
        return calendar_path(own_url(index, index.sections[value].url))
    if kind == "tag" and value in index.collections.tags:
        return calendar_path(own_url(index, index.collections.tags[value].url))
    return ""


def calendar_path(url: str) -> str:
    """Return `/agenda.ics` for `/agenda/`."""
    return f"{url.rstrip('/')}.ics"
