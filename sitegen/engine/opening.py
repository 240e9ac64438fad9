"""Open a site: read what it is made from, and plan its pages. The output is not touched."""

from typing import NamedTuple, Self

from sitegen.engine.configuring import Configuration
from sitegen.engine.disk import Disk
from sitegen.engine.memory import Memory, Opened
from sitegen.engine.options import BuildOptions, Progress
from sitegen.engine.reading import read_inputs
from sitegen.engine.scanning import scan_site
from sitegen.engine.session import Session
from sitegen.engine.stored import BodyReader
from sitegen.engine.texts import changed_texts, metadata_digest
from sitegen.engine.watch import Watch
from sitegen.engine.workers import Workers
from sitegen.errors import Diagnostic, OutputError, placed, unique
from sitegen.model import zone_info
from sitegen.names import CONTENT
from sitegen.site.links import check_links
from sitegen.site.picture_files import check_shown_pictures
from sitegen.site.plan import Plan
from sitegen.site.publication import Clock


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
        options, configuration, disk, workers, progress, memory, watch = task
        config = configuration.config
        self.options = options
        self.config = config
        self.chain = configuration.chain
        self.workers = workers
        self.state = disk.state
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
        self.inputs = read_inputs(
            self.scan, config, self.clock, disk.state, workers, progress, watch
        )
        if any(
            one.code == "unreadable" or (one.code, one.path) == ("link-outside", "content")
            for one in self.inputs.diagnostics
        ):
            # No author's mistake: lists would be written anew without what the disk holds back.
            raise OutputError(*unique(placed(self.inputs.diagnostics, content)))
        self.metadata = metadata_digest(self.inputs.snapshot, self.inputs.documents.values())
        texts = changed_texts(disk.state, self.metadata, self.clock)
        self.changed_texts = texts
        """The documents whose texts alone changed since pages were recorded; None: look at all."""
        known = memory.opened if memory else None
        if memory:
            memory.opened = None  # until this build has ended well
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
            self.session.take_texts(self.inputs.documents, texts)
        else:
            self.bodies = BodyReader(disk.state.path)
            inputs, earlier = self.inputs, known.session if known else None
            self.session = Session(inputs.snapshot, inputs.documents, self.bodies.read, earlier)
            watch.lap("index", len(self.session.index.entries))
            self.plan = Plan(
                self.session.index, self.session.static.values(), self.session.sheets.values()
            )
        watch.lap("plan", len(self.plan.pages))
        index = self.session.index
        self.diagnostics: list[Diagnostic] = [
            *self.inputs.diagnostics,
            *self._emptiness(),
            *index.diagnostics,
            *self.plan.diagnostics,
            *check_links(index, self.plan.pages),
            *check_shown_pictures(index),
            *configuration.missing_files(index),
            *configuration.unknown_layouts(index, self.session.layouts),
            *configuration.unresolved_lines(index, self.inputs.snapshot.unread),
        ]
        watch.lap("links")

    def _emptiness(self) -> list[Diagnostic]:
        """Say it where the site has no document: its folder may be another one."""
        has_documents = self.inputs.documents or self.inputs.snapshot.unread
        return [] if has_documents else [Diagnostic("no-documents", CONTENT)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.bodies.close()
