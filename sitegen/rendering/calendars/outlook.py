"""Events as Outlook takes them ([MS-OXCICAL], iCalendar to Appointment Object Conversion). Pure.

A series whose rule fits none of its templates (§2.1.3.2.2) is one that Outlook does not show: here
each of its dates stands by itself. What it reads of the calendar of all programs is written alike.
"""

import calendar
from collections.abc import Iterator, Sequence

from sitegen.model import Event, Moment, Occurrence
from sitegen.rendering.calendars.event import (
    Settings,
    alone,
    event_component,
    event_components,
)
from sitegen.rendering.calendars.lines import Component
from sitegen.rendering.calendars.recurrence import series_of
from sitegen.site.agenda.recurrence import added_dates
from sitegen.site.uids import event_uid

_COMMON = frozenset(("FREQ", "INTERVAL", "UNTIL", "COUNT", "WKST"))
_DAYS = frozenset(("SU", "MO", "TU", "WE", "TH", "FR", "SA"))
_MOST = 999
"""The greatest COUNT and INTERVAL."""
_POSITIONS = frozenset(("1", "2", "3", "4", "-1"))
_SURE = 28
"""The last day that each month has: of a month without the 31st Outlook takes the last one, where
RFC 5545 (§3.3.10) leaves that month out."""


def outlook_lines(event: Event, dates: Sequence[Occurrence], settings: Settings) -> bytes:
    """Return the VEVENTs of *event*; *dates*: those that the agenda shows of it, in order."""
    components = list(_components(event, dates, settings))
    for component in components:
        if event.is_all_day:
            component.put("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE")
    return b"".join(component.lines() for component in components)


def outlook_rule(rule: str, start: Moment) -> str | None:
    """Return *rule* (RRULE, in capitals) as a template of Outlook's has it; None: none does."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    if any(int(parts.get(name, "1")) > _MOST for name in ("COUNT", "INTERVAL")):
        return None
    other = parts.keys() - _COMMON
    kind = parts["FREQ"]
    if kind == "DAILY":
        return rule if not other else None
    if kind == "WEEKLY":
        is_plain = other <= {"BYDAY"} and {*parts.get("BYDAY", "MO").split(",")} <= _DAYS
        return rule if is_plain else None
    if kind not in ("MONTHLY", "YEARLY"):
        return None
    if kind == "YEARLY":
        other -= {"BYMONTH"}
        if not parts.get("BYMONTH", "1").isdigit():
            return None
    if other <= {"BYMONTHDAY"}:
        return rule if _has_each_month(parts, start) else None
    if kind == "YEARLY" and "BYMONTH" not in parts:
        return None
    return _on_a_weekday(parts) if other <= {"BYDAY", "BYSETPOS"} else None


def _has_each_month(parts: dict[str, str], start: Moment) -> bool:
    """Whether the day of the month that a rule names is one, and there wherever it is asked for."""
    day = parts.get("BYMONTHDAY", str(start.local.day))
    if day == "-1":
        return True
    if not day.isdigit():
        return False
    if parts["FREQ"] == "MONTHLY":
        return int(day) <= _SURE
    month = int(parts.get("BYMONTH", start.local.month))
    return int(day) <= calendar.monthrange(2027, month)[1]  # no leap year


def _on_a_weekday(parts: dict[str, str]) -> str | None:
    """Return a rule of `2TU`, `TU` with BYSETPOS=2, or the last weekday, with BYSETPOS."""
    days, position = parts.get("BYDAY", "").split(","), parts.get("BYSETPOS", "")
    if not position and len(days) == 1:
        days, position = [days[0][-2:]], days[0][:-2].lstrip("+")
    if not {*days} <= _DAYS or position not in _POSITIONS:
        return None
    if len(days) > 1 and {*days} not in (_DAYS, _DAYS - {"SA", "SU"}, {"SA", "SU"}):
        return None
    written = parts | {"BYDAY": ",".join(days), "BYSETPOS": position}
    return ";".join(f"{name}={value}" for name, value in written.items())


def _components(
    event: Event, dates: Sequence[Occurrence], settings: Settings
) -> Iterator[Component]:
    series = series_of(event)
    rule = series.rule if series else ""
    written = outlook_rule(rule, event.start) if rule else rule
    if written is not None:
        given = series._replace(rule=written) if series else None
        yield from event_components(event, settings, given)
        return
    added = added_dates(event)
    starts = [date.rule_start for _suffix, date in added]
    for date in dates:
        if date.rule_start is not None and date.rule_start not in starts:
            suffix = f"+{date.rule_start.local:%Y%m%dT%H%M}"
            uid = event_uid(event, settings.host, suffix)
            yield event_component(alone(date), uid, settings, event.suffix)
    for suffix, date in added:
        uid = event_uid(event, settings.host, suffix)
        yield event_component(alone(date), uid, settings, suffix)
