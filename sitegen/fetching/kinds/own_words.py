"""What a site made by sitegen says of an event beside OpenAgenda's fields, as keys of it. Pure.

Each key is taken if it is what such a site writes, whatever stands beside it.
"""

from typing import Any

import msgspec

from sitegen.border.moments import parse_moment
from sitegen.fetching.announcements import written
from sitegen.rendering.calendars.own_words import OwnWords

_MOST = 200
"""Points of a programme, times, places: of each."""
_TYPES = {field.name: field.type for field in msgspec.structs.fields(OwnWords)}
_NEEDED = ("amount", "start")
"""Without these, a price and a time are none."""
_DATED = ("start", "end", "previous_start", "registration_deadline")


def read_own_words(value: Any) -> dict[str, Any]:
    """Return the keys that *value*, which was read of JSON, says; those of hours on its clocks."""
    said: dict[str, Any] = {}
    for key, told in value.items() if isinstance(value, dict) else ():
        try:
            read = msgspec.to_builtins(msgspec.convert(told, _TYPES[key]))
            if read != "":
                said[key] = _settled(key, read)
        except (KeyError, ValueError):  # a ValidationError is one
            continue
    return said


def _settled(key: str, value: Any) -> Any:
    """Return *value* without keys that say nothing, its days and hours in one form.

    Raises `ValueError` for what is no such day. What costs nothing says so.
    """
    if key in _DATED:
        moment = parse_moment(value)
        if not (day := written(moment.date if moment.is_date else moment.local)):
            raise ValueError(value)
        return day
    if isinstance(value, dict):
        return {
            name: _settled(name, part)
            for name, part in value.items()
            if name in _NEEDED or part not in ("", None, 0, (), [])
        }
    if isinstance(value, (list, tuple)):
        return [_settled("", part) for part in value[:_MOST]]
    return value
