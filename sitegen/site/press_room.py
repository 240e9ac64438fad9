"""What is said to the press and of it: the press page's data, and the press review. Pure."""

from collections.abc import Mapping, Set
from functools import cached_property
from typing import Any

import msgspec

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.model import Entry, Section
from sitegen.model.press_room import Coverage, Press
from sitegen.site.assets import Asset
from sitegen.site.people import Directory
from sitegen.site.press_data import press_data
from sitegen.site.press_review import press_review
from sitegen.sources.document import Document


class PressRoom(msgspec.Struct, frozen=True, eq=False, dict=True):
    """What is said to the press and of it."""

    press: Press | None
    """What the press page shows; None without it."""
    coverage: tuple[Coverage, ...]
    """All mentions, the latest first."""
    diagnostics: tuple[Diagnostic, ...]
    """What of it cannot be found."""

    def of_entry(self, entry_id: str) -> tuple[Coverage, ...]:
        """Return the mentions of an article, the latest first."""
        return self._by_entry.get(entry_id, ())

    @cached_property
    def _by_entry(self) -> Mapping[str, tuple[Coverage, ...]]:
        mentions: dict[str, list[Coverage]] = {}
        for coverage in self.coverage:
            mentions.setdefault(coverage.entry_id, []).append(coverage)
        return {entry_id: tuple(members) for entry_id, members in mentions.items()}

    def years(self) -> dict[str, int]:
        """Return how many mentions each year has, the latest first."""
        numbers: dict[str, int] = {}
        for coverage in self.coverage:
            numbers[coverage.year] = numbers.get(coverage.year, 0) + 1
        return numbers


def press_room(
    data: Mapping[str, Any],
    config: SiteConfig,
    directory: Directory,
    entries: Mapping[str, Entry],
    documents: Mapping[str, Document],
    assets: Mapping[str, Asset],
    sections: Mapping[str, Section],
    unread: Set[str] = frozenset(),
) -> PressRoom:
    """Return what the files of *data* and the releases say, as it stands on the site.

    *unread*: the ids of documents that have mistakes, which are told: they are there.
    """
    page = press_data(data.get("press"), config, directory, assets, sections, unread)
    review = press_review(data.get("coverage"), config, entries, documents, unread)
    return PressRoom(page.press, review.coverage, (*page.diagnostics, *review.diagnostics))
