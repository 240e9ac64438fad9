"""The files of a site that its editor reads and writes: below the content, and ``site.yaml``.

Reads and writes files. A file that somebody else changed meanwhile is never written over; what is
written is there whole or not at all, and of several files all or none.
"""

import hashlib
import os
import re
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import Literal, NamedTuple

from sitegen.disk.reading import stays_inside
from sitegen.disk.writing import replace_file
from sitegen.editing.refusals import EditError
from sitegen.errors import reason_of
from sitegen.names import MARKER, NOT_CONTENT, SITE_FILE
from sitegen.site.urls import folded, unportable_part
from sitegen.sources.scan import FOLLOWED_UNDERSCORES

Operation = Literal["create", "update", "delete"]
MAX_FILE = 32 * 1024 * 1024
"""Bytes of a file that is brought along. Larger ones are copied into the folder by hand."""
PLUGINS = "plugins"
"""The folder of the site's own code: no text, although it may stand beside them."""
_NAME = re.compile(r"[^\x00-\x1f\x7f/\\:*?\"<>|]{1,200}")


class ListedFile(NamedTuple):
    """A file as the editor knows it."""

    path: str
    """Below the site's folder, with slashes."""
    sha: str
    """Its digest as Git makes it, by which a change is told."""
    size: int


class FileChange(NamedTuple):
    """One file to be written, moved or removed."""

    operation: Operation
    path: str
    content: bytes = b""
    former_path: str = ""
    """Where it was, of a file that moves."""
    sha: str = ""
    """Of the file that the editor had, where there was one."""


