"""Progress while a build works."""

import sys
import time
from types import TracebackType
from typing import Any

STAGES = {"parse": "Reading", "render": "Rendering"}
"""How the stages of a build are called beside their bar."""
PATIENCE = 1.0
"""Seconds of work after which a progress bar appears."""


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
