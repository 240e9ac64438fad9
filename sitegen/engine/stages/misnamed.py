"""Look at how files begin, each once: documents that are not called so are not published.

Reads files.
"""

from functools import partial

import msgspec

from sitegen.engine.images.seen import SeenFiles, found_in
from sitegen.errors import Diagnostic
from sitegen.sources.misnamed import HEAD, begins_as_document, meant_name


def without_documents(seen: SeenFiles) -> SeenFiles:
    """Return what was *seen* without files that begin as a document; each becomes a diagnostic."""
    kept, refreshed, wrong = {}, {}, []
    for key, facts in seen.facts.items():
        record = seen.record(key)
        is_misnamed = record.is_misnamed
        if is_misnamed is None:
            look = partial(begins_as_document, key)
            is_misnamed = found_in(seen.sources[key], look, HEAD)
            if is_misnamed is not None:
                refreshed[key] = msgspec.structs.replace(record, is_misnamed=is_misnamed)
        if is_misnamed:
            values = {"suggestion": meant_name(key).rpartition("/")[2]}
            source = seen.sources[key]
            wrong.append(Diagnostic("misnamed-document", source.key, 1, 1, values))
        else:
            kept[key] = facts
    return seen.after(kept, refreshed, wrong)
