"""Open a site: read what it is made from, and plan its pages. The output is not touched."""

import os
import sqlite3
from collections.abc import Callable, Collection, Set
from typing import NamedTuple, Self, TypeVar

import msgspec
from msgspec.structs import replace

from sitegen.config import SiteConfig
from sitegen.disk.workspace import SHARED_DATA, without_way
from sitegen.engine.configuring import Configuration
from sitegen.engine.file_reader import FileReader
from sitegen.engine.kit_cache import KitCache
from sitegen.engine.locked import Disk
from sitegen.engine.memory import BuildMemory, LastBuild
from sitegen.engine.mistakes import errors_first, find_mistakes, with_refused
from sitegen.engine.options import BuildOptions, Progress
from sitegen.engine.plugins import read_inputs_of
from sitegen.engine.published_file import PublishedFile, read_published
from sitegen.engine.session import SiteSession, open_session
from sitegen.engine.stages.read import Inputs, read_inputs
from sitegen.engine.stages.scan import Scan, scan_site
from sitegen.engine.stages.texts_alone import changed_texts, metadata_digest
from sitegen.engine.stages.wishes import with_waiting_translations, with_wishes
from sitegen.engine.state.accepted import Accepted
from sitegen.engine.state.state import State
from sitegen.engine.state.stored import BodyReader
from sitegen.engine.timing.watch import Watch
from sitegen.engine.tool import press_digest
from sitegen.engine.workers.pool import Workers
from sitegen.errors import (
    BrokenStateError,
    Diagnostic,
    OutputError,
    SitegenError,
    placed,
    unique,
)
from sitegen.model import zone_info
from sitegen.names import CONTENT, KITS_FOLDER, STATE_FOLDER
from sitegen.site.in_hand import document_in_hand, unforeseen
from sitegen.site.plan import Plan, plan_of
from sitegen.site.publication import Clock
from sitegen.theme.chain import ThemeChain

T = TypeVar("T")

NOT_A_DOCUMENTS = (SitegenError, BrokenStateError, sqlite3.Error, MemoryError)
"""What may be raised while a document is at work, and has its cause elsewhere."""


class Task(NamedTuple):
    """What a site is opened with."""

    options: BuildOptions
    configuration: Configuration
    disk: Disk
    workers: Workers
    progress: Progress
    memory: BuildMemory | None = None
    """What earlier builds of this process left, if it keeps anything."""
    watch: Watch = Watch()


class WrittenSite(msgspec.Struct, frozen=True):
    """All that a site is made from, as it is written, by the settings that say where it is."""

    configuration: Configuration
    clock: Clock
    scan: Scan
    inputs: Inputs
    published: PublishedFile | None
    """The addresses that readers know, where the site keeps a list of them."""


