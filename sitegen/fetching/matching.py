"""One event of several sources is one: by UID, by address, by time, place and title. Pure.

The sources are compared with one another, never one with itself: two entries of one source are two
to it. Time grows with the number of announcements: they are compared within buckets of those that
have something in common, and buckets that are too full to mean anything are passed over.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.fetching.announcements import Announcement
from sitegen.fetching.same_words import begins_in, place_words, said_words, title_words, words_of

Key = tuple[str, str]
"""A source, and the id that an announcement has there."""
_FULL = 40
"""Announcements that begin at one moment and share a word: beyond, the word tells nothing."""
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
    announcements = {
        (source, announcement.id): announcement
        for source, those in sources.items()
        for announcement in those
    }
    groups = _Groups(announcements)
    for same in _by_uid(sources):
        groups.join_all(same)
    for same in _by_address(sources):
        groups.join_all(same)
    for same in _by_words(sources):
        groups.join_all(same)
    doubts = list(_by_time(announcements, groups))
    settled = [doubt for doubt in doubts if groups.root(doubt.first) != groups.root(doubt.second)]
    return Matches(groups.lists(), sorted(dict.fromkeys(settled)))


class _Groups:
    """Announcements that were found to be one (union and find)."""

    def __init__(self, announcements: Mapping[Key, Announcement]) -> None:
        self._found = announcements
        self._above: dict[Key, Key] = {key: key for key in announcements}
        self._members: dict[Key, list[Key]] = {key: [key] for key in announcements}
        """By root; one of a source at most."""

    def root(self, key: Key) -> Key:
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def join(self, first: Key, second: Key) -> bool:
        """Put two together; not where one source would then announce it twice."""
        first, second = self.root(first), self.root(second)
        if first == second:
            return True
        if {key[0] for key in self._members[first]} & {key[0] for key in self._members[second]}:
            return False
        self._above[second] = first
        self._members[first] += self._members.pop(second)
        return True

    def differ(self, first: Key, second: Key) -> bool:
        """Whether one of those that were found to be *first* takes place elsewhere, or at another
        hour, than one that was found to be *second*."""
        return any(
            "differ" in (_hours(one, other), _places(one, other))
            for one in map(self._found.__getitem__, self._members[self.root(first)])
            for other in map(self._found.__getitem__, self._members[self.root(second)])
        )

    def join_all(self, same: Sequence[Key]) -> None:
        for other in same[1:]:
            self.join(same[0], other)

    def lists(self) -> list[list[Key]]:
        by_root: dict[Key, list[Key]] = {}
        for key in self._found:
            by_root.setdefault(self.root(key), []).append(key)
        return list(by_root.values())


def _by_uid(sources: Mapping[str, Sequence[Announcement]]) -> Iterator[list[Key]]:
    """Yield events of one UID. A short number is unique at home alone. A day must agree where a
    source has that UID more than once; else one of them has not heard yet that the event has moved.
    """
    by_uid: dict[str, list[tuple[Key, dt.date | None]]] = defaultdict(list)
    for source, those in sources.items():
        for announcement in those:
            uid = str(announcement.event.get("uid") or "")
            if announcement.start and ("@" in uid or len(uid) >= 16):
                by_uid[uid].append(((source, announcement.id), announcement.day))
    for known in by_uid.values():
        is_once = len({source for (source, _id), _day in known}) == len(known)
        days = [None] if is_once else list(dict.fromkeys(day for _key, day in known))
        for day in days if len(known) > 1 else ():
            yield [key for key, its_day in known if is_once or its_day == day]


def _by_address(sources: Mapping[str, Sequence[Announcement]]) -> Iterator[list[Key]]:
    """Yield what has one address, which no source gives to two of its own: not a home page's."""
    by_address: dict[tuple[str, dt.date | None], list[Key]] = defaultdict(list)
    for source, those in sources.items():
        counted = Counter(address for each in those for address in _addresses(each))
        for announcement in those:
            for address in _addresses(announcement):
                if counted[address] == 1:
                    day = announcement.day if announcement.start else None
                    by_address[address, day].append((source, announcement.id))
    yield from (same for same in by_address.values() if len(same) > 1)


