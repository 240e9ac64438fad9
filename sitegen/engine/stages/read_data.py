"""Read the data files of a site, and those of its workspace beside them."""

from collections.abc import Collection, Mapping
from typing import Any

from sitegen.engine.stages.contents import as_content, read_source, sort_sources
from sitegen.engine.stages.scan import Scan
from sitegen.errors import Diagnostic
from sitegen.sources.data import parse_data
from sitegen.sources.data_forms import meant_name, with_shared
from sitegen.sources.scan import Source


def read_data(
    files: Mapping[str, Source], scan: Scan, languages: Collection[str] = ()
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Return what the site's data *files* and its workspace's hold, and what is wrong.

    *languages*: those that may have files of their own there.
    """
    data, wrong = _read_data(files, languages)
    shared, wrong_shared = _read_data(sort_sources(as_content(scan.shared), ()).data, languages)
    return with_shared(data, shared), wrong + wrong_shared


def _read_data(
    sources: Mapping[str, Source], languages: Collection[str]
) -> tuple[dict[str, Any], list[Diagnostic]]:
    data: dict[str, Any] = {}
    diagnostics: list[Diagnostic] = []
    files: dict[str, Source] = {}
    for path, source in sources.items():
        raw = read_source(source)
        if isinstance(raw, Diagnostic):
            diagnostics.append(raw)
            continue
        value, wrong = parse_data(raw, source.key, languages)
        diagnostics += wrong
        name = path.removeprefix("_data/").rpartition(".")[0]
        if name in files:
            values = {"other": files[name].key, "name": name}
            diagnostics.append(Diagnostic("data-twice", source.key, 1, 1, values))
        files[name], data[name] = source, value
    for source in files.values():
        if (meant := meant_name(source.key)) and meant not in data:
            values = {"suggestion": f"{meant}.yaml"}
            diagnostics.append(Diagnostic("data-unread", source.key, 1, 1, values))
    return data, diagnostics
