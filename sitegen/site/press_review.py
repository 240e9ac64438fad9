"""What the papers made of releases, from these and from ``_data/coverage.yaml``. Pure."""

from collections.abc import Iterator, Mapping, Set
from typing import Any, NamedTuple

import msgspec

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.markup import typeset
from sitegen.model import Entry, Mention, ReviewedMention
from sitegen.model.press_room import Coverage
from sitegen.names import CONTENT
from sitegen.site.press_data import told_at
from sitegen.sources.document import Document

_REVIEW = tuple[ReviewedMention, ...]


class PressReview(NamedTuple):
    """The mentions, and what of them cannot be found."""

    coverage: tuple[Coverage, ...]
    """The latest first."""
    diagnostics: tuple[Diagnostic, ...]


def press_review(
    written: Any,
    config: SiteConfig,
    entries: Mapping[str, Entry],
    documents: Mapping[str, Document],
    unread: Set[str],
) -> PressReview:
    """Return all mentions of what is public: those *written* in the file, and with releases.

    *unread*: the ids of documents that have mistakes, which are told: they are there.
    """
    rows = written if isinstance(written, list) else []
    placed = [
        (row, mention, mention.release.removeprefix(f"{CONTENT}/").lstrip("/"))
        for row, mention in zip(rows, msgspec.convert(rows, _REVIEW), strict=True)
    ]
    told = (
        told_at(row, "coverage-release-missing", release=mention.release)
        for row, mention, release in placed
        if release and release not in documents and release not in unread
    )
    with_releases = (
        (mention, entry_id)
        for entry_id in entries
        for mention in documents[entry_id].front.coverage
    )
    in_file = (  # of what is not public nothing is said
        (mention, release) for _, mention, release in placed if not release or release in entries
    )
    coverage = _coverage([*with_releases, *in_file], config)
    return PressReview(tuple(sorted(coverage, key=_latest_first)), tuple(told))


def _coverage(mentions: list[tuple[Mention, str]], config: SiteConfig) -> Iterator[Coverage]:
    """Yield each of *mentions* once, of the entry beside it: some are written in both places."""
    is_french = config.typography_of("") == "fr"
    unlike: dict[tuple[str, ...], Coverage] = {}
    for mention, entry_id in mentions:
        values = {name: getattr(mention, name) for name in Mention.__struct_fields__}
        values["date"] = mention.date.in_zone(config.timezone)
        if mention.lang == config.language:
            values["lang"] = ""
        made = Coverage(entry_id=entry_id, **values)
        made = typeset(made) if is_french and not made.lang else made
        unlike[entry_id, made.medium, made.title, made.date.iso(), made.url] = made
    yield from unlike.values()


def _latest_first(coverage: Coverage) -> tuple[float, str]:
    return -coverage.date.timestamp, coverage.medium
