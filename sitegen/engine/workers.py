"""Map a pure function over chunks: in process, or on an executor when there is much to do."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 300
"""Units below which starting workers costs more than they save."""
CHUNK = 64
"""Units for one call: some tens of milliseconds of work."""


class Workers:
    """Maps over chunks with up to *jobs* processes, or with an *executor* of the caller's."""

    def __init__(self, jobs: int = 0, executor: Executor | None = None) -> None:
        self.jobs = jobs or os.cpu_count() or 1
        self._executor = executor

    def map(
        self, function: Callable[..., list[R]], shared: tuple[Any, ...], units: list[T]
    ) -> Iterator[list[R]]:
        """Yield ``function(*shared, chunk)`` for the chunks of *units*, in order."""
        if self._executor is None and (self.jobs == 1 or len(units) < FEWEST):
            for start in range(0, len(units), CHUNK):
                yield function(*shared, units[start : start + CHUNK])
            return
        if self._executor is not None:
            yield from self._submit(self._executor, function, shared, units)
            return
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(self.jobs) as pool:
            yield from self._submit(pool, function, shared, units)

    def _submit(
        self,
        executor: Executor,
        function: Callable[..., list[R]],
        shared: tuple[Any, ...],
        units: list[T],
    ) -> Iterator[list[R]]:
        chunks = [units[start : start + CHUNK] for start in range(0, len(units), CHUNK)]
        futures = [executor.submit(function, *shared, chunk) for chunk in chunks]
        for future in futures:
            yield future.result()
