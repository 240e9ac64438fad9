"""VTIMEZONE: when the clocks of a zone change (RFC 5545 §3.6.5), told from tzdata. Pure.

The library's own `Timezone.from_tzid` is no help: it writes each onset on the new clock where the
RFC wants the old one (`TZOFFSETFROM`), so that summer begins an hour late, and dates only.
"""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from sitegen.model import zone_info
from sitegen.rendering.calendars.lines import Component, date_time, text

HORIZON = 2050
"""The year up to which clock changes without a yearly rule (Ramadan, in Morocco) are listed."""

_STEP = dt.timedelta(days=7)
_SECOND = dt.timedelta(seconds=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Shift(NamedTuple):
    """What a change of the clocks does, each year alike."""

    before: dt.timedelta
    after: dt.timedelta
    name: str
    is_daylight: bool


class OffsetChange(NamedTuple):
    shift: Shift
    onset: dt.datetime
    """On the clock before the change."""


@lru_cache(maxsize=256)
def timezone_lines(tzid: str, first_year: int, last_year: int) -> bytes:
    """Return the VTIMEZONE of *tzid* (an IANA name, or `UTC+09:30`), right for these years.

    Where the changes follow a yearly rule, it holds for all years to come.
    """
    zone = zone_info(tzid[3:] if tzid.startswith(("UTC+", "UTC-")) else tzid)
    component = Component("VTIMEZONE", ("TZID",))
    component.put("TZID", text(tzid))
    begin = max(first_year - 1, 2)
    end = min(max(last_year + 10, HORIZON), 9990)
    changes = sorted(_changes(zone, begin, end))
    if not any(change.onset.year < first_year for change in changes):
        onset = dt.datetime(begin, 1, 1)
        component.add_component(_observance(_state(zone, begin), [onset], ""))
    for shift, group in groupby(changes, key=lambda change: change.shift):
        onsets = [change.onset for change in group]
        rule, length = _yearly_rule(onsets) if onsets[-1].year == end else ("", 0)
        single, regular = onsets[: len(onsets) - length], onsets[len(onsets) - length :]
        if single:
            component.add_component(_observance(shift, single, ""))
        if regular:
            component.add_component(_observance(shift, regular, rule))
    return component.lines()


def _observance(shift: Shift, onsets: list[dt.datetime], rule: str) -> Component:
    """Return the component for a shift at *onsets*; with a *rule*, at the first and ever after."""
    component = Component("DAYLIGHT" if shift.is_daylight else "STANDARD")
    component.put("DTSTART", date_time(onsets[0]))
    component.put("TZOFFSETFROM", _offset(shift.before))
    component.put("TZOFFSETTO", _offset(shift.after))
    component.put("TZNAME", text(shift.name))
    if rule:
        component.put("RRULE", rule)
    elif onsets[1:]:
        component.put("RDATE", ",".join(map(date_time, onsets[1:])))
    return component


def _offset(offset: dt.timedelta) -> str:
    """Return `+0200`, with seconds where there are some (§3.3.14)."""
    seconds = abs(int(offset.total_seconds()))
    written = f"{seconds // 3600:02}{seconds // 60 % 60:02}"
    rest = f"{seconds % 60:02}" if seconds % 60 else ""
    return f"{'-' if offset < dt.timedelta() else '+'}{written}{rest}"


def _changes(zone: dt.tzinfo, first_year: int, last_year: int) -> Iterator[OffsetChange]:
    """Iterate over the changes of offset, from 1 January to 31 December (UTC) of these years."""
    for year in range(first_year, last_year + 1):
        yield from _changes_of_year(zone, year)


@lru_cache(maxsize=4096)  # calendars of other years have most of these in common
def _changes_of_year(zone: dt.tzinfo, year: int) -> tuple[OffsetChange, ...]:
    moment = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    end = dt.datetime(year + 1, 1, 1, tzinfo=dt.UTC)
    offset = moment.astimezone(zone).utcoffset()
    changes = []
    while moment < end:
        later = min(moment + _STEP, end)
        later_offset = later.astimezone(zone).utcoffset()
        if offset != later_offset:
            changes.append(_change_between(zone, moment, later))
        moment, offset = later, later_offset
    return tuple(changes)


@lru_cache(maxsize=64)
def clock_changes(zone: dt.tzinfo, first_year: int, last_year: int) -> tuple[dt.datetime, ...]:
    """Return when the clocks of *zone* change in these years, on the clock before each change."""
    return tuple(change.onset for change in _changes(zone, first_year, last_year))


def _change_between(zone: dt.tzinfo, early: dt.datetime, late: dt.datetime) -> OffsetChange:
    """Return the change between two instants that have different offsets, to the second."""
    offset = early.astimezone(zone).utcoffset()
    while late - early > _SECOND:
        middle = early + (late - early) // 2 // _SECOND * _SECOND
        if middle.astimezone(zone).utcoffset() == offset:
            early = middle
        else:
            late = middle
    old, new = early.astimezone(zone), late.astimezone(zone)
    before, after = old.utcoffset() or dt.timedelta(), new.utcoffset() or dt.timedelta()
    # Ireland's data call winter the exception: what readers expect is that summer is daylight time.
    is_daylight = after > before and bool(old.dst() or new.dst())
    onset = late.replace(tzinfo=None) + before
    return OffsetChange(Shift(before, after, new.tzname() or "", is_daylight), onset)


def _state(zone: dt.tzinfo, year: int) -> Shift:
    """Return what holds as *year* begins, as if it always had."""
    local = dt.datetime(year, 1, 1, tzinfo=dt.UTC).astimezone(zone)
    offset = local.utcoffset() or dt.timedelta()
    return Shift(
        offset, offset, local.tzname() or "", (local.dst() or dt.timedelta()) > dt.timedelta()
    )


def _yearly_rule(onsets: list[dt.datetime]) -> tuple[str, int]:
    """Return the rule that the last *onsets* follow to the end, and how many do; none: "", 0."""
    common: set[str] = _yearly_rules(onsets[-1])
    length = 1
    for earlier, later in zip(onsets[-2::-1], onsets[:0:-1], strict=True):
        still = common & _yearly_rules(earlier)
        if later.year != earlier.year + 1 or earlier.time() != later.time() or not still:
            break
        common = still
        length += 1
    return (min(common), length) if length >= 3 and common else ("", 0)


def _yearly_rules(onset: dt.datetime) -> set[str]:
    """Return the rules of the form "the second Sunday in March" or "the last" that name a day."""
    days = {(onset.day - 1) // 7 + 1} - {5}
    if (onset + dt.timedelta(days=7)).month != onset.month:
        days.add(-1)
    weekday = _WEEKDAYS[onset.weekday()]
    return {f"FREQ=YEARLY;BYDAY={day}{weekday};BYMONTH={onset.month}" for day in days}
