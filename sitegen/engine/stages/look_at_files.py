"""Look at files that are copied: size, digest, kind; read only where their stamp is another."""

from collections.abc import Mapping

from sitegen.digest import plain_digest_file
from sitegen.disk.stamps import settled
from sitegen.engine.images.dimensions import FileLook, look_at
from sitegen.engine.images.seen import SeenFiles
from sitegen.engine.stages.contents import not_read
from sitegen.engine.state.records import SourceRecord
from sitegen.engine.workers.time_limit import OutOfTimeError, limit_time
from sitegen.errors import Diagnostic
from sitegen.imaging.whole import CUT_OFF
from sitegen.site.assets import AssetFacts
from sitegen.sources.scan import Source

_HEAD_SECONDS = 2.0
"""Of the processor, for the size of one image: any that a camera made needs a thousandth of it."""


def look_at_files(sources: Mapping[str, Source], known: Mapping[str, SourceRecord]) -> SeenFiles:
    """Return size, digest, dimensions and kind of files, reading those whose stamp is another."""
    facts: dict[str, AssetFacts] = {}
    refreshed: dict[str, SourceRecord] = {}
    unreadable: list[Diagnostic] = []
    for key, source in sources.items():
        record = known.get(key)
        if record is None or record.stamp != source.stamp:
            try:
                content_digest = _digest_file(source.disk_path)
                kind, width, height, is_whole = _look(source.disk_path)
            except OSError as error:
                unreadable.append(not_read(source, error))
                continue
            is_same = record is not None and record.digest == content_digest
            problem = record.problem if record is not None and is_same else None
            if not is_whole:
                problem = CUT_OFF
            record = SourceRecord(
                settled(source.stamp), content_digest, width, height, kind, problem
            )
            refreshed[key] = record
        facts[key] = AssetFacts(
            source.stamp.size,
            record.digest,
            record.width,
            record.height,
            record.format,
            record.problem,
        )
    return SeenFiles(sources, known, facts, refreshed, tuple(unreadable))


def _look(path: str) -> FileLook:
    """Return what the file is; nothing known of one made so that its head is read for ever."""
    with limit_time(_HEAD_SECONDS) as limit:
        try:
            with limit.running():
                return look_at(path)
        except OutOfTimeError:
            return FileLook("")


def _digest_file(path: str) -> bytes:
    with open(path, "rb") as file:
        return plain_digest_file(file)
