"""Who is public, and when that changes: drafts, dates to come, embargo and expiry."""

import datetime as dt

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


def is_public(document: Document, clock: Clock, timezone: str) -> bool:
    """Whether *document* is on the site at that instant. A bare date begins with its day.

    `--future` shows what has a date to come, not what lies under embargo.
    """
    front = document.front
    now = clock.now.timestamp()
    if front.draft and not clock.with_drafts:
        return False
    if (
        front.embargo
        and not clock.with_embargoed
        and front.embargo.in_zone(timezone).timestamp > now
    ):
        return False
    if front.expires and front.expires.in_zone(timezone).timestamp <= now:
        return False
    if clock.with_future or document.date is None:
        return True
    return document.date.in_zone(timezone).timestamp <= now


def is_meant_to_be_read(document: Document, clock: Clock, timezone: str) -> bool:
    """Whether readers see *document* now or are going to: neither a draft nor expired.

    What expired before it began is a mistake, and has to be read to be told.
    """
    front = document.front
    if front.draft or front.expires is None:
        return not front.draft
    end = front.expires.in_zone(timezone).timestamp
    moments = [one for one in (document.date, front.embargo) if one is not None]
    begins = [one.in_zone(timezone).timestamp for one in moments]
    return end > clock.now.timestamp() or end <= max(begins, default=0.0)


def why_withheld(document: Document, clock: Clock, timezone: str) -> Withheld | None:
    """Return why readers would not see *document* at that instant, though *clock* shows it."""
    front = document.front
    now = clock.now.timestamp()
    if front.draft:
        return Withheld("draft")
    if front.embargo and front.embargo.in_zone(timezone).timestamp > now:
        return Withheld("embargo", front.embargo.in_zone(timezone).timestamp)
    if document.date is not None and document.date.in_zone(timezone).timestamp > now:
        return Withheld("future", document.date.in_zone(timezone).timestamp)
    return None
