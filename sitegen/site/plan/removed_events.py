"""Published events that are gone, and which calendars still tell them as cancelled. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from sitegen.model import WHOLE, Event, Scope
from sitegen.model.taxonomies import SECTION
from sitegen.site.agenda.calendar import add_months
from sitegen.site.agenda.editions import Noted
from sitegen.site.agenda.weeks import weeks_of, written_week
from sitegen.site.index import Index

_SHORT = dt.timedelta(days=31)
"""Of what lasts longer, most likely a series, nobody knows the dates any more."""


def removed_of(index: Index) -> Mapping[Scope, Sequence[Event]]:
    """Return what was published and is gone, and calendars still tell: by whose these are."""
    known: dict[Scope, list[Event]] | None = index.kept.get("removed")
    if known is None:
        known = {}
        for noted, event in _removed(index):
            for scope in dict.fromkeys((WHOLE, *(event.scopes or _by_folder(index, noted.source)))):
                known.setdefault(scope, []).append(event)
        index.kept["removed"] = known
    return known


def removed_beside(index: Index) -> Mapping[Scope, Sequence[Event]]:
    """Return the same by document (`entry`), month and week: whose calendars are files to take
    along. A series is told in those months and weeks that have other dates.
    """
    known: dict[Scope, list[Event]] | None = index.kept.get("removed beside")
    if known is None:
        known = {}
        for noted, event in _removed(index):
            for scope in (Scope("entry", noted.source), *_periods(index, noted)):
                known.setdefault(scope, []).append(event)
        index.kept["removed beside"] = known
    return known


def month_scope(year: int, month: int) -> Scope:
    return Scope("month", f"{year:04d}-{month:02d}")


def _removed(index: Index) -> Iterator[tuple[Noted, Event]]:
    keep, today = index.config.calendars.keep_removed, index.clock.today
    return index.editions.removed(today, index.calendars_from, keep)


def _by_folder(index: Index, source: str) -> list[Scope]:
    """Return the section whose folder holds the document *source*."""
    around = [name for name in index.sections if source.startswith(f"{name}/")]
    return [Scope(SECTION.name, max(around, key=len))] if around else []


def _periods(index: Index, noted: Noted) -> Iterator[Scope]:
    start = noted.start.date
    first, last = max(start, index.calendars_from), min(noted.last, index.calendar.until)
    is_short = noted.last - start <= _SHORT
    month = first.replace(day=1)
    while month <= last:
        if is_short or (month.year, month.month) in index.calendar.months:
            yield month_scope(month.year, month.month)
        month = add_months(month, 1)
    for week in weeks_of(first, last) if index.has_weeks else ():
        if is_short or week in index.weeks:
            yield Scope("week", written_week(week))
