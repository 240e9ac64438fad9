"""What can be wrong: diagnostics are values, exceptions carry them.

A mistake of an author, a webmaster or a theme's maker is a `Diagnostic`; all of one build are
collected and printed once. Wording stands in `catalogue.py`, layout in `report.py`.
"""

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

Severity = Literal["error", "warning"]


class Diagnostic(msgspec.Struct, frozen=True):
    """One thing to mend, with its place. `line` and `column` are 1-based; 0 is the whole file."""

    code: str
    """A key of `catalogue.MESSAGES`."""
    path: str = ""
    """Relative to the site's folder, with slashes; empty when the mistake is in no file."""
    line: int = 0
    column: int = 0
    values: dict[str, str] = {}
    """What the message's placeholders stand for."""

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (self.path, self.line, self.column, self.code, sorted(self.values.items()))


def unique(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each diagnostic once, in order of its place."""
    by_key = {repr(one.sort_key): one for one in diagnostics}
    return sorted(by_key.values(), key=lambda one: one.sort_key)


class SitegenError(Exception):
    """The tree of what the commands turn into a message and an exit code."""

    exit_code = 1

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics


class ContentError(SitegenError):
    """The content or the theme has errors. What was published stays."""


class UsageError(SitegenError):
    """Wrong usage or configuration: nothing was built."""

    exit_code = 2


class OutputError(SitegenError):
    """The disk refused: full, read-only, or something stands in the way."""
