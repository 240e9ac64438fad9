"""One event of several sources is one: by UID, by address, by time, place and title. Pure.

The sources are compared with one another, never one with itself: two entries of one source are two
to it. Time grows with the number of announcements: they are compared within buckets of those that
have something in common, and buckets that are too full to mean anything are passed over.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.border.suggestions import plain as folded
from sitegen.fetching.announcements import Announcement

Key = tuple[str, str]
"""A source, and the id that an announcement has there."""
_FULL = 40
"""Announcements that begin at one moment and share a word: beyond, the word tells nothing."""
_EMPTY = frozenset((
    "a", "au", "aux", "avec", "ce", "d", "dans", "de", "des", "du", "edition", "en", "et", "l",
    "la", "le", "les", "ou", "par", "pour", "sur", "un", "une", "the", "of", "and", "in", "on",
    "at", "to", "for", "annule", "annulee", "reporte", "reportee", "complet", "gratuit",
    "inscription", "inscriptions", "inscrivez", "vous", "agenda", "evenement", "save", "date",
))  # fmt: skip
"""Words that titles share without meaning the same."""
_WORD = re.compile(r"[^\W_]+")
_SAME, _ALIKE = 0.6, 0.4


class Doubt(NamedTuple):
    """Two announcements that may be one event: somebody has to look."""

    first: Key
    second: Key


class Matches(NamedTuple):
    groups: list[list[Key]]
    """Each announcement once: those of one event together, in the order of sources."""
    doubts: list[Doubt]


def match(sources: Mapping[str, Sequence[Announcement]]) -> Matches:
    """Return which announcements of *sources* are one event, and which may be."""
    found = {(source, one.id): one for source, those in sources.items() for one in those}
    groups = _Groups(found)
    for same in _by_uid(sources):
        groups.join_all(same)
    for same in _by_address(sources):
        groups.join_all(same)
    doubts = list(_by_time(found, groups))
    settled = [one for one in doubts if groups.root(one.first) != groups.root(one.second)]
    return Matches(groups.lists(), sorted(dict.fromkeys(settled)))


class _Groups:
    """Announcements that were found to be one (union and find)."""

    def __init__(self, found: Mapping[Key, Announcement]) -> None:
        self._found = found
        self._above: dict[Key, Key] = {one: one for one in found}
        self._sources: dict[Key, set[str]] = {one: {one[0]} for one in found}

    def root(self, one: Key) -> Key:
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, first: Key, second: Key) -> bool:
        """Put two together; not where one source would then announce it twice."""
        first, second = self.root(first), self.root(second)
        if first == second:
            return True
        if self._sources[first] & self._sources[second]:
            return False
        self._above[second] = first
        self._sources[first] |= self._sources[second]
        return True

    def join_all(self, same: Sequence[Key]) -> None:
        for other in same[1:]:
            self.join(same[0], other)

    def lists(self) -> list[list[Key]]:
        by_root: dict[Key, list[Key]] = {}
        for one in self._found:
            by_root.setdefault(self.root(one), []).append(one)
        return list(by_root.values())


def _by_uid(sources: Mapping[str, Sequence[Announcement]]) -> Iterator[list[Key]]:
    """Yield events of one UID. A short number is unique at home alone; and a day must agree."""
    by_uid: dict[tuple[str, dt.date | None], list[Key]] = defaultdict(list)
    for source, those in sources.items():
        for one in those:
            uid = str(one.event.get("uid") or "")
            if one.start and ("@" in uid or len(uid) >= 16):
                by_uid[uid, one.day].append((source, one.id))
    yield from (same for same in by_uid.values() if len(same) > 1)


def _by_address(sources: Mapping[str, Sequence[Announcement]]) -> Iterator[list[Key]]:
    """Yield what has one address, which no source gives to two of its own: not a home page's."""
    by_address: dict[tuple[str, dt.date | None], list[Key]] = defaultdict(list)
    for source, those in sources.items():
        counted = Counter(plain_address(one.link) for one in those if one.link)
        for one in those:
            address = plain_address(one.link)
            if address and counted[address] == 1:
                day = one.day if one.start else None
                by_address[address, day].append((source, one.id))
    yield from (same for same in by_address.values() if len(same) > 1)


