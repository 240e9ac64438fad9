"""Dates of the front matter that contradict each other, or the calendar on the wall. Pure."""

import datetime as dt
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic
from sitegen.model import EventFields, Moment

OLDEST = 1990
"""A year before which nobody published on the web: most often a slip (1019 for 2019)."""
AHEAD = 5
"""Years from now after which a date is more likely a slip (2062 for 2026) than a plan."""


def check_publication_dates(text: Text) -> Iterator[Diagnostic]:
    """Yield what would never be public, `updated` before `date` or ahead, and unlikely years."""
    document = text.document
    front, date = document.front, document.date
    if front.expires:
        for key, begin in (("embargo", front.embargo), ("date", date)):
            if begin and _is_before(front.expires, begin, text.timezone, or_equal=True):
                values = {"name": key, "begin": _written(begin), "end": _written(front.expires)}
                yield document.diagnostic("never-public", "expires", **values)
                break
    if front.updated:
        values = {"updated": _written(front.updated)}
        if date and _is_before(front.updated, date, text.timezone):
            values["date"] = _written(date)
            yield document.diagnostic("updated-before", "updated", **values)
        elif front.updated.date > text.today and not _is_scheduled(text):
            yield document.diagnostic("updated-ahead", "updated", **values)
    moments = [("date", date), ("updated", front.updated), ("expires", front.expires)]
    for number, event in enumerate(document.events):
        if isinstance(event, EventFields):
            key = "event" if front.event is event else f"events.{number}"
            moments.append((f"{key}.start", event.start))
    for key, moment in moments:
        if moment is not None and not OLDEST <= moment.date.year <= text.today.year + AHEAD:
            values = {"name": key.rpartition(".")[2], "value": _written(moment)}
            yield document.diagnostic("date-unlikely", key, **values)


def _is_scheduled(text: Text) -> bool:
    """Whether the article itself is still to come."""
    moments = (text.document.date, text.document.front.embargo)
    return any(moment is not None and moment.date > text.today for moment in moments)


def _is_before(moment: Moment, other: Moment, timezone: str, *, or_equal: bool = False) -> bool:
    """Whether *moment* lies before *other*; a bare date beside an hour counts by its day."""
    if moment.is_date != other.is_date and not or_equal:
        return moment.date < other.date
    first, second = moment.in_zone(timezone).timestamp, other.in_zone(timezone).timestamp
    return first <= second if or_equal else first < second


def _written(moment: Moment) -> str:
    """Return *moment* as an author writes it."""
    local: dt.datetime = moment.local
    return moment.date.isoformat() if moment.is_date else local.strftime("%Y-%m-%d %H:%M")
