"""Dates and times as authors write them."""

import datetime as dt
import re

from sitegen.model import Moment
from sitegen.patterns import lazy_pattern
from sitegen.wording.phrases import with_gaps

YEARS = range(1000, 9000)
"""Beyond, a zone or a month more would leave what the calendar's arithmetic knows: 1 to 9999."""

_MOMENT = re.compile(
    r"""(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})
        (?:(?:[Tt]|[ \t\u00a0]+)
           (?P<hour>\d{1,2})[:hH](?P<minute>\d{2})?(?::(?P<second>\d{2})(?:\.\d+)?)?
           [ \t]*(?P<offset>[Zz]|[+-]\d{1,2}(?::?\d{2})?)?)?$""",
    re.VERBOSE,
)
_USUAL = re.compile(r"[1-8][0-9]{3}-[0-9]{2}-[0-9]{2}(?: (?:[01][0-9]|2[0-3]):[0-9]{2})?")
"""What `datetime` reads as `_MOMENT` does, twenty times as fast; 24:00 from Python 3.14 alone."""


def parse_moment(text: str) -> Moment:
    """Read ``2022-03-05``, ``2022-03-05 16:41``, ``2022-03-05T16:41:30+01:00`` (RFC 3339).

    Raises `ValueError` with a sentence when *text* is another form, or no day or hour that exists.
    """
    text = text.strip()
    if _USUAL.fullmatch(text):
        try:
            return Moment(dt.datetime.fromisoformat(text), is_date=len(text) == 10)
        except ValueError:  # what is wrong with it is told below
            pass
    match = _MOMENT.match(text)
    if match is None:
        raise ValueError("it has another form")
    year, month, day, hour, minute, second, offset = match.groups()
    if int(year) not in YEARS:
        raise ValueError("the year must lie from 1000 to 8999")
    try:
        midnight = dt.datetime(int(year), int(month), int(day))
    except ValueError:
        raise ValueError("there is no such day") from None
    if hour is None:
        return Moment(midnight, is_date=True)
    try:
        local = midnight.replace(hour=int(hour), minute=int(minute or 0), second=int(second or 0))
    except ValueError:
        raise ValueError("there is no such hour") from None
    return Moment(local, zone=_offset(offset or ""))


_HOUR_ALONE = lazy_pattern(
    r"(\d{1,2})(?::(\d{2})|[ \u00a0\u202f]?[hH][ \u00a0\u202f]?(\d{2})?)", re.ASCII
)
LONGEST_NIGHT = dt.timedelta(hours=12)
"""From a start to an hour alone of the next morning: what is further away is a slip."""


def is_hour_alone(text: str) -> bool:
    """Whether *text* is an hour without its day: `16:00`, `16h`, `16 h 30`."""
    return _hour_alone(text) is not None


def hour_beside(text: str, start: Moment, *, is_end: bool) -> Moment | None:
    """Return what the hour alone *text* means beside *start*: that hour of the same day.

    An end before its start is one of the next morning, where no more than `LONGEST_NIGHT` lies
    between the two. None where *text* is no such hour.
    """
    hour = _hour_alone(text)
    if hour is None:
        return None
    local = dt.datetime.combine(start.date, hour)
    if is_end and not start.is_date and local < start.local:
        next_morning = local + dt.timedelta(days=1)
        if next_morning - start.local <= LONGEST_NIGHT:
            local = next_morning
    return Moment(local, zone=start.zone)


def _hour_alone(text: str) -> dt.time | None:
    match = _HOUR_ALONE.fullmatch(text.strip())
    try:
        return dt.time(int(match[1]), int(match[2] or match[3] or 0)) if match else None
    except ValueError:  # 25:00
        return None


def _offset(text: str) -> str:
    """Return ``+01:00`` for ``+1``, ``+0100`` or ``+01:00``; ``+00:00`` for ``Z``; else nothing."""
    if not text:
        return ""
    if text in "Zz":
        return "+00:00"
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    if int(hours) > 14 or int(minutes) > 59:
        raise ValueError(with_gaps("no zone lies {offset} from UTC", offset=text))
    return f"{text[0]}{int(hours):02d}:{minutes}"
