"""Look into images, each once: whether they are whole, and move. Reads files, with Pillow."""

import msgspec

from sitegen.engine.images.seen import SeenFiles
from sitegen.engine.state.records import SourceRecord
from sitegen.engine.workers.pool import Workers
from sitegen.errors import Diagnostic
from sitegen.imaging.decoding import ANIMATED, problem_of
from sitegen.imaging.kinds import RASTERS
from sitegen.imaging.whole import CUT_OFF

FEWEST = 8
"""Images below which starting workers costs more than it saves: each takes some milliseconds."""


class ExamineTask(msgspec.Struct, frozen=True):
    key: str
    disk_path: str
    width: int
    height: int


def examine_chunk(tasks: list[ExamineTask]) -> list[tuple[str, str | None]]:
    """Return what is wrong with each image, by key: nothing, or None when it cannot be read."""
    verdicts: list[tuple[str, str | None]] = []
    for task in tasks:
        try:
            with open(task.disk_path, "rb") as file:
                raw = file.read()
        except OSError:
            verdicts.append((task.key, None))
        else:
            verdicts.append((task.key, problem_of(raw, task.width, task.height)))
    return verdicts


def examined(seen: SeenFiles, workers: Workers) -> SeenFiles:
    """Return what was *seen* with what is wrong within images; what is broken is told."""
    tasks = [
        ExamineTask(key, seen.sources[key].disk_path, facts.width, facts.height)
        for key, facts in seen.facts.items()
        if facts.format in RASTERS and facts.width and facts.problem is None
    ]
    facts_of = dict(seen.facts)
    refreshed: dict[str, SourceRecord] = {}
    for results in workers.map(examine_chunk, (), tasks, fewest=FEWEST, chunk=4):
        for key, problem in results:
            facts_of[key] = msgspec.structs.replace(facts_of[key], problem=problem)
            refreshed[key] = msgspec.structs.replace(seen.record(key), problem=problem)
    wrong = [
        Diagnostic("image-broken", seen.sources[key].key, 0, 0, {"reason": facts.problem})
        for key, facts in facts_of.items()
        if facts.problem and facts.problem not in (ANIMATED, CUT_OFF)
    ]
    return seen.after(facts_of, refreshed, wrong)
