"""Map a pure function over chunks: in process, or on an executor when there is much to do."""

import gc
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any, TypeVar

from sitegen.engine.workers.cluster import ClusterExecutor
from sitegen.errors import Diagnostic, WorkerError

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 300
"""Units below which starting workers costs more than they save."""
CHUNK = 64
"""Units for one call: some tens of milliseconds of work."""
AHEAD = 3
"""Chunks that each other process has before it: it must not wait while this one is at work."""

START_METHOD = ""
"""`fork`, `spawn` or `forkserver`; nothing chooses the first where it is safe."""


def can_fork() -> bool:
    """Whether this process may fork: where the system forks, and no other thread holds a lock."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


class Workers:
    """Maps over chunks with up to *jobs* processes, or with an *executor* of the caller's."""

    def __init__(self, jobs: int = 0, executor: Executor | None = None) -> None:
        self.jobs = jobs or os.cpu_count() or 1
        self._executor = executor
        self._start_method = START_METHOD or ("fork" if can_fork() else "spawn")

    @property
    def are_elsewhere(self) -> bool:
        """Whether work may be done on other machines, which share files and nothing else."""
        return isinstance(self._executor, ClusterExecutor)

    def inherit(self) -> bool:
        """Whether workers see what this process holds: they are this process, or forks of it."""
        return self._executor is None and (self.jobs == 1 or self._start_method == "fork")

    def map(
        self,
        function: Callable[..., R],
        shared: tuple[Any, ...],
        units: list[T],
        *,
        fewest: int = 0,
        chunk: int = 0,
    ) -> Iterator[R]:
        """Yield ``function(*shared, chunk)`` for the chunks of *units*, as they are done.

        Units that take longer than a page does are worth workers when they are fewer (*fewest*),
        and smaller chunks (of *chunk*).
        """
        chunks = _chunks(units, chunk or CHUNK)
        if len(units) < (fewest or FEWEST) or (self._executor is None and self.jobs == 1):
            for part in chunks:
                yield function(*shared, part)
            return
        if self._executor is not None:
            yield from self._submit(self._executor, function, shared, chunks)
            return
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        if not fewest and self.inherit():  # what this imports and compiles is there after a fork
            yield function(*shared, chunks.popleft())
        context = multiprocessing.get_context(self._start_method)
        gc.freeze()  # a collection in a forked worker would copy every page of memory it visits
        helpers = self.jobs - 1  # this process works too: one more would copy most of its memory
        pool = ProcessPoolExecutor(helpers, context, initializer=_begin_worker)
        try:
            yield from self._share(pool, function, shared, chunks)
        except BrokenExecutor as error:  # killed from outside, most often for want of memory
            raise WorkerError(Diagnostic("worker-lost", values={"reason": str(error)})) from error
        finally:
            pool.shutdown(cancel_futures=True)  # after an error or Ctrl-C nobody waits for the rest
            gc.unfreeze()

    def _share(
        self,
        pool: Executor,
        function: Callable[..., R],
        shared: tuple[Any, ...],
        chunks: deque[list[T]],
    ) -> Iterator[R]:
        """Do the chunks here and in *pool*, which always has some more to begin.

        It goes from the first one on, they come from the other end: what neighbours need alike
        (rows of lists, articles of feeds) is made in one process, and seldom in both.
        """
        given: deque[Future[R]] = deque()
        while chunks or given:
            while chunks and len(given) < AHEAD * (self.jobs - 1):
                given.append(pool.submit(function, *shared, chunks.pop()))
            if given and (given[0].done() or not chunks):
                yield given.popleft().result()
            else:
                yield function(*shared, chunks.popleft())

    def _submit(
        self,
        executor: Executor,
        function: Callable[..., R],
        shared: tuple[Any, ...],
        chunks: deque[list[T]],
    ) -> Iterator[R]:
        futures = deque(executor.submit(function, *shared, chunk) for chunk in chunks)
        while futures:  # what was taken is let go: results are many times what is kept of them
            future = futures.popleft()
            if isinstance(executor, ClusterExecutor):
                yield executor.wait_for(future)
            else:
                yield future.result()


def _chunks(units: list[T], size: int) -> deque[list[T]]:
    return deque(units[start : start + size] for start in range(0, len(units), size))


def _begin_worker() -> None:
    _leave_signals_to_the_parent()
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """End at once when the parent is killed: what it left open (its output, say) is let go.

    No other process tells a worker: each holds an end of the queue that it waits at.
    """
    from multiprocessing import connection, parent_process

    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)


def _leave_signals_to_the_parent() -> None:
    """A terminal sends Ctrl-C to every process: the parent answers it, and ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
