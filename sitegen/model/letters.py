"""A letter that was sent, as it is committed in ``_data/letters/``: what it told, and whether.

Documents stand in it by their files and events by their ids: what is no longer public is not told
by the letter's page either.
"""

from typing import Literal

import msgspec

from sitegen.model.moments import Moment
from sitegen.model.texts import Prose
from sitegen.model.written_events import Status

HTML_TEMPLATE, TEXT_TEMPLATE = "mail/letter.html", "mail/letter.txt"
"""The theme's templates of a letter as a mail."""


class ToldDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date of the agenda, as a letter told it."""

    event: str
    """The event's id; of one date of a recurring one `cafe@2027-01-07`."""
    start: Moment
    """When it begins, as the letter told."""
    status: Status = "confirmed"
    """Whether it takes place, as the letter told."""
    place: Prose = ""
    """Where, as the letter told."""
    before: Moment | None = None
    """Of a change: when an earlier letter said that it begins."""
    place_before: Prose = ""
    """Of a change: where an earlier letter said that it takes place."""


class LetterFields(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in a file of ``_data/letters/``. Sitegen writes it; nobody need edit it."""

    list: str
    """Which of the lists of site.yaml it went to."""
    state: Literal["begun", "sending", "sent"]
    """`begun`: noted, to be committed before it leaves; `sending` from before the first word to the
    server until its receipt; then `sent`."""
    subject: Prose
    """Its subject."""
    message_id: str
    """Its Message-ID (RFC 5322 §3.6.4)."""
    date: Moment
    """When it was written."""
    since: Moment | None = None
    """From when on it told what is new."""
    corrections: tuple[str, ...] = ()
    """Articles of earlier letters that were corrected since, by their files."""
    changes: tuple[ToldDate, ...] = ()
    """Dates of earlier letters that were moved, put off or cancelled since."""
    articles: tuple[str, ...] = ()
    """Articles that are new, by their files."""
    dates: tuple[ToldDate, ...] = ()
    """Dates of the coming weeks."""


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter on the site."""

    id: str
    """Its file's name without ending: 2026-11-29-presse."""
    url: str
    """The address of its page."""
    list_title: str
    fields: LetterFields
