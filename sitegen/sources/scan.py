"""Walk the site's folders: which files there are, and their stamps. Reads directories only."""

import os
import stat
import unicodedata
from collections.abc import Collection, Iterator
from typing import Self

import msgspec

from sitegen.errors import Diagnostic
from sitegen.names import MARKER

FOLLOWED_DOTS = (".well-known",)
FOLLOWED_UNDERSCORES = ("_index.md", "_data", "_headers", "_redirects")
SKIPPED_ENDINGS = ("~", ".swp", ".swo", ".tmp", ".bak", ".orig")
SKIPPED_NAMES = ("Thumbs.db", "desktop.ini", "node_modules")
MAX_DOCUMENT = 8 * 1024 * 1024
"""Bytes of a document: a file larger than that is no press release."""


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What tells, without reading it, that a file is another: compared for equality only."""

    size: int
    mtime_ns: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> Self:
        return cls(status.st_size, status.st_mtime_ns, status.st_ino)


class Source(msgspec.Struct, frozen=True):
    """One input file: its name in the site, where it is on disk, its stamp."""

    key: str
    """With slashes, in NFC: ``content/agenda/forum.md``, ``themes/association/theme.yaml``."""
    disk_path: str
    stamp: Stamp


def scan_folder(
    disk_folder: str,
    key: str,
    root: str,
    diagnostics: list[Diagnostic],
    without: Collection[str] = (),
) -> dict[str, Source]:
    """Return the files below *disk_folder* by key, in order of their keys.

    *root* is the folder that no symbolic link may lead out of. Hidden files, editors' backups, what
    is no regular file, the outputs of builds and what *without* names (by key) are left out; a
    folder that does not exist is empty.
    """
    found: list[Source] = []
    taken: dict[str, str] = {}
    for source in _walk(disk_folder, key, os.path.realpath(root), diagnostics, without):
        twin = taken.setdefault(source.key, source.disk_path)
        if twin != source.disk_path:  # one name in NFC and in NFD: two files on Linux
            diagnostics.append(Diagnostic("name-twice", source.key))
        else:
            found.append(source)
    return {source.key: source for source in sorted(found, key=lambda source: source.key)}


def _walk(
    disk_folder: str,
    key: str,
    real_root: str,
    diagnostics: list[Diagnostic],
    without: Collection[str],
) -> Iterator[Source]:
    pending = [(disk_folder, key)]
    visited = _identities(disk_folder)
    while pending:
        folder, folder_key = pending.pop()
        try:
            with os.scandir(folder) as entries:
                children = list(entries)
        except FileNotFoundError:
            continue
        except OSError as error:
            values = {"reason": error.strerror or str(error)}
            diagnostics.append(Diagnostic("unreadable", folder_key, 0, 0, values))
            continue
        if folder != disk_folder and any(is_mark(child) for child in children):
            continue
        for child in children:
            if is_skipped(child.name) or f"{folder_key}/{child.name}" in without:
                continue
            try:
                child.name.encode("utf-8")
            except UnicodeEncodeError:
                shown = child.name.encode("utf-8", "backslashreplace").decode()
                diagnostics.append(Diagnostic("bad-name", f"{folder_key}/{shown}"))
                continue
            child_key = f"{folder_key}/{unicodedata.normalize('NFC', child.name)}"
            if child.is_symlink() and not stays_inside(child.path, real_root):
                diagnostics.append(Diagnostic("link-outside", child_key))
                continue
            try:
                status = child.stat()
            except OSError as error:
                values = {"reason": error.strerror or str(error)}
                diagnostics.append(Diagnostic("unreadable", child_key, 0, 0, values))
                continue
            if stat.S_ISDIR(status.st_mode):
                identity = (status.st_dev, status.st_ino)
                if identity not in visited:  # a link to a folder above would never end
                    visited.add(identity)
                    pending.append((child.path, child_key))
            elif not stat.S_ISREG(status.st_mode):
                diagnostics.append(Diagnostic("not-a-file", child_key))
            elif child_key.endswith(".md") and status.st_size > MAX_DOCUMENT:
                values = {"limit": f"{MAX_DOCUMENT // 1024 // 1024} MB"}
                diagnostics.append(Diagnostic("document-too-large", child_key, 0, 0, values))
            else:
                yield Source(child_key, child.path, Stamp.of(status))


def is_mark(child: "os.DirEntry[str]") -> bool:
    """Whether *child* is the file that says that its folder is an output of sitegen."""
    return child.name == MARKER and child.is_file(follow_symlinks=False)


def _identities(folder: str) -> set[tuple[int, int]]:
    try:
        status = os.stat(folder)
    except OSError:
        return set()
    return {(status.st_dev, status.st_ino)}


def is_skipped(name: str) -> bool:
    """Whether a file or folder of that name is none of the site's."""
    if name[0] == "." or name.endswith(SKIPPED_ENDINGS) or name in SKIPPED_NAMES:
        return name not in FOLLOWED_DOTS
    return name[0] == "_" and name not in FOLLOWED_UNDERSCORES


def stays_inside(path: str, real_root: str) -> bool:
    """Whether *path* lies below *real_root* once every symbolic link is followed."""
    return os.path.realpath(path).startswith(real_root + os.sep)
