"""What became of pages that were made together: values, which workers send."""

import msgspec

from sitegen.disk.stamps import Stamp
from sitegen.engine.timing.stopwatch import ChunkTimes
from sitegen.errors import Diagnostic
from sitegen.model import Question


class PageOutcome(msgspec.Struct, frozen=True, array_like=True):
    """A page that was rendered and stands in the output."""

    path: str
    asked: bytes
    """Positions in the batch's questions, as unsigned ints: most pages ask much the same."""
    content: bytes
    """Digest of its bytes."""
    stamp: Stamp
    is_written: bool
    """False when the same bytes stood there already."""


class Batch(msgspec.Struct, frozen=True, array_like=True):
    """Pages that were rendered together, and what went wrong with others."""

    questions: tuple[Question, ...]
    outcomes: tuple[PageOutcome, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    digests: tuple[bytes, ...] = ()
    """Of the questions' answers, made where they were asked; none for files that are copied."""
    made: int = 0
    """Images that were encoded, not found in the cache."""
    times: ChunkTimes | None = None
    """What the pages took, where that was asked for."""
