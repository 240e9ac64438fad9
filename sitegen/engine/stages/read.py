"""Scan and parse: the site's folders become documents, data and files, read only where changed."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from sitegen.config import SiteConfig
from sitegen.disk.stamps import settled
from sitegen.engine.images.dimensions import FileLook, look_at
from sitegen.engine.images.drawings import without_code
from sitegen.engine.images.files import unseen_pictures
from sitegen.engine.images.private import without_private
from sitegen.engine.images.seen import SeenFiles
from sitegen.engine.options import Progress
from sitegen.engine.snapshot import Snapshot
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
from sitegen.markup.values import DeclaredShortcode
from sitegen.names import CONTENT, SECTION_TEXT, is_called, is_document, place_of
from sitegen.plugins.known import Remembered, plugins_of
from sitegen.site.assets import AssetFacts
from sitegen.site.publication import Clock
from sitegen.sources.data import ENDINGS, parse_data
from sitegen.sources.data_forms import meant_name, with_shared
from sitegen.sources.document import Document
from sitegen.sources.scan import Source
from sitegen.sources.withdrawal import Withdrawal
from sitegen.theme.folders import Theme, is_brought, read_theme, static_files

_HEAD_SECONDS = 2.0
"""Of the processor, for the size of one image: any that a camera made needs a thousandth of it."""


class Inputs(msgspec.Struct, frozen=True):
    """Everything that the site is made from, at one moment."""

    snapshot: Snapshot
    documents: dict[str, Document]
    unread: dict[str, Document]
    """What could be read of sources that have errors: told of, and nothing else."""
    wishes: dict[str, Withdrawal]
    """What these say of being withdrawn; once the site is read, what all documents say."""
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
    shortcodes: tuple[DeclaredShortcode, ...],
    plugins: tuple[Remembered, ...] = (),
    without: Collection[str] = (),
) -> Inputs:
    """Return the site's inputs; what was read before and did not change comes from *state*.

    *shortcodes*: those that the theme and the *plugins* declare. *without*: addresses of files that
    the theme leaves out.
    """
    sources = _sort(scan.content, config.typographies)
    known = state.sources()
    documents = read_documents(
        sources.documents, known, config, state, workers, progress, shortcodes, plugins
    )
    for spent in documents.spent:
        watch.add_plugins(spent)
    watch.lap("parse", len(documents.parsed), len(sources.documents))
    data, wrong_data = read_data(sources.data, scan, config.languages)
    # Another program may see another size, another Pillow read what this one cannot.
    seen_before = known if state.meta("tool") == tool_digest() else {}
    files = _looked_into(_look_at(sources.files, seen_before), config, workers)
    copied, sheets = static_files(scan.layers, without)
    static_sources = {
        path: scan.layers[number][f"static/{path}"] for path, number in copied.items()
    }
    static = _look_at(
        {f"static:{path}": source for path, source in static_sources.items()}, seen_before
    )
    theme, wrong_theme = theme_of(scan, sheets, plugins)
    gone = set(known) - set(sources.documents) - set(sources.files) - set(static.sources)
    with state.transaction():
        state.put_sources({**documents.refreshed, **files.refreshed, **static.refreshed})
        state.drop("source", gone)
    watch.lap("files", len(sources.data) + len(sources.files) + sum(map(len, scan.layers)))
    disk_paths = {f"asset:{key}": source.disk_path for key, source in sources.files.items()}
    return Inputs(
        snapshot=Snapshot(
            config,
            clock,
            dict(files.facts),
            data,
            with_mentions(theme, state),
            {key.removeprefix("static:"): facts for key, facts in static.facts.items()},
            frozenset(sources.documents.keys() - documents.documents.keys()),
            plugins=plugins,
        ),
        documents=documents.documents,
        unread=documents.unread,
        wishes=documents.wishes,
        disk_paths=disk_paths | {key: source.disk_path for key, source in static.sources.items()},
        diagnostics=(
            *scan.diagnostics,
            *documents.diagnostics,
            *wrong_data,
            *files.diagnostics,
            *static.diagnostics,
            *wrong_theme,
        ),
        parsed=documents.parsed,
    )


def theme_of(
    scan: Scan, sheets: tuple[str, ...], plugins: tuple[Remembered, ...]
) -> tuple[Theme, list[Diagnostic]]:
    """Return the theme in the folders that were scanned, and what is wrong with it.

    *sheets*: the static files that are rendered.
    """
    texts, unreadable = _read_layers(scan.layers)
    tested = {
        number
        for number, layer in enumerate(scan.layers)
        if all(is_brought(one.disk_path) for one in layer.values())
    }
    theme, wrong = read_theme([*texts, _brought_by(plugins)], sheets, tested)
    return theme, [*unreadable, *wrong]


def _brought_by(plugins: tuple[Remembered, ...]) -> dict[str, tuple[str, bytes]]:
    """Return the templates and words of *plugins* as the lowest folder of a theme."""
    known = plugins_of(plugins)
    files = {
        f"templates/{name}": (shown, text.encode())
        for name, (text, shown) in known.templates.items()
    }
    for language, texts in known.catalogues.items():
        files[f"locales/{language}.po"] = (f"plugins/{language}.po", "\n".join(texts).encode())
    return files


def _looked_into(seen: SeenFiles, config: SiteConfig, workers: Workers) -> SeenFiles:
    """Return what was *seen* without what is not to be published, and with what else is wrong."""
    seen = without_private(without_documents(seen))
    if config.markdown.raw_html != "allow":
        seen = without_code(seen)
    if config.images.active:
        from sitegen.engine.images.soundness import examined

        seen = examined(seen, workers)
    return seen.after(seen.facts, {}, list(unseen_pictures(seen)))


def _sort(sources: Mapping[str, Source], languages: Collection[str]) -> _Sorted:
    """Return *sources* by what they are; texts of sections in none of *languages* are nothing."""
    by_kind = _Sorted({}, {}, {})
    for key, source in sources.items():
        path = key.removeprefix("content/")
        if path.startswith("_data/"):
            if path.endswith(ENDINGS):
                by_kind.data[path] = source
        elif is_document(path):
            name = path.rpartition("/")[2]
            if name[0] != "_" or is_called(place_of(name, languages)[1], SECTION_TEXT):
                by_kind.documents[path] = source
        elif "/_data/" not in path:
            by_kind.files[path] = source
    return by_kind


def _as_content(shared: Mapping[str, Source]) -> dict[str, Source]:
    """Return a workspace's data files by the names that they would have in the site."""
    return {f"{CONTENT}/{name}": source for name, source in shared.items()}


