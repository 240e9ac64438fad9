"""What is announced as coming and is over. Pure.

Archives keep their future tense: a press release of 2019 may say « aura lieu » for ever. So only
these are told, each at the words:

- An article that says « aura lieu le 3 mars 2026 » (or gives no year, but that day is its own
  event's) and was published after that day.
- What readers meet long afterwards (a page, a pinned article) and says so of a day that is past; or
  says so without a date, where all events that the document announces are past.
- A pinned article with a way to register for an event that is past.

The words and the date stand in one sentence, the date behind the words or just before them:
« après le forum du 3 mars 2026, un autre aura lieu à Tours » is no mistake.
"""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from sitegen.checking.editorial.date_words import DateNames, date_words
from sitegen.checking.editorial.texts import Passage, Text
from sitegen.errors import Diagnostic
from sitegen.model import EventFields

_SOON = re.compile(
    r"\b(?:(?:aura|auront)\s+lieu|se\s+(?:tiendra|tiendront|déroulera|dérouleront)|prochainement"
    r"|(?<!\w\s)rendez-vous\s+(?:le|les|ce)|vous\s+(?:attendons|donnons\s+rendez-vous)"
    r"|inscrivez-vous|inscriptions?\s+(?:sont|est)\s+ouvertes?|will\s+(?:take\s+place|be\s+held)"
    r"|register\s+now|sign\s+up\s+now|registration\s+is\s+open|coming\s+soon)\b",
    re.IGNORECASE,
)
_SIGNS = (
    "lieu", "se tien", "se\ntien", "se déroul", "se\ndéroul", "prochainement", "inscri", "will",
    "register", "sign up", "registration", "coming", "rendez-vous", "attendons",
)  # fmt: skip
_END = re.compile(r"[.!?…](?=\s)|\n[^\S\n]*(?=\n|[-*+|#>]|\d+[.)]\s|:::)")
"""The end of a sentence, of a paragraph, of a line in a list or a table."""


def check_announcements(text: Text) -> Iterator[Diagnostic]:
    """Yield what the text announces although it is over."""
    document = text.document
    is_lasting = document.date is None or document.front.pinned
    over = max((last for _, last in text.days), default=None)
    if over is not None and over >= text.today:
        over = None  # something is still to come
    if document.front.pinned and over is not None:
        yield from _check_registration(text, over)
    if not any(sign in text.lowered for sign in _SIGNS):
        return
    words = date_words(text.language)
    published = document.date.date if document.date else text.today
    limit = text.today if is_lasting else min(published, text.today)
    for passage in text.passages:
        for match, sentence in _announcements(passage.words, words, text):
            meant = sentence.days_of(match, passage.words)
            is_undated = is_lasting and not sentence.dates
            day = max(meant) if meant else over if is_undated else None
            if day is not None and day < limit:
                yield _told(passage, match, day)


def _check_registration(text: Text, over: dt.date) -> Iterator[Diagnostic]:
    for number, event in enumerate(text.document.events):
        if isinstance(event, EventFields) and event.registration:
            key = "event" if text.document.front.event is event else f"events.{number}"
            values = {"date": over.isoformat()}
            yield text.document.diagnostic("registration-over", f"{key}.registration", **values)
            return


def _told(passage: Passage, match: re.Match[str], last: dt.date) -> Diagnostic:
    values = {"written": " ".join(match[0].split()), "date": last.isoformat()}
    return passage.diagnostic("announced-late", match.start(), **values)


class _Sentence(NamedTuple):
    """The dates of a sentence, ready for any number of announcements in it."""

    start: int
    end: int
    dates: list[tuple[int, int, dt.date]]
    """Each with where it begins and ends, in their order."""
    latest: list[dt.date]
    """For each of them, the last day that it and those behind it name."""

    def days_of(self, match: re.Match[str], words: str) -> list[dt.date]:
        """Return what *match* may be about: the last day behind it, those right before it."""
        behind = bisect_right(self.dates, match.end(), key=itemgetter(0))
        days = self.latest[behind : behind + 1]
        before = match.start()
        while before and words[before - 1].isspace():
            before -= 1
        while behind and self.dates[behind - 1][1] >= before:
            behind -= 1
            days.append(self.dates[behind][2])
        return days


def _announcements(
    passage: str, words: DateNames | None, text: Text
) -> Iterator[tuple[re.Match[str], _Sentence]]:
    """Yield what announces something, with its sentence. The passage is read once for each."""
    own = {
        (date.month, date.day): date for date in sorted(day for days in text.days for day in days)
    }
    ends = [(0, 0), *(end.span() for end in _END.finditer(passage)), (len(passage),) * 2]
    sentence = None
    for match in _SOON.finditer(passage):
        start = ends[bisect_right(ends, match.start(), key=itemgetter(1)) - 1][1]
        end = ends[bisect_left(ends, match.end(), key=itemgetter(0))][0]
        if sentence is None or (sentence.start, sentence.end) != (start, end):
            dates = sorted(_dates(passage, start, end, words, own))
            latest = [*accumulate((day for *_, day in reversed(dates)), max)][::-1]
            sentence = _Sentence(start, end, dates, latest)
        yield match, sentence


def _dates(
    passage: str,
    start: int,
    end: int,
    words: DateNames | None,
    own: Mapping[tuple[int, int], dt.date],
) -> Iterator[tuple[int, int, dt.date]]:
    """Yield the dates of a sentence with their places: with a year, or else days of its events.

    What has no year and is no day of an event lies in the year of publication, or in the next one:
    nobody knows, so it counts as to come. *own*: the last of its events' days by month and day.
    """
    for pattern in words.days if words else ():
        for match in pattern.finditer(passage, start, end):
            day, month = int(match["day"]), words.months[match["month"]] if words else 0
            year = match["year"] or match.groupdict().get("year2")
            try:
                date = (
                    dt.date(int(year), month, day) if year else own.get((month, day), dt.date.max)
                )
            except ValueError:  # 30 février: told elsewhere
                continue
            yield match.start(), match.end(), date
