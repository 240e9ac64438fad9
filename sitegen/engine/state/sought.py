"""Rows in which texts are sought again and again, kept by a process that lives. Pure.

SQLite compares each text with each place of each row; in rows that are joined Python finds one at
the speed of memory.
"""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable


class SoughtRows:
    """The bytes of rows, by number."""

    MOST = 4096
    """Rows up to which others may take the place of those that were joined."""

    def __init__(self, rows: Iterable[tuple[int, bytes]], marks: Collection[bytes] = ()) -> None:
        """*marks*: what a row is as a whole where nothing is to be sought in it."""
        self._marks = frozenset(marks)
        self._marked: dict[int, bytes] = {}
        self._numbers, self._begins = array("Q"), array("Q")
        parts, place = [], 0
        for number, raw in rows:
            if raw in self._marks:
                self._marked[number] = raw
                continue
            self._numbers.append(number)
            self._begins.append(place)
            parts.append(raw)
            place += len(raw)
        self._joined = b"".join(parts)
        self._others: dict[int, bytes] = {}
        """Rows that are not as they were when they were joined; nothing stands for one that is
        gone."""

    @property
    def is_worn(self) -> bool:
        """Whether so many rows are others that they should be joined anew."""
        return len(self._others) > self.MOST

    def put(self, number: int, raw: bytes) -> None:
        self._marked.pop(number, None)
        if raw in self._marks:
            self._marked[number] = raw
        self._others[number] = b"" if raw in self._marks else raw

    def drop(self, number: int) -> None:
        self.put(number, b"")

    def marked(self, *marks: bytes) -> set[int]:
        """Return the numbers of the rows that are one of *marks*."""
        return {number for number, raw in self._marked.items() if raw in marks}

    def holding(self, text: bytes) -> set[int]:
        """Return the numbers of the rows in which *text* stands, which is not empty."""
        found = {number for number, raw in self._others.items() if text in raw}
        place = self._joined.find(text)
        while place >= 0:
            at = bisect_right(self._begins, place) - 1
            is_last = at + 1 == len(self._begins)
            end = len(self._joined) if is_last else self._begins[at + 1]
            if place + len(text) > end:  # half of it is the next row's
                place = self._joined.find(text, place + 1)
                continue
            if (number := self._numbers[at]) not in self._others:
                found.add(number)
            place = self._joined.find(text, end)
        return found
