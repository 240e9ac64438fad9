"""Look into drawings (SVG), each once: those that would run code are not published. Reads files."""

from collections.abc import Mapping

import msgspec

from sitegen.engine.state.looking import look_once
from sitegen.engine.state.records import SourceRecord
from sitegen.errors import Diagnostic
from sitegen.imaging.drawings import code_in
from sitegen.site.assets import AssetFacts
from sitegen.sources.scan import Source


def without_code(
    sources: Mapping[str, Source],
    facts: Mapping[str, AssetFacts],
    known: Mapping[str, SourceRecord],
    refreshed: dict[str, SourceRecord],
    diagnostics: list[Diagnostic],
) -> dict[str, AssetFacts]:
    """Return the *facts* without drawings that would run code; each becomes a diagnostic."""
    kept = {}
    for key, one in facts.items():
        problem = one.problem if key.lower().endswith(".svg") else ""
        if problem is None:
            problem = look_once(sources[key], key, "problem", code_in, (refreshed, known))
            if problem is not None:
                one = msgspec.structs.replace(one, problem=problem)  # as the next build knows it
        if problem:
            values = {"found": problem}
            diagnostics.append(Diagnostic("svg-code", sources[key].key, 0, 0, values))
        else:
            kept[key] = one
    return kept
