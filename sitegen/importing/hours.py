"""Hours of an event out of free text beside its day: `18 h 30`, `de 14 h à 17 h`. Pure."""

import datetime as dt
import re
from typing import NamedTuple

from sitegen.importing.former import Day

_HOUR = re.compile(
    r"(?<![\w.,/:-])(\d{1,2})\s?(?:heures?|h)(?:\s?([0-5]\d))?(?:\s?min)?(?![\w:])"
    r"|(?<![\w.,/:-])(\d{1,2}):([0-5]\d)(?![\d:])",
    re.IGNORECASE,
)
_DASH = re.compile(
    r"(?<=[\dh])\s*[-–—]\s*(?=\d)|(?<=h)\s*/\s*(?=\d)|(?<=h\d\d)\s*/\s*(?=\d)", re.IGNORECASE
)
_HALF_SAID = re.compile(r"(?<![\w.,/:-])(\d{1,2}) - (\d{1,2}\s?h)", re.IGNORECASE)
"""`9-12h`"""
_BETWEEN = re.compile(r"\s*(?:-|–|—|/|à|a|jusqu['’]à)\s*", re.IGNORECASE)
_END_ALONE = re.compile(r"jusqu['’]à\s*$|avant\s*$", re.IGNORECASE)
_PLAIN = re.compile(
    r"[\s.:,;()–—/-]|\b(?:de|à|a|dès|des|le|horaires?|heures?|rendez-vous|rdv|début|précises?|partir)\b",
    re.IGNORECASE,
)
_EARLY = dt.time(6)
_DURATION = re.compile(
    r"(?:PT)?(?:(?P<hours>\d{1,2})\s?(?:heures?|h)\s?)?(?:(?P<minutes>\d{1,3})\s?(?:min\w*|m)?)?"
    r"|(?P<clock>\d{1,2}):(?P<rest>[0-5]\d)(?::[0-5]\d)?",
    re.IGNORECASE,
)


class Hours(NamedTuple):
    """What a text says of when an event begins, on the clocks of its place."""

    start: dt.time
    end: dt.time | None
    is_all: bool
    """Whether it says nothing else, so that nothing is lost without it."""

    def between(self, first: dt.date, last: Day | None) -> tuple[Day, Day | None]:
        """Return when an event from *first* to *last* begins and ends.

        Of one that lasts several days nobody knows whether they are the hours of each day: the
        days stay days.
        """
        if last is not None and type(last) is dt.date and last != first:
            return first, last
        end = last if isinstance(last, dt.datetime) else None
        if self.end is not None and end is None:
            end = dt.datetime.combine(first, self.end)
        return dt.datetime.combine(first, self.start), end


def read_hours(text: str) -> Hours | None:
    """Return the hours that *text* tells without doubt, or None.

    One hour is the beginning, two with a dash or « à » between them are beginning and end; of more
    (`10 h et 15 h`) nobody knows which one is meant.
    """
    text = _HALF_SAID.sub(r"\1 h - \2", _DASH.sub(" - ", text))
    hours = list(_HOUR.finditer(text))
    times = [_time(hour) for hour in hours]
    if None in times or not 1 <= len(times) <= 2:
        return None
    start, *rest = (time for time in times if time is not None)
    if _END_ALONE.search(text, 0, hours[0].start()):
        return None
    if rest and not _BETWEEN.fullmatch(text, hours[0].end(), hours[1].start()):
        return None
    end = rest[0] if rest else None
    if end is not None and end <= start:
        return None
    is_all = not _PLAIN.sub("", _HOUR.sub("", text))
    is_span = not is_all and start < _EARLY  # « 2 heures de marche »
    return None if is_span else Hours(start, end, is_all)


def _time(hour: re.Match[str]) -> dt.time | None:
    hours, minutes = int(hour[1] or hour[3]), int(hour[2] or hour[4] or 0)
    return dt.time(hours, minutes) if hours < 24 else None


def read_duration(text: str) -> dt.timedelta | None:
    """Return how long something takes: `1 h 30`, `90 min`, `2:00:00`, `PT2H` (RFC 5545 §3.3.6);
    None where hours or minutes are not told.
    """
    match = _DURATION.fullmatch(text.strip())
    if match is None or text.strip().isdecimal():
        return None
    hours, minutes = match["hours"] or match["clock"], match["minutes"] or match["rest"]
    taken = dt.timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return taken or None
