"""Dates in Basque, whose endings follow the sound of the number. Pure.

CLDR leaves the choice open: « 2026(e)ko martxoaren 1(a) ». Euskaltzaindia, rule 37: « 2026ko
martxoaren 1a »; what ends in a consonant takes « e » before the ending, « 2025eko », « 1etik ».
"""

_AFTER_CONSONANT = {1, 5, 10, 15}
"""Of twenty: *bat*, *bost*, *hamar*, *hamabost*; Basque counts by twenties."""


def _ends_in_consonant(number: int) -> bool:
    if number and number % 100 == 0:
        return number % 1000 != 0  # *ehun*; *mila* ends in a vowel
    return number % 20 in _AFTER_CONSONANT


def _ends_in_a(number: int) -> bool:
    return number % 20 == 11  # *hamaika*: the article is in it


def year_of(year: int) -> str:
    """Return « 2026ko », « 2025eko »."""
    return f"{year}{'eko' if _ends_in_consonant(year) else 'ko'}"


def day(number: int) -> str:
    """Return « 1a », and « 11 », which has its article."""
    return f"{number}{'' if _ends_in_a(number) else 'a'}"


def from_day(number: int) -> str:
    """Return « 2tik », « 1etik »."""
    return f"{number}{'etik' if _ends_in_consonant(number) else 'tik'}"


def to_day(number: int) -> str:
    """Return « 3ra », « 5era »."""
    return f"{number}{'era' if _ends_in_consonant(number) else 'ra'}"
