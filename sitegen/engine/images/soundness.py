"""Look into images, each once: whether they are whole, and move. Reads files, with Pillow."""

from collections.abc import Mapping

import msgspec

from sitegen.engine.state.records import SourceRecord
from sitegen.engine.workers.pool import Workers
from sitegen.errors import Diagnostic
from sitegen.imaging.kinds import RASTERS
from sitegen.imaging.opening import ANIMATED, problem_of
from sitegen.imaging.whole import CUT_OFF
from sitegen.site.assets import AssetFacts
from sitegen.sources.scan import Source

FEWEST = 8
"""Images below which starting workers costs more than it saves: each takes some milliseconds."""


class ExamineTask(msgspec.Struct, frozen=True):
    key: str
    disk_path: str
    width: int
    height: int


def examine_chunk(tasks: list[ExamineTask]) -> list[tuple[str, str | None]]:
    """Return what is wrong with each image, by key: nothing, or None when it cannot be read."""
    found: list[tuple[str, str | None]] = []
    for task in tasks:
        try:
            with open(task.disk_path, "rb") as file:
                raw = file.read()
        except OSError:
            found.append((task.key, None))
        else:
            found.append((task.key, problem_of(raw, task.width, task.height)))
    return found


def examine_images(
    sources: Mapping[str, Source],
    facts: dict[str, AssetFacts],
    known: Mapping[str, SourceRecord],
    refreshed: dict[str, SourceRecord],
    workers: Workers,
    diagnostics: list[Diagnostic],
) -> None:
    """Put what is found into *facts* and *refreshed*; what is broken becomes a diagnostic."""
    tasks = [
        ExamineTask(key, sources[key].disk_path, one.width, one.height)
        for key, one in facts.items()
        if one.format in RASTERS and one.width and one.problem is None
    ]
    for results in workers.map(examine_chunk, (), tasks, fewest=FEWEST, chunk=4):
        for key, problem in results:
            facts[key] = msgspec.structs.replace(facts[key], problem=problem)
            record = refreshed.get(key) or known[key]
            refreshed[key] = msgspec.structs.replace(record, problem=problem)
    for key, one in facts.items():
        if one.problem and one.problem not in (ANIMATED, CUT_OFF):
            values = {"reason": one.problem}
            diagnostics.append(Diagnostic("image-broken", sources[key].key, 0, 0, values))
