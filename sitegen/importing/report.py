"""What became of a former site: counted while it moves, told at its end. Pure."""

from collections.abc import Iterable

import msgspec

from sitegen.config.urls import UrlPatterns
from sitegen.importing.folder import Outcome
from sitegen.importing.former import ImportNote, Standing


class NoteCount(msgspec.Struct):
    """One kind of thing that had no counterpart, or was guessed."""

    count: int = 0
    example: str = ""
    origin: str = ""
    """The first text that has it."""


class ImportReport(msgspec.Struct, kw_only=True):
    """Counted by the steps of a move."""

    written: dict[str, Outcome] = {}
    """What became of each file, by its path below the site's folder."""
    assumed: list[str] = []
    """Lines of `site.yaml` that nothing of the former site told."""
    texts: int = 0
    drafts: list[str] = []
    """Origins of texts that readers did not see: written as drafts."""
    left_out: list[tuple[str, Standing]] = []
    """Origins of texts that were never for everybody: not written."""
    notes: dict[tuple[str, str], NoteCount] = {}
    without_alt: list[tuple[str, str]] = []
    """Pictures that nobody described, with the file of the text."""
    kept: int = 0
    """Texts at the address that they had."""
    redirected: int = 0
    """Former addresses that lead to a new one."""
    unanswered: list[str] = []
    """Former addresses that no file can answer to: they differ from the new one in capitals alone,
    or hold a question mark."""
    meant: dict[str, str] = {}
    """Where the host is to lead on from these, as far as a text stands for them."""
    lost: list[str] = []
    """Former addresses, of the list that was given, that nothing answers to."""
    checked: int = 0
    """How many addresses that list had."""
    patterns: UrlPatterns = msgspec.field(default_factory=UrlPatterns)

    def note(self, origin: str, notes: Iterable[ImportNote]) -> None:
        for note in notes:
            told = self.notes.setdefault((note.kind, note.name), NoteCount())
            told.count += 1
            if told.count == 1:
                told.example, told.origin = note.example, origin

    def count(self, outcome: Outcome) -> int:
        return sum(result == outcome for result in self.written.values())
