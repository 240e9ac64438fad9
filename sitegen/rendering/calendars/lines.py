"""Properties of a calendar as they are written, where nothing of them needs the library.

icalendar makes an object of each property, with its parameters: three quarters of what an event
costs. What most events have (a name, moments, texts) is written here; what few have, and the order
of all, is the library's. `tests/rendering/test_calendar_lines.py` holds both against each other.
"""

import datetime as dt
import re
from typing import Any, NamedTuple

from sitegen.rendering.words.clean import clean

_NAME_OF_ZONE = re.compile(r"[A-Za-z0-9_/+-]+")


class WrittenProperty(NamedTuple):
    """A property's parameters, from their semicolon on, and its value (RFC 5545 §3.1)."""

    parameters: bytes
    value: bytes


def put(component: Any, name: str, value: str | bytes, parameters: bytes = b"") -> None:
    """Give *component* a property that it does not have yet, written already."""
    component[name] = WrittenProperty(
        parameters, value.encode() if isinstance(value, str) else value
    )


def text(value: str) -> bytes:
    r"""Return *value* as TEXT (§3.3.11); the library takes the `\N` of `C:\News` for a break."""
    escaped = clean(value)
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        if sign in escaped:
            escaped = escaped.replace(sign, written)
    return escaped.encode()


def put_time(component: Any, name: str, value: dt.date, tzid: str) -> None:
    """Give *component* a date, a time in UTC, or one on the clock of the zone *tzid*, if any."""
    if not isinstance(value, dt.datetime):
        put(component, name, _day(value), b";VALUE=DATE")
    elif not tzid:
        put(component, name, in_utc(value))
    elif _NAME_OF_ZONE.fullmatch(tzid):
        put(component, name, _date_time(value), f";TZID={tzid}".encode())
    else:
        component.add(name, value, parameters={"TZID": tzid})


def in_utc(instant: dt.datetime) -> str:
    """Return an aware *instant* as a date-time in UTC (§3.3.5)."""
    return f"{_date_time(instant.astimezone(dt.UTC))}Z"


def _day(value: dt.date) -> str:
    return f"{value.year:04}{value.month:02}{value.day:02}"


def _date_time(value: dt.datetime) -> str:
    return f"{_day(value)}T{value.hour:02}{value.minute:02}{value.second:02}"
