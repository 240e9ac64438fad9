"""Many addresses asked for: hosts side by side, each of them one at a time. Does network I/O."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from sitegen.checking.output.external.verdicts import Verdict, judge
from sitegen.network.request import PATIENCE, Client

HOSTS_AT_ONCE = 12
PAUSE = 0.5
"""Seconds between two requests to one host."""
LAST = 2 * PATIENCE
"""Seconds that are left to what was begun in time."""


def ask_all(
    urls: Iterable[str],
    client: Client,
    seconds: float,
    told: Callable[[str, Verdict], None],
    pause: float = PAUSE,
) -> None:
    """Tell a verdict of each of *urls*, in no order; after *seconds* nothing else is begun.

    A host that asks to wait is left alone: its other addresses are unsure. Of what there was no
    time for nothing is told.
    """
    queues: dict[str, list[str]] = {}
    for url in urls:
        queues.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    pending = deque(sorted(queues.values(), key=len, reverse=True))
    until = time.monotonic() + seconds
    lock = threading.Lock()
    gate = threading.Event()

    def work() -> None:
        while True:
            with lock:
                if not pending:
                    return
                queue = pending.popleft()
            _ask_host(queue, client, until, told_by_one, gate, pause)

    def told_by_one(url: str, verdict: Verdict) -> None:
        with lock:
            if not gate.is_set():  # else nobody listens any more
                told(url, verdict)

    threads = [
        threading.Thread(target=work, daemon=True)
        for _one in range(min(HOSTS_AT_ONCE, len(queues)))
    ]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            thread.join(max(0.0, until + LAST - time.monotonic()))  # a host may dribble for ever
    finally:
        with lock:
            gate.set()  # after Ctrl-C nobody waits through a pause


def _ask_host(
    urls: list[str],
    client: Client,
    until: float,
    told: Callable[[str, Verdict], None],
    gate: threading.Event,
    pause: float,
) -> None:
    waits: Verdict | None = None
    for number, url in enumerate(urls):
        if waits is None and number:
            gate.wait(pause)
        if gate.is_set():
            return
        if waits is not None:
            told(url, waits)
        elif time.monotonic() > until:
            return
        else:
            verdict = judge(url, client)
            told(url, verdict)
            if verdict.wait:
                waits = verdict
