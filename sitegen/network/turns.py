"""Whose turn it is to ask a host: one request at a time for each, with a pause between two."""

import contextlib
import threading
import time
from collections.abc import Iterator

PAUSE = 0.3
"""Seconds between two requests to one host."""


class Turns:
    """Turns of one run, which several threads take."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._guard = threading.Lock()
        self._hosts: dict[str, threading.Lock] = {}
        self._ended: dict[str, float] = {}

    @contextlib.contextmanager
    def take(self, host: str) -> Iterator[None]:
        """Wait until nobody else asks *host*, and for the pause after who did."""
        with self._guard:
            turn = self._hosts.setdefault(host, threading.Lock())
        with turn:
            if host in self._ended:
                time.sleep(max(0.0, self._ended[host] + self._pause - time.monotonic()))
            try:
                yield
            finally:
                self._ended[host] = time.monotonic()
