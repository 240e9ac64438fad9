"""The dates that a built agenda shows, and what of them a calendar program tells otherwise. Pure.

Read from the pages of months, in French, as people read them.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from lxml import html as parser

_MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"]
_MONTHS += ["septembre", "octobre", "novembre", "décembre"]
_DAY = re.compile(rf"(\d+)(?:er)? ({'|'.join(_MONTHS)}) (\d{{4}})")
_HOUR = re.compile(r"(\d+) h(?: (\d+))?")
_SITE_ZONE = ZoneInfo("Europe/Paris")


class Shown(NamedTuple):
    """A date as the pages tell it. Days are ISO 8601, instants are in UTC, to the minute."""

    start: str
    end: str
    """The last day, or the instant; empty where nobody told it."""
    name: str
    place: str
    status: str
    """As the page writes it, of what does not take place."""


class Seen(NamedTuple):
    """A date as a program tells it; of whole days `end` is the last one."""

    start: str
    end: str
    name: str
    place: str


def shown(output: Path, first: str, after: str) -> list[Shown]:
    """Return the dates that begin from the day *first* to that before *after*, in order."""
    occurrences = set()
    for path in sorted(output.glob("agenda/[0-9]*/[0-9]*/index.html")):
        page = parser.document_fromstring(path.read_text(encoding="utf-8"))
        for line in page.xpath("//li[contains(@class, 'event-line')]"):
            (time,) = line.xpath(".//*[contains(@class, 'event-when')]//time")
            is_off = "is-off" in line.get("class")
            for start, period in _times(time.get("datetime"), _text(time)):
                date = Shown(
                    start=told(start),
                    end=_end(start, period),
                    name=_text(*line.xpath(".//*[contains(@class, 'event-title')]/a")),
                    place=_place(_text(*line.xpath(".//*[contains(@class, 'event-where')]"))),
                    status=_text(*line.xpath(".//p[@class='meta']/*[1]")) if is_off else "",
                )
                occurrences.add((line.xpath("string(.//a/@href)"), date))
    return sorted(date for _, date in occurrences if first <= date.start < after)


def told(moment: str) -> str:
    """Return a day as it is, an instant in UTC to the minute."""
    if len(moment) <= 10:
        return moment
    return f"{dt.datetime.fromisoformat(moment).astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}"


def compare(seen: Iterable[Seen], pages: Iterable[Shown]) -> tuple[list[Shown], list[Seen]]:
    """Return the dates of pages that are missing or told wrong, and those that no page shows."""
    rest = list(seen)
    missing = []
    for page in pages:
        match = next((line for line in rest if is_right(line, page)), None)
        if match is None:
            missing.append(page)
        else:
            rest.remove(match)
    for page in missing:  # told otherwise than by the page: wrong once, and not foreign too
        match = next((line for line in rest if _is_of(line, page)), None)
        if match is not None:
            rest.remove(match)
    return missing, rest


def is_right(seen: Seen, page: Shown) -> bool:
    """Whether a program tells a date as the page does: when, what, where, and that it is off."""
    return (
        _is_of(seen, page)
        and seen.end == (page.end or seen.end)
        and seen.name.casefold().startswith(page.status.casefold())
        and all(part.casefold() in seen.place.casefold() for part in page.place.split(", "))
    )


def _is_of(seen: Seen, page: Shown) -> bool:
    return seen.start == page.start and " ".join(seen.name.split()).endswith(page.name)


def _times(start: str, period: str) -> Iterator[tuple[str, str]]:
    """Yield begin and words of each time of a day: « de 9 h à 12 h et de 14 h à 17 h »."""
    first, *others = period.split(" et ")
    yield start, first
    day = _DAY.search(period)
    for words in others:
        hour = _HOUR.search(words)
        if day and hour:
            begin = dt.datetime.fromisoformat(start).replace(
                hour=int(hour[1]), minute=int(hour[2] or 0)
            )
            yield begin.isoformat(), f"{day[0]} {words}"


def _end(start: str, period: str) -> str:
    """Return when a period ends: « du 27 mars 2027 à 20 h au 28 mars 2027 à 8 h »."""
    first = dt.datetime.fromisoformat(start)
    days = [
        dt.date(int(year), _MONTHS.index(month) + 1, int(day))
        for day, month, year in _DAY.findall(period)
    ]
    hours = [dt.time(int(hour), int(minute or 0)) for hour, minute in _HOUR.findall(period)]
    if len(start) <= 10:
        return days[-1].isoformat()
    if len(hours) < 2:
        return ""
    is_at_home = first.utcoffset() == first.astimezone(_SITE_ZONE).utcoffset()
    zone = _SITE_ZONE if is_at_home else first.tzinfo  # overseas, the clocks do not change
    end = dt.datetime.combine(days[-1], hours[-1], zone)
    if len(days) == 1 and hours[-1] <= hours[0]:
        end += dt.timedelta(days=1)
    return told(end.isoformat())


def _place(text: str) -> str:
    """Return a place without « et en ligne », which calendars say in a property of its own."""
    return text.removesuffix(" et en ligne")


def _text(*elements: Any) -> str:
    return " ".join(" ".join(element.text_content() for element in elements).split())
