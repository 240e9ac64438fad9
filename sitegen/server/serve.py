"""``while wait_for_change(): build()``: the preview's loop. There is no second engine.

The preview has an output and a state of its own below ``.sitegen/``, so that neither `output/` nor
what its builds remember is ever touched by it.
"""

import gc
import math
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import Any, NamedTuple

import msgspec

from sitegen.disk.workspace import SHARED_DATA, SHARED_THEMES, shared_folder
from sitegen.editing.configuration import Material
from sitegen.engine.build import build, look
from sitegen.engine.configuring import load_config
from sitegen.engine.lock import BuildLock
from sitegen.engine.memory import BuildMemory
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import BuildOptions, BuildReport, Progress
from sitegen.engine.site_file import read_site_file
from sitegen.engine.timing.watch import Watch
from sitegen.errors import Diagnostic, SitegenError, UsageError, reason_of
from sitegen.model import Moment
from sitegen.names import CONTENT, STATE_FOLDER
from sitegen.server.editing import Desk, material_of
from sitegen.server.http import PreviewServer
from sitegen.server.preview import PreviewedSite
from sitegen.server.watch import Watcher
from sitegen.theme.folders import CHECKOUT, PACKAGED

_NO_WATCH = Watch()
DEFAULT_PORT = 8000
_NEXT_PORTS = 20
"""Ports after the default that are tried when it is taken."""
CALM = 2.0
"""Seconds without a change after which the search index is made."""
_NAP = 60.0
"""Seconds after which the clock is looked at again: a machine that slept has not counted them."""


class Address(NamedTuple):
    host: str
    port: int = 0
    """0: the default, or a free one when it is taken."""

    def url(self, port: int) -> str:
        """Return the address that a browser on this machine asks for."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(self.host, self.host)
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


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
        self.until = math.inf
        self.is_index_due = False
        """Whether the search index is not the one of today's pages, and can be made."""
        self.are_images_due = False
        """Whether pages name images that nobody has made yet."""
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
    ) -> PreviewBuild:
        """Build the preview that is served at *origin*, and publish it, with the mistakes in it.

        *is_interrupted* says when images and the search index are to be left for later.
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
                config = opened.config
                self._preview.base_path = config.base_path
                self._preview.zone = config.timezone
                self.content = config.content_folder
                now = self._clock().in_zone(config.timezone)
                self._preview.clock = now.timestamp if self._is_clock_fixed else None
                options = msgspec.structs.replace(
                    self._options,
                    now=now,
                    base_url=f"{origin}{config.base_path}/",
                    with_search=with_search,
                    with_images=with_images,
                )
                self._memory.is_interrupted = is_interrupted
                report = build(options, advance, self._memory, watch)
                self.is_index_due = report.is_index_due
                self.are_images_due = report.are_images_due
                diagnostics = report.diagnostics
                self._preview.withheld = report.withheld
                if self._desk is not None:
                    last = self._memory.last_build
                    self._desk.tell(opened, last.session.index if last else None, diagnostics)
                self.until = report.until
            except SitegenError as error:
                diagnostics = list(error.diagnostics)
                self.until = math.inf  # the next try is an edit's, not the clock's
                self.is_index_due = False
                self.are_images_due = False
        self._preview.publish(self._options.root, diagnostics)
        return PreviewBuild(changed, report, diagnostics, time.perf_counter() - started)

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


def listen(address: Address, preview: PreviewedSite, desk: Desk | None = None) -> PreviewServer:
    """Return a server on *address*, or on a port near it. Raises `UsageError` when none is free."""
    near = range(DEFAULT_PORT, DEFAULT_PORT + _NEXT_PORTS)
    ports = [address.port] if address.port else [*near, 0]
    for port in ports:
        try:
            return PreviewServer(address.host, port, preview, desk)
        except OSError as error:
            reason = reason_of(error)
            if not _is_taken(error):
                break
    values = {"address": f"{address.host}:{ports[0]}", "reason": reason}
    raise UsageError(Diagnostic("cannot-listen", values=values))


def _is_taken(error: OSError) -> bool:
    import errno

    return error.errno in (errno.EADDRINUSE, errno.EACCES)


def preview_folder(root: str) -> str:
    """Return the folder of the preview's output, state and lock."""
    return os.path.join(root, STATE_FOLDER, "preview")


