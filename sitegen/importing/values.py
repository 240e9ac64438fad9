"""Values as other programs write them: days, lists in one text, words with markup. Pure."""

import datetime as dt
import html
import re
from typing import Any

from dateutil import parser

from sitegen.border.meant_dates import meant_moment
from sitegen.border.text import clean
from sitegen.importing.former import Day
from sitegen.model import zone_info
from sitegen.patterns import lazy_pattern

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--(?:[^<]|<(?!!--))*?-->")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|code|em|i|mark|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
_MARKS = re.compile(r"(\*\*|__|`)(?=\S)(.{1,300}?)(?<=\S)\1")
"""Within bounds: for each mark that is never closed, all that follows would be looked at."""
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"
)
ZONES = {
    name: hours * 3600
    for name, hours in {
        "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
        "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3,
    }.items()
}  # fmt: skip
"""Seconds of zones that letters tell: of American mail (RFC 5322 §4.3) and of Europe."""
_NUMBERED = re.compile(r"\d[-/.]\d")
"""A day of numbers alone, which is another one elsewhere."""
_SPACE = re.compile(r"\s+")


def plain(text: Any) -> str:
    """Return *text* without HTML and Markdown, on one line; entities are what they stand for."""
    if text is None:
        return ""
    bare = html.unescape(_TAG.sub(" ", _INLINE.sub("", clean(str(text)))))
    bare = _LINK.sub(r"\1", bare)
    bare = _MARKS.sub(r"\2", bare)
    bare = _EMPHASIS.sub(lambda match: match[1] or match[2], bare)
    return _SPACE.sub(" ", bare).strip()


def words(value: Any, separator: str = ",") -> tuple[str, ...]:
    """Return a list, or one text of several parts, as its parts; empty ones are left out."""
    if value is None or value is False:
        return ()
    if isinstance(value, str):
        value = value.split(separator)
    elif not isinstance(value, (list, tuple)):
        value = [value]
    return tuple(dict.fromkeys(word for word in map(plain, value) if word))


def says_no(value: Any) -> bool:
    """Whether *value* switches off, or was not written: `false`, `no`, also as a text."""
    return value is None or str(value).strip().lower() in ("", "false", "no", "off", "0")


def read_day(value: Any, timezone: str) -> Day | None:
    """Return *value* as a day, or as a moment on the clocks of *timezone*; None if it is neither.

    Only years first (ISO 8601 and its relatives) or months as words, English or French:
    `05/03/2022` is two days.
    """
    if isinstance(value, str):
        value = _parse(value.strip())
    if isinstance(value, dt.datetime):
        if value.tzinfo is not None:
            try:
                value = value.astimezone(zone_info(timezone)).replace(tzinfo=None)
            except OverflowError:  # an hour before the first day, or after the last
                return None
            except ValueError:  # `-24:00`, which no clock has: the hour as it was written
                value = value.replace(tzinfo=None)
        minute: dt.datetime = value.replace(second=0, microsecond=0)
        return minute
    return value if isinstance(value, dt.date) else None


_END_OF_DAY = lazy_pattern(r"[0-9W-]{7,10}[^0-9W-]24")


def read_iso(text: str) -> dt.datetime:
    """Return a moment that is written as ISO 8601 has it; raises `ValueError` where it is not.

    24:00 is no hour here: Python reads it from 3.14 on, and an import says the same on each.
    """
    if _END_OF_DAY.match(text):
        raise ValueError("there is no such hour")
    return dt.datetime.fromisoformat(text)


def _parse(text: str) -> Day | None:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return None
    is_clear = re.match(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{8}T?", text) or re.search(
        r"[A-Za-z]{3}", text
    )
    if not is_clear:
        return None
    try:
        start = dt.datetime(1, 1, 1)
        moment = parser.parse(text, default=start, yearfirst=True, tzinfos=_offset)
    except (ValueError, OverflowError):
        return _parse_words(text)
    if moment.year == 1:
        return None
    has_hour = bool(re.search(r"\d[:hT]\d", text)) or "T" in text
    day: dt.date = moment.date()
    return moment if has_hour and isinstance(moment, dt.datetime) else day


def _offset(name: str | None, offset: int | None) -> dt.tzinfo | None:
    """Return the zone of a moment; None, and its hour counts as written, of one nobody can tell.

    *name*: its letters, if any; *offset*: seconds, where they or its digits tell them.
    """
    seconds = ZONES.get(name or "") if offset is None else offset
    if seconds is None or abs(seconds) >= 86_400:
        return None
    return dt.timezone(dt.timedelta(seconds=seconds))


def _parse_words(text: str) -> Day | None:
    """Return a day whose month is a word, also a French one: `lun. 2 mars 2026 à 9 h 30`."""
    meant = "" if _NUMBERED.search(text) else meant_moment(text)
    if not meant:
        return None
    is_day = len(meant) == len("2026-03-02")
    return dt.date.fromisoformat(meant) if is_day else dt.datetime.fromisoformat(meant)


def day_of(value: Day) -> dt.date:
    """Return the day of *value*."""
    return value.date() if isinstance(value, dt.datetime) else value


def sooner(first: Day, other: Day) -> bool:
    """Whether *first* is before *other*; a day begins at its first minute."""
    return _moment(first) < _moment(other)


def _moment(value: Day) -> dt.datetime:
    is_moment = isinstance(value, dt.datetime)
    return value if is_moment else dt.datetime.combine(value, dt.time())  # type: ignore[return-value]
