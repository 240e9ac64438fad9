"""What a site made by sitegen says of an event beside OpenAgenda's fields, as keys of it. Pure.

Each key is taken if it is what such a site writes, whatever stands beside it.
"""

from typing import Any

import msgspec

from sitegen.border.moments import parse_moment
from sitegen.rendering.calendars.own_words import OwnWords

_MOST = 200
"""Points of a programme, times, places: of each."""
_TYPES = {field.name: field.type for field in msgspec.structs.fields(OwnWords)}
_DATED = ("start", "end", "previous_start", "registration_deadline")


def read_own_words(value: Any) -> dict[str, Any]:
    """Return the keys that *value*, which was read of JSON, says; those of hours on its clocks."""
    said: dict[str, Any] = {}
    for key, told in value.items() if isinstance(value, dict) else ():
        try:
            read = msgspec.to_builtins(msgspec.convert(told, _TYPES[key]))
        except (KeyError, msgspec.ValidationError):
            continue
        whole = read[:_MOST] if isinstance(read, (list, tuple)) else read
        if _has_sound_dates({key: whole}):
            said[key] = _filled(whole)
    return said


def _has_sound_dates(value: Any) -> bool:
    if isinstance(value, dict):
        return all(
            _is_date(part) if key in _DATED and part else _has_sound_dates(part)
            for key, part in value.items()
        )
    return all(map(_has_sound_dates, value)) if isinstance(value, (list, tuple)) else True


def _is_date(value: Any) -> bool:
    try:
        parse_moment(str(value))
    except ValueError:
        return False
    return True


def _filled(value: Any) -> Any:
    """Return *value* without keys that say nothing; what costs nothing says so."""
    if isinstance(value, dict):
        return {
            key: _filled(part)
            for key, part in value.items()
            if key == "amount" or part not in ("", None, 0, (), [])
        }
    return [_filled(part) for part in value] if isinstance(value, (list, tuple)) else value
