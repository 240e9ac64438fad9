"""Who is told of a build's stages; the stopwatch stands in `timing.py`."""

from collections.abc import Mapping
from typing import Any


class Watch:
    """Told of each stage of a build when it ends. This one does not listen."""

    times_pages = False

    def lap(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Note that *stage* has ended: what passed since the last lap was its."""

    def add_plugins(self, spent: Mapping[str, tuple[int, float]]) -> None:
        """Note how often plugins were called, and their own seconds, by their names."""

    def add(self, times: Any) -> None:
        """Note what a chunk of pages took: `timing.ChunkTimes`."""
