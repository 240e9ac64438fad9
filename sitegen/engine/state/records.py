"""What the state remembers of a source, a document and a page."""

from array import array

import msgspec

from sitegen.disk.stamps import Stamp
from sitegen.engine.reasons import Reason
from sitegen.errors import Diagnostic
from sitegen.model import Page, Question

NOT_KEPT = b"\xc1"
"""Stands for an answer that cannot be kept and may hold titles; no value is encoded so."""
NOT_KEPT_EVENTS = b"\xc1\xc1"
"""Stands for one of events, which may hold the titles of texts that announce them."""


def entry_key(language: str, entry_id: str) -> str:
    """Return by what an entry is known in the state: in another language than the first one the
    same document may be another entry.
    """
    return f"{entry_id}\t{language}" if language else entry_id


class SourceRecord(msgspec.Struct, frozen=True):
    """What was known of a source when it was last read."""

    stamp: Stamp
    digest: bytes
    width: int = 0
    height: int = 0
    format: str = ""
    problem: str | None = None
    is_misnamed: bool | None = None
    """Whether it begins as a document and is not called so; None when nobody looked."""
    private: str | None = None
    """Why it cannot be published without what a camera wrote into it; None when nobody looked."""


class DocumentRecord(msgspec.Struct, frozen=True):
    """A parsed source, encoded: the memo of `parse_document`."""

    source: bytes
    """Digest of the bytes and of the settings that it was parsed with."""
    document: bytes
    """The encoded `Document`; empty when the source has errors."""
    diagnostics: tuple[Diagnostic, ...]
    unread: bytes = b""
    """The encoded `Document` of what could be read of a source that has errors."""
    wish: bytes = b""
    """The encoded `Withdrawal` of such a source to be withdrawn; empty if it has none."""


class PageRecord(msgspec.Struct, frozen=True):
    """A page as it was last rendered and written."""

    page: Page
    asked: tuple[int, ...] | array  # type: ignore[type-arg]
    """Ids of the questions that decided its bytes."""
    output: bytes
    """Digest of the file's bytes."""
    stamp: Stamp
    reason: Reason
    """Why it was last rendered."""


class AnswerRecord(msgspec.Struct, frozen=True):
    """A question, what tells its answer apart, and the answer as it is kept."""

    question: Question
    digest: bytes
    answer: bytes
    """See ``site/questions/recorded.py``; empty where it is not kept."""
