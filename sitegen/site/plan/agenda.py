"""The agenda's pages: what comes, what is over, years and months, parts, subscriptions."""

from collections.abc import Iterator

from sitegen.model import TAXONOMIES, WHOLE, Page
from sitegen.model.kinds import (
    AGENDA,
    AGENDA_FILTER,
    AGENDA_MONTH,
    AGENDA_PAST,
    AGENDA_SUBSCRIBE,
    AGENDA_WEEK,
    AGENDA_YEAR,
)
from sitegen.site.agenda.weeks import week_url, written_week
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_at, page_of
from sitegen.site.plan.calendars import calendar_scopes, is_told


def agenda_pages(index: Index) -> Iterator[Page]:
    """Yield pages that each hold a bounded number of dates: what passes changes a few of them."""
    urls = index.config.urls
    if not is_told(index, WHOLE) and not _has_agenda_section(index):
        return
    yield page_at(index, urls.agenda, AGENDA)
    yield page_at(index, urls.agenda_past, AGENDA_PAST)
    if is_told(index, WHOLE):
        yield page_at(index, urls.agenda_subscribe, AGENDA_SUBSCRIBE)
    for scope in calendar_scopes(index):
        if scope != WHOLE and TAXONOMIES[scope.kind].narrows_agenda:
            yield page_of(index, urls.agenda_filter(*scope), AGENDA_FILTER, scope)
    for year in sorted({year for year, _ in index.calendar.months}):
        yield page_at(index, urls.agenda_of(year), AGENDA_YEAR, f"{year:04d}")
    for year, month in index.calendar.months:
        subject = f"{year:04d}-{month:02d}"
        yield page_at(index, urls.agenda_of(year, month), AGENDA_MONTH, subject)
    for week in index.weeks:
        yield page_at(index, week_url(index.config, week), AGENDA_WEEK, written_week(week))


def _has_agenda_section(index: Index) -> bool:
    return any(map(index.is_agenda, index.sections.values()))