@lru_cache(maxsize=65536)
def plain_address(link: str) -> str:
    """Return *link* as it is compared; empty for one that leads to no page below a home page."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    if not parts.netloc or (not path and not parts.query):
        return ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{parts.query}".rstrip("?")


def _by_time(found: Mapping[Key, Announcement], groups: _Groups) -> Iterator[Doubt]:
    """Join what begins at one time with like titles and places; yield pairs that are in doubt."""
    buckets: dict[tuple[dt.date, str], list[Key]] = defaultdict(list)
    for key, one in found.items():
        if one.start and one.day is not None:
            for word in sorted(title_words(one.title)):
                buckets[one.day, word].append(key)
    doubts = []
    twins = _with_twins(found.values())
    compared: set[tuple[Key, Key]] = set()
    for bucket in buckets.values():
        if not 1 < len(bucket) <= _FULL:
            continue
        for number, first in enumerate(bucket):
            for second in bucket[number + 1 :]:
                if first[0] == second[0] or (first, second) in compared:
                    continue
                compared.add((first, second))
                has_twin = not twins.isdisjoint((_sign(found[first]), _sign(found[second])))
                verdict = likeness(found[first], found[second], has_twin=has_twin)
                if verdict == "same":
                    groups.join(first, second)
                elif verdict == "doubt":
                    doubts.append(Doubt(first, second))
    yield from doubts


def _with_twins(found: Iterable[Announcement]) -> set[tuple[str, frozenset[str]]]:
    """Return the day and the title of events that take place in several towns at once."""
    places: dict[tuple[str, frozenset[str]], list[frozenset[str]]] = defaultdict(list)
    for one in found:
        known = places[_sign(one)]
        words = place_words(one.place)
        if one.start and words and len(known) < 2 and all(not words & other for other in known):
            known.append(words)
    return {sign for sign, known in places.items() if len(known) > 1}


def _sign(one: Announcement) -> tuple[str, frozenset[str]]:
    words = title_words(one.title)
    return one.start[:10], words - place_words(one.place) - {one.start[:4]} or words


def likeness(first: Announcement, second: Announcement, *, has_twin: bool = False) -> str:
    """Return `same`, `doubt` or nothing for two events of one day.

    Titles have to be alike, hours must not differ, and neither may places. Where one place is not
    known, titles must be the same, and no twin be known that takes place elsewhere (*has_twin*).
    """
    words = _title_words(first, second)
    titles = _overlap(*words)
    if titles < _ALIKE:
        return ""
    hours, places = _hours(first, second), _places(first, second)
    says_much = min(map(len, words)) >= 2
    if hours == "differ":
        return "doubt" if titles == 1.0 and says_much and places == "same" else ""
    if places == "differ":
        return "doubt" if titles == 1.0 and says_much and hours == "same" else ""
    if places == "same":
        return "same" if titles >= _SAME else "doubt"
    if titles < _SAME or not says_much:
        return ""
    return "same" if titles == 1.0 and hours == "same" and not has_twin else "doubt"


def _title_words(first: Announcement, second: Announcement) -> list[frozenset[str]]:
    """Return what two titles say beside the place and the year, which not every partner repeats."""
    beside = place_words(first.place) | place_words(second.place) | {first.start[:4]}
    return [
        words - beside or words for words in (title_words(first.title), title_words(second.title))
    ]


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """Return how alike two sets of words are, 0 to 1; a title within a longer one counts well."""
    if not first or not second:
        return 0.0
    common = len(first & second)
    within = common / min(len(first), len(second))
    of_all = common / len(first | second)
    return max(of_all, 0.8 * within) if common >= 2 else of_all


def _hours(first: Announcement, second: Announcement) -> str:
    """Return whether hours are the `same`, `differ`, or one of the two is `unknown`."""
    if len(first.start) == len(second.start):
        return "same" if first.start == second.start else "differ"
    return "unknown"


def _places(first: Announcement, second: Announcement) -> str:
    """Return whether places are the `same`, `differ`, or one of them is `unknown`."""
    places = [place_words(one.place or _online(one)) for one in (first, second)]
    if not places[0] or not places[1]:
        return "unknown"
    common = places[0] & places[1]
    if len(common) / min(len(places[0]), len(places[1])) >= 0.5:
        return "same"
    return "differ"


def _online(one: Announcement) -> str:
    return "en ligne" if one.event.get("online") else ""


@lru_cache(maxsize=65536)
def title_words(title: str) -> frozenset[str]:
    """Return the words of *title* that mean something, without accents, plurals and years."""
    return frozenset(_stem(one) for one in _WORD.findall(folded(title)) if one not in _EMPTY)


@lru_cache(maxsize=65536)
def place_words(place: str) -> frozenset[str]:
    """Return the words of a place by which it is told from others."""
    found = (one for one in _WORD.findall(folded(place)) if one not in _EMPTY and len(one) > 1)
    return frozenset(_stem(one) for one in found if one not in ("france", "rue", "place", "avenue"))


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and not word.isdigit() else word
