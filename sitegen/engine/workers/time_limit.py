"""A bound on the processor time of one piece of work, where the system can interrupt it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self

from sitegen.errors import OutOfTimeError

__all__ = ["OutOfTimeError", "TimeLimit", "limit_time"]
_LONGEST = 86_400.0
"""Seconds: a day is as good as no limit, and the system's timers end somewhere."""
_AGAIN = 1.0
"""Seconds after which the signal comes once more: a library may have swallowed the first one."""


class TimeLimit:
    """Interrupts what runs within it once it has had its *seconds*."""

    def __init__(self, seconds: float) -> None:
        self._seconds = min(seconds, _LONGEST)
        self._is_running = False

    def running(self) -> Self:
        """Raise `OutOfTimeError` in what stands within (`with`) when its time is over."""
        return self

    def __enter__(self) -> None:
        try:
            self._is_running = True
            signal.setitimer(signal.ITIMER_VIRTUAL, self._seconds, _AGAIN)
        except BaseException:  # so short a time that it is over
            self.__exit__()
            raise

    def __exit__(self, *error: object) -> None:
        self._is_running = False
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def interrupt(self, number: int, frame: FrameType | None) -> None:
        if self._is_running:
            raise OutOfTimeError(self._seconds)


class NoLimit(TimeLimit):
    def __enter__(self) -> None:
        pass

    def __exit__(self, *error: object) -> None:
        pass


@contextmanager
def limit_time(seconds: float) -> Iterator[TimeLimit]:
    """Give a limit of *seconds* of this process's own time (`ITIMER_VIRTUAL`), used many times.

    A busy machine does not count, and what it interrupts is no result that anybody remembers. A
    regular expression that runs is interrupted too, native code when it returns. Without these
    timers (Windows), and in threads beside the main one, there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        yield NoLimit(seconds)
        return
    limit = TimeLimit(seconds)
    before = signal.signal(signal.SIGVTALRM, limit.interrupt)
    try:
        yield limit
    finally:
        signal.signal(signal.SIGVTALRM, before)
