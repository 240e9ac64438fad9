"""Which zone a site's clocks are in, from hours written twice: its own and in UTC. Pure."""

import datetime as dt
from collections.abc import Collection

from sitegen.importing.values import read_iso
from sitegen.model import zone_info

_CANDIDATES = (
    "Europe/Paris", "UTC", "Europe/London", "Europe/Helsinki",
    "America/Guadeloupe", "America/Cayenne",
    "Indian/Reunion", "Indian/Mayotte", "Pacific/Noumea", "Pacific/Tahiti", "America/Miquelon",
    "America/Montreal", "America/New_York",
)  # fmt: skip
"""Those of French-speaking associations first: of two that agree, the first."""


def find_zone(times: Collection[tuple[str, str]]) -> str:
    """Return the zone in which nearly all *times* agree; empty if none does.

    *times*: the local hour and the same in UTC, as `2019-05-14 09:30:00`. One in ten may be wrong:
    a site that changed its zone keeps the hours of before.
    """
    pairs = [pair for time in times if (pair := (_read(time[0]), _read(time[1])))[0] and pair[1]]
    for name in _CANDIDATES if pairs else ():
        zone = zone_info(name)
        agreeing = sum(
            utc.replace(tzinfo=dt.UTC).astimezone(zone).replace(tzinfo=None) == local
            for local, utc in pairs
            if local and utc
        )
        if agreeing * 10 >= len(pairs) * 9:
            return name
    return ""


def _read(written: str) -> dt.datetime | None:
    try:
        return read_iso(written)
    except ValueError:
        return None