class OpenSite(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The site as it is now: all that can be asked of it, its pages, what is wrong with it."""

    task: Task
    written: WrittenSite
    inputs: Inputs
    """What its pages are made from: what is written, or what stands in for it."""
    metadata: bytes
    changed_texts: frozenset[str] | None
    """The documents whose texts alone changed since pages were recorded; None: look at all."""
    known: LastBuild | None
    """The memory's build, where the site is the same but for those texts."""
    bodies: BodyReader
    session: SiteSession
    plan: Plan
    diagnostics: tuple[Diagnostic, ...]

    @property
    def options(self) -> BuildOptions:
        return self.task.options

    @property
    def state(self) -> State:
        return self.task.disk.state

    @property
    def workers(self) -> Workers:
        return self.task.workers

    @property
    def config(self) -> SiteConfig:
        return self.written.configuration.config

    @property
    def chain(self) -> ThemeChain:
        return self.written.configuration.chain

    @property
    def clock(self) -> Clock:
        return self.written.clock

    @property
    def scan(self) -> Scan:
        return self.written.scan

    @property
    def published(self) -> PublishedFile | None:
        return self.written.published

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.bodies.close()


def open_site(task: Task) -> OpenSite:
    """Return the site as it is now. What was parsed is remembered.

    Raises `OutputError` when something cannot be read.
    """
    earlier = task.memory.take() if task.memory else None
    written = read_site(task, task.configuration)
    return planned(task, written, written.inputs, earlier, lambda site: site)


def read_site(task: Task, configuration: Configuration) -> WrittenSite:
    """Return what the site is made from by its settings; what is told of them goes with it."""
    options, disk, watch = task.options, task.disk, task.watch
    config, themes = configuration.config, configuration.chain.names
    content = config.content_folder
    now = options.now.in_zone(config.timezone).instant.astimezone(zone_info(config.timezone))
    clock = Clock(now, options.with_drafts, options.with_future, options.with_embargoed)
    if disk.scan and disk.scan.is_of(content, themes):
        scan = disk.scan
    else:
        scan = scan_site(options.root, content, themes)
        watch.lap("scan", len(scan.content))
    scan = scan.without_content(options.unseen)
    chain = configuration.chain
    plugins, wrong = read_inputs_of(options.root, configuration.plugins)
    work = (disk.state, task.workers, task.progress, watch)
    declared = (chain.shortcodes, plugins, chain.without)
    inputs = read_inputs(scan, config, clock, *work, *declared, root=options.root)
    inputs = replace(
        inputs,
        snapshot=replace(inputs.snapshot, rings=configuration.rings),
        diagnostics=(*inputs.diagnostics, *wrong),
    )
    inputs = with_wishes(inputs, lambda: Accepted(disk.state).documents)
    inputs = with_waiting_translations(inputs, lambda: Accepted(disk.state), config.typographies)
    if any(
        mistake.code == "unreadable" or (mistake.code == "link-outside" and _is_whole(mistake.path))
        for mistake in inputs.diagnostics
    ):
        # No author's mistake: lists would be written anew without what the disk holds back.
        raise OutputError(*unique(placed(inputs.diagnostics, content)))
    published = read_published(options.root)
    if published is not None:
        snapshot = replace(inputs.snapshot, known=published.listing.known())
        inputs = replace(inputs, snapshot=snapshot)
    return WrittenSite(configuration, clock, scan, inputs, published)


def _is_whole(path: str) -> bool:
    """Whether *path* is the folder of all documents, or of all data that sites share."""
    return path == CONTENT or (path.startswith("../") and without_way(path) == SHARED_DATA)


def planned(
    task: Task,
    written: WrittenSite,
    inputs: Inputs,
    earlier: LastBuild | None,
    look: Callable[[OpenSite], T],
) -> T:
    """Return what *look* finds in the site that is made of *inputs*, with its index and its plan.

    A document at which one of these fails is told, and not there.
    """
    failed: dict[str, Diagnostic] = {}
    while True:
        try:
            site = _plan(task, written, without(inputs, failed), earlier)
            return look(replace(site, diagnostics=(*site.diagnostics, *failed.values())))
        except NOT_A_DOCUMENTS:
            raise
        except Exception as error:
            document_id = document_in_hand(error)
            if document_id not in inputs.documents or document_id in failed:
                raise
            failed[document_id] = unforeseen(error, document_id)


def _plan(task: Task, written: WrittenSite, inputs: Inputs, earlier: LastBuild | None) -> OpenSite:
    state, watch = task.disk.state, task.watch
    metadata = metadata_digest(inputs.snapshot, inputs.documents.values())
    texts = changed_texts(state, metadata, written.clock)
    known = earlier if texts is not None and _stands(earlier, metadata, texts) else None
    if known is not None and texts is not None:
        bodies, session, plan = known.bodies, known.session, known.plan
        session.take_texts(inputs.documents, texts)
        session.files.output, session.files.disk_paths = task.disk.output.folder, inputs.disk_paths
    else:
        bodies = BodyReader(state.path, kept=inputs.snapshot.held.kept)
        before = earlier.session if earlier else None
        files = FileReader(task.disk.output.folder, inputs.disk_paths)
        session = open_session(inputs.snapshot, inputs.documents, bodies.read, files, before)
        watch.lap("index", len(session.index.entries))
        plan = plan_of(session.index, session.static.values(), session.sheets.values())
    if session.kits is None:
        folder = os.path.join(task.options.root, STATE_FOLDER, KITS_FOLDER)
        session.kits = KitCache(folder, press_digest())
    watch.lap("plan", len(plan.pages))
    mistakes = find_mistakes(
        task.disk.site_yaml,
        written.configuration,
        written.published,
        written.scan,
        inputs,
        session,
        plan,
    )
    accepted = written.configuration.config.check.ignore
    diagnostics = tuple(errors_first(with_refused(mistakes, inputs), inputs, accepted))
    watch.lap("links")
    return OpenSite(
        task=task,
        written=written,
        inputs=inputs,
        metadata=metadata,
        changed_texts=texts,
        known=known,
        bodies=bodies,
        session=session,
        plan=plan,
        diagnostics=diagnostics,
    )


def _stands(earlier: LastBuild | None, metadata: bytes, texts: Set[str]) -> bool:
    """Whether the site is the one of the *earlier* build, but for the *texts*."""
    return earlier is not None and earlier.metadata == metadata and not earlier.tells_of(texts)


def without(inputs: Inputs, documents: Collection[str]) -> Inputs:
    """Return *inputs* without the *documents* (ids), as if nothing of them had been read."""
    if not documents:
        return inputs
    snapshot = inputs.snapshot
    held = snapshot.held
    snapshot = replace(
        snapshot,
        unread=snapshot.unread | set(documents),
        held=replace(held, kept=held.kept - set(documents)),
    )
    left = {key: document for key, document in inputs.documents.items() if key not in documents}
    return replace(inputs, snapshot=snapshot, documents=left)
