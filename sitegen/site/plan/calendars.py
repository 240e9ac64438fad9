"""The calendars that programs subscribe to: of all, of each part that has events, of an article."""

from collections.abc import Iterator
from posixpath import splitext

from sitegen.config import SiteConfig
from sitegen.model import OUTLOOK, WHOLE, Entry, Page, Scope
from sitegen.model.kinds import CALENDAR, OPEN_AGENDA
from sitegen.site.agenda.weeks import read_week, week_url, written_week
from sitegen.site.index import Index
from sitegen.site.plan.addresses import own_url, page_of, scope_url
from sitegen.site.plan.removed_events import month_scope, removed_of
from sitegen.site.urls import encode_path


def calendar_scopes(index: Index) -> list[Scope]:
    """Return the scopes that events have and the site knows, in order of kind and value."""
    told = index.calendar.by_scope.keys() | removed_of(index).keys()
    known = {scope for scope in told if scope.value in index.terms(scope.kind)} - {WHOLE}
    return sorted(known | {WHOLE} if is_told(index, WHOLE) else known)


def is_told(index: Index, scope: Scope) -> bool:
    """Whether subscribers have something to be told, be it that all that there was is cancelled."""
    return scope in index.calendar.by_scope or scope in removed_of(index)


def calendar_pages(index: Index) -> Iterator[Page]:
    seen: set[str] = set()
    entries = [Scope("entry", entry.id) for entry in index.entries.values() if entry.events]
    for scope in [*calendar_scopes(index), *entries]:
        url = calendar_url(index, *scope)
        if url and url not in seen:  # the section that the agenda stands for has its calendar
            seen.add(url)
            yield page_of(index, url, CALENDAR, scope)
    for scope in (*periods(index), OUTLOOK):
        if not calendar_url(index, *scope):
            continue
        yield page_of(index, calendar_url(index, *scope), CALENDAR, scope)
    if url := open_agenda_url(index):
        yield page_of(index, url, OPEN_AGENDA, WHOLE)


def periods(index: Index) -> Iterator[Scope]:
    """Yield the months and weeks that have a calendar: those that calendars hold."""
    first = (index.calendars_from.year, index.calendars_from.month)
    for year, month in index.calendar.months:
        if (year, month) >= first:
            yield month_scope(year, month)
    for week in index.weeks:
        yield Scope("week", written_week(week))


def open_agenda_url(index: Index) -> str:
    """Return the address (from the site's root) of the agenda as JSON, or nothing."""
    return f"{index.config.urls.agenda.rstrip('/')}.json" if is_told(index, WHOLE) else ""


def calendar_url(index: Index, kind: str, value: str) -> str:
    """Return the address (from the site's root) of a scope's iCalendar file, or nothing."""
    if kind == WHOLE.kind:
        return calendar_path(index.config.urls.agenda) if is_told(index, WHOLE) else ""
    if kind == OUTLOOK.kind:
        is_asked = index.config.calendars.outlook and is_told(index, WHOLE)
        return _of_outlook(index.config.urls.agenda) if is_asked else ""
    if kind == "entry":
        entry = index.entries.get(value)
        return event_path(address_here(index, entry)) if entry and _has_own(index, entry) else ""
    scope = Scope(kind, value)
    if kind in ("month", "week"):
        return _of_period(index, scope)
    url = scope_url(index, scope) if is_told(index, scope) else ""
    return calendar_path(url) if url else ""


def address_here(index: Index, entry: Entry) -> str:
    """Return where the page of *entry* stands or would stand, from the site's root."""
    if not entry.is_elsewhere:
        return own_url(index, entry.url)
    path = entry.path.removeprefix(index.config.folder).removesuffix("index.html")
    return encode_path(f"/{path}")


def _has_own(index: Index, entry: Entry) -> bool:
    """Whether *entry* has a calendar of its own: without a page here, where it was published
    before, since programs go on asking for it.
    """
    listed = index.listed.addresses
    return bool(entry.events) and (not entry.is_elsewhere or address_here(index, entry) in listed)


def _of_period(index: Index, scope: Scope) -> str:
    if scope.kind == "week":
        is_held = read_week(scope.value) in index.weeks
    else:
        year, month = map(int, scope.value.split("-"))
        first = (index.calendars_from.year, index.calendars_from.month)
        is_held = (year, month) >= first and (year, month) in index.calendar.months
    return period_path(index.config, scope) if is_held else ""


def period_path(config: SiteConfig, scope: Scope) -> str:
    """Return where the calendar of a month or a week stands, from the site's root."""
    if scope.kind == "week":
        return calendar_path(week_url(config, read_week(scope.value)))
    return calendar_path(config.urls.agenda_of(*map(int, scope.value.split("-"))))


def event_path(url: str) -> str:
    """Return `/a/event.ics` for the page `/a/`, `/a.ics` for `/a.html`."""
    return f"{url}event.ics" if url.endswith("/") else f"{splitext(url)[0]}.ics"


def _of_outlook(url: str) -> str:
    """Return `/agenda-outlook.ics` for `/agenda/`."""
    return f"{url.rstrip('/')}-outlook.ics"


def calendar_path(url: str) -> str:
    """Return `/agenda.ics` for `/agenda/`."""
    return f"{url.rstrip('/')}.ics"
