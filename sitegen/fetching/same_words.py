"""Which words titles, places and texts have in common, however they are written. Pure."""

import re
from functools import lru_cache

from sitegen.border.suggestions import plain as folded
from sitegen.fetching.announcements import Announcement
from sitegen.fetching.cleaning import plain_text

_EMPTY = frozenset((
    "a", "au", "aux", "avec", "ce", "d", "dans", "de", "des", "du", "edition", "en", "et", "l",
    "la", "le", "les", "ou", "par", "pour", "sur", "un", "une", "the", "of", "and", "in", "on",
    "at", "to", "for", "annule", "annulee", "reporte", "reportee", "complet", "gratuit",
    "inscription", "inscriptions", "inscrivez", "vous", "agenda", "evenement", "save", "date",
))  # fmt: skip
"""Words that titles share without meaning the same."""
_WORD = re.compile(r"[^\W_]+")
FEWEST_WORDS = 8
"""A summary of fewer is nobody's."""
_COMPARED = 12


@lru_cache(maxsize=65536)
def title_words(title: str) -> frozenset[str]:
    """Return the words of *title* that mean something, without accents, plurals and years."""
    return frozenset(_stem(word) for word in _WORD.findall(folded(title)) if word not in _EMPTY)


@lru_cache(maxsize=65536)
def place_words(place: str) -> frozenset[str]:
    """Return the words of a place by which it is told from others."""
    words = (word for word in _WORD.findall(folded(place)) if word not in _EMPTY and len(word) > 1)
    return frozenset(
        _stem(word) for word in words if word not in ("france", "rue", "place", "avenue")
    )


def words_of(text: str) -> list[str]:
    """Return all words of *text*, in small letters without accents."""
    return _WORD.findall(folded(text))


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and not word.isdigit() else word


def said_words(announcement: Announcement) -> list[str]:
    """Return all that *announcement* says, in its words."""
    return words_of(f"{announcement.summary} {plain_text(announcement.html)}")


def begins_in(summary: list[str], said: list[str]) -> bool:
    """Whether the first words of *summary* stand in what is *said*, in their order."""
    wanted = summary[:_COMPARED]
    if len(wanted) < FEWEST_WORDS:
        return False
    return f" {' '.join(wanted)} " in f" {' '.join(said)} "
