"""Look into pictures, each once: one whose place and camera cannot be taken out is not published.

Reads files.
"""

from collections.abc import Mapping

import msgspec

from sitegen.engine.state.records import SourceRecord
from sitegen.engine.workers.time_limit import OutOfTimeError, limit_time
from sitegen.errors import Diagnostic
from sitegen.imaging.metadata import LOOKED_INTO, why_private
from sitegen.site.assets import AssetFacts
from sitegen.sources.scan import Source

_SECONDS = 10.0
"""Of the processor, for one picture."""


def without_private(
    sources: Mapping[str, Source],
    facts: Mapping[str, AssetFacts],
    known: Mapping[str, SourceRecord],
    refreshed: dict[str, SourceRecord],
    diagnostics: list[Diagnostic],
) -> dict[str, AssetFacts]:
    """Return the *facts* without pictures that tell more than they show; each is a diagnostic."""
    kept = {}
    for key, one in facts.items():
        if one.format not in LOOKED_INTO:
            kept[key] = one
            continue
        record = refreshed.get(key) or known[key]
        private = record.private
        if private is None:
            private = _look(sources[key].disk_path)
            if private is not None:
                refreshed[key] = msgspec.structs.replace(record, private=private)
        if private:
            values = {"reason": private}
            diagnostics.append(Diagnostic("image-private", sources[key].key, 0, 0, values))
        else:
            kept[key] = one
    return kept


def _look(path: str) -> str | None:
    """Return why the picture is private; None if it is gone: whoever copies it tells."""
    with limit_time(_SECONDS) as limit:
        try:
            with limit.running(), open(path, "rb") as file:
                return why_private(file.read())
        except OutOfTimeError:
            return "it is damaged"
        except OSError:
            return None
