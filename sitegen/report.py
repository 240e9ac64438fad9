"""All that sitegen says: diagnostics, counts and the closing line."""

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, TextIO

from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.errors import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.engine.options import BuildReport

STAGES = {"parse": "Reading", "render": "Rendering"}
"""How the stages of a build are called beside their bar."""
PATIENCE = 1.0
"""Seconds of work after which a progress bar appears."""


def write(text: str, stream: TextIO | None = None) -> None:
    """Print a line, whatever letters the stream's encoding lacks."""
    stream = stream or sys.stdout
    if stream is None:  # the shell closed it: `sitegen build >&-`
        return
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def format_diagnostic(
    diagnostic: Diagnostic, *, is_coloured: bool = False, is_check: bool = False
) -> str:
    """Return `path:line:column: error: what is wrong [SG031]` and, indented, the mend."""
    message, hint = wording(diagnostic)
    place = diagnostic.path
    if diagnostic.line:
        place += f":{diagnostic.line}"
        if diagnostic.column:
            place += f":{diagnostic.column}"
    level = severity(diagnostic, is_check=is_check)
    if is_coloured:
        colour = "31" if level == "error" else "33"
        level_shown = f"\033[1;{colour}m{level}\033[0m"
    else:
        level_shown = level
    head = f"{place}: " if place else ""
    line = f"{head}{level_shown}: {message} [{MESSAGES[diagnostic.code].id}]"
    return f"{line}\n    {hint}" if hint else line


def print_diagnostics(diagnostics: "Sequence[Diagnostic]", *, is_check: bool = False) -> None:
    is_coloured = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    for diagnostic in diagnostics:
        line = format_diagnostic(diagnostic, is_coloured=is_coloured, is_check=is_check)
        write(line, sys.stderr)


def closing_line(report: "BuildReport", seconds: float, *, is_dry: bool) -> str:
    """Return the one line that a build ends with."""
    errors = len(report.errors)
    warnings = len(report.diagnostics) - errors
    if is_dry:
        line = f"{count(len(report.rendered), 'page')} would be rendered of {report.planned}"
    else:
        line = count(len(report.written), "page")
        if report.indexed:
            line += " and the search index"
        line += f" written, {report.unchanged} unchanged, {len(report.removed)} removed"
    for number, word in ((errors, "error"), (warnings, "warning")):
        if number:
            line += f", {count(number, word)}"
    return f"{line} in {seconds:.2f} s"


def count(number: int, noun: str) -> str:
    """Return `1 page`, `2 pages`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class ProgressBar:
    """A context whose `advance` shows a bar on a terminal, once the work takes over a second."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._is_shown = sys.stderr.isatty() and not is_quiet
        self._started = time.monotonic()
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> "ProgressBar":
        return self

    def advance(self, stage: str, done: int, total: int) -> None:
        if not self._is_shown or time.monotonic() - self._started < PATIENCE:
            return
        if self._bar is None:
            self._bar = self._start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(STAGES.get(stage, stage), total=total)
        if done % 20 == 0 or done == total:
            self._bar.update(self._tasks[stage], completed=done, refresh=True)

    def _start(self) -> Any:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn())
        console = Console(stderr=True)
        # Without auto-refresh there is no thread: a process with threads must not fork workers.
        bar = Progress(*columns, console=console, auto_refresh=False, transient=True)
        bar.start()
        return bar

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
