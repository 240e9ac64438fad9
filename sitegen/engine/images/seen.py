"""What was seen of files: a value that each look at them returns anew. Reads files."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from sitegen.engine.state.records import SourceRecord
from sitegen.errors import Diagnostic
from sitegen.site.assets import AssetFacts
from sitegen.sources.scan import Source

T = TypeVar("T")


class SeenFiles(msgspec.Struct, frozen=True):
    """Files of a site as far as they were looked at."""

    sources: Mapping[str, Source]
    known: Mapping[str, SourceRecord]
    """What the state knew of sources before."""
    facts: Mapping[str, AssetFacts] = {}
    """Of those that are published, by key."""
    refreshed: Mapping[str, SourceRecord] = {}
    """What it is to know now, where that is something else."""
    diagnostics: tuple[Diagnostic, ...] = ()

    def record(self, key: str) -> SourceRecord:
        """Return what is known of the file *key*, which was read."""
        return self.refreshed.get(key) or self.known[key]

    def after(
        self,
        facts: Mapping[str, AssetFacts],
        refreshed: Mapping[str, SourceRecord],
        diagnostics: list[Diagnostic],
    ) -> "SeenFiles":
        """Return this after one more look: what is left, what it learnt, what it has to tell."""
        return msgspec.structs.replace(
            self,
            facts=facts,
            refreshed={**self.refreshed, **refreshed},
            diagnostics=(*self.diagnostics, *diagnostics),
        )


def found_in(source: Source, look: Callable[[bytes], T], most: int = -1) -> T | None:
    """Return what *look* finds in the first *most* bytes of *source* (all: -1).

    None for a file that is gone since it was scanned: whoever copies it tells.
    """
    try:
        with open(source.disk_path, "rb") as file:
            return look(file.read(most))
    except OSError:
        return None
