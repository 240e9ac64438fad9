"""Sources are waited for in threads, and read in the main one: time can be bounded there alone."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any, TypeVar

from sitegen.engine.workers.time_limit import OutOfTimeError, limit_time

T = TypeVar("T")
R = TypeVar("R")
InMain = Callable[[Callable[[], Any]], Any]
"""Does work in the main thread, and returns or raises what it gives."""
READING = 30.0
"""Seconds of the processor for one answer."""
_THREADS = 8


class TooLongError(Exception):
    """Work that was not done within `READING`."""


def in_threads(
    work: Callable[[T, InMain], R], over: Sequence[T], done: Callable[[int], None]
) -> list[R]:
    """Return *work* of each of *over*, in their order; *done* is told how many are.

    *work* waits in a thread of its own, and calculates in the main one by what it is given, where a
    limit of time stands: it raises `TooLongError`. Raises what *work* raises first.
    """
    asked: SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = SimpleQueue()

    def in_main(calculate: Callable[[], Any]) -> Any:
        result: Future[Any] = Future()
        asked.put((calculate, result))
        return result.result()

    with ThreadPoolExecutor(_THREADS) as threads, limit_time(READING) as limit:
        waiting = [threads.submit(work, value, in_main) for value in over]
        for future in waiting:
            future.add_done_callback(lambda _future: asked.put(None))
        number = 0
        while number < len(waiting):
            task = asked.get()
            if task is None:
                number += 1
                done(number)
                continue
            calculate, result = task
            try:
                with limit.running():
                    value = calculate()
            except OutOfTimeError:
                result.set_exception(TooLongError())
            except Exception as error:  # it is raised where it was asked for
                result.set_exception(error)
            else:
                result.set_result(value)
        return [future.result() for future in waiting]
