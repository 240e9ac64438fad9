"""A site's own theme: begun, its files copied, and held against those that they hide. Does I/O.

What a copied file was when it was copied stands below ``.copied/`` in the theme's folder, so that
a later version of the theme below can be compared with it.
"""

import difflib
import os
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

import jinja2
from jinja2 import meta

from sitegen.border.suggestions import nearest
from sitegen.disk.reading import read_or_nothing, stays_inside
from sitegen.engine.output import refused
from sitegen.errors import Diagnostic, UsageError
from sitegen.rendering.templates.environment import parse_template
from sitegen.theme.chain import ThemeChain
from sitegen.theme.file import THEME_FILE
from sitegen.theme.folders import PARENT, theme_folders

_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
COPIED = ".copied"
"""The folder of what was copied, in that of a theme; no build looks into it."""
_FOLDERS = ("templates", "static")


class Hiding(NamedTuple):
    """A file of the site's own theme that hides one below it."""

    name: str
    """Below the theme's folder: ``templates/parts/footer.html``."""
    copied: bytes | None
    """What the hidden file was when it was copied; None where nobody noted it."""
    hidden: bytes
    """What it is now."""

    @property
    def has_news(self) -> bool:
        """Whether the hidden file is another since it was copied, or may be."""
        return self.copied != self.hidden

    def differences(self) -> Iterator[str]:
        """Yield what changed in the hidden file since, as the lines of a unified diff."""
        before, after = (
            text.decode("utf-8", "replace").splitlines()
            for text in (self.copied or b"", self.hidden)
        )
        yield from difflib.unified_diff(before, after, self.name, self.name, lineterm="")


class OwnTheme:
    """The folder of a site's own theme, and those below it."""

    def __init__(self, root: str, chain: ThemeChain) -> None:
        self._root = root
        self.name = chain.names[0]
        self.folder = os.path.join(root, "themes", chain.names[0])
        """``themes/<theme>/`` of the site, there or not."""
        folders = [folder for name in chain.names for folder in theme_folders(root, name)]
        self._below = [folder for folder in folders if folder != self.folder]

    def files_below(self) -> dict[str, str]:
        """Return the files of the themes below by name, the nearest of each."""
        paths: dict[str, str] = {}
        for folder in self._below:
            for name, path in _files(folder):
                paths.setdefault(name, path)
        return paths

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield name and path of each file of the site's own theme."""
        return _files(self.folder)

    def paths_below(self, name: str) -> list[str]:
        """Return where a file of that *name* stands in the themes below, the nearest first."""
        paths = (os.path.join(folder, *name.split("/")) for folder in self._below)
        return [path for path in paths if os.path.isfile(path)]

    def hidings(self) -> list[Hiding]:
        """Return the files that hide one below. One that extends what it hides is no copy of it."""
        below = self.files_below()
        return [
            Hiding(name, self._copied(name), read_or_nothing(below[name]))
            for name, path in sorted(self.files())
            if name in below and not _extends_hidden(name, path)
        ]

    def copy(self, wanted: str) -> str:
        """Copy the file *wanted* of the theme below, and return the copy's path.

        *wanted*: `parts/footer.html`, or with its folder: `static/assets/site.js`. Raises
        `UsageError` where none is called so, or where one of that name is here already.
        """
        below = self.files_below()
        names = [
            f"{prefix}{wanted}" for prefix in ("", "templates/") if f"{prefix}{wanted}" in below
        ]
        if not names:
            raise _unknown(wanted, [name.removeprefix("templates/") for name in below])
        target = self._path(names[0])
        if os.path.lexists(target):
            shown = os.path.relpath(target, self._root)
            raise UsageError(Diagnostic("theme-file-exists", values={"path": shown}))
        text = read_or_nothing(below[names[0]])
        self.write(target, text)
        self.write(self._path(names[0], COPIED), text)
        return target

    def note_seen(self, hiding: Hiding) -> None:
        """Note that the file that *hiding* hides has been looked at as it is now."""
        self.write(self._path(hiding.name, COPIED), hiding.hidden)

    def begin(self, name: str, text: str) -> str:
        """Write *text* as the theme file of the new theme *name*, and return its path.

        Raises `UsageError` for what is no name, or that of a theme that is there.
        """
        folder = os.path.join(self._root, "themes", name)
        if not _NAME.fullmatch(name):
            raise UsageError(Diagnostic("theme-name", values={"name": name}))
        if theme_folders(self._root, name):
            raise UsageError(Diagnostic("theme-exists", values={"name": name}))
        path = os.path.join(folder, THEME_FILE)
        self.write(path, text.encode())
        return path

    def _copied(self, name: str) -> bytes | None:
        path = self._path(name, COPIED)
        return read_or_nothing(path) if os.path.isfile(path) else None

    def _path(self, name: str, *above: str) -> str:
        return os.path.join(self.folder, *above, *name.split("/"))

    def write(self, path: str, text: bytes) -> None:
        """Write a file of the theme; raises `UsageError` where the disk refuses."""
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            if not stays_inside(path, os.path.realpath(self._root)):
                shown = os.path.relpath(path, self._root)
                raise UsageError(Diagnostic("link-outside", shown))
            with open(path, "wb") as file:
                file.write(text)
        except OSError as error:
            raise refused(error, path) from error


def _unknown(wanted: str, known: Collection[str]) -> UsageError:
    near = nearest(wanted, known)
    code = "theme-file-unknown-near" if near else "theme-file-unknown"
    return UsageError(Diagnostic(code, values={"name": wanted, "suggestion": near}))


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """Yield name and path of each template and static file of the theme in *folder*."""
    for first in _FOLDERS:
        for above, _, names in os.walk(os.path.join(folder, first)):
            for name in names:
                path = os.path.join(above, name)
                yield os.path.relpath(path, folder).replace(os.sep, "/"), path


def _extends_hidden(name: str, path: str) -> bool:
    """Whether the template at *path* is made of the one that it hides."""
    text = read_or_nothing(path).decode("utf-8", "replace")
    if not name.startswith("templates/") or PARENT not in text:
        return False
    try:
        named = list(meta.find_referenced_templates(parse_template(text)))
    except jinja2.TemplateError:
        return False
    return f"{PARENT}{name.removeprefix('templates/')}" in named
