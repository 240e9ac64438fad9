"""Rules of recurrence as authors write them, held against the grammar of RFC 5545 §3.3.10. Pure.

What dateutil expands is more than the RFC allows (`COUNT=0`, `BYDAY=6MO`, `BYEASTER`), and steps
that lead nowhere never end; phones and computers would get them in calendars. So no rule is
expanded that has not been read here.
"""

import datetime as dt
import re

from sitegen.border.suggestions import nearest
from sitegen.patterns import lazy_pattern
from sitegen.wording.phrases import with_gaps


class RuleError(ValueError):
    """A rule that RFC 5545 §3.3.10 does not allow, with the phrase that says why."""


def _refused(text: str, **values: str) -> RuleError:
    return RuleError(with_gaps(text, **values))


WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
"""Those of an agenda: SECONDLY, MINUTELY and HOURLY are left to machines."""

_RANGES = {
    "BYSECOND": (0, 60),
    "BYMINUTE": (0, 59),
    "BYHOUR": (0, 23),
    "BYMONTH": (1, 12),
}
_SIGNED_RANGES = {"BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
"""The highest number; those below nothing count from the end."""
_CHOOSING = (*_RANGES, "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY")
_PARTS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYSETPOS", "WKST", *_CHOOSING)
_FREQUENCIES_OF = {
    "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY"),
    "BYYEARDAY": ("YEARLY",),
    "BYWEEKNO": ("YEARLY",),
}
_WORDS = {
    "QUOTIDIEN": "DAILY", "JOURNALIER": "DAILY", "JOUR": "DAILY", "DAY": "DAILY",
    "HEBDOMADAIRE": "WEEKLY", "HEBDO": "WEEKLY", "SEMAINE": "WEEKLY", "WEEK": "WEEKLY",
    "MENSUEL": "MONTHLY", "MOIS": "MONTHLY", "MONTH": "MONTHLY",
    "ANNUEL": "YEARLY", "AN": "YEARLY", "ANNÉE": "YEARLY", "YEAR": "YEARLY",
}  # fmt: skip
"""For the mend of an error, never a value."""
_WEEKDAY = lazy_pattern(r"([+-]?)(\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = lazy_pattern(r"(\d{8})(?:T(\d{6})Z?)?")
_ISO_DATE = lazy_pattern(r"(\d{4})-(\d{2})-(\d{2})")


def read_rule(text: str, *, has_hours: bool) -> str:
    """Return the rule *text* as RFC 5545 writes it: in capitals, no blanks, no empty parts.

    What it cannot but mean is taken: a line of a calendar (`RRULE:FREQ=…`), blanks after `;`, `,`
    and `=`, `UNTIL=2027-12-31`. *has_hours*: whether its event begins at an hour. Raises
    `RuleError`.
    """
    plain = re.sub(r"\s+", "", text).upper().removeprefix("RRULE:")
    parts: dict[str, str] = {}
    for written in filter(None, plain.split(";")):
        name, equals, value = written.partition("=")
        _check_name(name, parts)
        if not equals or not value:
            raise _refused("{part} has no value", part=name)
        parts[name] = _ISO_DATE.sub(r"\1\2\3", value) if name == "UNTIL" else value
    _check_frequency(parts)
    for name, value in parts.items():
        _check_value(name, value)
    _check_together(parts, has_hours=has_hours)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _check_name(name: str, parts: dict[str, str]) -> None:
    if name in parts:
        raise _refused("{part} stands twice", part=name)
    if name not in _PARTS:
        near = _nearest(name, _PARTS)
        if near:
            raise _refused(
                "{part} is no part of a rule; did you mean {near}?", part=name, near=near
            )
        raise _refused("{part} is no part of a rule", part=name)


def _check_frequency(parts: dict[str, str]) -> None:
    if "FREQ" not in parts:
        raise _refused("FREQ is missing, for example FREQ=MONTHLY")
    frequency = parts["FREQ"]
    if frequency in FREQUENCIES:
        return
    near = _WORDS.get(frequency) or _nearest(frequency, FREQUENCIES)
    if near:
        text = "FREQ={value} is none; did you mean FREQ={near}?"
        raise _refused(text, value=frequency, near=near)
    raise _refused("FREQ={value} is not DAILY, WEEKLY, MONTHLY or YEARLY", value=frequency)


def _nearest(name: str, known: tuple[str, ...]) -> str:
    return nearest(name.lower(), [part.lower() for part in known]).upper()


def _check_value(name: str, value: str) -> None:
    """Raise `RuleError` where *value* is not of the form that the part *name* has."""
    ones = value.split(",")
    if name in ("COUNT", "INTERVAL"):
        if not _is_number(value) or not 0 < int(value) < 100_000:
            text = "{part}={value} is no whole number from 1 to 99999"
            raise _refused(text, part=name, value=value)
    elif name in _RANGES:
        low, high = _RANGES[name]
        if not all(_is_number(number) and low <= int(number) <= high for number in ones):
            text = "{part}={value}: each number lies from {low} to {high}"
            raise _refused(text, part=name, value=value, low=str(low), high=str(high))
    elif name in _SIGNED_RANGES:
        high = _SIGNED_RANGES[name]
        numbers = [number[1:] if number[:1] in ("+", "-") else number for number in ones]
        if not all(_is_number(number) and 1 <= int(number) <= high for number in numbers):
            text = "{part}={value}: each number lies from 1 to {high}, or from -{low} to -1"
            raise _refused(text, part=name, value=value, low=str(high), high=str(high))
    elif name == "WKST" and value not in WEEKDAYS:
        raise _refused("WKST={value} is no day: MO, TU, WE, TH, FR, SA or SU", value=value)
    elif name == "BYDAY" and not all(_is_weekday(day) for day in ones):
        raise _refused(
            "BYDAY={value}: days are MO, TU, WE, TH, FR, SA, SU; 1TH is the first Thursday,"
            " -1FR the last Friday",
            value=value,
        )
    elif name == "UNTIL":
        _check_until(value)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _is_weekday(text: str) -> bool:
    match = _WEEKDAY.fullmatch(text)
    if match is None or (match[1] and not match[2]):
        return False
    return not match[2] or 1 <= int(match[2]) <= 53


def _check_until(value: str) -> None:
    match = _UNTIL.fullmatch(value)
    try:
        if match is None:
            raise ValueError(value)
        dt.datetime.strptime(f"{match[1]}{match[2] or '000000'}", "%Y%m%d%H%M%S")
    except ValueError:
        raise _refused("UNTIL={value} is no date, such as 20271231", value=value) from None


def _check_together(parts: dict[str, str], *, has_hours: bool) -> None:
    """Raise `RuleError` where one part rules another out."""
    if "COUNT" in parts and "UNTIL" in parts:
        raise _refused("COUNT and UNTIL exclude each other")
    frequency = parts["FREQ"]
    for name, allowed in _FREQUENCIES_OF.items():
        if name in parts and frequency not in allowed:
            raise _refused("{part} does not go with FREQ={value}", part=name, value=frequency)
    timed = [name for name in ("BYHOUR", "BYMINUTE", "BYSECOND") if name in parts]
    if timed and not has_hours:
        raise _refused("{part} tells an hour, and the event has none", part=timed[0])
    if "BYSETPOS" in parts and not any(name in parts for name in _CHOOSING):
        raise _refused("BYSETPOS chooses among what another part gives, such as BYDAY")
    _check_counted_days(parts)


def _check_counted_days(parts: dict[str, str]) -> None:
    """Raise `RuleError` where `1TH` cannot be counted, or can never be."""
    frequency, days = parts["FREQ"], parts.get("BYDAY", "").split(",")
    counted = [int(match[2]) for day in days if (match := _WEEKDAY.fullmatch(day)) and match[2]]
    if not counted:
        return
    written = parts["BYDAY"]
    if frequency not in ("MONTHLY", "YEARLY"):
        text = "BYDAY={value}: only MONTHLY and YEARLY rules count their days"
        raise _refused(text, value=written)
    if "BYWEEKNO" in parts:
        raise _refused("BYDAY={value}: a week (BYWEEKNO) has each day once", value=written)
    if max(counted) > 5 and (frequency == "MONTHLY" or "BYMONTH" in parts):
        raise _refused("BYDAY={value}: no month has more than five of a day", value=written)
