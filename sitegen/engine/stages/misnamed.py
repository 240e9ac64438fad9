"""Look at how files begin, each once: documents that are not called so are not published.

Reads files.
"""

from collections.abc import Mapping
from functools import partial

from sitegen.engine.state.looking import look_once
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
            look = partial(begins_as_document, key)
            records = (refreshed, known)
            is_misnamed = look_once(sources[key], key, "is_misnamed", look, records, HEAD)
        if is_misnamed:
            suggestion = meant_name(key).rpartition("/")[2]
            values = {"suggestion": suggestion}
            diagnostics.append(Diagnostic("misnamed-document", sources[key].key, 1, 1, values))
        else:
            kept[key] = one
    return kept
