"""A source on its way through a fetch: what it said before, what it says now, what came of it."""

import msgspec

from sitegen.config import SourceConfig
from sitegen.errors import Place
from sitegen.fetching.ledger import Heard, Ledger, Memory, Part
from sitegen.fetching.outcome import Outcome


class Voice(msgspec.Struct, kw_only=True):
    """One source: the steps of a fetch fill it in."""

    key: str
    source: SourceConfig
    place: Place
    """Where the settings name it."""
    ledger: Ledger
    ledger_digest: str
    memory: Memory
    rules: str
    """Digest of what decides what becomes of its announcements."""
    outcome: Outcome
    heard: Heard | None = None
    """What it announces; None where nobody knows: its documents stay."""
    parts: dict[str, Part] = {}
    """How its addresses answered."""
    is_new: bool = False
    """Whether it says something else than last time."""

    @property
    def is_remembered(self) -> bool:
        """Whether the memory was made with these settings and with this ledger."""
        return self.memory.rules == self.rules and self.memory.ledger == self.ledger_digest

    @property
    def folder(self) -> str:
        """The folder of its documents below ``content/``."""
        return self.source.folder(self.key)

    @property
    def name(self) -> str:
        """Who announces, as readers see it."""
        return self.source.name or (self.heard.name if self.heard else "") or self.key
