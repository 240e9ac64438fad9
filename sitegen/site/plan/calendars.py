"""The calendars that programs subscribe to: of all, of each part that has events, of an article."""

from collections.abc import Iterator, Mapping, Sequence
from posixpath import splitext

from sitegen.model import OUTLOOK, WHOLE, Event, Page, Scope
from sitegen.model.kinds import CALENDAR, OPEN_AGENDA
from sitegen.model.taxonomies import SECTION
from sitegen.site.index import Index
from sitegen.site.plan.addresses import own_url, page_of, scope_url
from sitegen.site.weeks import read_week, week_url, written_week


def calendar_scopes(index: Index) -> list[Scope]:
    """Return the scopes that events have and the site knows, in order of kind and value."""
    told = index.calendar.by_scope.keys() | removed_of(index).keys()
    known = {scope for scope in told if scope.value in index.terms(scope.kind)} - {WHOLE}
    return sorted(known | {WHOLE} if is_told(index, WHOLE) else known)


def removed_of(index: Index) -> Mapping[Scope, Sequence[Event]]:
    """Return what was published and is gone, and calendars still tell: by whose these are."""
    known: dict[Scope, list[Event]] | None = index.kept.get("removed")
    if known is None:
        known = {}
        keep, today = index.config.calendars.keep_removed, index.clock.today
        for source, event in index.editions.removed(today, index.calendars_from, keep):
            for scope in dict.fromkeys((WHOLE, *(event.scopes or _by_folder(index, source)))):
                known.setdefault(scope, []).append(event)
        index.kept["removed"] = known
    return known


def _by_folder(index: Index, source: str) -> list[Scope]:
    """Return the section whose folder holds the document *source*."""
    around = [name for name in index.sections if source.startswith(f"{name}/")]
    return [Scope(SECTION.name, max(around, key=len))] if around else []


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
            yield Scope("month", f"{year:04d}-{month:02d}")
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
        return _beside(own_url(index, entry.url)) if entry and entry.events else ""
    scope = Scope(kind, value)
    if kind in ("month", "week"):
        return _of_period(index, scope)
    url = scope_url(index, scope) if is_told(index, scope) else ""
    return calendar_path(url) if url else ""


def _of_period(index: Index, scope: Scope) -> str:
    config = index.config
    if scope.kind == "week":
        week = read_week(scope.value)
        return calendar_path(week_url(config, week)) if week in index.weeks else ""
    year, month = map(int, scope.value.split("-"))
    first = (index.calendars_from.year, index.calendars_from.month)
    is_held = (year, month) >= first and (year, month) in index.calendar.months
    return calendar_path(config.urls.agenda_of(year, month)) if is_held else ""


def _beside(url: str) -> str:
    """Return `/a/event.ics` for the page `/a/`, `/a.ics` for `/a.html`."""
    return f"{url}event.ics" if url.endswith("/") else f"{splitext(url)[0]}.ics"


def _of_outlook(url: str) -> str:
    """Return `/agenda-outlook.ics` for `/agenda/`."""
    return f"{url.rstrip('/')}-outlook.ics"


def calendar_path(url: str) -> str:
    """Return `/agenda.ics` for `/agenda/`."""
    return f"{url.rstrip('/')}.ics"
