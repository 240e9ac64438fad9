"""Dates and hours as a language writes them.

Babel (CLDR) knows the names of days and months and the order of their parts. What French
typography asks beyond it stands here: « 1er mars », « 16 h 41 », « du 2 au 3 mars 2022 ».
"""

import datetime as dt
from functools import lru_cache

from sitegen.model import Moment, Occurrence
from sitegen.model.languages import language_of

NBSP = "\u00a0"


@lru_cache(maxsize=65536)
def format_day(day: dt.date, language: str, *, weekday: bool = False, year: bool = True) -> str:
    """Return « jeudi 24 septembre 2020 », « 1er mars » …: *weekday* and *year* add their parts."""
    if language_of(language).is_french:
        name = f"{_pattern(day, 'EEEE', language)} " if weekday else ""
        number = "1er" if day.day == 1 else str(day.day)
        ending = f" {day.year}" if year else ""
        return f"{name}{number}{NBSP}{_pattern(day, 'MMMM', language)}{ending}"
    if year:
        return _pattern(day, "full" if weekday else "long", language)
    from babel.dates import format_skeleton

    skeleton = "MMMMEEEEd" if weekday else "MMMMd"
    return str(format_skeleton(skeleton, day, locale=language_of(language).locale))


@lru_cache(maxsize=8192)
def format_time(time: dt.time, language: str) -> str:
    """Return « 16 h 41 », « 9 h » (French), or the language's short form."""
    if language_of(language).is_french:
        return f"{time.hour}{NBSP}h" + (f"{NBSP}{time.minute:02d}" if time.minute else "")
    from babel.dates import format_time as babel_time

    return str(babel_time(time, format="short", locale=language_of(language).locale))


def format_moment(moment: Moment, language: str, *, weekday: bool = False) -> str:
    """Return « 5 mars 2022 à 16 h 41 », or the day alone for a date."""
    day = format_day(moment.date, language, weekday=weekday)
    if moment.is_date:
        return day
    joined = f"{day} à {{}}" if language_of(language).is_french else f"{day}, {{}}"
    return joined.format(format_time(moment.local.time(), language))


def format_period(occurrence: Occurrence, language: str, *, weekday: bool = True) -> str:
    """Return when an occurrence takes place, with its hours.

    « jeudi 24 septembre 2020 de 9 h à 17 h », « du 2 au 3 mars 2022 », « du 30 mars au 2 avril ».
    """
    start, end = occurrence.start, occurrence.end
    is_one_day = occurrence.first_day == occurrence.last_day
    if is_one_day:
        day = format_day(start.date, language, weekday=weekday)
        if start.is_date:
            return day
        joined = " et" if language_of(language).is_french else " and"
        hours = (_hours(*slot, language) for slot in occurrence.slots or ((start, end),))
        return day + joined.join(hours).replace(" and,", " and")
    days = format_days(occurrence.first_day, occurrence.last_day, language)
    if start.is_date or end is None:
        return days
    if not language_of(language).is_french:
        return f"{format_moment(start, language)} – {format_moment(end, language)}"
    first = format_moment(start, language)
    return f"du {first} au {format_moment(end, language)}"


def _hours(start: Moment, end: Moment | None, language: str) -> str:
    begins = format_time(start.local.time(), language)
    if end is None or end.local == start.local:
        return f" à {begins}" if language_of(language).is_french else f", {begins}"
    ends = format_time(end.local.time(), language)
    return f" de {begins} à {ends}" if language_of(language).is_french else f", {begins} – {ends}"


def format_hours(start: Moment, end: Moment | None, language: str) -> str:
    """Return « 9 h », « de 9 h à 17 h »; the day is told elsewhere."""
    begins = format_time(start.local.time(), language)
    if end is None or end.local == start.local:
        return begins
    ends = format_time(end.local.time(), language)
    return f"de {begins} à {ends}" if language_of(language).is_french else f"{begins} – {ends}"


@lru_cache(maxsize=8192)
def format_days(first: dt.date, last: dt.date, language: str) -> str:
    """Return « du 2 au 3 mars 2022 », « du 30 mars au 2 avril 2022 »; one day stands alone."""
    if first == last:
        return format_day(first, language)
    if not language_of(language).is_french:
        from babel.dates import format_interval

        return str(format_interval(first, last, "yMMMMd", locale=language_of(language).locale))
    end = format_day(last, language)
    if first.year != last.year:
        return f"du {format_day(first, language)} au {end}"
    if first.month != last.month:
        return f"du {format_day(first, language, year=False)} au {end}"
    return f"du {'1er' if first.day == 1 else first.day} au {end}"


@lru_cache(maxsize=4096)
def format_month(year: int, month: int, language: str, *, with_year: bool = True) -> str:
    """Return « mars 2022 », or « mars »."""
    return _pattern(dt.date(year, month, 1), "LLLL y" if with_year else "LLLL", language)


@lru_cache(maxsize=64)
def weekday_names(language: str) -> tuple[tuple[str, str], ...]:
    """Return the days of a week as short and full names, in the language's order.

    « lu ma me je ve sa di »: CLDR's *short* width is *abbreviated* there, so two letters are cut.
    """
    names = []
    for offset in range(7):
        day = dt.date(2024, 1, 1 + (first_weekday(language) + offset) % 7)  # a Monday
        full = _pattern(day, "EEEE", language)
        names.append((full[:2], full))
    return tuple(names)


@lru_cache(maxsize=64)
def first_weekday(language: str) -> int:
    """Return the day on which weeks start: 0 is Monday, 6 is Sunday (CLDR's week data)."""
    return int(language_of(language).locale.first_week_day)


@lru_cache(maxsize=16384)
def _pattern(day: dt.date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, pattern, locale=language_of(language).locale))
