"""How the list of published addresses writes words and days. Pure."""

import datetime as dt
from collections.abc import Iterable
from urllib.parse import quote

from sitegen.patterns import lazy_pattern

GONE = "gone:"
"""Before the day on which something was found to be no more."""
_LAST = dt.date(9000, 1, 1)
"""Days can be counted on from it."""
_BLANK = lazy_pattern(r"[%\s\x00-\x1f\x7f-\x9f]")


def encoded(word: str) -> str:
    """Return *word* without blanks, and otherwise as people read it."""
    return _BLANK.sub(lambda sign: quote(sign[0]), word) or "-"


def read_day(text: str) -> dt.date:
    """Return the day that *text* (`20261201`) is. Raises `ValueError`."""
    return dt.datetime.strptime(text, "%Y%m%d").date()


def read_gone(words: Iterable[str]) -> dt.date | None:
    """Return since when what *words* (`gone:20261201`) tell of is no more; None: it is there.

    Raises `ValueError`.
    """
    days = [read_day(word.removeprefix(GONE)) for word in words if word.startswith(GONE)]
    if days and days[0] > _LAST:
        raise ValueError(f"nothing can be told for some days after {days[0]}")
    return days[0] if days else None