def preview_lock(root: str) -> BuildLock:
    """Return the lock that a server holds as long as it runs."""
    return BuildLock(os.path.join(preview_folder(root), "serving"), "serve-running")


def serve(
    options: BuildOptions,
    address: Address,
    *,
    clock: Callable[[], Moment],
    is_clock_fixed: bool,
    is_polling: bool,
    is_edited: bool = False,
    on_start: Callable[[str, PreviewServer, bool], None],
    on_built: Callable[[PreviewBuild], None],
    on_polling: Callable[[str], None],
    progress: Callable[[], Any],
    watch: Callable[[], Watch] = Watch,
) -> None:
    """Serve the site of *options* until a signal ends the process.

    *options* say what is shown; where it is written is decided here. *is_edited*: the editing page
    is served too, and writes what its authors save. *progress* gives a context
    whose `advance` is told of the build's progress, *watch* what is told of its stages. *on_start*
    gets the address, and whether images are still to be made. Raises
    `UsageError` when there is no site, when another server runs in its folder, or when it cannot
    listen on *address*.
    """
    root = options.root
    read_site_file(root)
    folder = preview_folder(root)
    with ExitStack() as held:
        held.enter_context(preview_lock(root))
        options = msgspec.structs.replace(
            options, output=os.path.join(folder, "site"), state=folder
        )
        preview = PreviewedSite(options.output)
        desk = Desk(root, partial(_look_at, options)) if is_edited else None
        server = held.enter_context(listen(address, preview, desk))
        held.callback(preview.close)
        origin = address.url(server.server_address[1])
        site = ServedSite(options, clock, preview, is_clock_fixed=is_clock_fixed, desk=desk)

        held.callback(site.close)

        said: list[list[Diagnostic]] = []

        def bring_up_to_date(
            changed: list[str], *, with_images: bool = True, with_search: bool = False
        ) -> None:
            with progress() as bar:
                built = site.build(
                    origin,
                    changed,
                    bar.advance,
                    is_interrupted,
                    watch(),
                    with_images=with_images,
                    with_search=with_search,
                )
            if changed or built.has_news or built.diagnostics not in said:
                on_built(built)
            said[:] = [built.diagnostics]
            if watcher:
                watcher.follow_content(site.content)

        def is_interrupted() -> bool:
            return watcher is not None and watcher.has_changes

        watcher: Watcher | None = None
        # Before there are threads: its workers may be forks. Images take longer than all else.
        bring_up_to_date([], with_images=False)
        shared = (shared_folder(root, name) for name in (SHARED_THEMES, SHARED_DATA))
        others = (PACKAGED, CHECKOUT, *filter(None, shared))
        watcher = Watcher(root, others, content=site.content, is_polling=is_polling)
        held.enter_context(watcher)
        if watcher.refusal:
            on_polling(watcher.refusal)
        bring_up_to_date([], with_images=False)  # what was saved before anybody watched
        threading.Thread(target=server.serve_forever, args=(0.2,), daemon=True).start()
        held.callback(server.shutdown)
        on_start(f"{origin}{preview.base_path}/", server, site.are_images_due)
        while True:
            was_polling = watcher.is_polling
            pause = _pause(site.until, is_clock_fixed)
            if site.are_images_due or site.is_index_due:
                pause = min(pause, 0.0 if site.are_images_due else CALM)
            changed = watcher.wait(pause)
            if changed or (not is_clock_fixed and time.time() >= site.until):
                bring_up_to_date(changed, with_images=not site.are_images_due)
            elif site.are_images_due:
                bring_up_to_date([])
            elif site.is_index_due:
                bring_up_to_date([], with_search=True)
            if watcher.is_polling and not was_polling:
                on_polling(watcher.refusal)


def _look_at(options: BuildOptions) -> Material:
    """Return what the editing page is made from, where no build has told of it."""

    def ask(site: OpenSite) -> Material:
        return material_of(options.root, site.written.configuration, site.session.index)

    return look(options, ask)


def _pause(until: float, is_clock_fixed: bool) -> float:
    """Return for how many seconds nothing happens by itself."""
    left = _NAP if is_clock_fixed else until - time.time()
    with suppress(OverflowError):
        return max(0.0, min(left, _NAP))
    return _NAP
