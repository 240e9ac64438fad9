"""What a date meant that its author wrote in another way: for the mend of an error, never a value.

`05/03/2022` is the fifth of March to a French author and the third of May to others, so nothing is
read from it; the message says what to write instead.
"""

import datetime as dt
import re
import unicodedata

from sitegen.border.moments import parse_moment
from sitegen.patterns import lazy_pattern

_MONTHS = {
    "janvier": 1, "janv": 1, "january": 1, "jan": 1,
    "fevrier": 2, "fevr": 2, "fev": 2, "february": 2, "feb": 2,
    "mars": 3, "march": 3, "mar": 3,
    "avril": 4, "avr": 4, "april": 4, "apr": 4,
    "mai": 5, "may": 5,
    "juin": 6, "june": 6, "jun": 6,
    "juillet": 7, "juil": 7, "july": 7, "jul": 7,
    "aout": 8, "august": 8, "aug": 8,
    "septembre": 9, "sept": 9, "september": 9, "sep": 9,
    "octobre": 10, "oct": 10, "october": 10,
    "novembre": 11, "nov": 11, "november": 11,
    "decembre": 12, "dec": 12, "december": 12,
}  # fmt: skip
_DASHES = lazy_pattern("[\u2010-\u2015\u2212]")
_QUOTES = lazy_pattern("[\"'“”„‘’«»`\u00a0\u202f]")
_YEAR_FIRST = lazy_pattern(r"(?<!\d)(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = lazy_pattern(r"(?<!\d)(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_DAY_WORD = lazy_pattern(r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|e)?\s+([a-z]+)\.?,?\s+(\d{4})(?!\d)")
_WORD_DAY = lazy_pattern(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_YEAR = r"(?:199|20\d)\d"
_NAME_DAY = lazy_pattern(
    rf"(?P<year>{_YEAR})(?P<sign>[-. ]?)(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})(?!\d)"
    rf"|(?P<day_after>\d{{1,2}})(?P<other>[-. ])(?P<month_after>\d{{1,2}})(?P=other)"
    rf"(?P<year_after>{_YEAR})(?!\d)"
)
_NAME_WORD = lazy_pattern(
    rf"\d{{1,2}}(?:er|st|nd|rd|th)?[- ]*[^\W\d]{{3,9}}[- ]*{_YEAR}(?!\d)", re.I
)
_NAME_MONTH = lazy_pattern(rf"(?P<year>{_YEAR})[-. ](?P<month>0[1-9]|1[0-2])(?=[-. ]+[^\W\d])")
_HOUR = lazy_pattern(
    r"(?<![\d:])(\d{1,2})\s*(?:(?:[:.]|h(?:eures?)?)\s*(\d{2})|h(?:eures?)?)(?::\d{2})?(?:\.\d+)?\s*([ap]\.?m\.?)?"
    r"\s*(z\b|[+-]\d{2}:?\d{2}\b)?"
)


_ZONE = lazy_pattern(
    r"\b(?:(?:utc|gmt)\s*(?:([+-])(\d{1,2})(?::?(\d{2}))?)?|(cet|cest))(?![a-z\d+-])"
)
"""A zone as a word, which `2022-03-05 06:00` alone would not mean."""
_HOURS_OF = {"cet": "+01:00", "cest": "+02:00"}
_FILLERS = frozenset({
    "lundi", "lun", "mardi", "mar", "mercredi", "mer", "jeudi", "jeu", "vendredi", "ven",
    "samedi", "sam", "dimanche", "dim", "monday", "mon", "tuesday", "tue", "tues", "wednesday",
    "wed", "thursday", "thu", "thur", "thurs", "friday", "fri", "saturday", "sat", "sunday", "sun",
    "a", "le", "at", "on", "the",
})  # fmt: skip
"""Words of a date that change nothing of what it means."""


def meant_moment(text: str) -> str:
    """Return *text* as it should be written (`2022-03-05 14:30`); nothing where that is unsure.

    Every number and every word of it must be part of the day, the hour or its zone: `du 2 au 4 mars
    2022` is no day, `06:00 heure de Tokyo` no hour of the site's.
    """
    plain = _plain(text)
    match, day = _day(plain)
    if match is None or day is None:
        return ""
    rest = f"{plain[: match.start()]} {plain[match.end() :]}"
    timed = _HOUR.search(rest)
    left = _HOUR.sub(" ", rest, 1)
    zone = _ZONE.search(left) if timed else None
    if zone is not None:
        left = f"{left[: zone.start()]} {left[zone.end() :]}"
    if re.search(r"\d", left) or not _FILLERS.issuperset(re.findall(r"[^\W\d_]+", left)):
        return ""
    if timed is None:
        return day.isoformat()
    meant = f"{day.isoformat()} {_hour(timed)}"
    if zone is not None and not timed[4]:
        meant += _offset(zone)
    try:
        parse_moment(meant)
    except ValueError:
        return ""
    return meant


def is_no_day(text: str) -> bool:
    """Whether *text* names a day that its month does not have: `30 février 2022`, `31/04/2022`."""
    match, day = _day(_plain(text))
    return match is not None and day is None


def leading_day(name: str) -> tuple[str, str]:
    """Return what of the file name *name* is meant as its day, and that day as it should be.

    `20261120-forum` → `20261120`, `2026-11-20`. Two empty texts where the name does not begin with
    a day of the years in which there is a web; an empty day where it has none (`2026-02-30-forum`,
    `2026-11-forum`).
    """
    words = name.replace("_", " ")
    match = _NAME_DAY.match(words)
    if match:
        year, month, day = (
            match[part] or match[f"{part}_after"] for part in ("year", "month", "day")
        )
        try:
            return match[0], dt.date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            has_signs = match["sign"] != ""  # else it may be any number
            return (match[0], "") if has_signs else ("", "")
    match = _NAME_WORD.match(words)
    if match and (day := meant_moment(match[0].replace("-", " "))):
        return match[0], day
    match = _NAME_MONTH.match(words)
    is_season = match and int(match["month"]) == (int(match["year"]) + 1) % 100  # 2011-12
    return (match[0], "") if match and not is_season else ("", "")


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFD", _QUOTES.sub(" ", _DASHES.sub("-", text))).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).strip(" ,;.")


def _day(text: str) -> tuple[re.Match[str] | None, dt.date | None]:
    """Return where a day is written in *text*, and the day; French order where it is ambiguous.

    A place without a day: the month is shorter.
    """
    for pattern, order in (
        (_YEAR_FIRST, (1, 3, 4)),
        (_DAY_FIRST, (4, 3, 1)),
        (_DAY_WORD, (3, 2, 1)),
        (_WORD_DAY, (3, 1, 2)),
    ):
        match = pattern.search(text)
        if match is None:
            continue
        year, month, day = (match[group] for group in order)
        number = _MONTHS.get(month, 0) if month.isalpha() else int(month)
        century = "20" if len(year) == 2 else ""
        try:
            return match, dt.date(int(century + year), number, int(day))
        except ValueError:
            is_month_shorter = 1 <= number <= 12 and 28 < int(day) <= 31
            return (match if is_month_shorter else None), None
    return None, None


def _offset(zone: re.Match[str]) -> str:
    if zone[4]:
        return _HOURS_OF[zone[4]]
    return f"{zone[1]}{int(zone[2]):02d}:{zone[3] or '00'}" if zone[1] else "Z"


def _hour(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), match[2] or "00"
    if match[3]:
        hour = hour % 12 + (12 if match[3][0] == "p" else 0)
    return f"{hour:02d}:{minute}{(match[4] or '').upper()}"
