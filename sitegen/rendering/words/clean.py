"""Text and dates as machines read them: what XML, JSON and iCalendar can all carry. Pure."""

import datetime as dt

from sitegen.border.machine_text import clean, clean_bytes
from sitegen.model import Moment, whole_minutes

__all__ = ["clean", "clean_bytes", "instant", "rfc3339"]


def instant(moment: Moment) -> dt.datetime:
    """Return an aware date-time whose offset has whole minutes: RFC 3339 and RFC 822 ask for it.

    A bare date is the start of that day in its zone.
    """
    return whole_minutes(moment.instant)


def rfc3339(aware: dt.datetime) -> str:
    """Return ``2022-03-05T16:41:00+01:00``."""
    return aware.isoformat(timespec="seconds")
