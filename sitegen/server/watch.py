"""Say when to build: events of the file system, or a look at it every second. Does I/O.

An event says when to build, and where to look first; whether anything else changed is found by the
build's own scan, once all is calm. What is written by builds (`output/`, `.sitegen/`) is never
watched, or each build would be followed by one.
"""

import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from threading import Condition
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from sitegen.errors import reason_of
from sitegen.names import CONTENT, MARKER, SITE_FILE
from sitegen.sources.scan import is_skipped

QUIET = 0.03
"""Seconds without an event after which a burst of saves is over."""
LONGEST = 1.0
"""Seconds after which a burst that does not end is built all the same."""
INTERVAL = 1.0
"""Seconds between two looks, where there are no events."""
THEMES = "themes"
PLUGINS = ("plugins", "_plugins")
"""Folders in which a site keeps its own code; those that it has elsewhere are not watched."""
_READINGS = ("opened", "closed_no_write")
"""Kinds of event that a build itself causes: it reads."""
_REPLACINGS = ("created", "deleted", "moved")
"""Kinds of event after which a folder of the same name may be another one."""


class Watcher(FileSystemEventHandler):
    """Watches a site's sources; a context. *others*: folders elsewhere, as of packaged themes.

    *content* is the folder of the documents below *root*; `.`: whatever stands there.
    """

    def __init__(
        self,
        root: str,
        others: Iterable[str] = (),
        *,
        content: str = CONTENT,
        is_polling: bool = False,
    ) -> None:
        self._root = os.path.abspath(root)
        self._others = tuple(map(os.path.abspath, others))
        self._content = content
        self._folders: list[str] = []
        self._changed: dict[str, None] = {}
        self._replaced: set[str] = set()
        self._half_saved: set[str] = set()
        self._first = self._last = 0.0
        self._condition = Condition()
        self._scheduled: dict[str, tuple[tuple[int, int], Any]] = {}
        self.refusal = ""
        """Why the system's events cannot be had; empty where they are, or are not wanted."""
        self.is_polling = is_polling

    def __enter__(self) -> "Watcher":
        try:
            self._start()
        except OSError as error:  # inotify's limits: ENOSPC for watches, EMFILE for instances
            if self.is_polling:
                raise
            self._fall_back(error)
        return self

    def __exit__(self, *_: object) -> None:
        self._observer.stop()
        if self._observer.is_alive():
            self._observer.join(2)

    def _start(self) -> None:
        self._scheduled = {}
        self._observer: Any = PollingObserver(timeout=INTERVAL) if self.is_polling else Observer()
        self._observer.start()
        self._observer.schedule(self, self._root, recursive=False)
        self._follow()

    def _fall_back(self, error: OSError) -> None:
        self.refusal = reason_of(error)
        self._observer.stop()
        self.is_polling = True
        self._start()

    def _follow(self) -> None:
        """Watch the folders that are there now: one that was made anew is another folder.

        Its inode does not tell: file systems give the number of the old one to the next.
        """
        self._folders = self._wanted()
        with self._condition:
            replaced, self._replaced = self._replaced, set()
        for folder in self._folders:
            identity = _identity(folder)
            known = self._scheduled.get(folder)
            if known is not None and (known[0] != identity or folder in replaced):
                self._observer.unschedule(self._scheduled.pop(folder)[1])
                known = None
            if known is None and identity is not None:
                # Gone since it was looked at: when it comes back that is an event of its parent.
                with suppress(FileNotFoundError, NotADirectoryError):
                    watch = self._observer.schedule(self, folder, recursive=True)
                    self._scheduled[folder] = (identity, watch)

    def _follow_or_poll(self) -> None:
        try:
            self._follow()
        except OSError as error:
            if self.is_polling:
                raise
            self._fall_back(error)

    def follow_content(self, folder: str) -> None:
        """Watch *folder*, as the content's, from now on.

        It counts as changed: something may have been saved there since it was read.
        """
        if folder != self._content:
            self._content = folder
            self._follow_or_poll()
            self._note([folder])

    def _wanted(self) -> list[str]:
        """Return the folders to watch with all below them."""
        names = {THEMES, *PLUGINS, self._content}
        if self._content == ".":
            names = {THEMES, *PLUGINS} | {
                name for name in os.listdir(self._root) if self._is_content(name)
            }
        inside = [os.path.join(self._root, name) for name in sorted(names)]
        return inside + [other for other in self._others if not _is_below(other, inside)]

    def _is_content(self, name: str) -> bool:
        """Whether *name*, in a root that holds the documents itself, is a folder of them."""
        folder = os.path.join(self._root, name)
        is_written = os.path.isfile(os.path.join(folder, MARKER))
        return os.path.isdir(folder) and not (is_skipped(name) or is_written)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what an event is about; called in the observer's thread."""
        if event.event_type in _READINGS:
            return
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        names = [name for path in paths if (name := self._name(path, event.is_directory))]
        if event.event_type in _REPLACINGS:
            with self._condition:
                folders = [
                    folder
                    for folder in self._folders
                    if _is_below(folder, map(os.path.abspath, paths))
                ]
                self._replaced.update(folders)
        if names:
            self._note_saving(event, paths[0])
            self._note(names)

    def _note_saving(self, event: FileSystemEvent, path: str) -> None:
        """Note whether *path* is still being written; only inotify tells of its end."""
        if self.is_polling or sys.platform != "linux" or event.is_directory:
            return
        with self._condition:
            if event.event_type == "modified":
                self._half_saved.add(path)
            else:
                self._half_saved.discard(path)

    def _note(self, names: Iterable[str]) -> None:
        with self._condition:
            self._last = time.monotonic()
            if not self._changed:
                self._first = self._last
            self._changed.update(dict.fromkeys(names))
            self._condition.notify_all()

    def _name(self, path: str, is_folder: bool) -> str:
        """Return how *path* is called in the site; nothing when it is no part of it."""
        path = os.path.abspath(path)
        if os.path.dirname(path) == self._root:
            name = os.path.basename(path)
            if self._content == "." and not is_skipped(name):
                return "" if os.path.isfile(os.path.join(path, MARKER)) else name
            watched = (SITE_FILE, THEMES, *PLUGINS, self._content.split("/")[0])
            return name if name in watched else ""
        for folder in self._folders:
            if _is_below(path, [folder]):
                steps = os.path.relpath(path, folder).split(os.sep)
                if any(map(is_skipped, steps)) and steps != ["."]:
                    return ""
                base = self._root if _is_below(folder, [self._root]) else os.path.dirname(folder)
                return os.path.relpath(path, base).replace(os.sep, "/")
        return ""

    @property
    def has_changes(self) -> bool:
        """Whether there are changes that nobody has waited for yet."""
        return bool(self._changed)

    def wait(self, seconds: float) -> list[str]:
        """Return what changed, once a burst of changes is over; nothing after *seconds*."""
        end = time.monotonic() + seconds
        with self._condition:
            while not self._changed:
                left = end - time.monotonic()
                if left <= 0:
                    return []
                self._condition.wait(left)
            while True:
                now = time.monotonic()
                quiet = LONGEST if self._half_saved else QUIET
                rest = min(self._last + quiet, self._first + LONGEST) - now
                if rest <= 0:
                    break
                self._condition.wait(rest)
            changed = sorted(self._changed)
            self._changed.clear()
            self._half_saved.clear()
        self._follow_or_poll()
        return _without_folders(changed)


def _without_folders(names: list[str]) -> list[str]:
    """Return *names* without the folders whose files are among them, for whoever reads them."""
    files = [name for name in names if not any(other.startswith(f"{name}/") for other in names)]
    return files or names


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(folder + os.sep) for folder in folders)


def _identity(folder: str) -> tuple[int, int] | None:
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return (status.st_dev, status.st_ino)
