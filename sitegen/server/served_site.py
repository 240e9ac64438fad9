"""A site's folder, built again and again for its preview: what a build leaves, and what is due."""

import gc
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import msgspec

from sitegen.config import SiteConfig
from sitegen.engine.build import build
from sitegen.engine.configuring import load_config
from sitegen.engine.memory import BuildMemory
from sitegen.engine.options import BuildOptions, BuildReport, Progress
from sitegen.engine.site_yaml import read_site_file
from sitegen.engine.timing.watch import Watch
from sitegen.errors import Diagnostic, SitegenError
from sitegen.model import Moment
from sitegen.names import CONTENT
from sitegen.server.editing import Desk
from sitegen.server.preview import PreviewedSite

_NO_WATCH = Watch()


class PreviewBuild(NamedTuple):
    """A build of the preview."""

    changed: list[str]
    """What was saved before it; nothing when the clock had it built, or the start."""
    report: BuildReport | None
    """None when nothing could be built."""
    diagnostics: list[Diagnostic]
    seconds: float

    @property
    def has_news(self) -> bool:
        """Whether a page is another, or gone."""
        return self.report is not None and bool(self.report.written or self.report.removed)


class ServedSite:
    """A site's folder, built again and again for its preview."""

    def __init__(
        self,
        options: BuildOptions,
        clock: Callable[[], Moment],
        preview: PreviewedSite,
        *,
        is_clock_fixed: bool,
        desk: Desk | None = None,
    ) -> None:
        self._desk = desk
        self._options = options
        self._clock = clock
        self._preview = preview
        self._is_clock_fixed = is_clock_fixed
        self._memory = BuildMemory()
        self._memory.is_index_wanted = desk is not None
        self.until = math.inf
        self.is_index_due = False
        """Whether the search index is not the one of today's pages, and can be made."""
        self.are_images_due = False
        """Whether pages name images that nobody has made yet."""
        self.is_look_due = False
        """Whether the last builds looked at what was saved alone."""
        self.content = CONTENT
        """The folder of the documents below the site's."""

    def build(
        self,
        origin: str,
        changed: list[str],
        progress: Progress,
        is_interrupted: Callable[[], bool],
        watch: Watch = _NO_WATCH,
        *,
        with_images: bool = True,
        with_search: bool = False,
        with_look: bool = False,
    ) -> PreviewBuild:
        """Build the preview that is served at *origin*, and publish it, with the mistakes in it.

        *is_interrupted* says when images and the search index are to be left for later.
        *with_look*: all is looked at, not what *changed* alone.
        """
        started = time.perf_counter()
        # Else a page would reload for each of its images.
        is_shown_at_once = not (self.are_images_due and with_images)

        def advance(stage: str, done: int, total: int) -> None:
            progress(stage, done, total)
            if stage == "render" and is_shown_at_once:
                self._preview.tick()

        report: BuildReport | None = None
        with _collector_at_rest():
            try:
                root = self._options.root
                opened = load_config(root, read_site_file(root))
                options = msgspec.structs.replace(
                    self._options,
                    now=self._follow_settings(opened.config),
                    base_url=f"{origin}{opened.config.base_path}/",
                    with_search=with_search,
                    with_images=with_images,
                    saved=None if with_look else tuple(changed) or None,
                )
                self._memory.is_interrupted = is_interrupted
                report = build(options, advance, self._memory, watch)
                self._note_due(report)
                diagnostics = report.diagnostics
                self._preview.withheld = report.withheld
                if self._desk is not None:
                    last = self._memory.last_build
                    self._desk.tell(opened, last.session.index if last else None, diagnostics)
                self.until = report.until
            except SitegenError as error:
                diagnostics = list(error.diagnostics)
                self.until = math.inf  # the next try is an edit's, not the clock's
                self._note_due(BuildReport())
        self._preview.publish(self._options.root, diagnostics)
        return PreviewBuild(changed, report, diagnostics, time.perf_counter() - started)

    def _follow_settings(self, config: SiteConfig) -> Moment:
        """Serve the preview as *config* has it from now on; return the moment that it shows."""
        self._preview.base_path = config.base_path
        self._preview.zone = config.timezone
        self.content = config.content_folder
        now = self._clock().in_zone(config.timezone)
        self._preview.clock = now.timestamp if self._is_clock_fixed else None
        return now

    def _note_due(self, report: BuildReport) -> None:
        """Note what a build left for later."""
        self.is_index_due = report.is_index_due
        self.are_images_due = report.are_images_due
        self.is_look_due = report.is_look_due

    def close(self) -> None:
        self._memory.forget()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Let the garbage collector rest: a build makes much and leaves few cycles."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