def _by_words(sources: Mapping[str, Sequence[Announcement]]) -> Iterator[list[Key]]:
    """Yield two pieces of news that have one title and begin with the same words."""
    by_title: dict[frozenset[str], list[tuple[Key, Announcement]]] = defaultdict(list)
    for source, those in sources.items():
        for announcement in those:
            if not announcement.start and (words := title_words(announcement.title)):
                by_title[words].append(((source, announcement.id), announcement))
    for same in by_title.values():
        if not 1 < len(same) <= _FULL or len({source for (source, _id), _told in same}) == 1:
            continue
        said = [(key, words_of(told.summary), said_words(told)) for key, told in same]
        for number, (first, summary, text) in enumerate(said):
            for second, other_summary, other in said[number + 1 :]:
                if first[0] != second[0] and (
                    begins_in(summary, other) or begins_in(other_summary, text)
                ):
                    yield [first, second]


def _addresses(announcement: Announcement) -> dict[str, None]:
    """Return where *announcement* stands, there and where its source has it from; in order."""
    links = (announcement.link, *(source.url for source in announcement.via))
    return dict.fromkeys(address for link in links if (address := plain_address(link)))


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


def _by_time(announcements: Mapping[Key, Announcement], groups: _Groups) -> Iterator[Doubt]:
    """Join what begins at one time with like titles and places; yield pairs that are in doubt."""
    buckets: dict[tuple[dt.date, str], list[Key]] = defaultdict(list)
    for key, announcement in announcements.items():
        if announcement.start and announcement.day is not None:
            for word in sorted(title_words(announcement.title)):
                buckets[announcement.day, word].append(key)
    doubts = []
    twins = _with_twins(announcements.values())
    compared: set[tuple[Key, Key]] = set()
    for bucket in buckets.values():
        if not 1 < len(bucket) <= _FULL:
            continue
        for number, first in enumerate(bucket):
            for second in bucket[number + 1 :]:
                if first[0] == second[0] or (first, second) in compared:
                    continue
                compared.add((first, second))
                has_twin = not twins.isdisjoint(
                    (_sign(announcements[first]), _sign(announcements[second]))
                )
                verdict = likeness(announcements[first], announcements[second], has_twin=has_twin)
                if verdict == "same" and not groups.differ(first, second):
                    groups.join(first, second)
                elif verdict:
                    doubts.append(Doubt(first, second))
    yield from doubts


def _with_twins(announcements: Iterable[Announcement]) -> set[tuple[str, frozenset[str]]]:
    """Return the day and the title of events that take place in several towns at once."""
    places: dict[tuple[str, frozenset[str]], list[frozenset[str]]] = defaultdict(list)
    for announcement in announcements:
        known = places[_sign(announcement)]
        words = place_words(announcement.place)
        if (
            announcement.start
            and words
            and len(known) < 2
            and all(not words & other for other in known)
        ):
            known.append(words)
    return {sign for sign, known in places.items() if len(known) > 1}


def _sign(announcement: Announcement) -> tuple[str, frozenset[str]]:
    words = title_words(announcement.title)
    return announcement.start[:10], words - place_words(announcement.place) - {
        announcement.start[:4]
    } or words


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
    places = [
        place_words(announcement.place or _online(announcement)) for announcement in (first, second)
    ]
    if not places[0] or not places[1]:
        return "unknown"
    common = places[0] & places[1]
    if len(common) / min(len(places[0]), len(places[1])) >= 0.5:
        return "same"
    return "differ"


def _online(announcement: Announcement) -> str:
    return "en ligne" if announcement.event.get("online") else ""
