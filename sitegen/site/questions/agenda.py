"""Questions about the agenda: dates, events, calendars."""

import datetime as dt
from bisect import bisect_left
from collections import Counter

from sitegen.digest import digest
from sitegen.model import Entry, Event, Location, Occurrence, Scope
from sitegen.site.calendar import closes_at, scopes_of
from sitegen.site.events import split_reference
from sitegen.site.holidays import holiday_names
from sitegen.site.plan.calendars import calendar_url as calendar_url_of
from sitegen.site.plan.calendars import open_agenda_url as open_agenda_url_of
from sitegen.site.questions.kind import Answers, question, told_apart_by
from sitegen.site.urls import with_base
from sitegen.site.weeks import days_of, read_week, week_url

DATES_SHOWN = 12
"""Of a recurring event, on its page."""


@question
def upcoming(
    answers: Answers, limit: int, kind: str = "all", value: str = "", offset: int = 0
) -> tuple[Occurrence, ...]:
    """Return what has not ended yet, in order of time; what is put off without a date last."""
    ahead = _ahead(answers, kind, value)
    ranked = answers.keep(
        ("ranked", kind, value), lambda: sorted(ahead, key=lambda date: date.event.has_no_date)
    )
    return tuple(ranked[offset : offset + limit])


@question
def coming_days(
    answers: Answers, limit: int, kind: str = "all", value: str = ""
) -> tuple[Occurrence, ...]:
    """Return what has not ended yet by its days; what is put off at the day that it had."""
    return tuple(_ahead(answers, kind, value)[:limit])


@question
def upcoming_count(answers: Answers, kind: str, value: str) -> int:
    """Return how much has not ended yet."""
    return len(_ahead(answers, kind, value))


@question
def past(
    answers: Answers, limit: int, kind: str = "all", value: str = "", offset: int = 0
) -> tuple[Occurrence, ...]:
    """Return what has ended, the latest first."""
    return tuple(_over(answers, kind, value)[offset : offset + limit])


@question
def past_count(answers: Answers, kind: str, value: str) -> int:
    """Return how much has ended."""
    return len(_over(answers, kind, value))


@question
def occurrences(answers: Answers, first: str, last: str) -> tuple[Occurrence, ...]:
    """Return what takes place from *first* to *last* (`2027-03-01`), in order of time."""
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return tuple(answers.index.calendar.between(*days))


@question
def agenda_months(answers: Answers) -> tuple[tuple[int, int, int], ...]:
    """Year, month and number of dates, for all months in which something takes place."""
    calendar = answers.index.calendar
    return tuple((year, month, len(calendar.month(year, month))) for year, month in calendar.months)


@question
def agenda_years(answers: Answers) -> tuple[int, ...]:
    """The years in which something takes place."""
    return tuple(sorted({year for year, _ in answers.index.calendar.months}))


@question
def this_month(answers: Answers) -> tuple[int, int]:
    """Year and month for which the site was built; ask it of a site with events alone."""
    today = answers.index.clock.today  # it turns at the instants that `horizon` tells
    return today.year, today.month


@question
def weeks_between(answers: Answers, first: str, last: str) -> tuple[tuple[int, int, str], ...]:
    """Return the weeks that have a page and touch a period: year, number, address."""
    index = answers.index
    weeks = index.weeks
    return tuple(
        (*week, with_base(index.config.base_path, week_url(index.config, week)))
        for week in weeks
        if first <= days_of(week)[1].isoformat() and days_of(week)[0].isoformat() <= last
    )


@question
def week_neighbours(answers: Answers, value: str) -> tuple[tuple[int, int, str] | None, ...]:
    """Return the weeks with dates before and after `2026-W49`, each as `weeks_between` has it."""
    index = answers.index
    weeks = index.weeks
    place = bisect_left(weeks, read_week(value))
    is_there = place < len(weeks) and weeks[place] == read_week(value)
    after = place + is_there
    neighbours = (weeks[place - 1] if place else None, weeks[after] if after < len(weeks) else None)
    base = index.config.base_path
    return tuple(
        week and (*week, with_base(base, week_url(index.config, week))) for week in neighbours
    )


@question
def month_neighbours(answers: Answers, year: int, month: int) -> tuple[tuple[int, int] | None, ...]:
    """Return the months with dates before and after one, each a year and a month, or None."""
    return answers.index.calendar.neighbours(year, month)


def _holidays_digest(answers: Answers, first: str, last: str) -> bytes:  # noqa: ARG001
    """Return what decides them without the library, whose version is the tool's."""
    return digest(answers.index.config.holidays, answers.index.config.language)


@told_apart_by(_holidays_digest)
def holidays(answers: Answers, first: str, last: str) -> tuple[tuple[str, str], ...]:
    """Return day and name of the public holidays of a period, if the site names them."""
    config = answers.index.config
    names = holiday_names(config.holidays, config.language, int(first[:4]), int(last[:4]))
    return tuple((day, name) for day, name in names if first <= day <= last)


@question
def venue(answers: Answers, key: str) -> Location | None:
    """Return a place of ``_data/venues.yaml``."""
    return answers.index.directory.venue(key)


@question
def event(answers: Answers, event_id: str) -> Event | None:
    """Return an event by its id; None if no public document announces it."""
    return answers.index.calendar.events.get(event_id)


@question
def event_dates(answers: Answers, event_id: str) -> tuple[Occurrence, ...]:
    """Return the coming dates of an event (all of them once it is over), at most twelve."""
    dates = answers.index.calendar.by_event.get(event_id, [])
    return tuple((_to_come(answers, event_id) or dates)[:DATES_SHOWN])


