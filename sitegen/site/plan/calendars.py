"""The calendars that programs subscribe to: of all, of each part that has events, of an article."""

from collections.abc import Container, Iterator

from sitegen.model import Page, Scope
from sitegen.model.kinds import CALENDAR
from sitegen.site.index import Index
from sitegen.site.plan.addresses import own_url, page_of


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
            yield page_of(index, url, CALENDAR, scope)


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
