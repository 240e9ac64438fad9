"""Questions about the agenda: what comes, what is past, months, weeks, holidays."""

import datetime as dt
from bisect import bisect_left
from collections import Counter

from sitegen.digest import digest
from sitegen.model import Occurrence, Scope
from sitegen.site.agenda.calendar import scopes_of
from sitegen.site.agenda.holidays import holiday_names
from sitegen.site.agenda.weeks import days_of, read_week, week_url
from sitegen.site.answers import Answers
from sitegen.site.questions.kind import question, told_apart_by
from sitegen.site.urls import with_base


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
def agenda_scopes(answers: Answers, kind: str) -> tuple[tuple[str, str], ...]:
    """Return slug and name of each term of a taxonomy (`type`, `tag` …) that has events."""
    counts = answers.keep(("scopes", kind), lambda: _count_scopes(answers, kind))
    ranked = sorted(counts, key=lambda value: (-counts[value], value))
    named = ((value, _scope_name(answers, kind, value)) for value in ranked)
    return tuple((value, name) for value, name in named if name)


# What several answers share is made once.


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
