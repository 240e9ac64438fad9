"""Sorted lists of articles: all, by the terms of taxonomies, year, month; slices, neighbours."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from sitegen.model import WHOLE, AnyTerm, Entry, Scope
from sitegen.site.terms import Terms


class Collections(msgspec.Struct, frozen=True, eq=False):
    """Articles in lists, the newest first; in all but archives, pinned ones before the others."""

    lists: Mapping[Scope, list[Entry]]
    known: Mapping[str, Mapping[str, AnyTerm]]
    """By the name of a taxonomy: its terms by slug, as the newest articles have them first."""
    by_date: Mapping[Scope, list[Entry]]
    """All articles, and those of each section; none is pinned there."""
    positions: dict[Scope, dict[str, int]] = {}
    """Where articles stand in these, once somebody asks."""

    def terms(self, taxonomy: str) -> Mapping[str, AnyTerm]:
        """Return the terms of a taxonomy that articles have, by slug, as the newest come first."""
        return self.known.get(taxonomy, {})

    def members(self, kind: str, value: str = "") -> list[Entry]:
        return self.lists.get(Scope(kind, value), [])

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """Return the articles of the same section just before and just after *entry*, by date."""
        members, position = self._place(entry)
        if position is None:
            return None, None
        earlier = members[position + 1] if position + 1 < len(members) else None
        later = members[position - 1] if position > 0 else None
        return earlier, later

    def related(self, entry: Entry, limit: int) -> list[Entry]:
        """Return up to *limit* articles of the same section, those nearest in date first.

        Nearest rather than latest: a new article then changes its neighbours' pages only.
        """
        members, position = self._place(entry)
        if position is None:
            return members[:limit]
        following = position + 1
        older = len(members) - following
        taken = min(position, max((limit + 1) // 2, limit - older))  # of the newer ones
        return members[position - taken : position] + members[following : following + limit - taken]

    def _place(self, entry: Entry) -> tuple[list[Entry], int | None]:
        """Return the articles of the same section by date, and where *entry* stands there."""
        key = _home(entry)
        members = self.by_date.get(key, [])
        if key not in self.positions:
            self.positions[key] = {other.id: place for place, other in enumerate(members)}
        return members, self.positions[key].get(entry.id)


def collect(entries: Iterable[Entry], terms: Terms) -> Collections:
    """Return the lists of the articles among *entries*."""
    articles = sorted((entry for entry in entries if entry.is_article), key=_newest_first)
    known: dict[str, dict[str, AnyTerm]] = {taxonomy.name: {} for taxonomy in terms.taxonomies}
    lists: dict[Scope, list[Entry]] = {WHOLE: []}
    for entry in articles:
        for scope in _dated(entry):
            lists.setdefault(scope, []).append(entry)
        for taxonomy, term in terms.of(entry):
            known[taxonomy.name][term.slug] = term
            lists.setdefault(Scope(taxonomy.name, term.slug), []).append(entry)
    by_date = {
        scope: list(members) for scope, members in lists.items() if scope.kind in ("section", "all")
    }
    if any(entry.pinned for entry in articles):
        for scope, members in lists.items():
            if scope.kind not in ("year", "month"):
                members.sort(key=lambda entry: not entry.pinned)  # stable: dates keep their order
    return Collections(lists, known, by_date)


def _dated(entry: Entry) -> tuple[Scope, ...]:
    """Return the lists in which an article stands by its date."""
    assert entry.date is not None
    return _of_month(entry.date.date.year, entry.date.date.month)


@lru_cache(maxsize=4096)
def _of_month(year: int, month: int) -> tuple[Scope, ...]:
    return WHOLE, Scope("year", f"{year:04}"), Scope("month", f"{year:04}-{month:02}")


def _home(entry: Entry) -> Scope:
    return Scope("section", entry.section.id) if entry.section else WHOLE


def _newest_first(entry: Entry) -> tuple[float, str]:
    assert entry.date is not None
    return (-entry.date.timestamp, entry.id)


def page_bounds(total: int, per_page: int, number: int) -> tuple[int, int]:
    """Return offset and length of page *number* (from 1, the newest) of a list of *total*.

    Pages are filled from the oldest on, so that a new article changes the first page alone until
    that page is split: the first one holds between a half and one and a half times *per_page*.
    """
    older = page_count(total, per_page) - 1
    first = total - older * per_page
    if number == 1:
        return 0, first
    return first + (number - 2) * per_page, per_page


def page_count(total: int, per_page: int) -> int:
    """Return how many pages a list of *total* has; one when it is empty."""
    return 1 + max(0, (total - (per_page + 1) // 2) // per_page)
