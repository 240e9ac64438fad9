"""Text and dates as machines read them: what XML, JSON and iCalendar can all carry. Pure."""

import datetime as dt

from sitegen.border.machine_text import clean
from sitegen.model import Moment, whole_minutes

__all__ = ["clean", "instant", "rfc822", "rfc3339"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def instant(moment: Moment) -> dt.datetime:
    """Return an aware date-time whose offset has whole minutes: RFC 3339 and RFC 822 ask for it.

    A bare date is the start of that day in its zone.
    """
    return whole_minutes(moment.instant)


def rfc3339(aware: dt.datetime) -> str:
    """Return ``2022-03-05T16:41:00+01:00``."""
    return aware.isoformat(timespec="seconds")


def rfc822(aware: dt.datetime) -> str:
    """Return ``Sat, 05 Mar 2022 16:41:00 +0100``, as RSS wants it.

    `email.utils` says the same, and imports sockets and character sets: a hundredth of a small
    build.
    """
    day, month = _DAYS[aware.weekday()], _MONTHS[aware.month - 1]
    return f"{day}, {aware.day:02} {month} {aware.year:04} {aware:%H:%M:%S %z}"
