"""``while wait_for_change(): build()``: the preview's loop. There is no second engine.

The preview has an output and a state of its own below ``.sitegen/``, so that neither `output/` nor
what its builds remember is ever touched by it.
"""

import math
import os
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from typing import Any

import msgspec

from sitegen.disk.workspace import SHARED_DATA, SHARED_THEMES, shared_folder
from sitegen.editing.configuration import EditedSite
from sitegen.engine.build import look
from sitegen.engine.lock import BuildLock
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import BuildOptions
from sitegen.engine.site_yaml import read_site_file
from sitegen.engine.timing.watch import Watch
from sitegen.errors import Diagnostic
from sitegen.model import Moment
from sitegen.names import STATE_FOLDER
from sitegen.server.editing import Desk, material_of
from sitegen.server.http import PreviewServer
from sitegen.server.listening import Address, listen
from sitegen.server.preview import PreviewedSite
from sitegen.server.served_site import PreviewBuild, ServedSite
from sitegen.server.watch import Watcher
from sitegen.theme.folders import CHECKOUT, PACKAGED

CALM = 2.0
"""Seconds without a change after which all is looked at, and the search index made."""
LONGEST_WITHOUT_CALM = 10.0
"""Seconds after which all is looked at though there is no calm: some editors save each second."""
_NAP = 60.0
"""Seconds after which the clock is looked at again: a machine that slept has not counted them."""


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
        loop = _Loop(site, origin, on_built, progress, watch)
        # Before there are threads: its workers may be forks. Images take longer than all else.
        loop.bring_up_to_date([], with_images=False)
        shared = (shared_folder(root, name) for name in (SHARED_THEMES, SHARED_DATA))
        others = (PACKAGED, CHECKOUT, *filter(None, shared))
        watcher = Watcher(root, others, content=site.content, is_polling=is_polling)
        loop.watcher = held.enter_context(watcher)
        if watcher.refusal:
            on_polling(watcher.refusal)
        loop.bring_up_to_date([], with_images=False)  # what was saved before anybody watched
        threading.Thread(target=server.serve_forever, args=(0.2,), daemon=True).start()
        held.callback(server.shutdown)
        on_start(f"{origin}{preview.base_path}/", server, site.are_images_due)
        while True:
            was_polling = watcher.is_polling
            loop.follow(watcher, is_clock_fixed=is_clock_fixed)
            if watcher.is_polling and not was_polling:
                on_polling(watcher.refusal)


class _Loop:
    """Builds a site when something is saved, when the clock says so, or when something is due."""

    watcher: Watcher | None = None
    """What tells of changes, once somebody watches."""

    def __init__(
        self,
        site: ServedSite,
        origin: str,
        on_built: Callable[[PreviewBuild], None],
        progress: Callable[[], Any],
        watch: Callable[[], Watch],
    ) -> None:
        self._site = site
        self._origin = origin
        self._on_built, self._progress, self._watch = on_built, progress, watch
        self._said: list[Diagnostic] | None = None
        self._due_since = math.inf
        """Since when, by a clock that runs steadily, not all has been looked at."""

    def bring_up_to_date(
        self, changed: list[str], *, with_images: bool = True, with_search: bool = False
    ) -> None:
        """Build, and tell of it where something was saved, is another, or is wrong anew."""
        with self._progress() as bar:
            built = self._site.build(
                self._origin,
                changed,
                bar.advance,
                self._is_interrupted,
                self._watch(),
                with_images=with_images,
                with_search=with_search,
                with_look=time.monotonic() - self._due_since >= LONGEST_WITHOUT_CALM,
            )
        due_since = min(self._due_since, time.monotonic())
        self._due_since = due_since if self._site.is_look_due else math.inf
        if changed or built.has_news or built.diagnostics != self._said:
            self._on_built(built)
        self._said = built.diagnostics
        if self.watcher:
            self.watcher.follow_content(self._site.content)

    def follow(self, watcher: Watcher, *, is_clock_fixed: bool) -> None:
        """Wait for a change, the clock or calm, and build what is to be built then."""
        site = self._site
        pause = _pause(site.until, is_clock_fixed)
        if site.are_images_due or site.is_index_due or site.is_look_due:
            pause = min(pause, 0.0 if site.are_images_due else CALM)
        changed = watcher.wait(pause)
        if changed or (not is_clock_fixed and time.time() >= site.until):
            self.bring_up_to_date(changed, with_images=not site.are_images_due)
        elif site.are_images_due:
            self.bring_up_to_date([])
        elif site.is_index_due or site.is_look_due:
            self.bring_up_to_date([], with_search=True)

    def _is_interrupted(self) -> bool:
        return self.watcher is not None and self.watcher.has_changes


def _look_at(options: BuildOptions) -> EditedSite:
    """Return what the editing page is made from, where no build has told of it."""

    def ask(site: OpenSite) -> EditedSite:
        return material_of(options.root, site.written.configuration, site.session.index)

    return look(options, ask)


def _pause(until: float, is_clock_fixed: bool) -> float:
    """Return for how many seconds nothing happens by itself."""
    left = _NAP if is_clock_fixed else until - time.time()
    with suppress(OverflowError):
        return max(0.0, min(left, _NAP))
    return _NAP
