"""Scan and parse: the site's folders become documents, data and files, read only where changed."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from sitegen.config import SiteConfig
from sitegen.disk.stamps import settled
from sitegen.engine.images.dimensions import Look, look_at
from sitegen.engine.images.drawings import without_code
from sitegen.engine.images.files import unseen_pictures
from sitegen.engine.images.private import without_private
from sitegen.engine.options import Progress
from sitegen.engine.session import Snapshot
from sitegen.engine.stages.misnamed import without_documents
from sitegen.engine.stages.parse import read_documents
from sitegen.engine.stages.scan import Scan
from sitegen.engine.state.mentions import with_mentions
from sitegen.engine.state.records import SourceRecord
from sitegen.engine.state.state import State
from sitegen.engine.timing.watch import Watch
from sitegen.engine.tool import tool_digest
from sitegen.engine.workers.pool import Workers
from sitegen.engine.workers.time_limit import OutOfTimeError, limit_time
from sitegen.errors import Diagnostic
from sitegen.imaging.whole import CUT_OFF
from sitegen.names import is_document
from sitegen.site.assets import AssetFacts
from sitegen.site.publication import Clock
from sitegen.sources.data import ENDINGS, parse_data
from sitegen.sources.data_forms import meant_name
from sitegen.sources.document import Document
from sitegen.sources.scan import Source
from sitegen.sources.withdrawal import Wish
from sitegen.theme.folders import read_theme, static_files

_HEAD_SECONDS = 2.0
"""Of the processor, for the size of one image: any that a camera made needs a thousandth of it."""


class Inputs(msgspec.Struct, frozen=True):
    """Everything that the site is made from, at one moment."""

    snapshot: Snapshot
    documents: dict[str, Document]
    unread: dict[str, Document]
    """What could be read of sources that have errors: told of, and nothing else."""
    wishes: dict[str, Wish]
    """What these say of being withdrawn."""
    disk_paths: dict[str, str]
    """Where to copy a file from: `asset:<path>`, `static:<path>`."""
    diagnostics: tuple[Diagnostic, ...]
    parsed: tuple[str, ...]
    """The documents that were parsed this time."""


class _Sorted(NamedTuple):
    documents: dict[str, Source]
    data: dict[str, Source]
    files: dict[str, Source]


def read_inputs(
    scan: Scan,
    config: SiteConfig,
    clock: Clock,
    state: State,
    workers: Workers,
    progress: Progress,
    watch: Watch,
) -> Inputs:
    """Return the site's inputs; what was read before and did not change comes from *state*."""
    diagnostics = list(scan.diagnostics)
    found = _sort(scan.content)
    known = state.sources()
    refreshed: dict[str, SourceRecord] = {}
    documents = read_documents(
        found.documents, known, refreshed, config, state, workers, progress, diagnostics
    )
    watch.lap("parse", len(documents.parsed), len(found.documents))
    data = _read_data(found.data, diagnostics)
    # Another program may see another size, another Pillow read what this one cannot.
    is_same_tool = state.meta("tool") == tool_digest()
    seen = known if is_same_tool else {}
    files = _read_facts(found.files, seen, refreshed, diagnostics)
    copied, sheets = static_files(scan.layers)
    files = without_documents(found.files, files, known, refreshed, diagnostics)
    files = without_private(found.files, files, seen, refreshed, diagnostics)
    if config.markdown.raw_html != "allow":
        files = without_code(found.files, files, known, refreshed, diagnostics)
    if config.images.active:
        from sitegen.engine.images.soundness import examine_images

        examine_images(found.files, files, known, refreshed, workers, diagnostics)
    diagnostics += unseen_pictures(found.files, files)
    static_sources = {
        f"static:{path}": scan.layers[number][f"static/{path}"] for path, number in copied.items()
    }
    static = _read_facts(static_sources, seen, refreshed, diagnostics)
    texts = [_read_texts(layer, diagnostics) for layer in scan.layers]
    theme, wrong = read_theme(texts, sheets)
    theme = with_mentions(theme, state)
    gone = set(known) - set(found.documents) - set(found.files) - set(static_sources)
    with state.transaction():
        state.put_sources(refreshed)
        state.drop("source", gone)
    watch.lap("files", len(found.data) + len(found.files) + sum(map(len, scan.layers)))
    disk_paths = {f"asset:{key}": source.disk_path for key, source in found.files.items()}
    disk_paths |= {key: source.disk_path for key, source in static_sources.items()}
    return Inputs(
        snapshot=Snapshot(
            config,
            clock,
            files,
            data,
            theme,
            {key.removeprefix("static:"): facts for key, facts in static.items()},
            frozenset(found.documents.keys() - documents.sound.keys()),
        ),
        documents=documents.sound,
        unread=documents.unread,
        wishes=documents.wishes,
        disk_paths=disk_paths,
        diagnostics=(*diagnostics, *wrong),
        parsed=tuple(documents.parsed),
    )


def _sort(sources: Mapping[str, Source]) -> _Sorted:
    found = _Sorted({}, {}, {})
    for key, source in sources.items():
        path = key.removeprefix("content/")
        if path.startswith("_data/"):
            if path.endswith(ENDINGS):
                found.data[path] = source
        elif is_document(path):
            found.documents[path] = source
        elif "/_data/" not in path:
            found.files[path] = source
    return found


def _read_texts(
    sources: Mapping[str, Source], diagnostics: list[Diagnostic]
) -> dict[str, tuple[str, bytes]]:
    texts = {}
    for name, source in sources.items():
        if not name.startswith("static/"):
            raw = _read(source, diagnostics)
            if raw is not None:
                texts[name] = (source.key, raw)
    return texts


def _read(source: Source, diagnostics: list[Diagnostic]) -> bytes | None:
    try:
        with open(source.disk_path, "rb") as file:
            return file.read()
    except OSError as error:
        diagnostics.append(_unreadable(source, error))
        return None


def _unreadable(source: Source, error: OSError) -> Diagnostic:
    values = {"reason": error.strerror or str(error)}
    return Diagnostic("unreadable", source.key, 0, 0, values)


def _read_data(sources: Mapping[str, Source], diagnostics: list[Diagnostic]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    files: dict[str, Source] = {}
    for path, source in sources.items():
        raw = _read(source, diagnostics)
        if raw is None:
            continue
        value, wrong = parse_data(raw, source.key)
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
    return data


def _read_facts(
    sources: Mapping[str, Source],
    known: Mapping[str, SourceRecord],
    refreshed: dict[str, SourceRecord],
    diagnostics: list[Diagnostic],
) -> dict[str, AssetFacts]:
    """Return size, digest, dimensions and kind of files, reading those whose stamp is another."""
    facts = {}
    for key, source in sources.items():
        record = known.get(key)
        if record is None or record.stamp != source.stamp:
            try:
                content_digest = _digest_file(source.disk_path)
                kind, width, height, is_whole = _look(source.disk_path)
            except OSError as error:
                diagnostics.append(_unreadable(source, error))
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
    return facts


def _look(path: str) -> Look:
    """Return what the file is; nothing known of one made so that its head is read for ever."""
    with limit_time(_HEAD_SECONDS) as limit:
        try:
            with limit.running():
                return look_at(path)
        except OutOfTimeError:
            return Look("")


def _digest_file(path: str) -> bytes:
    import hashlib

    from sitegen.digest import SIZE

    with open(path, "rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=SIZE)).digest()
