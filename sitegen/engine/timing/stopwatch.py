"""How long a build takes, by stage, page and template. The clock stands around rendering.

Nothing of it is stored. Who asks for no times pays for none: this module is not even imported then
(but for the types), and pages are rendered without a `ChunkTimer`.
"""

from collections.abc import Callable, Mapping
from time import perf_counter

import msgspec

from sitegen.engine.timing.watch import Watch


class StageTime(msgspec.Struct):
    """One stage of a build that has ended."""

    stage: str
    seconds: float
    done: int
    """How many there were, or how many of *total*."""
    total: int


class PageTime(msgspec.Struct, frozen=True, array_like=True):
    """How long a page took to render, in the process that did; its writing is not in it."""

    path: str
    kind: str
    template: str
    """Empty for what is written without one."""
    seconds: float


class TemplateTime(msgspec.Struct, frozen=True, array_like=True):
    """A template in all its renderings."""

    name: str
    renders: int
    own: float
    """Seconds without the templates that it extends, includes or shows as parts."""
    total: float
    """Seconds with them."""


class ChunkTimes(msgspec.Struct, frozen=True, array_like=True):
    """What one process took for one chunk of pages."""

    job: bytes
    """Which rendering the chunk is of: each has workers of its own."""
    process: int
    pages: tuple[PageTime, ...]
    templates: tuple[TemplateTime, ...]
    writing: float
    """Seconds of comparing with and bringing to the output."""
    plugins: dict[str, tuple[int, float]] = {}
    """How often each was called, and its own seconds."""


class Stopwatch(Watch):
    """Measures stages, and on demand pages and templates."""

    def __init__(
        self,
        on_lap: Callable[[StageTime], None] = lambda lap: None,
        *,
        times_pages: bool = False,
    ) -> None:
        self.times_pages = times_pages
        self.stages: list[StageTime] = []
        self.pages: list[PageTime] = []
        self.templates: dict[str, TemplateTime] = {}
        self.writing = 0.0
        self.plugins: dict[str, tuple[int, float]] = {}
        self._processes: dict[bytes, set[int]] = {}
        self._on_lap = on_lap
        self._started = self._last = perf_counter()

    @property
    def seconds(self) -> float:
        """What passed up to the last lap."""
        return self._last - self._started

    @property
    def processes(self) -> int:
        """How many rendered pages at the same time, at most."""
        return max(map(len, self._processes.values()), default=0)

    def lap(self, stage: str, done: int = 0, total: int = 0) -> None:
        now = perf_counter()
        lap = StageTime(stage, now - self._last, done, total)
        self._last = now
        self.stages.append(lap)
        self._on_lap(lap)

    def add(self, times: ChunkTimes) -> None:
        self._processes.setdefault(times.job, set()).add(times.process)
        self.pages += times.pages
        self.writing += times.writing
        self.add_plugins(times.plugins)
        for template in times.templates:
            known = self.templates.get(template.name)
            self.templates[template.name] = _sum(known, template) if known else template

    def add_plugins(self, spent: Mapping[str, tuple[int, float]]) -> None:
        for name, (calls, seconds) in spent.items():
            known = self.plugins.get(name, (0, 0.0))
            self.plugins[name] = (known[0] + calls, known[1] + seconds)


def _sum(first: TemplateTime, other: TemplateTime) -> TemplateTime:
    return TemplateTime(
        first.name, first.renders + other.renders, first.own + other.own, first.total + other.total
    )
