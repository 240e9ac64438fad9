"""What an import reads: a folder, an archive or one file, and uploads beside it. Reads files.

Nothing in it is trusted: no name leads out of it, no file is larger than a bound, no archive grows
beyond what a disk is asked for.
"""

import os
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from typing import IO

from sitegen.disk.reading import stays_inside
from sitegen.errors import Diagnostic, UsageError
from sitegen.importing.folder import MANIFEST
from sitegen.importing.refusals import unreadable
from sitegen.site.media_types import media_type
from sitegen.wording.phrases import Words, with_gaps

MAX_FILE = 256 * 1024 * 1024
"""Bytes of one file that is read whole."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
"""What reading an archive ends in that was cut, damaged, or has a password."""
_MEDIA = ("image/", "audio/", "video/", "application/pdf")
_SKIPPED = {".git", ".hg", ".svn", "node_modules", "__pycache__", "__MACOSX", ".sitegen"}


class Material:
    """Files by their path below *path*, with slashes; one file stands under its own name."""

    def __init__(self, path: str, *, uploads: str = "") -> None:
        self.path = path
        self.uploads = uploads
        """A folder of media that the export names but does not hold; may be empty."""
        if not os.path.exists(path):
            raise UsageError(Diagnostic("import-source-missing", values={"path": path}))

    @property
    def is_file(self) -> bool:
        """Whether it is one file, such as an export: no folder, no archive."""
        return os.path.isfile(self.path) and not self._is_archive

    @cached_property
    def _is_archive(self) -> bool:
        name = os.path.basename(self.path).lower()
        return name.endswith(".zip") and zipfile.is_zipfile(self.path)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The paths of all files, sorted."""
        if self.is_file:
            return (os.path.basename(self.path),)
        if self._is_archive:
            with zipfile.ZipFile(self.path) as archive:
                names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
            return tuple(sorted(filter(_is_inside, names)))
        return tuple(sorted(self._walk()))

    def _walk(self) -> Iterator[str]:
        real = os.path.realpath(self.path)
        for folder, folders, files in os.walk(self.path):
            folders[:] = sorted(name for name in folders if not _is_apart(folder, name))
            for name in files:
                whole = os.path.join(folder, name)
                if not os.path.islink(whole) or stays_inside(whole, real):
                    yield os.path.relpath(whole, self.path).replace(os.sep, "/")

    def __contains__(self, name: str) -> bool:
        return name in self._known

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.names)

    def under(self, folder: str, *endings: str) -> list[str]:
        """Return the files below *folder* (empty: all) whose names end so, sorted."""
        prefix = f"{folder}/" if folder else ""
        return [
            name
            for name in self.names
            if name.startswith(prefix) and (not endings or name.lower().endswith(endings))
        ]

    def is_mostly(self, *endings: str) -> bool:
        """Whether at least half of its files end so; pictures, films and PDFs do not count."""
        counted = [name for name in self.names if not media_type(name).startswith(_MEDIA)]
        return 2 * len(self.under("", *endings)) >= len(counted)

    def read(self, name: str) -> bytes:
        """Return a file's bytes. Raises `UsageError` for one that is missing or too large."""
        with self.open(name) as file:
            try:
                raw = file.read(MAX_FILE + 1)
            except BROKEN as error:
                raise unreadable(name, "an archive", str(error)) from None
        if len(raw) > MAX_FILE:
            limit = with_gaps("{size} MB", size=str(MAX_FILE // 1024 // 1024))
            values: dict[str, Words] = {"path": name, "limit": limit}
            raise UsageError(Diagnostic("import-file-too-large", values=values))
        return raw

    def read_text(self, name: str) -> str:
        """Return a file as text: UTF-8, else Windows-1252, as exports of old programs are."""
        raw = self.read(name)
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            return raw.decode("cp1252", "replace")

    def open(self, name: str) -> IO[bytes]:
        """Return a stream of a file, for what is too large to be read whole."""
        if name not in self:
            raise UsageError(Diagnostic("import-source-missing", values={"path": name}))
        if self._is_archive:
            try:
                with zipfile.ZipFile(self.path) as archive:  # the member keeps its file open
                    return archive.open(name)
            except BROKEN as error:
                raise unreadable(name, "an archive", str(error)) from None
        return open(self.path if self.is_file else os.path.join(self.path, *name.split("/")), "rb")


def _is_apart(above: str, folder: str) -> bool:
    """Whether a folder is no part of the site: that of a tool, or what an import made within it."""
    return folder in _SKIPPED or os.path.exists(os.path.join(above, folder, MANIFEST))


def _is_inside(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    is_junk = any(step in _SKIPPED for step in steps)
    return not is_junk and not name.startswith("/") and ".." not in steps and ":" not in steps[0]
