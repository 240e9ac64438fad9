"""Components of a calendar as they are written, where nothing of them needs the library.

icalendar takes 50 ms to import, and makes an object of each property with its parameters: three
quarters of what an event costs. What most events have (a name, moments, texts) is written here;
what few have the library writes, and its order is kept. `tests/rendering/test_calendar_lines.py`
holds both against each other.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from sitegen.rendering.words.clean import clean

_NAME_OF_ZONE = re.compile(r"[A-Za-z0-9_/+-]+")


class Component:
    """A component (RFC 5545 §3.6) that is made of one property after the other."""

    def __init__(self, name: str, first: tuple[str, ...] = ()) -> None:
        """*first*: the properties that it begins with; the others follow in order of names."""
        self._name = name.encode()
        self._first = first
        self._properties: dict[str, list[bytes]] = {}
        self._within: list[Component] = []

    def put(self, name: str, value: str | bytes, parameters: bytes = b"") -> None:
        """Add a property that is written already, with *parameters* from their semicolon on."""
        encoded = value.encode() if isinstance(value, str) else value
        line = b"%s%s:%s" % (name.encode(), parameters, encoded)
        self._properties.setdefault(name, []).append(line)

    def put_time(self, name: str, value: dt.date, tzid: str) -> None:
        """Add a date, a time in UTC, or one on the clock of the zone *tzid*, if any."""
        if not isinstance(value, dt.datetime):
            self.put(name, _day(value), b";VALUE=DATE")
        elif not tzid:
            self.put(name, in_utc(value))
        elif _NAME_OF_ZONE.fullmatch(tzid):
            self.put(name, date_time(value), f";TZID={tzid}".encode())
        else:
            self.add(name, value, {"TZID": tzid})

    def add(self, name: str, value: Any, parameters: dict[str, str] | None = None) -> None:
        """Add a property of few events, as the library writes *value*."""
        import icalendar

        librarys = icalendar.Event()
        librarys.add(name, value, parameters=parameters or {})
        self._properties.setdefault(name, []).extend(_written(librarys))

    def add_component(self, component: "Component") -> None:
        """Add another one, which stands in it."""
        self._within.append(component)

    def lines(self) -> bytes:
        """Return its content lines (§3.1).

        The library's own way takes each line apart again to check it, and folds it character by
        character: three quarters of the time of a calendar.
        """
        names = [name for name in self._first if name in self._properties]
        names += sorted(self._properties.keys() - names)
        lines = (fold(line) for name in names for line in self._properties[name])
        within = (component.lines() for component in self._within)
        name = self._name
        return b"".join((b"BEGIN:%s\r\n" % name, *lines, *within, b"END:%s\r\n" % name))


def _written(component: Any) -> Iterator[bytes]:
    """Yield the properties of one of the library's components."""
    for name, value in component.property_items()[1:-1]:  # BEGIN and END
        if getattr(value, "params", None):
            yield bytes(component.content_line(name, value).encode())
        else:
            written = value if isinstance(value, bytes) else value.to_ical()
            encoded = written.encode() if isinstance(written, str) else written
            yield b"%s:%s" % (name.encode(), encoded)


def fold(octets: bytes) -> bytes:
    """Return a content line on lines of at most 75 octets that split no character (§3.1)."""
    if len(octets) <= 75:
        return octets + b"\r\n"
    written = []
    start, room = 0, 75
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # within a character of UTF-8
            end -= 1
        written.append(octets[start:end])
        start, room = end, 74  # the space before what is continued counts
    written.append(octets[start:])
    return b"\r\n ".join(written) + b"\r\n"


def text(value: str) -> bytes:
    r"""Return *value* as TEXT (§3.3.11); the library takes the `\N` of `C:\News` for a break."""
    escaped = clean(value)
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        if sign in escaped:
            escaped = escaped.replace(sign, written)
    return escaped.encode()


def in_utc(instant: dt.datetime) -> str:
    """Return an aware *instant* as a date-time in UTC (§3.3.5)."""
    return f"{date_time(instant.astimezone(dt.UTC))}Z"


def _day(value: dt.date) -> str:
    return f"{value.year:04}{value.month:02}{value.day:02}"


def date_time(value: dt.datetime) -> str:
    """Return *value* as it stands on its clock (§3.3.5)."""
    return f"{_day(value)}T{value.hour:02}{value.minute:02}{value.second:02}"
