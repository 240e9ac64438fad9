"""What can be wrong: diagnostics are values, exceptions carry them.

A mistake of an author, a webmaster or a theme's maker is a `Diagnostic`; all of one build are
collected and printed once. Wording stands in `catalogue/`, layout in `report/`.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

import msgspec

from sitegen.names import CONTENT
from sitegen.wording.phrases import Words, with_gaps

Severity = Literal["error", "warning", "note"]
"""Certainly wrong; probably wrong; advice, which never fails a command."""


class Diagnostic(msgspec.Struct, frozen=True):
    """One thing to mend, with its place. `line` and `column` are 1-based; 0 is the whole file."""

    code: str
    """A key of `catalogue.MESSAGES`."""
    path: str = ""
    """Relative to the site's folder, with slashes; empty when the mistake is in no file."""
    line: int = 0
    column: int = 0
    values: Mapping[str, Words] = {}
    """What the message's placeholders stand for."""
    level: Severity | Literal[""] = ""
    """How severe it is, where that is not the message's to say."""

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (self.path, self.line, self.column, self.code, sorted(map(str, self.values.items())))


class Place(NamedTuple):
    """Where something is written."""

    path: str
    line: int
    column: int

    def diagnostic(self, code: str, /, **values: Words) -> Diagnostic:
        return Diagnostic(code, *self, values)


def unique(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each diagnostic once, in order of its place.

    One mistake in a template fails many pages: it is told once, with the first page's name and how
    many others there are.
    """
    groups: dict[tuple[Any, ...], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        others = sorted(str(pair) for pair in diagnostic.values.items() if pair[0] != "page")
        groups.setdefault(
            (diagnostic.code, diagnostic.path, diagnostic.line, diagnostic.column, *others), []
        ).append(diagnostic)
    return sorted(map(_merge, groups.values()), key=lambda shown: shown.sort_key)


def placed(diagnostics: Iterable[Diagnostic], folder: str) -> list[Diagnostic]:
    """Return *diagnostics* with what stands in ``content/`` placed in *folder*, its real name."""
    if folder == CONTENT:
        return list(diagnostics)
    return [
        msgspec.structs.replace(diagnostic, path=placed_path(diagnostic.path, folder))
        for diagnostic in diagnostics
    ]


def placed_path(path: str, folder: str) -> str:
    """Return *path* as its author knows it, where what stands in ``content/`` is in *folder*."""
    inside = f"{CONTENT}/"
    if folder == CONTENT or not path.startswith(inside):
        return path
    return ("" if folder == "." else f"{folder}/") + path.removeprefix(inside)


def _merge(same: list[Diagnostic]) -> Diagnostic:
    pages = sorted(
        {str(diagnostic.values["page"]) for diagnostic in same if "page" in diagnostic.values}
    )
    if len(pages) < 2:
        return same[0]
    more = str(len(pages) - 1)
    shown = with_gaps("{page} and {number} more", page=pages[0], number=more)
    return msgspec.structs.replace(same[0], values={**same[0].values, "page": shown})


class SitegenError(Exception):
    """The tree of what the commands turn into a message and an exit code."""

    exit_code = 1

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics


class UsageError(SitegenError):
    """Wrong usage or configuration: nothing was built."""

    exit_code = 2


class OutputError(SitegenError):
    """The disk refused: full, read-only, or something stands in the way."""


class WorkerError(SitegenError):
    """Other processes or machines that were asked for work cannot do it, or are gone."""


class RenderingError(SitegenError):
    """A page cannot be made, and what makes it knows why: all others go on."""


class PluginError(RenderingError):
    """A plugin has a mistake, which is told at its own line: what needs it stays as it is."""

    def told_for(self, page: str) -> list[Diagnostic]:
        """Return what is told of it where it was met: at *page*, or at a document."""
        return [
            msgspec.structs.replace(
                diagnostic,
                code="plugin-failed-at" if diagnostic.code == "plugin-failed" else diagnostic.code,
                values={"page": page, **diagnostic.values},
            )
            for diagnostic in self.diagnostics
        ]


class PluginGoneError(PluginError):
    """A plugin is not at work at all, which is told once: what it would be asked for stands."""

    def told_for(self, page: str) -> list[Diagnostic]:
        return [
            msgspec.structs.replace(diagnostic, values={**diagnostic.values, "page": page})
            for diagnostic in self.diagnostics
        ]


class BrokenStateError(Exception):
    """What is remembered cannot be read: it is thrown away, and nobody needs to mend anything."""


def reason_of(error: OSError) -> str:
    """Return what the system says, without the number and the file's name."""
    return error.strerror or str(error)


def disk_refused(error: OSError, path: str) -> OutputError:
    """Return what is told when the system refuses to read or write *path*."""
    return OutputError(Diagnostic("disk-refused", path, values={"reason": reason_of(error)}))


class OutOfTimeError(BaseException):
    """The time of a piece of work is over: so many seconds.

    No `Exception`: what libraries catch of those must not swallow it.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds
