"""Scan and parse: the site's folders become documents, data and files, read only where changed."""

from collections.abc import Collection, Mapping

import msgspec

from sitegen.config import SiteConfig
from sitegen.engine.images.drawings import without_code
from sitegen.engine.images.hidden_metadata import without_private
from sitegen.engine.images.seen import SeenFiles
from sitegen.engine.images.unshown import unseen_pictures
from sitegen.engine.options import Progress
from sitegen.engine.snapshot import Snapshot
from sitegen.engine.stages.contents import sort_sources
from sitegen.engine.stages.look_at_files import look_at_files
from sitegen.engine.stages.misnamed import without_documents
from sitegen.engine.stages.read_data import read_data
from sitegen.engine.stages.read_documents import read_documents
from sitegen.engine.stages.read_theme import theme_of
from sitegen.engine.stages.scan import Scan
from sitegen.engine.state.mentions import with_mentions
from sitegen.engine.state.state import State
from sitegen.engine.timing.watch import Watch
from sitegen.engine.tool import tool_digest
from sitegen.engine.workers.pool import Workers
from sitegen.errors import Diagnostic
from sitegen.markup.values import DeclaredShortcode
from sitegen.plugins.remembered import Remembered
from sitegen.site.publication import Clock
from sitegen.sources.document import Document
from sitegen.sources.withdrawal import Withdrawal
from sitegen.theme.folders import static_files


class Inputs(msgspec.Struct, frozen=True):
    """Everything that the site is made from, at one moment."""

    snapshot: Snapshot
    documents: Mapping[str, Document]
    unread: dict[str, Document]
    """What could be read of sources that have errors: told of, and nothing else."""
    wishes: dict[str, Withdrawal]
    """What these say of being withdrawn; once the site is read, what all documents say."""
    disk_paths: dict[str, str]
    """Where to copy a file from: `asset:<path>`, `static:<path>`."""
    diagnostics: tuple[Diagnostic, ...]
    parsed: tuple[str, ...]
    """The documents that were parsed this time."""


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
    *,
    root: str,
) -> Inputs:
    """Return the inputs of the site at *root*; what was read before comes from *state*.

    *shortcodes*: those that the theme and the *plugins* declare. *without*: addresses of files that
    the theme leaves out.
    """
    sources = sort_sources(scan.content, config.typographies)
    known = state.sources()
    documents = read_documents(
        sources.documents,
        known,
        config,
        state,
        workers,
        progress,
        shortcodes,
        plugins,
        scan.unseen,
    )
    for spent in documents.spent:
        watch.add_plugins(spent)
    watch.lap("parse", len(documents.parsed), len(sources.documents))
    data, wrong_data = read_data(sources.data, scan, config.languages)
    # Another program may see another size, another Pillow read what this one cannot.
    seen_before = known if state.meta("tool") == tool_digest() else {}
    files = _looked_into(look_at_files(sources.files, seen_before), config, workers, root)
    copied, sheets = static_files(scan.layers, without)
    static_sources = {
        path: scan.layers[number][f"static/{path}"] for path, number in copied.items()
    }
    static = look_at_files(
        {f"static:{path}": source for path, source in static_sources.items()}, seen_before
    )
    theme, wrong_theme = theme_of(scan, sheets, plugins)
    gone = set(known) - set(sources.documents) - set(sources.files) - set(static.sources)
    with state.transaction():
        state.put_sources({**files.refreshed, **static.refreshed})
        state.drop("source", (key for key in gone if not key.startswith(scan.unseen)))
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


def _looked_into(seen: SeenFiles, config: SiteConfig, workers: Workers, root: str) -> SeenFiles:
    """Return what was *seen* without what is not to be published, and with what else is wrong."""
    seen = without_private(without_documents(seen))
    if config.markdown.raw_html != "allow":
        seen = without_code(seen)
    if config.images.active:
        from sitegen.engine.images.soundness import examined

        seen = examined(seen, workers, root)
    return seen.after(seen.facts, {}, list(unseen_pictures(seen)))
