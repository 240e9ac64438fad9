"""Calendars of what no text has any more: programs go on asking for them. Pure.

A program that gets a 404 keeps what it had, and never hears that it was cancelled. So the calendar
of a tag, a type, an organisation or a section that the list of published addresses notes stays for
as long as what is gone is told (`calendars.keep_removed`), at its address and under its name; that
of a document, a month or a week too. It has no page, no menu and no list.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from msgspec.structs import replace

from sitegen.model import Event, Page, Scope
from sitegen.model.kinds import CALENDAR
from sitegen.model.taxonomies import SECTION
from sitegen.site.agenda.calendar import scopes_of
from sitegen.site.agenda.editions import name_of, parts_of
from sitegen.site.agenda.noted_calendars import NotedCalendar, calendars_in, is_calendar_path
from sitegen.site.agenda.translated_editions import translated_name
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_of
from sitegen.site.plan.calendars import address_here, calendar_url, event_path, period_path
from sitegen.site.plan.removed_events import removed_beside, removed_of


def kept_calendars(index: Index) -> Mapping[Scope, NotedCalendar]:
    """Return the noted calendars that stay without anything of their own, by whose they are."""
    known: dict[Scope, NotedCalendar] | None = index.kept.get("kept calendars")
    if known is None:
        noted = calendars_in(index.listed.calendars).values()
        left = [each for each in noted if not calendar_url(index, *each.scope)]
        gone = _gone_scopes(index) if left else ()
        known = {each.scope: each for each in left if _is_kept(index, each, gone)}
        index.kept["kept calendars"] = known
    return known


def kept_until(index: Index, noted: NotedCalendar) -> dt.date | None:
    """Return the first day on which a calendar is told no more; None before it is noted."""
    keep = index.config.calendars.keep_removed
    return noted.left + dt.timedelta(days=keep) if noted.left else None


def kept_pages(index: Index, taken: Set[str]) -> Iterator[Page]:
    """Yield the calendars that stay, in all languages, but where something else stands.

    *taken*: the paths of all else, of former addresses too. A file that stands where a calendar
    would need a folder stays, and so does a folder where it would be a file.
    """
    if not any(map(_kept_addresses, index.everywhere)):
        return
    folders = {folder for path in taken for folder in _folders(path)}
    for language, version in ("", index), *index.versions.items():
        for scope, url in _kept_addresses(version):
            page = page_of(version, url, CALENDAR, scope)
            is_free = page.path not in folders and not {page.path, *_folders(page.path)} & taken
            if is_free and is_calendar_path(page.path):
                yield replace(page, language=language)


def _kept_addresses(index: Index) -> Sequence[tuple[Scope, str]]:
    """Return where each calendar that stays stands, from the site's root."""
    known: list[tuple[Scope, str]] | None = index.kept.get("kept addresses")
    if known is None:
        known = [(scope, noted.url) for scope, noted in kept_calendars(index).items()]
        known += ((scope, url) for scope in removed_beside(index) for url in _beside(index, scope))
        index.kept["kept addresses"] = known
    return known


def _beside(index: Index, scope: Scope) -> Iterator[str]:
    """Yield where the calendar of a document, a month or a week stands of which nothing but what
    is gone is to be told; nothing for one that has dates of its own, or was at no known address.
    """
    if scope.kind != "entry":
        if not calendar_url(index, *scope):
            yield period_path(index.config, scope)
    elif entry := index.entries.get(scope.value):
        if not entry.events:
            yield event_path(address_here(index, entry))
    else:
        yield from map(event_path, _addresses(index).get(scope.value, ()))


def _addresses(index: Index) -> Mapping[str, Sequence[str]]:
    """Return the noted addresses of each document, but those of other versions of the site, where
    it was shown for want of a translation: several of one that has moved.
    """
    known: dict[str, list[str]] | None = index.kept.get("noted addresses")
    if known is None:
        others = tuple(f"/{version.config.folder}" for version in index.versions.values())
        known = {}
        for address, listed in index.listed.addresses.items():
            if not address.startswith(others):
                known.setdefault(listed.source, []).append(address)
        index.kept["noted addresses"] = known
    return known


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that *path* lies in."""
    while path := path.rpartition("/")[0]:
        yield path


def _is_kept(index: Index, noted: NotedCalendar, gone: Collection[Scope]) -> bool:
    """Whether a calendar is still to be told: not where its events are merely kept from readers,
    nor that of a section that is for some readers alone now.
    """
    is_private = noted.scope.kind == SECTION.name and index.folders.name_at(noted.scope.value)
    if is_private or not index.config.calendars.keep_removed:
        return False
    until = kept_until(index, noted)
    if until is not None:
        return index.clock.today < until
    return noted.scope in removed_of(index) or noted.scope in gone


def _gone_scopes(index: Index) -> set[Scope]:
    """Return what public events were noted to belong to and belong to no more."""
    language = index.config.language if index.first is not None else ""
    left: set[Scope] = set()
    for event in index.calendar.events.values():
        now = scopes_of(event)
        for name in _names(event, language):
            if noted := index.editions.noted.get(name):
                left.update(scope for scope in noted.scopes if scope not in now)
    return left


def _names(event: Event, language: str) -> Iterator[str]:
    for suffix, _part in parts_of(event):
        name = name_of(event, suffix)
        yield translated_name(name, language) if language else name
