"""Dates in titles, summaries and texts: weekdays that do not match, days that do not exist. Pure.

- A weekday beside a whole date (« lundi 3 mars 2027 ») is right or wrong: an error.
- Without a year (« jeudi 3 décembre ») a reader takes the year that is nearest. Such a weekday is
  doubtful, a warning, when it matches neither the date nearest to the publication nor that day in
  a year of the document's events, nor in a year that the text itself names.
- « Du lundi 2 au mercredi 4 mars 2027 », « lundi 2 et mardi 3 mars »: the month and the year of the
  last one count for those before it.
- The 30th of February, the 31st of a month that has 30 days, the 29th of February of a year that
  has none: an error. In French also 31/04/2027; in English that may be the other way round.

Names of months and weekdays come from CLDR, by the language of the document.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise

from sitegen.checking.editorial.date_words import DateNames, date_words
from sitegen.checking.editorial.texts import Passage, Text
from sitegen.errors import Diagnostic
from sitegen.model.languages import language_of

GREGORIAN = 1583
"""The first whole year of the calendar that computers reckon with."""
AMBIGUOUS = dt.timedelta(days=213)
"""Seven months: in June, readers may take a day of December for the last one or the next."""
_BETWEEN = re.compile(
    r"\s*(?:,|–|-|/|\b(?:et|au|ou|à|and|to|or|until)\b)?\s*(?:\b(?:le|du|the)\b)?\s*"
)
_YEARS = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_NUMERIC = re.compile(r"(?:29|30|31)(?<![\d/]..)/(\d{1,2})/(\d{4})(?![\d/])")


def check_written_dates(text: Text) -> Iterator[Diagnostic]:
    """Yield the weekdays that are wrong or doubtful and the dates that do not exist."""
    words = date_words(text.language)
    if words is None:
        return
    has_weekday = any(name.lower() in text.lowered for name in words.weekday_names)
    if not has_weekday and not any(digits in text.lowered for digits in ("29", "30", "31")):
        return
    for passage in text.passages:
        if has_weekday:
            yield from _check_weekdays(passage, words, text)
        yield from _check_days(passage, words, text.language)


def _check_weekdays(passage: Passage, words: DateNames, text: Text) -> Iterator[Diagnostic]:
    for match, day, month, year in _complete(_find_dated(passage.words, words), words, passage):
        weekday = words.weekdays[match["weekday"]]
        written = " ".join(match[0].split())
        if year is not None:
            date = _date(year, month, day)
            if date is not None and year >= GREGORIAN and date.weekday() != weekday:
                values = {"written": written, "weekday": words.weekday_names[date.weekday()]}
                yield passage.diagnostic("weekday-wrong", match.start(), **values)
            continue
        candidates = list(_candidates(text, day, month))
        if candidates and all(candidate.weekday() != weekday for candidate in candidates):
            date = candidates[0]
            values = {"written": written, "weekday": words.weekday_names[date.weekday()]}
            values["year"] = str(date.year)
            yield passage.diagnostic("weekday-doubtful", match.start(), **values)


def _find_dated(words: str, names: DateNames) -> list[re.Match[str]]:
    """Return the dates with a weekday in order; of two at one place, the first pattern's."""
    matches: dict[int, re.Match[str]] = {}
    for pattern in names.dated:
        for match in pattern.finditer(words):
            if not words[match.start() - 1 : match.start()].isalnum():
                matches.setdefault(match.start(), match)
    return [matches[start] for start in sorted(matches)]


def _complete(
    matches: list[re.Match[str]], words: DateNames, passage: Passage
) -> Iterator[tuple[re.Match[str], int, int, int | None]]:
    """Yield each date with its day, its month and its year or None, taken from the next if need be.

    What has no month in the end is no date: « lundi 14 h ».
    """
    following: list[tuple[int | None, int | None]] = []
    ends = [*pairwise(matches), (matches[-1], None)] if matches else []
    for match, after in reversed(ends):
        month = words.months[match["month"]] if match["month"] else None
        year = int(match["year"]) if match["year"] else None
        if after is not None and _is_joined(passage.words, match.end(), after.start()):
            next_month, next_year = following[-1]
            month = month or next_month
            if year is None and next_year is not None and month and next_month:
                year = next_year - (month > next_month)
        following.append((month, year))
    for match, (month, year) in zip(matches, reversed(following), strict=True):
        if month is not None:
            yield match, int(match["day"]), month, year


def _is_joined(words: str, end: int, start: int) -> bool:
    """Whether nothing but « et », « au » or the like stands between two dates."""
    between = words[end:start] if start - end < 20 else "…"
    return "\n\n" not in between and _BETWEEN.fullmatch(between) is not None


def _candidates(text: Text, day: int, month: int) -> Iterator[dt.date]:
    """Yield the dates that a reader may take a day without its year for, the likeliest first."""
    front = text.document.front
    published = text.document.date
    if published is None and not text.days:
        return
    own = {day.year for days in text.days for day in days}
    near = [published.date] if published else []
    near += [moment.date for moment in (front.updated, front.embargo) if moment]
    years = [year for year in sorted(own) if any(_is_day(days, day, month) for days in text.days)]
    for moment in near:
        around = [_date(moment.year + step, month, day) for step in (-1, 0, 1)]
        dates = [day for day in around if day is not None]
        dates.sort(key=lambda day: abs(day - moment))
        years += (day.year for day in dates if day is dates[0] or abs(day - moment) < AMBIGUOUS)
    if not years:
        return
    years += sorted(own | {int(year) for year in _YEARS.findall(text.lowered)})
    for year in dict.fromkeys(years):
        date = _date(year, month, day)
        if date is not None:
            yield date


def _is_day(days: tuple[dt.date, dt.date], day: int, month: int) -> bool:
    return any((date.day, date.month) == (day, month) for date in days)


def _check_days(passage: Passage, words: DateNames, language: str) -> Iterator[Diagnostic]:
    for pattern in words.last_days:
        for match in pattern.finditer(passage.words):
            month = words.months[match["month"]]
            year = int(match["year"] or match.groupdict().get("year2") or 0)
            if not _exists(int(match["day"]), month, year):
                written = " ".join(match[0].split())
                yield passage.diagnostic("date-impossible", match.start(), written=written)
    if language_of(language).is_french:
        for match in _NUMERIC.finditer(passage.words):
            day, month, year = int(match[0][:2]), int(match[1]), int(match[2])
            if 1 <= month <= 12 and not _exists(day, month, year):
                yield passage.diagnostic("date-impossible", match.start(), written=match[0])


def _exists(day: int, month: int, year: int) -> bool:
    """Whether a month has that day; *year* 0: any year's."""
    if year and not year >= GREGORIAN:
        return True
    return day <= monthrange(year or 2024, month)[1]


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
