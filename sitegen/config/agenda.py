"""What the agenda knows of time."""

from functools import cache
from typing import Literal
from zoneinfo import available_timezones as read_timezones

HolidayPlace = Literal[
    "", "FR", "FR-57", "FR-6AE", "FR-971", "FR-972", "FR-973", "FR-974", "FR-976", "FR-BL", "FR-MF",
    "FR-NC", "FR-PF", "FR-PM", "FR-WF", "BE", "CH", "LU", "MC",
]  # fmt: skip
"""Countries and parts of them (ISO 3166-2) whose public holidays are known; Alsace is FR-6AE."""


@cache
def available_timezones() -> frozenset[str]:
    """Return the names of all zones; asked once, for it walks through the system's folder."""
    return frozenset(read_timezones())
