"""Questions about published calendars: their events, their addresses."""

import datetime as dt
from collections.abc import Sequence

from sitegen.model import Event, Occurrence, Scope
from sitegen.site.agenda.weeks import days_of, read_week
from sitegen.site.answers import Answers
from sitegen.site.plan.calendars import calendar_url as calendar_url_of
from sitegen.site.plan.calendars import open_agenda_url as open_agenda_url_of
from sitegen.site.plan.kept_calendars import kept_calendars
from sitegen.site.plan.removed_events import removed_beside, removed_of
from sitegen.site.questions.kind import question
from sitegen.site.urls import with_base


@question
def calendar(answers: Answers, kind: str, value: str) -> tuple[Event, ...]:
    """Return the events of a published calendar: what is to come and the past twelve months.

    What was published and is gone stands after them for a while, as cancelled.
    """
    index = answers.index
    scope = Scope(kind, value)
    events: Sequence[Event]
    if kind == "entry":
        entry, removed = index.entries.get(value), removed_beside(index)
        events = entry.events if entry else ()
    elif kind in ("month", "week"):
        events, removed = _of_period(answers, kind, value), removed_beside(index)
    else:
        events, removed = index.calendar.since(_first_day(answers), scope), removed_of(index)
    return (*map(index.editions.told, events), *removed.get(scope, ()))


@question
def calendar_title(answers: Answers, kind: str, value: str) -> str:
    """Return what readers call the part of the site that a published calendar is of."""
    index = answers.index
    if term := index.terms(kind).get(value):
        return term.name
    noted = kept_calendars(index).get(Scope(kind, value))
    return noted.title if noted else ""


@question
def calendar_dates(answers: Answers) -> tuple[tuple[Event, tuple[Occurrence, ...]], ...]:
    """Return the events of the whole calendar, each with its dates, but those before it begins."""
    first = _first_day(answers)
    calendar = answers.index.calendar
    return tuple(
        (event, tuple(date for date in calendar.by_event[event.id] if date.last_day >= first))
        for event in calendar.since(first)
    )


@question
def open_agenda_url(answers: Answers) -> str:
    """The address of the agenda as JSON, in OpenAgenda's structure; empty without events."""
    url = open_agenda_url_of(answers.index)
    return with_base(answers.index.config.base_path, url) if url else ""


@question
def calendar_url(answers: Answers, kind: str = "all", value: str = "") -> str:
    """Return the address of an iCalendar file: `all`, `section`, `tag`, `type`, `entry`;
    `outlook`, if the site has one."""
    url = calendar_url_of(answers.index, kind, value)
    return with_base(answers.index.config.base_path, url) if url else ""


def _of_period(answers: Answers, kind: str, value: str) -> list[Event]:
    """Return the events with a date in a month (`2026-12`) or a week (`2026-W49`), each once."""
    calendar = answers.index.calendar
    if kind == "week":
        dates = calendar.between(*days_of(read_week(value)))
    else:
        dates = calendar.month(*map(int, value.split("-")))
    return list(
        {occurrence.event.id: calendar.events[occurrence.event.id] for occurrence in dates}.values()
    )


def _first_day(answers: Answers) -> dt.date:
    """Return the first day that published calendars hold."""
    return answers.index.calendars_from
