"""What a build says while it works: a bar on a terminal, lines elsewhere, or stage by stage."""

import enum
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sitegen.report.colours import is_live, shows_colours
from sitegen.report.streams import write
from sitegen.wording.translation import _

if TYPE_CHECKING:
    from sitegen.engine.timing.stopwatch import StageTime

PATIENCE = 1.0
"""Seconds of work after which a progress bar appears."""
PAUSE = 10.0
"""Seconds between two lines of progress where there is no terminal, and before the first."""
NAMES: dict[str, Callable[[], str]] = {
    "parse": lambda: _("Reading"),
    "render": lambda: _("Rendering"),
    "examine": lambda: _("Checking"),
    "ask": lambda: _("Asking"),
    "import": lambda: _("Importing"),
    "fetch": lambda: _("Fetching"),
    "send": lambda: _("Sending"),
}
"""How the stages of a build or a check are called beside their bar."""


class Verbosity(enum.Enum):
    """How much a command says."""

    QUIET = "quiet"
    """Errors and warnings alone."""
    NORMAL = "normal"
    VERBOSE = "verbose"
    """Each stage, with counts and times."""


class ProgressBar:
    """A context whose `advance` shows a bar on a terminal, once the work takes over a second.

    Where nobody watches it writes a line now and then; a short build writes none.
    """

    def __init__(self, verbosity: Verbosity = Verbosity.NORMAL) -> None:
        self._is_quiet = verbosity is Verbosity.QUIET
        self._is_live = is_live(sys.stderr) and verbosity is Verbosity.NORMAL
        self._started = self._told = time.monotonic()
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> "ProgressBar":
        return self

    def advance(self, stage: str, done: int, total: int) -> None:
        if self._is_quiet:
            return
        now = time.monotonic()
        if not self._is_live:
            if now - self._told >= PAUSE:
                self._told = now
                line = _("{stage}: {done} of {total}")
                write(line.format(stage=_name(stage), done=done, total=total), sys.stderr)
                sys.stderr.flush()
            return
        if now - self._started < PATIENCE:
            return
        if self._bar is None:
            self._bar = self._start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(_name(stage), total=total)
        if done % 20 == 0 or done == total:
            self._bar.update(self._tasks[stage], completed=done, refresh=True)

    def _start(self) -> Any:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn())
        console = Console(stderr=True, no_color=not shows_colours(sys.stderr))
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


def _name(stage: str) -> str:
    return NAMES[stage]() if stage in NAMES else stage


def tell_stage(lap: "StageTime") -> None:
    """Write one line on standard error for a stage of a build that has ended."""
    from sitegen.report.stages import stage_line

    write(stage_line(lap), sys.stderr)
    if sys.stderr is not None:
        sys.stderr.flush()
