"""Weeks of the agenda (ISO 8601): which have dates, their days, their addresses. Pure."""

import datetime as dt
from collections.abc import Iterator

from sitegen.config import SiteConfig
from sitegen.model.languages import language_of
from sitegen.site.agenda.calendar import Calendar

TEMPLATE = "agenda_week.html"
"""Of the theme; where there is none, there are no weeks."""

Week = tuple[int, int]
"""The year to which a week is counted, and its number."""


def weeks_since(calendar: Calendar, first: dt.date) -> list[Week]:
    """Return the weeks with dates, in order, from the day *first* on."""
    dates = calendar.between(first, calendar.until)
    return sorted(
        {
            week
            for occurrence in dates
            for week in weeks_of(max(occurrence.first_day, first), occurrence.last_day)
        }
    )


def weeks_of(first: dt.date, last: dt.date) -> Iterator[Week]:
    """Yield the weeks that hold a day from *first* to *last*."""
    day = first - dt.timedelta(days=first.weekday())
    while day <= last:
        year, week, _ = day.isocalendar()
        yield year, week
        day += dt.timedelta(days=7)


def days_of(week: Week) -> tuple[dt.date, dt.date]:
    """Return the Monday and the Sunday of a week."""
    monday = dt.date.fromisocalendar(*week, 1)
    return monday, monday + dt.timedelta(days=6)


def read_week(text: str) -> Week:
    """Return what `written_week` wrote."""
    year, _, number = text.partition("-W")
    return int(year), int(number)


def written_week(week: Week) -> str:
    """Return `2026-W49` (ISO 8601)."""
    return f"{week[0]:04d}-W{week[1]:02d}"


def week_url(config: SiteConfig, week: Week) -> str:
    """Return the address of a week from the site's root: `/agenda/2026/s49/`, in English `w49`."""
    letter = "s" if language_of(config.language).is_french else "w"
    return f"{config.urls.agenda_of(week[0])}{letter}{week[1]:02d}/"
