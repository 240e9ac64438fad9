"""Look into pictures, each once: one whose place and camera cannot be taken out is not published.

Reads files.
"""

import msgspec

from sitegen.engine.images.seen import SeenFiles
from sitegen.engine.workers.time_limit import OutOfTimeError, limit_time
from sitegen.errors import Diagnostic
from sitegen.imaging.metadata import LOOKED_INTO, why_private

_SECONDS = 10.0
"""Of the processor, for one picture."""


def without_private(seen: SeenFiles) -> SeenFiles:
    """Return what was *seen* without pictures that tell more than they show; each is told."""
    kept, refreshed, wrong = {}, {}, []
    for key, facts in seen.facts.items():
        if facts.format not in LOOKED_INTO:
            kept[key] = facts
            continue
        record = seen.record(key)
        private = record.private
        if private is None:
            private = _look(seen.sources[key].disk_path)
            if private is not None:
                refreshed[key] = msgspec.structs.replace(record, private=private)
        if private:
            values = {"reason": private}
            wrong.append(Diagnostic("image-private", seen.sources[key].key, 0, 0, values))
        else:
            kept[key] = facts
    return seen.after(kept, refreshed, wrong)


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
