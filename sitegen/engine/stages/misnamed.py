"""Look at how files begin, each once: documents that are not called so are not published.

Reads files.
"""

from collections.abc import Mapping

import msgspec

from sitegen.engine.state.records import SourceRecord
from sitegen.errors import Diagnostic
from sitegen.site.assets import AssetFacts
from sitegen.sources.misnamed import HEAD, begins_as_document, meant_name
from sitegen.sources.scan import Source


def without_documents(
    sources: Mapping[str, Source],
    facts: Mapping[str, AssetFacts],
    known: Mapping[str, SourceRecord],
    refreshed: dict[str, SourceRecord],
    diagnostics: list[Diagnostic],
) -> dict[str, AssetFacts]:
    """Return the *facts* without files that begin as a document; each becomes a diagnostic."""
    kept = {}
    for key, one in facts.items():
        record = refreshed.get(key) or known[key]
        is_misnamed = record.is_misnamed
        if is_misnamed is None:
            try:
                with open(sources[key].disk_path, "rb") as file:
                    is_misnamed = begins_as_document(key, file.read(HEAD))
            except OSError:  # gone since it was scanned: whoever copies it tells
                is_misnamed = False
            else:
                refreshed[key] = msgspec.structs.replace(record, is_misnamed=is_misnamed)
        if is_misnamed:
            suggestion = meant_name(key).rpartition("/")[2]
            values = {"suggestion": suggestion}
            diagnostics.append(Diagnostic("misnamed-document", sources[key].key, 1, 1, values))
        else:
            kept[key] = one
    return kept
