"""Times of iCalendar on the clocks of a site (RFC 5545 §3.3.4, §3.3.5). Pure."""

import datetime as dt
from typing import Any, NamedTuple

from sitegen.config import is_timezone
from sitegen.importing.former import Day
from sitegen.model import zone_info


class LocalClock(NamedTuple):
    """The zone whose hours are written; those of an event, where it is not the site's."""

    zone: str

    def local(self, value: dt.date) -> Day:
        """Return *value* as a clock of this zone shows it; a day stays one."""
        if not isinstance(value, dt.datetime):
            return value
        if value.tzinfo is not None:
            value = value.astimezone(zone_info(self.zone)).replace(tzinfo=None)
        return value.replace(second=0, microsecond=0)


def clock_of(start: dt.date, site: str, *, recurs: bool) -> LocalClock:
    """Return the clock of an event that begins at *start*.

    Hours in UTC are the site's, but those of a rule: they move with the seasons.
    """
    zone = getattr(getattr(start, "tzinfo", None), "key", "")
    is_utc = zone in ("UTC", "Etc/UTC")
    if not zone or not is_timezone(zone) or (is_utc and not recurs):
        return LocalClock(site)
    return LocalClock("UTC" if is_utc else zone)


def values_of(component: Any, name: str) -> list[Any]:
    """Return the properties *name* of *component* that could be read, in their order."""
    from icalendar import vBroken

    value = component.get(name)
    values = value if isinstance(value, list) else [value]
    return [value for value in values if value is not None and not isinstance(value, vBroken)]


def time_of(component: Any, name: str) -> Any:
    """Return the day, moment or length that *name* says; None where it says none."""
    return next((getattr(time, "dt", None) for time in values_of(component, name)), None)


def moment_of(component: Any, name: str, clock: LocalClock) -> Day | None:
    """Return the property *name* of *component*; None where it is not there or not to be read."""
    value = time_of(component, name)
    try:
        return clock.local(value) if isinstance(value, dt.date) else None
    except (OverflowError, ValueError):  # an hour before the first day there is, or after the last
        return None


def end_of(component: Any, start: dt.date, clock: LocalClock) -> Day | None:
    """Return when *component* ends: of days, the last one (DTEND is the day after it)."""
    end = time_of(component, "DTEND")
    duration = time_of(component, "DURATION")
    if end is None and isinstance(duration, dt.timedelta):
        end = after(start, duration)
    if not isinstance(end, dt.date) or isinstance(end, dt.datetime) != isinstance(
        start, dt.datetime
    ):
        return None
    if not isinstance(start, dt.datetime):
        end -= dt.timedelta(days=1)
        return end if end > start else None
    local, first = clock.local(end), clock.local(start)
    return local if local > first else None


def after(start: dt.date, duration: dt.timedelta) -> dt.date:
    """Return the end of what begins at *start*: days keep the clock, hours pass (RFC 5545 §3.3.6).

    What is written as 24 hours cannot be told from a day any more.
    """
    end = start + dt.timedelta(days=duration.days)
    if not isinstance(end, dt.datetime) or end.tzinfo is None:
        return start + duration
    hours = dt.timedelta(seconds=duration.seconds)
    return (end.astimezone(dt.UTC) + hours).astimezone(end.tzinfo)