def _read_layers(
    layers: Iterable[Mapping[str, Source]],
) -> tuple[list[dict[str, tuple[str, bytes]]], list[Diagnostic]]:
    """Return the texts of a theme's folders, each with its key, and what cannot be read of them."""
    texts: list[dict[str, tuple[str, bytes]]] = []
    wrong: list[Diagnostic] = []
    for layer in layers:
        read = {
            name: _read(source) for name, source in layer.items() if not name.startswith("static/")
        }
        wrong += (read_file for read_file in read.values() if isinstance(read_file, Diagnostic))
        texts.append(
            {name: (layer[name].key, raw) for name, raw in read.items() if isinstance(raw, bytes)}
        )
    return texts, wrong


def _read(source: Source) -> bytes | Diagnostic:
    try:
        with open(source.disk_path, "rb") as file:
            return file.read()
    except OSError as error:
        return _unreadable(source, error)


def _unreadable(source: Source, error: OSError) -> Diagnostic:
    values = {"reason": error.strerror or str(error)}
    return Diagnostic("unreadable", source.key, 0, 0, values)


def read_data(
    files: Mapping[str, Source], scan: Scan, languages: Collection[str] = ()
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Return what the site's data *files* and its workspace's hold, and what is wrong.

    *languages*: those that may have files of their own there.
    """
    data, wrong = _read_data(files, languages)
    shared, wrong_shared = _read_data(_sort(_as_content(scan.shared), ()).data, languages)
    return with_shared(data, shared), wrong + wrong_shared


def is_data(key: str) -> bool:
    """Whether the file *key* of the content is one of its data files."""
    return key.startswith(f"{CONTENT}/_data/") and key.endswith(ENDINGS)


def _read_data(
    sources: Mapping[str, Source], languages: Collection[str]
) -> tuple[dict[str, Any], list[Diagnostic]]:
    data: dict[str, Any] = {}
    diagnostics: list[Diagnostic] = []
    files: dict[str, Source] = {}
    for path, source in sources.items():
        raw = _read(source)
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


def _look_at(sources: Mapping[str, Source], known: Mapping[str, SourceRecord]) -> SeenFiles:
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
                unreadable.append(_unreadable(source, error))
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
    import hashlib

    from sitegen.digest import SIZE

    with open(path, "rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=SIZE)).digest()
