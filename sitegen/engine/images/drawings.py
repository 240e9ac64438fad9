"""Look into drawings (SVG), each once: those that would run code are not published. Reads files."""

import msgspec

from sitegen.engine.images.seen import SeenFiles, found_in
from sitegen.errors import Diagnostic
from sitegen.imaging.drawings import code_in


def without_code(seen: SeenFiles) -> SeenFiles:
    """Return what was *seen* without drawings that would run code; each becomes a diagnostic."""
    kept, refreshed, wrong = {}, {}, []
    for key, facts in seen.facts.items():
        problem = facts.problem if key.lower().endswith(".svg") else ""
        if problem is None:
            problem = found_in(seen.sources[key], code_in)
            if problem is not None:
                refreshed[key] = msgspec.structs.replace(seen.record(key), problem=problem)
                facts = msgspec.structs.replace(facts, problem=problem)  # as the next build knows
        if problem:
            wrong.append(Diagnostic("svg-code", seen.sources[key].key, 0, 0, {"found": problem}))
        else:
            kept[key] = facts
    return seen.after(kept, refreshed, wrong)
