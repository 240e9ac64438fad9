"""What a process keeps of an edit for the next one: theme, templates, entries, parts of pages.

Each is kept with what it was made from, and is of the last edit alone: what the next one does not
want is let go of.
"""

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.digest import digest
from sitegen.engine.state.state import State
from sitegen.engine.unchanged import SoundBuild
from sitegen.model import Entry
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.rendering.templates.theme import ThemeTemplates
from sitegen.rendering.view.shared import EarlierParts
from sitegen.site.questions.recorded import decode_entry, encode_entry
from sitegen.theme.folders import Theme

MadeFrom = tuple[bytes, bytes, bytes]
"""Digests of settings, of all files but the content, and of plugins."""


class KnownEntry(NamedTuple):
    """An entry, with the bytes that it was decoded from, and its digest."""

    raw: bytes
    entry: Entry
    digest: bytes


class KnownEntries:
    """The entries of the state that an edit asks for; the same object as long as one is the same,
    by which parts of pages are known.
    """

    def __init__(self, state: State, earlier: Mapping[str, KnownEntry]) -> None:
        self._state, self._earlier = state, earlier
        self.known: dict[str, KnownEntry] = {}

    def find(self, key: str) -> Entry | None:
        """Return the entry *key*; None where there is none."""
        raw = self._state.entry(key)
        if not raw:
            return None
        known = self._earlier.get(key)
        if known is None or known.raw != raw:
            entry = decode_entry(raw)
            known = KnownEntry(raw, entry, digest(encode_entry(entry)))
        self.known[key] = known
        return known.entry


class KeptFromEdit(NamedTuple):
    """What an edit leaves to the next one of its process."""

    made_from: MadeFrom
    """What theme and templates were made from; entries and parts are told apart one by one."""
    theme: Theme
    closures: Mapping[str, TemplateClosures]
    templates: ThemeTemplates
    entries: dict[str, KnownEntry]
    parts: EarlierParts


def made_from(standing: SoundBuild) -> MadeFrom:
    """Return what decides theme and templates of a site that stands so."""
    return (standing.config, standing.inputs, standing.plugins)