def blob_sha(content: bytes) -> str:
    """Return the digest of a file as Git makes it (gitglossary, "blob")."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


class SiteFiles:
    """The files of one site; several threads may ask."""

    def __init__(self, root: str, content_folder: str) -> None:
        self.root = os.path.realpath(root)
        self._content = content_folder
        self._shas: dict[str, tuple[tuple[int, int, int], ListedFile]] = {}
        self._lock = threading.Lock()

    def listing(self) -> list[ListedFile]:
        """Return every file that the editor may know, in order of its path."""
        with self._lock:
            return sorted(filter(None, map(self._known, self._paths())))

    def _paths(self) -> list[str]:
        top = os.path.join(self.root, self._content)
        paths = [SITE_FILE]
        for folder, folders, names in os.walk(top):
            below = os.path.relpath(folder, self.root).replace(os.sep, "/")
            prefix = "" if below == "." else f"{below}/"
            if below != "." and MARKER in names:
                folders.clear()
                continue
            others = self._others if below == "." else ()
            folders[:] = sorted(name for name in folders if _is_seen(name) and name not in others)
            paths += [prefix + name for name in names if _is_seen(name) and name not in others]
        return paths

    @property
    def _others(self) -> tuple[str, ...]:
        """What stands beside the documents where the site's own folder holds them."""
        return (*NOT_CONTENT, PLUGINS) if self._content == "." else ()

    def _known(self, path: str) -> ListedFile | None:
        whole = os.path.join(self.root, path)
        try:
            status = os.lstat(whole)
            if not os.path.isfile(whole) or os.path.islink(whole):
                return None
            stamp = (status.st_size, status.st_mtime_ns, status.st_ino)
            if path not in self._shas or self._shas[path][0] != stamp:
                with open(whole, "rb") as file:
                    content = file.read()
                self._shas[path] = stamp, ListedFile(path, blob_sha(content), len(content))
        except OSError:  # removed while it was looked at, or not to be read
            return None
        return self._shas[path][1]

    def read(self, path: str) -> bytes:
        """Return the bytes of the file at *path*. Raises `EditError`."""
        whole = self._whole(path)
        try:
            with open(whole, "rb") as file:
                return file.read()
        except OSError as error:
            raise EditError("gone", path=path) from error

    def _whole(self, path: str) -> str:
        """Return where *path* lies; raises `EditError` for what is not the editor's."""
        steps = path.split("/")
        is_named = all(_NAME.fullmatch(step) and _is_seen(step) for step in steps)
        folder = [] if self._content == "." else self._content.split("/")
        is_below = steps[: len(folder)] == folder and len(steps) > len(folder)
        is_content = is_below and steps[0] not in self._others
        whole = os.path.join(self.root, *steps)
        if not is_named or not (is_content or path == SITE_FILE):
            raise EditError("outside", path=path)
        if not stays_inside(whole, self.root) or self._leads_elsewhere(steps, len(folder)):
            raise EditError("outside", path=path)
        return whole

    def _leads_elsewhere(self, steps: list[str], start: int) -> bool:
        """Whether a link, or what a build wrote, stands below the content on the way of *steps*."""
        for end in range(start + 1, len(steps) + 1):
            whole = os.path.join(self.root, *steps[:end])
            if os.path.islink(whole) or os.path.isfile(os.path.join(whole, MARKER)):
                return True
        return False

    def apply(self, changes: Sequence[FileChange]) -> None:
        """Make *changes*, all of them or none. Raises `EditError`."""
        with self._lock:
            _check_apart(changes)
            for change in changes:
                self._check(change)
            done: list[tuple[str, bytes | None]] = []
            try:
                for change in changes:
                    self._make(change, done)
            except OSError as error:
                for whole, content in reversed(done):
                    _restore(whole, content)
                raise EditError("disk", path=change.path, reason=reason_of(error)) from error

    def _check(self, change: FileChange) -> None:
        """Raise `EditError` where *change* may not be made."""
        if len(change.content) > MAX_FILE:
            raise EditError("large", path=change.path, megabytes=str(MAX_FILE // 1024 // 1024))
        whole = self._whole(change.path)
        source = self._whole(change.former_path) if change.former_path else whole
        self._check_folders(change.path.split("/")[:-1])
        present = os.path.lexists(whole)
        if change.operation == "create" or source != whole:
            if present and not _is_same(source, whole):
                raise EditError("exists", path=change.path)
            self._check_name(change.path, change.former_path)
            if change.operation == "create":
                return
        if not os.path.isfile(source):
            raise EditError("gone", path=change.former_path or change.path)
        with open(source, "rb") as file:
            content = file.read()
        if not change.sha or blob_sha(content) != change.sha:
            raise EditError("changed", path=change.former_path or change.path)

    def _check_name(self, path: str, former_path: str) -> None:
        """Raise `EditError` for a new name that not every system can hold beside the others.

        Others get the files by Git, on Windows and macOS too, where names that differ in case or
        in how an accent is written are one.
        """
        if unportable_part(path):
            raise EditError("name", path=path)
        steps = path.split("/")
        for end, step in enumerate(steps):
            folder = os.path.join(self.root, *steps[:end])
            names = os.listdir(folder) if os.path.isdir(folder) else []
            twins = [name for name in names if folded(name) == folded(step)]
            others = ["/".join((*steps[:end], name)) for name in twins if name != step]
            if step not in twins and others and others != [former_path]:
                raise EditError("exists", path=others[0])

    def _check_folders(self, steps: list[str]) -> None:
        """Raise `EditError` where a file stands for a folder that is wanted."""
        for end in range(1, len(steps) + 1):
            if os.path.isfile(os.path.join(self.root, *steps[:end])):
                raise EditError("exists", path="/".join(steps[:end]))

    def _make(self, change: FileChange, done: list[tuple[str, bytes | None]]) -> None:
        whole = self._whole(change.path)
        source = self._whole(change.former_path) if change.former_path else whole
        if change.operation == "delete":
            done.append((whole, _content_of(whole)))
            os.unlink(whole)
            return
        done.append((whole, _content_of(whole)))
        replace_file(whole, change.content, mode=_mode_of(source))
        if source != whole and os.path.exists(source) and not os.path.samefile(source, whole):
            done.append((source, _content_of(source)))
            os.unlink(source)


def _check_apart(changes: Sequence[FileChange]) -> None:
    """Raise `EditError` where two of *changes* write one file."""
    paths: set[str] = set()
    for path in (change.path for change in changes):
        if folded(path) in paths:
            raise EditError("exists", path=path)
        paths.add(folded(path))


def _is_seen(name: str) -> bool:
    if name.startswith("_") and "." not in name:
        return name in FOLLOWED_UNDERSCORES
    return not name.startswith(".") and name not in ("", "node_modules")


def _is_same(first: str, other: str) -> bool:
    """Whether two names are one file, as where only the case differs."""
    with suppress(OSError):
        return first != other and os.path.samefile(first, other)
    return False


def _content_of(whole: str) -> bytes | None:
    if not os.path.lexists(whole):
        return None
    with open(whole, "rb") as file:
        return file.read()


def _mode_of(whole: str) -> int | None:
    """Return who may read and write a file; None where it is not there."""
    return os.stat(whole).st_mode & 0o7777 if os.path.exists(whole) else None


def _restore(whole: str, content: bytes | None) -> None:
    with suppress(OSError):
        if content is None:
            os.unlink(whole)
        else:
            replace_file(whole, content, mode=_mode_of(whole))
