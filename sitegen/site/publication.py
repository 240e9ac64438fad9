"""Who is public, and when that changes: drafts, dates to come, embargo and expiry."""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from sitegen.model import Withheld
from sitegen.sources.document import Document


class Clock(msgspec.Struct, frozen=True):
    """The instant for which the site is built, and what is shown beyond the public."""

    now: dt.datetime
    """Aware, in the site's zone."""
    with_drafts: bool = False
    with_future: bool = False
    with_embargoed: bool = False

    @property
    def today(self) -> dt.date:
        return self.now.date()


def is_public(
    document: Document, clock: Clock, timezone: str, above: Iterable[Document] = ()
) -> bool:
    """Whether *document* is on the site at that instant. A bare date begins with its day.

    `--future` shows what has a date to come, not what lies under embargo. It waits with those of
    *above*: see `above`.
    """
    if is_over(document, clock, timezone) or is_waiting(document, clock, timezone):
        return False
    return not any(is_waiting(text, clock, timezone) for text in above)


def is_waiting(document: Document, clock: Clock, timezone: str) -> bool:
    """Whether *document* is not public yet: a draft, under embargo, or to come."""
    front = document.front
    now = clock.now.timestamp()
    if front.draft and not clock.with_drafts:
        return True
    if (
        front.embargo
        and not clock.with_embargoed
        and front.embargo.in_zone(timezone).timestamp > now
    ):
        return True
    if document.date is None or clock.with_future:
        return False
    return document.date.in_zone(timezone).timestamp > now


def is_previewed(
    document: Document, clock: Clock, timezone: str, above: Iterable[Document] = ()
) -> bool:
    """Whether the readers of its preview have *document*, and the public has not."""
    preview, now = document.front.preview, clock.now.timestamp()
    if preview is None or is_over(document, clock, timezone):
        return False
    if preview.until and preview.until.in_zone(timezone).timestamp <= now:
        return False
    return any(is_waiting(text, clock, timezone) for text in (document, *above))


def is_over(document: Document, clock: Clock, timezone: str) -> bool:
    """Whether *document* has expired."""
    end = document.front.expires
    return end is not None and end.in_zone(timezone).timestamp <= clock.now.timestamp()


def is_meant_to_be_read(document: Document, clock: Clock, timezone: str) -> bool:
    """Whether readers see *document* now or are going to: neither a draft nor expired.

    What expired before it began is a mistake, and has to be read to be told.
    """
    front = document.front
    if front.draft or front.expires is None:
        return not front.draft
    end = front.expires.in_zone(timezone).timestamp
    moments = [moment for moment in (document.date, front.embargo) if moment is not None]
    begins = [moment.in_zone(timezone).timestamp for moment in moments]
    return end > clock.now.timestamp() or end <= max(begins, default=0.0)


def above(document: Document, bundles: Mapping[str, Document]) -> list[Document]:
    """Return the pages of the folders that *document* stands in, the nearest first.

    *bundles*: each ``index.md`` by its folder. What stands in such a folder is part of its page.
    """
    parents: list[Document] = []
    folder = document.folder if bundles else ""
    while folder:
        if (parent := bundles.get(folder)) is not None and parent.id != document.id:
            parents.append(parent)
        folder = folder.rpartition("/")[0]
    return parents


def bundles_of(documents: Iterable[Document]) -> dict[str, Document]:
    """Return each ``index.md`` by its folder, but for the site's own."""
    return {
        document.folder: document
        for document in documents
        if document.is_bundle and document.folder
    }


def why_withheld(
    document: Document, clock: Clock, timezone: str, above: Iterable[Document] = ()
) -> Withheld | None:
    """Return why readers would not see *document* at that instant, though *clock* shows it."""
    causes = (_why_withheld(text, clock, timezone) for text in (document, *above))
    return next(filter(None, causes), None)


def _why_withheld(document: Document, clock: Clock, timezone: str) -> Withheld | None:
    front = document.front
    now = clock.now.timestamp()
    if front.draft:
        return Withheld("draft")
    if front.embargo and front.embargo.in_zone(timezone).timestamp > now:
        return Withheld("embargo", front.embargo.in_zone(timezone).timestamp)
    if document.date is not None and document.date.in_zone(timezone).timestamp > now:
        return Withheld("future", document.date.in_zone(timezone).timestamp)
    return None
