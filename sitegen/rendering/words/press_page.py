"""What is said of the press where no theme says it: in its feed and on the cards of contacts."""

from typing import NamedTuple

from sitegen.model.languages import language_of
from sitegen.model.press_room import Coverage
from sitegen.rendering.words.dates import format_day


class PressWords(NamedTuple):
    """Texts, most with one place to fill."""

    review: str
    about: str
    release: str
    page: str
    kinds: dict[str, str]
    subjects: str
    region: str
    hours: str
    languages: str


_FRENCH = PressWords(
    "Revue de presse",
    "Ce que la presse dit de nous.",
    "À propos de\u00a0: {}",
    "page\u00a0{}",
    {"online": "en ligne", "print": "presse écrite", "radio": "radio", "television": "télévision"},
    "Sujets\u00a0: {}",
    "Région\u00a0: {}",
    "Joignable\u00a0: {}",
    "Langues\u00a0: {}",
)
_ENGLISH = PressWords(
    "Press review",
    "What the press says of us.",
    "About: {}",
    "page {}",
    {"online": "online", "print": "print", "radio": "radio", "television": "television"},
    "Subjects: {}",
    "Region: {}",
    "Reached: {}",
    "Languages: {}",
)


def press_words(language: str) -> PressWords:
    """Return the words in *language* (BCP 47); English where they are not known."""
    return _FRENCH if language_of(language).is_french else _ENGLISH


def mention_facts(one: Coverage, language: str) -> str:
    """Return where and when a mention appeared: « La Gazette, 3 mars 2026, en ligne »."""
    words = press_words(language)
    parts = [one.medium, format_day(one.date.date, language), words.kinds[one.kind]]
    if one.page:
        parts.append(words.page.format(one.page))
    return ", ".join(filter(None, (*parts, one.length)))