@question
def event_date_count(answers: Answers, event_id: str) -> int:
    """Return how many dates `event_dates` would show, were they not twelve at most."""
    dates = answers.index.calendar.by_event.get(event_id, [])
    return len(_to_come(answers, event_id) or dates)


@question
def next_date(answers: Answers, event_id: str) -> Occurrence | None:
    """Return the date that stands for an event: the next that takes place, or was to."""
    dates = _to_come(answers, event_id) or answers.index.calendar.by_event.get(event_id, [])
    return next((date for date in dates if not date.event.is_off), next(iter(dates), None))


@question
def reported(answers: Answers, reference: str) -> Occurrence | None:
    """Return the date that a reference of `entry.about` means; None if it is not public."""
    event_id, day = split_reference(reference)
    if day is None:
        return next_date.answer(answers, event_id)
    dates = answers.index.calendar.by_event.get(event_id, [])
    named = (date for date in dates if date.rule_start and date.rule_start.date == day)
    # A date that was taken away since is told as the event itself.
    return next(named, None) or next((date for date in dates if date.first_day == day), None)


@question
def phase(answers: Answers, event_id: str) -> str:
    """Return `coming`, `now` or `past`."""
    calendar = answers.index.calendar
    dates = calendar.by_event.get(event_id, [])
    ahead = _to_come(answers, event_id)
    now = _now(answers)
    if any(calendar.begins(date) <= now and not date.event.is_off for date in ahead):
        return "now"
    # What is put off neither begins nor is over.
    is_put_off = bool(dates) and all(date.event.has_no_date for date in dates)
    return "coming" if ahead or is_put_off else "past"


@question
def is_registration_over(answers: Answers, event_id: str) -> bool:
    """Return whether the last moment to register for an event has passed."""
    event = answers.index.calendar.events.get(event_id)
    return event is not None and closes_at(event) <= _now(answers)


@question
def documents_about(answers: Answers, event_id: str) -> tuple[tuple[Entry, str], ...]:
    """Return the documents that refer to an event, by date; each with the day that it is about."""
    pairs = answers.keep("documents_about", lambda: _documents_about(answers))
    return tuple(pairs.get(event_id, ()))


@question
def agenda_scopes(answers: Answers, kind: str) -> tuple[tuple[str, str], ...]:
    """Return slug and name of each term of a taxonomy (`type`, `tag` …) that has events."""
    counts = answers.keep(("scopes", kind), lambda: _count_scopes(answers, kind))
    ranked = sorted(counts, key=lambda value: (-counts[value], value))
    named = ((value, _scope_name(answers, kind, value)) for value in ranked)
    return tuple((value, name) for value, name in named if name)


@question
def calendar(answers: Answers, kind: str, value: str) -> tuple[Event, ...]:
    """Return the events of a published calendar: what is to come and the past twelve months.

    What was published and is gone stands after them for a while, as cancelled.
    """
    index = answers.index
    told = index.editions.told
    if kind == "entry":
        entry = index.entries.get(value)
        return tuple(map(told, entry.events)) if entry else ()
    if kind in ("month", "week"):
        return tuple(map(told, _of_period(answers, kind, value)))
    first = _first_day(answers)
    events = [told(event) for event in index.calendar.since(first, Scope(kind, value))]
    keep = index.config.calendars.keep_removed
    for source, event in index.editions.removed(index.clock.today, first, keep):
        if kind == "all" or (kind == "section" and source.startswith(f"{value}/")):
            events.append(event)
    return tuple(events)


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
    """Return the address of an iCalendar file: `all`, `section`, `tag`, `type`, `entry`."""
    url = calendar_url_of(answers.index, kind, value)
    return with_base(answers.index.config.base_path, url) if url else ""


# What several answers share is made once.


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


def _now(answers: Answers) -> float:
    return answers.index.clock.now.timestamp()


def _ahead(answers: Answers, kind: str, value: str) -> list[Occurrence]:
    calendar = answers.index.calendar
    return answers.keep(
        ("ahead", kind, value), lambda: calendar.upcoming(_now(answers), Scope(kind, value))
    )


def _over(answers: Answers, kind: str, value: str) -> list[Occurrence]:
    calendar = answers.index.calendar
    return answers.keep(
        ("over", kind, value), lambda: calendar.past(_now(answers), Scope(kind, value))
    )


def _to_come(answers: Answers, event_id: str) -> list[Occurrence]:
    calendar, now = answers.index.calendar, _now(answers)
    dates = calendar.by_event.get(event_id, [])
    return [date for date in dates if calendar.ends(date) > now]


def _documents_about(answers: Answers) -> dict[str, list[tuple[Entry, str]]]:
    """Return the documents that refer to each event, by its id."""
    pairs_of: dict[str, list[tuple[Entry, str]]] = {}
    for entry in answers.index.entries.values():
        for reference in entry.about:
            event_id, day = split_reference(reference)
            shown = day.isoformat() if day else ""
            pairs_of.setdefault(event_id, []).append((entry, shown))
    for pairs in pairs_of.values():
        pairs.sort(key=lambda pair: (_published(pair[0]), pair[0].id, pair[1]))
    return pairs_of


def _count_scopes(answers: Answers, kind: str) -> Counter[str]:
    return Counter(
        value
        for event in answers.index.calendar.events.values()
        for scope, value in scopes_of(event)
        if scope == kind
    )


def _scope_name(answers: Answers, kind: str, value: str) -> str:
    term = answers.index.terms(kind).get(value)
    return term.name if term else ""


def _published(entry: Entry) -> float:
    return entry.date.timestamp if entry.date else 0.0
