"""The texts of an event as OpenAgenda bounds them, and what it has no field for. Pure.

Lengths and what is required are those of developers.openagenda.com (*Event structure*, *Location
structure*).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from sitegen.model import Event, Occurrence
from sitegen.model.languages import language_of
from sitegen.rendering.words.clean import clean
from sitegen.rendering.words.dates import format_period
from sitegen.rendering.words.status import words_of
from sitegen.rendering.words.taking_part import facts_of, format_price, programme_of

_TITLE, _CONDITIONS, _LONG = 140, 255, 10_000
DESCRIPTION, CREDITS, PLACE, ADDRESS = 200, 255, 100, 255
_SIGN = re.compile(r"([\\`*_\[\]<>#|~])")
"""Signs that Markdown would take for its own."""
_LEADING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


def texts_of(event: Event, dates: Iterable[Occurrence], language: str) -> dict[str, str]:
    """Return the texts of *event* that stand there by language; without those that say nothing.

    *dates*: those that the agenda holds of it.
    `description` is one that must be there: it is the name of an event that has no summary.
    """
    summary = event.summary or event.name
    texts = {
        "title": within(event.name, _TITLE),
        "description": within(summary, DESCRIPTION),
        "longDescription": _long(event, dates, language),
        "conditions": within(_conditions(event, language), _CONDITIONS),
        "accessibilityNote": event.accessibility_note,
    }
    return {name: text for name, text in texts.items() if text}


def within(text: str, most: int) -> str:
    """Return *text* in at most that many signs: cut behind a word, with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    head, blank, _ = cut.rpartition(" ")
    return f"{(head if blank else cut).rstrip(' ,;:.–')}…"


def _conditions(event: Event, language: str) -> str:
    prices = (format_price(price, language) for price in event.price)
    return "\u202f; ".join(filter(None, (event.conditions, *prices)))


def _long(event: Event, dates: Iterable[Occurrence], language: str) -> str:
    """Return in Markdown what has no field there: for whom, until when, where else, what when, and
    what single times are called.

    After the whole summary, where the description is too short for it.
    """
    words = words_of(language)
    parts = [_escaped(event.summary)] if len(event.summary) > DESCRIPTION else []
    named = [(date.event.name_beside(event.name), date) for date in dates]
    parts += [
        _escaped(words.line(name, format_period(date, language))) for name, date in named if name
    ]
    facts = facts_of(event, language, with_terms=False)
    parts += [_escaped(words.line(*fact)) for fact in facts]
    heading, points = programme_of(event, language)
    if points:
        listed = "\n".join(f"- {_escaped(point)}" for point in points)
        parts.append(f"**{_escaped(words.line(heading, '').rstrip())}**\n\n{listed}")
    return within("\n\n".join(parts), _LONG)


def _escaped(text: str) -> str:
    text = _SIGN.sub(r"\\\1", clean(text))
    return _LEADING.sub(r"\1\\\2", text)


def country_code(country: str, language: str) -> str:
    """Return the code (ISO 3166-1) of a country that is written as one, or by its name in
    *language*, French or English; nothing for another text."""
    known = _countries(language)
    return known.get(country.strip().casefold(), "")


@lru_cache(maxsize=8)
def _countries(language: str) -> dict[str, str]:
    from babel import Locale

    locales = (Locale("en"), Locale("fr"), language_of(language).number_locale)
    codes = {
        name.casefold(): code
        for locale in locales
        for code, name in locale.territories.items()
        if len(code) == 2
    }
    return codes | {code.casefold(): code for code in set(codes.values())}
