"""A beginning and an end that were written as one date: for the mend of an error, never a value."""

import datetime as dt
import re
from collections.abc import Iterator

from sitegen.border.meant_dates import meant_moment

_BETWEEN = re.compile(
    r"\s*(?:\bjusqu\W{0,2}(?:au|à)\b|\bau\b|(?<=[\s\dh])à(?=\s)|\bto\b|\buntil\b|[-\u2010-\u2015/]"
    r"|(?P<and>\bet\b|\band\b|&))\s*",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:du|de|des|from|between|entre)\s+(?:le\s+)?(?=\w)", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s*(?:[^\W\d]+\.?\s+)?\d{1,2}(?:er|st|nd|rd|th)?"
    r"(?P<month>\s+[^\W\d]+\.?)?(?P<year>,?\s+\d{4})"
)
_BOUND = re.compile(
    r"\s*(?:jusqu\W{0,2}(?:au|à)|à partir d[ue]|dès|until|till|as of|from)\s+", re.IGNORECASE
)
_LONGEST = 80
"""Letters: what is longer is no date, and each of its signs would be tried."""


def meant_bound(text: str) -> str:
    """Return the moment of *text* that says in words that something begins or ends then.

    `jusqu’au 2 mars 2027 à 6 h` → `2027-03-02 06:00`; nothing where that is unsure.
    """
    return meant_moment(_BOUND.sub("", text, 1)) if _BOUND.match(text) else ""


def meant_span(text: str) -> tuple[str, str]:
    """Return beginning and end of what *text* says to last: `du 2 au 4 mars 2027`, `2 mars 2027,
    14h-17h30`. Two empty texts where it is none, or unsure.
    """
    if len(text) > _LONGEST:
        return "", ""
    plain = _FIRST.sub(" ", text, 1)
    for between in _BETWEEN.finditer(plain):
        left, right = plain[: between.start()], plain[between.end() :]
        for start, end in _read(left, right):
            if start < end and (not between["and"] or _are_neighbours(start, end)):
                return start, end
    return "", ""


def _read(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield what both sides may mean, one borrowing from the other what it does not say."""
    start, end = meant_moment(left), meant_moment(right)
    if start and end:
        yield start, end
    elif end and (behind := _BEHIND.match(right)):
        for borrowed in filter(None, (behind["year"], f"{behind['month'] or ''}{behind['year']}")):
            if start := meant_moment(f"{left} {borrowed}"):
                yield start, end
    elif len(start) > 10 and (end := meant_moment(f"{start[:10]} {right}")):  # hours of one day
        yield start, end


def _are_neighbours(start: str, end: str) -> bool:
    """Whether two days follow each other; others, with « et » between them, are two events."""
    if len(start) != len(end) or len(start) > 10:
        return False
    return dt.date.fromisoformat(end) - dt.date.fromisoformat(start) == dt.timedelta(days=1)
