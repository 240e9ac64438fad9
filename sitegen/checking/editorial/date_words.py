"""Dates as authors write them in a text: patterns from CLDR's names of days and months."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_SPACE = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*|&nbsp;)"
"""White space within a paragraph."""
_ORDINAL = r"(?:er|ᵉʳ|<sup>er</sup>|st|nd|rd|th|\.|º)?"
_YEAR = rf"(?:,?{_SPACE}(?:del?{_SPACE})?(?P<year>\d{{4}})(?!\d))?"


class DateNames(NamedTuple):
    """How a language writes dates."""

    weekdays: dict[str, int]
    """Names with and without accents, in lower case, capitalised, in capitals; Monday is 0."""
    weekday_names: tuple[str, ...]
    months: dict[str, int]
    """Names in the same spellings; January is 1."""
    dated: tuple[re.Pattern[str], ...]
    """A weekday with a day, perhaps a month and a year: groups of these names.

    The weekday may be the end of another word."""
    last_days: tuple[re.Pattern[str], ...]
    """The 29th to the 31st of a month, perhaps with a year."""
    days: tuple[re.Pattern[str], ...]
    """Any day of a month, perhaps with a year."""


@cache
def date_words(language: str) -> DateNames | None:
    """Return the dates of *language* (`fr`, `en-GB`); None when CLDR does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return None
    days, months = locale.days["format"]["wide"], locale.months["format"]["wide"]
    weekdays = {name: number for number in range(7) for name in _spellings(days[number])}
    named = {name: number for number in range(1, 13) for name in _spellings(months[number])}
    weekday, month = _any_of("weekday", weekdays), _any_of("month", named)
    day = r"(?P<day>\d{1,2})(?!\d)" + _ORDINAL
    # What stands before is looked at afterwards: what begins with a letter or digit is found soon.
    late = r"(?P<day>29|30|31)(?<![\d.,/:-]..)(?!\d)" + _ORDINAL
    any_day = r"(?<![\d.,/:-])" + day
    after = rf"{_SPACE}(?:(?:de|of){_SPACE})?{month}\b{_YEAR}"
    comma = rf"(?:,{_SPACE}?|{_SPACE})(?:(?:the|le){_SPACE})?"
    dated = [rf"{weekday}{comma}{day}(?:{after})?"]
    lasts, dates = [late + after], [any_day + after]
    if locale.language == "en":  # Monday, March 3rd, 2027
        dated.insert(0, rf"{weekday}{comma}{month}{_SPACE}{day}{_YEAR}")
        # "In February 30 members joined": only what nothing but a date can be.
        sure = rf"(?:(?:st|nd|rd|th)\b{_YEAR}|,?{_SPACE}(?P<year2>\d{{4}})(?!\d))"
        lasts.append(rf"\b{month}{_SPACE}(?P<day>29|30|31){sure}")
        dates.append(rf"\b{month}{_SPACE}(?P<day>\d{{1,2}}){sure}")
    return DateNames(
        weekdays,
        tuple(days[number] for number in range(7)),
        named,
        *(tuple(map(re.compile, patterns)) for patterns in (dated, lasts, dates)),
    )


def _spellings(name: str) -> set[str]:
    """Return the ways to write *name*. Spelt out, as letters that are alike but for case are not
    always those that `lower` makes of each other (ſ, ı)."""
    lower = name.lower()
    letters = unicodedata.normalize("NFD", lower)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return {
        form
        for spelling in (lower, bare)
        for form in (spelling, spelling.capitalize(), spelling.upper())
    }


def _any_of(group: str, names: dict[str, int]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return rf"(?P<{group}>{'|'.join(map(re.escape, longest_first))})"
