"""Sorted lists of articles: all, by the terms of taxonomies, year, month; slices, neighbours."""

from collections.abc import Iterable, Mapping

from sitegen.model import WHOLE, AnyTerm, Entry, Scope
from sitegen.site.terms import Terms


class Collections:
    """Articles in lists, the newest first; in all but archives, pinned ones before the others."""

    def __init__(self, entries: Iterable[Entry], terms: Terms) -> None:
        self.lists: dict[Scope, list[Entry]] = {WHOLE: []}
        self._terms = terms
        self._known: dict[str, dict[str, AnyTerm]] = {
            taxonomy.name: {} for taxonomy in terms.taxonomies
        }
        self._scopes: dict[str, dict[str, Scope]] = {
            taxonomy.name: {} for taxonomy in terms.taxonomies
        }
        """Each made once: articles share them."""
        self._months: dict[tuple[int, int], list[Scope]] = {}
        """The lists that an article stands in by its date: likewise."""
        articles = sorted((entry for entry in entries if entry.is_article), key=_newest_first)
        for entry in articles:
            for key in self._keys(entry):
                self.lists.setdefault(key, []).append(entry)
        self._by_date: dict[Scope, list[Entry]] = {}
        self._positions: dict[Scope, dict[str, int]] = {}
        is_any_pinned = any(entry.pinned for entry in articles)
        for key, members in self.lists.items():
            if key[0] in ("section", "all"):
                self._by_date[key] = list(members)
            if is_any_pinned and key[0] not in ("year", "month"):
                members.sort(key=lambda entry: not entry.pinned)  # stable: dates keep their order

    def _keys(self, entry: Entry) -> list[Scope]:
        assert entry.date is not None
        day = entry.date.date
        dated = self._months.get((day.year, day.month))
        if dated is None:
            year, month = f"{day.year:04}", f"{day.year:04}-{day.month:02}"
            dated = [WHOLE, Scope("year", year), Scope("month", month)]
            self._months[day.year, day.month] = dated
        keys = dated.copy()
        for taxonomy, term in self._terms.of(entry):
            name, slug = taxonomy.name, term.slug
            self._known[name][slug] = term
            scopes = self._scopes[name]
            keys.append(scopes.get(slug) or scopes.setdefault(slug, Scope(name, slug)))
        return keys

    def terms(self, taxonomy: str) -> Mapping[str, AnyTerm]:
        """Return the terms of a taxonomy that articles have, by slug, as the newest come first."""
        return self._known.get(taxonomy, {})

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
        members = self._by_date.get(key, [])
        if key not in self._positions:
            self._positions[key] = {other.id: place for place, other in enumerate(members)}
        return members, self._positions[key].get(entry.id)


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
