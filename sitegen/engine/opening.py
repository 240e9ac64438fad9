"""Open a site: read what it is made from, and plan its pages. The output is not touched."""

import sqlite3
from collections.abc import Collection
from itertools import filterfalse
from typing import NamedTuple, Self

from msgspec.structs import replace

from sitegen.catalogue import is_error
from sitegen.config import SiteFile
from sitegen.engine.configuring import Configuration
from sitegen.engine.locked import Disk
from sitegen.engine.memory import Memory, Opened
from sitegen.engine.options import BuildOptions, Progress
from sitegen.engine.published_file import read_published
from sitegen.engine.session import Session
from sitegen.engine.stages.read import Inputs, read_inputs
from sitegen.engine.stages.scan import scan_site
from sitegen.engine.stages.texts_alone import changed_texts, metadata_digest
from sitegen.engine.state.stored import BodyReader
from sitegen.engine.timing.watch import Watch
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
from sitegen.names import CONTENT
from sitegen.published.compare import check_addresses
from sitegen.published.identities import listed_identities, moved
from sitegen.published.listing import listing_of
from sitegen.site.accepted import without_accepted
from sitegen.site.in_hand import document_in_hand, unforeseen
from sitegen.site.links import check_links
from sitegen.site.picture_files import check_shown_pictures
from sitegen.site.plan import Plan
from sitegen.site.publication import Clock
from sitegen.site.section_names import check_section_names

NOT_A_DOCUMENTS = (SitegenError, BrokenStateError, sqlite3.Error, MemoryError)
"""What may be raised while a document is at work, and has its cause elsewhere."""


class Task(NamedTuple):
    """What a site is opened with."""

    options: BuildOptions
    configuration: Configuration
    disk: Disk
    workers: Workers
    progress: Progress
    memory: Memory | None = None
    """What earlier builds of this process left, if it keeps anything."""
    watch: Watch = Watch()


class OpenSite:
    """The site as it is now: all that can be asked of it, its pages, what is wrong with it.

    What was parsed is remembered. Raises `OutputError` when something cannot be read.
    """

    def __init__(self, task: Task) -> None:
        self.options = task.options
        self.workers = task.workers
        self.state = task.disk.state
        self._task = task
        memory = task.memory
        self._earlier = memory.opened if memory else None
        if memory:
            memory.opened = None  # until this build has ended well
        self.published = read_published(task.options.root)
        """The addresses that readers know, where the site keeps a list of them."""
        self.written = self._read(task.configuration)
        """All that the site is made from, as it is written."""
        self._open(self.written)

    def _read(self, configuration: Configuration) -> Inputs:
        """Return what the site is made from by its settings; what is told of them goes with it."""
        options, disk, watch = self._task.options, self._task.disk, self._task.watch
        config = configuration.config
        self._configuration = configuration
        self.config = config
        self.chain = configuration.chain
        zone = zone_info(config.timezone)
        now = options.now.in_zone(config.timezone).instant.astimezone(zone)
        self.clock = Clock(now, options.with_drafts, options.with_future, options.with_embargoed)
        themes = self.chain.names
        content = config.content_folder
        if disk.scan and disk.scan.is_of(content, themes):
            self.scan = disk.scan
        else:
            self.scan = scan_site(options.root, content, themes)
            watch.lap("scan", len(self.scan.content))
        inputs = read_inputs(
            self.scan, config, self.clock, disk.state, self.workers, self._task.progress, watch
        )
        if any(
            one.code == "unreadable" or (one.code, one.path) == ("link-outside", "content")
            for one in inputs.diagnostics
        ):
            # No author's mistake: lists would be written anew without what the disk holds back.
            raise OutputError(*unique(placed(inputs.diagnostics, content)))
        return inputs

    def _open(self, inputs: Inputs) -> None:
        """Make index and plan of *inputs*; a document at which that fails is told and not there."""
        failed: dict[str, Diagnostic] = {}
        while True:
            try:
                self._plan(without(inputs, failed))
                break
            except NOT_A_DOCUMENTS:
                raise
            except Exception as error:
                document_id = document_in_hand(error)
                if document_id not in inputs.documents or document_id in failed:
                    raise
                failed[document_id] = unforeseen(error, document_id)
        self.diagnostics += failed.values()

    def _plan(self, inputs: Inputs) -> None:
        state, watch = self.state, self._task.watch
        self.inputs = inputs
        self.metadata = metadata_digest(inputs.snapshot, inputs.documents.values())
        texts = changed_texts(state, self.metadata, self.clock)
        self.changed_texts = texts
        """The documents whose texts alone changed since pages were recorded; None: look at all."""
        known = self._earlier
        self.known: Opened | None = None
        """The memory's build, where the site is the same but for those texts."""
        if (
            known is not None
            and texts is not None
            and known.metadata == self.metadata
            and not known.tells_of(texts)
        ):
            self.known = known
            self.bodies, self.session, self.plan = known.bodies, known.session, known.plan
            self.session.take_texts(inputs.documents, texts)
        else:
            self.bodies = BodyReader(state.path, kept=inputs.snapshot.held.kept)
            earlier = known.session if known else None
            self.session = Session(inputs.snapshot, inputs.documents, self.bodies.read, earlier)
            watch.lap("index", len(self.session.index.entries))
            self.plan = Plan(
                self.session.index, self.session.static.values(), self.session.sheets.values()
            )
        watch.lap("plan", len(self.plan.pages))
        index = self.session.index
        told = [
            *inputs.diagnostics,
            *self._addresses(),
            *self._emptiness(),
            *index.diagnostics,
            *self.plan.diagnostics,
            *check_links(index, self.plan.pages, inputs.unread.values()),
            *check_shown_pictures(index, inputs.unread.values()),
            *self._configuration.missing_files(index),
            *self._configuration.misspelt_sections(index),
            *check_section_names(index),
            *self._configuration.unknown_layouts(index, self.session.layouts),
            *self._configuration.unresolved_lines(index, index.unwritten),
            *self._configuration.wrong_redirects(index, self.plan),
        ]
        documents, everywhere = inputs.unread | inputs.documents, self.config.check.ignore
        self.diagnostics: list[Diagnostic] = [
            *filter(is_error, told),
            *without_accepted(filterfalse(is_error, told), documents, everywhere),
        ]
        watch.lap("links")

    def _addresses(self) -> list[Diagnostic]:
        """Say what of the published addresses is gone, and what subscribers would see again."""
        if self.published is None:
            return []
        index, listing = self.session.index, self.published.listing
        now = listing_of(index, self.plan.pages.values())
        before = listed_identities(listing, index.config.base_path)
        told = [
            *self.published.diagnostics,
            *check_addresses(listing, now, index),
            *moved(before, index),
        ]
        if listing.url and listing.url != now.url and not self.options.base_url:
            values = {"before": listing.url, "after": now.url}
            place = SiteFile(self._task.disk.site_yaml).place("url")
            told.append(place.diagnostic("identity-changed", **values))
        return told

    def _emptiness(self) -> list[Diagnostic]:
        """Say it where the site has no document: its folder may be another one."""
        has_documents = self.inputs.documents or self.inputs.snapshot.unread
        return [] if has_documents else [Diagnostic("no-documents", CONTENT)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.bodies.close()


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
    left = {key: one for key, one in inputs.documents.items() if key not in documents}
    return replace(inputs, snapshot=snapshot, documents=left)
