"""Work on a cluster: an address becomes a `concurrent.futures.Executor`. Does network I/O.

The only address so far is ``dask://HOST:PORT``, a scheduler of dask.distributed. Its workers must
have the same sitegen and see the same files under the same paths; both are checked, at the start
and with each chunk.
"""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from sitegen.engine.tool import tool_digest
from sitegen.errors import Diagnostic, UsageError, WorkerError, reason_of

PATIENCE = 5
"""Seconds in which the scheduler, or a worker where none is left, must answer."""
_ONE_AT_A_TIME = threading.Lock()
"""A worker with several threads renders in one: sessions and Python-Markdown are not shared."""


@contextmanager
def open_executor(address: str, probe: str, output: str) -> Iterator[Executor | None]:
    """Connect to the cluster at *address*; None without an address.

    *probe*: a file's path that is free, in the folder of the state; *output*: a file in the output
    folder. Raises `UsageError` for an address that is none or answers not, and for a missing extra;
    `WorkerError` when a worker has another sitegen or other files.
    """
    if not address:
        yield None
        return
    host, port = _parse(address)
    if find_spec("distributed") is None:
        values = {"what": f"`--executor {address}`", "extra": "dask"}
        raise UsageError(Diagnostic("missing-extra", values=values))
    client = _connect(address, host, port)
    try:
        _check_workers(client, address, probe, output)
        yield ClusterExecutor(client)
    finally:
        with suppress(Exception):  # a scheduler that is gone cannot be taken leave of
            client.close(timeout=PATIENCE)


class ClusterExecutor(Executor):
    """Dask's executor, whose tasks check their worker first and end when no worker is left."""

    def __init__(self, client: Any) -> None:
        self._client = client
        # Not pure: Dask would take the result of an earlier call with the same arguments, though
        # files have changed. Retries: for a chunk whose worker dies there is another worker.
        self._executor = client.get_executor(pure=False, retries=2)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run *fn* on a worker, once that is known to have our sitegen."""
        future: Future[Any] = self._executor.submit(run_checked, tool_digest(), fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let go of what was submitted; the cluster itself is not ours to stop."""
        self._executor.shutdown(wait=wait and not cancel_futures)

    def wait_for(self, future: Future[Any]) -> Any:
        """Return the result of *future*; raises `WorkerError` when the workers are gone."""
        from concurrent.futures import wait

        while not wait([future], timeout=PATIENCE).done:
            if not self._has_workers():
                raise WorkerError(
                    Diagnostic("worker-lost", values={"reason": "the cluster has no workers now"})
                )
        try:
            return future.result()
        except _lost() as error:
            raise WorkerError(Diagnostic("worker-lost", values={"reason": str(error)})) from error

    def _has_workers(self) -> bool:
        try:
            return bool(self._client.scheduler_info(n_workers=-1)["workers"])
        except Exception:  # no scheduler, no workers
            return False


def run_checked(tool: bytes, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Run on a worker, which may have joined after the build began: with our sitegen, or not."""
    if tool != tool_digest():
        raise WorkerError(Diagnostic("worker-differs", values={"worker": _own_name()}))
    with _ONE_AT_A_TIME:
        return function(*args, **kwargs)


def look_around(probe: str, output: str) -> tuple[bytes, bytes, bool]:
    """Run on a worker: its tool's digest, what the probe holds, and whether the output is there."""
    try:
        with open(probe, "rb") as file:
            content = file.read()
    except OSError:
        content = b""
    return tool_digest(), content, os.path.isfile(output)


def _parse(address: str) -> tuple[str, int]:
    try:
        parts = urlsplit(address)
        if parts.scheme == "dask" and parts.hostname and parts.port:
            return parts.hostname, parts.port
    except ValueError:  # a port that is no number
        pass
    raise UsageError(Diagnostic("bad-executor", values={"value": address}))


def _connect(address: str, host: str, port: int) -> Any:
    import logging
    import socket

    distributed: Any = import_module("distributed")  # half of it has types
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it says, a diagnostic says
    shown = f"[{host}]" if ":" in host else host
    try:
        # A scheduler speaks first. Dask would wait for ever for one that listens and says nothing,
        # and try again and again where nobody listens.
        with socket.create_connection((host, port), timeout=PATIENCE) as connection:
            if not connection.recv(1):
                raise ConnectionError("it ends the connection")
        return distributed.Client(f"tcp://{shown}:{port}", timeout=PATIENCE)
    except OSError as error:  # a TimeoutError is one
        values = {"address": address, "reason": reason_of(error).partition("\n")[0]}
        raise UsageError(Diagnostic("executor-unreachable", values=values)) from error


def _check_workers(client: Any, address: str, probe: str, output: str) -> None:
    """Raise unless there are workers, all with our sitegen and our files."""
    token = os.urandom(16)
    with open(probe, "wb") as file:
        file.write(token)
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
        answers = client.run(look_around, probe, output, on_error="return")
    except TimeoutError as error:
        values = {"address": address, "reason": "it has no workers"}
        raise UsageError(Diagnostic("executor-unreachable", values=values)) from error
    finally:
        os.unlink(probe)
    wrong = []
    for worker, seen in sorted(answers.items()):
        if isinstance(seen, BaseException) or seen[0] != tool_digest():
            wrong.append(Diagnostic("worker-differs", values={"worker": worker}))
        elif seen[1] != token or not seen[2]:
            values = {"worker": worker, "folder": os.path.dirname(probe)}
            wrong.append(Diagnostic("worker-elsewhere", values=values))
    if wrong:
        raise WorkerError(*wrong)


def _lost() -> tuple[type[BaseException], ...]:
    from concurrent.futures import CancelledError

    from distributed import KilledWorker
    from distributed.client import FutureCancelledError

    return KilledWorker, FutureCancelledError, CancelledError


def _own_name() -> str:
    from distributed import get_worker

    try:
        return str(get_worker().address)
    except ValueError:  # not on a worker
        return "here"
