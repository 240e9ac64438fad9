"""Look into images, each once: whether they are whole, and move. Reads files, with Pillow.

What was found is kept beside what was made of them, so that a build without a state (CI, another
version of sitegen) decodes none of them again.
"""

from collections.abc import Iterator

import msgspec

from sitegen.digest import plain_digest
from sitegen.engine.images.cache import ImageCache, image_cache
from sitegen.engine.images.seen import SeenFiles
from sitegen.engine.state.records import SourceRecord
from sitegen.engine.tool import imaging_digest
from sitegen.engine.workers.pool import Workers
from sitegen.errors import Diagnostic
from sitegen.imaging.decoding import ANIMATED, problem_of
from sitegen.imaging.kinds import RASTERS
from sitegen.imaging.recipes import Soundness
from sitegen.imaging.whole import CUT_OFF

FEWEST = 8
"""Images below which starting workers costs more than it saves: each takes some milliseconds."""


class ExamineTask(msgspec.Struct, frozen=True):
    key: str
    disk_path: str
    digest: bytes
    """Of the image's bytes."""
    asked: Soundness


Verdict = tuple[str, str | None]
"""An image's key, and what is wrong with it: nothing, or None when it cannot be read."""


def examine_chunk(folder: str, salt: bytes, tasks: list[ExamineTask]) -> list[Verdict]:
    """Return what is wrong with each image, and keep it in the cache that stands in *folder*."""
    cache = ImageCache(folder, salt)
    verdicts: list[Verdict] = []
    for task in tasks:
        try:
            with open(task.disk_path, "rb") as file:
                raw = file.read()
        except OSError:
            verdicts.append((task.key, None))
            continue
        problem = problem_of(raw, task.asked.width, task.asked.height)
        if plain_digest(raw) == task.digest:  # else it is another file than the one that was seen
            cache.put(cache.key(task.digest, task.asked), problem.encode())
        verdicts.append((task.key, problem))
    return verdicts


def examined(seen: SeenFiles, workers: Workers, root: str) -> SeenFiles:
    """Return what was *seen* of the site at *root* with what is wrong within images; what is broken
    is told.
    """
    tasks = [
        ExamineTask(
            key,
            seen.sources[key].disk_path,
            facts.digest,
            Soundness(width=facts.width, height=facts.height),
        )
        for key, facts in seen.facts.items()
        if facts.format in RASTERS and facts.width and facts.problem is None
    ]
    facts_of = dict(seen.facts)
    refreshed: dict[str, SourceRecord] = {}
    for results in _verdicts(tasks, workers, root):
        for key, problem in results:
            facts_of[key] = msgspec.structs.replace(facts_of[key], problem=problem)
            refreshed[key] = msgspec.structs.replace(seen.record(key), problem=problem)
    wrong = [
        Diagnostic("image-broken", seen.sources[key].key, 0, 0, {"reason": facts.problem})
        for key, facts in facts_of.items()
        if facts.problem and facts.problem not in (ANIMATED, CUT_OFF)
    ]
    return seen.after(facts_of, refreshed, wrong)


def _verdicts(tasks: list[ExamineTask], workers: Workers, root: str) -> Iterator[list[Verdict]]:
    if not tasks:
        return
    cache = image_cache(root)
    unknown = []
    for task in tasks:
        kept = cache.get(cache.key(task.digest, task.asked))
        if kept is None:
            unknown.append(task)
        else:
            yield [(task.key, kept.decode())]
    job = (cache.folder, imaging_digest())
    yield from workers.map(examine_chunk, job, unknown, fewest=FEWEST, chunk=4)
