"""What the agenda knows of time."""

import re
from functools import cache
from typing import Literal
from zoneinfo import available_timezones as read_timezones

import msgspec

from sitegen.border.suggestions import plain
from sitegen.config.refusing import Refuse
from sitegen.model import zone_info


class CalendarsConfig(msgspec.Struct, frozen=True, kw_only=True):
    months_back: int = 12
    """How many months of what is past the calendars hold."""
    keep_removed: int = 30
    """How many days an event that is gone stays in them as cancelled, where the site keeps a list
    of its addresses (`sitegen published --write`); 0: not at all."""
    outlook: bool = False
    """Whether there is a calendar for Outlook besides, /agenda-outlook.ics: a series whose rule
    Outlook does not read stands there date by date."""


def check_calendars(config: CalendarsConfig, refuse: Refuse) -> None:
    for name in ("months_back", "keep_removed"):
        if not 0 <= getattr(config, name) <= _MOST:
            refuse(f"calendars.{name}", "calendars-out-of-range", key=name, limit=str(_MOST))


_MOST = 1200
"""Months, or days: a hundred years of months are all that there is."""

HolidayPlace = Literal[
    "", "FR", "FR-57", "FR-6AE", "FR-971", "FR-972", "FR-973", "FR-974", "FR-976", "FR-BL", "FR-MF",
    "FR-NC", "FR-PF", "FR-PM", "FR-WF", "BE", "CH", "LU", "MC",
]  # fmt: skip
"""Countries and parts of them (ISO 3166-2) whose public holidays are known; Alsace is FR-6AE."""


@cache
def available_timezones() -> frozenset[str]:
    """Return the names of all zones; asked once, for it walks through the system's folder.

    `localtime` is the zone of the machine that builds, `Factory` that of one which has none.
    """
    return frozenset(read_timezones()) - {"localtime", "Factory"}


def is_zone_name(name: str) -> bool:
    """Whether *name* is that of a zone; the usual ones are known without the system's folder."""
    return name in _USUAL_ZONES or name in available_timezones()


def is_timezone(name: str) -> bool:
    """Whether *name* is a zone, on all machines the same one, or an offset such as `+01:00`."""
    if name[:1] not in ("+", "-"):
        return is_zone_name(name)
    try:
        zone_info(name)
    except ValueError:
        return False
    return True


_ZONES_BY_PLACE = {
    "france": "Europe/Paris",
    "reunion": "Indian/Reunion",
    "la reunion": "Indian/Reunion",
    "mayotte": "Indian/Mayotte",
    "guyane": "America/Cayenne",
    "saint martin": "America/Marigot",
    "saint barthelemy": "America/St_Barthelemy",
    "saint pierre et miquelon": "America/Miquelon",
    "nouvelle caledonie": "Pacific/Noumea",
    "polynesie": "Pacific/Tahiti",
    "polynesie francaise": "Pacific/Tahiti",
    "wallis et futuna": "Pacific/Wallis",
    "belgique": "Europe/Brussels",
    "bruxelles": "Europe/Brussels",
    "suisse": "Europe/Zurich",
    "geneve": "Europe/Zurich",
    "londres": "Europe/London",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
}
_USUAL_ZONES = frozenset(_ZONES_BY_PLACE.values())
"""The package tzdata has them wherever the system does not."""


def meant_timezone(written: str) -> str:
    """Return the zone that *written* names by a place or in other letters: Paris; or "".

    `GMT+1` names none: the zone called `Etc/GMT+1` lies an hour behind UTC, not before it.
    """
    folded = plain(written)
    if re.search(r"\d", folded) and not re.search("[a-z]{4}", folded):
        return ""
    place = folded.rpartition("/")[2].strip()
    known = available_timezones()
    for name in sorted(known):
        whole = plain(name)
        if folded == whole or ("/" in name and place == whole.rpartition("/")[2]):
            return name
    meant = _ZONES_BY_PLACE.get(place, "")
    return meant if meant in known else ""
