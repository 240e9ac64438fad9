"""The words of releases as they go to the press, in the language of the release."""

import datetime as dt

from sitegen.model import Moment
from sitegen.rendering.words.dates import format_day, format_moment
from sitegen.rendering.words.zones import zone_place
from sitegen.wording.readers import PressWords, reader_words, translated_languages


def press_words(language: str) -> PressWords:
    """Return the words of *language* (BCP 47); English where nobody has translated them."""
    return reader_words(PressWords, language)


def is_release(kind: str) -> bool:
    """Whether *kind* is the beginning of « communiqué de presse » in a language that is known."""
    known = (press_words(language).release.casefold() for language in translated_languages())
    return any(words.startswith(kind.casefold()) for words in known)


def embargo_notice(until: Moment, language: str) -> str:
    """Return « Sous embargo jusqu’au mardi 1er décembre 2026 à 6 h (heure de Paris) »."""
    words = press_words(language)
    told = format_moment(until, language, weekday=True)
    if not until.is_date and until.zone:
        told = words.local_time.format(told, zone_place(until.zone, language)[0])
    return words.embargo.format(told)


def correction_notice(date: dt.date, language: str) -> str:
    """Return « Rectificatif du 5 mars 2022 »."""
    return press_words(language).correction.format(format_day(date, language))
