"""Rules of recurrence, of several ways to write them in that which most programs read right. Pure.

ical.js 2.2.1 (Thunderbird) lets a yearly date that does not exist run over into the next month,
reckons the last day of a month by another month's length, and takes BYMONTHDAY without BYMONTH
for one month; of FREQ=MONTHLY it reads all of that as RFC 5545 (§3.3.10) says it.
"""

import calendar

from sitegen.model import Moment

_ENDS = frozenset(("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"))
_ALL_MONTHS = "1,2,3,4,5,6,7,8,9,10,11,12"
_COMMON_YEAR = 2027


def same_rule(rule: str, start: Moment) -> str:
    """Return what gives the dates of *rule* (RRULE, in capitals) from *start* on in more programs.

    Only of yearly rules that tell days of months: any other comes back as it is.
    """
    parts = dict(part.split("=", 1) for part in rule.split(";")) if rule else {}
    is_of_days = parts.keys() - _ENDS <= {"BYMONTH", "BYMONTHDAY"}
    if parts.get("FREQ") != "YEARLY" or not is_of_days:
        return rule
    days = _numbers(parts.get("BYMONTHDAY", str(start.local.day)))
    every_month = _ALL_MONTHS if "BYMONTHDAY" in parts else str(start.local.month)
    months = _numbers(parts.get("BYMONTH", every_month))
    written = {"BYMONTH": _list(months), "BYMONTHDAY": _list(days)}
    if all(_is_each_year(month, day) for month in months for day in days):
        return _with(parts, **written) if "BYMONTHDAY" in parts else rule
    if months == (2,) and days == (29,):
        return _with(parts, **written)  # yearly as it is, with its INTERVAL
    if parts.get("INTERVAL", "1") != "1":
        return rule
    if len(months) == 12:
        del written["BYMONTH"]
        parts.pop("BYMONTH", None)
    return _with(parts, FREQ="MONTHLY", **written)


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(sorted(map(int, written.split(","))))


def _list(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _is_each_year(month: int, day: int) -> bool:
    return 0 < day <= calendar.monthrange(_COMMON_YEAR, month)[1]


def _with(parts: dict[str, str], **written: str) -> str:
    return ";".join(f"{name}={value}" for name, value in (parts | written).items())
