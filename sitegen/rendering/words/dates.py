"""Dates and hours as a language writes them.

Babel (CLDR) knows the names of days and months and the order of their parts. What a language asks
beyond it stands in `orders.py`, `basque.py` and `elisions.py`; how days and hours are joined are
words (`DateWords`): « 1er mars », « de 9 h à 16 h 41 », « du 2 au 3 mars 2022 ».
"""

import datetime as dt
from functools import lru_cache

from sitegen.model import Moment, Occurrence
from sitegen.model.languages import language_of
from sitegen.rendering.words import basque
from sitegen.rendering.words.elisions import elide
from sitegen.rendering.words.orders import ORDERS, Order
from sitegen.wording.readers import DateWords, reader_words

NBSP = "\u00a0"
_BASQUE = "eu"


@lru_cache(maxsize=65536)
def format_day(day: dt.date, language: str, *, weekday: bool = False, year: bool = True) -> str:
    """Return « jeudi 24 septembre 2020 », « 1er mars » …: *weekday* and *year* add their parts."""
    primary = language_of(language).primary
    if order := ORDERS.get(primary):
        name = _pattern(day, order.weekday, language) if weekday else ""
        return f"{name}{order.day_number(day.day)}{_month_and_year(day, order, language, year)}"
    if primary == _BASQUE:
        before = f"{basque.year_of(day.year)} " if year else ""
        name = f", {_pattern(day, 'EEEE', language)}" if weekday else ""
        return f"{before}{_basque_month(day, language)} {basque.day(day.day)}{name}"
    if year:
        return _pattern(day, "full" if weekday else "long", language)
    from babel.dates import format_skeleton

    skeleton = "MMMMEEEEd" if weekday else "MMMMd"
    return str(format_skeleton(skeleton, day, locale=language_of(language).locale))


def _month_and_year(day: dt.date, order: Order, language: str, year: bool) -> str:
    """Return what follows the number of the day. The year is always one of four digits."""
    month = _pattern(day.replace(day=1), order.month, language)
    return month + (_pattern(day.replace(month=1, day=1), order.year, language) if year else "")


def _basque_month(day: dt.date, language: str) -> str:
    return f"{_pattern(day.replace(day=1), 'MMMM', language)}ren"


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
    words = reader_words(DateWords, language)
    hours = words.at.format(time=format_time(moment.local.time(), language))
    return words.on_day.format(day=day, hours=hours)


def format_period(occurrence: Occurrence, language: str, *, weekday: bool = True) -> str:
    """Return when an occurrence takes place, with its hours.

    « jeudi 24 septembre 2020 de 9 h à 17 h », « du 2 au 3 mars 2022 », « du 30 mars au 2 avril ».
    """
    start, end = occurrence.start, occurrence.end
    words = reader_words(DateWords, language)
    if occurrence.first_day == occurrence.last_day:
        day = format_day(start.date, language, weekday=weekday)
        if start.is_date:
            return day
        told = ""
        for slot in occurrence.slots or ((start, end),):
            hours = _hours(*slot, words.at, language)
            told = words.slots.format(first=told, second=hours) if told else hours
        return words.on_day.format(day=day, hours=told)
    days = format_days(occurrence.first_day, occurrence.last_day, language)
    if start.is_date or end is None:
        return days
    first, last = format_moment(start, language), format_moment(end, language)
    return _phrase(words.period, language, start=first, end=last)


def format_hours(start: Moment, end: Moment | None, language: str) -> str:
    """Return « 9 h », « de 9 h à 17 h »; the day is told elsewhere."""
    return _hours(start, end, "{time}", language)


def _hours(start: Moment, end: Moment | None, single: str, language: str) -> str:
    """Return the hours of a slot; *single*: how one stands that has no end."""
    begins = format_time(start.local.time(), language)
    if end is None or end.local == start.local:
        return single.format(time=begins)
    ends = format_time(end.local.time(), language)
    return reader_words(DateWords, language).slot.format(start=begins, end=ends)


@lru_cache(maxsize=8192)
def format_days(first: dt.date, last: dt.date, language: str) -> str:
    """Return « du 2 au 3 mars 2022 », « du 30 mars au 2 avril 2022 »; one day stands alone."""
    if first == last:
        return format_day(first, language)
    pattern = reader_words(DateWords, language).days
    primary = language_of(language).primary
    order = ORDERS.get(primary)
    if primary == _BASQUE:
        return _basque_days(first, last, language)
    if order is None or "{interval}" in pattern:
        from babel.dates import format_interval

        return str(format_interval(first, last, "yMMMMd", locale=language_of(language).locale))
    begins = order.day_number(first.day)
    if first.year != last.year:
        begins = format_day(first, language)
    elif first.month != last.month:
        begins = format_day(first, language, year=False)
    return _phrase(pattern, language, first=begins, last=format_day(last, language))


def _basque_days(first: dt.date, last: dt.date, language: str) -> str:
    """Return « 2026ko martxoaren 2tik 3ra », with month and year of the last where they differ."""
    begins = f"{basque.year_of(first.year)} {_basque_month(first, language)}"
    ends = f" {basque.year_of(last.year)}" if first.year != last.year else ""
    if (first.year, first.month) != (last.year, last.month):
        ends += f" {_basque_month(last, language)}"
    return f"{begins} {basque.from_day(first.day)}{ends} {basque.to_day(last.day)}"


def _phrase(pattern: str, language: str, **told: str) -> str:
    return elide(pattern.format(**told), language_of(language).primary)


@lru_cache(maxsize=4096)
def format_month(year: int, month: int, language: str, *, with_year: bool = True) -> str:
    """Return « mars 2022 », « marzo de 2022 », or « mars »."""
    day = dt.date(year, month, 1)
    name = _pattern(day, "LLLL", language)
    primary = language_of(language).primary
    if not with_year:
        return name
    if primary == _BASQUE:
        return f"{basque.year_of(year)} {name}"
    order = ORDERS.get(primary)
    return (
        name + _pattern(day, order.year, language) if order else _pattern(day, "LLLL y", language)
    )


@lru_cache(maxsize=64)
def weekday_names(language: str) -> tuple[tuple[str, str], ...]:
    """Return the days of a week as short and full names, in the language's order.

    « lu ma me je ve sa di »: CLDR's *short* width is *abbreviated* there, so two letters are cut.
    Where days begin alike (« dilluns, dimarts ») the short names are CLDR's, without a point.
    """
    first = first_weekday(language)
    days = [dt.date(2024, 1, 1 + (first + offset) % 7) for offset in range(7)]  # from a Monday
    full = [_pattern(day, "EEEE", language) for day in days]
    short = [name[:2] for name in full]
    if len(set(short)) < len(short):
        short = [_pattern(day, "EEEEEE", language).rstrip(".") for day in days]
    return tuple(zip(short, full, strict=True))


@lru_cache(maxsize=64)
def first_weekday(language: str) -> int:
    """Return the day on which weeks start: 0 is Monday, 6 is Sunday (CLDR's week data)."""
    return int(language_of(language).locale.first_week_day)


@lru_cache(maxsize=16384)
def _pattern(day: dt.date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, pattern, locale=language_of(language).locale))
