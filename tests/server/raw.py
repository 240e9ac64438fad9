"""Requests as bytes: what no client library would send."""

import socket
import time
from collections.abc import Callable
from typing import NamedTuple

PATIENCE = 60.0
"""Seconds after which a test that waits has failed."""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    """By name in small letters."""
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


def send(port: int, request: bytes) -> Answer:
    """Send *request* on a connection of its own, and return what comes back until it is closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall(request)
        received = b""
        while piece := connection.recv(1 << 16):
            received += piece
    return parse(received)


def parse(received: bytes) -> Answer:
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(":") for line in lines)
    }
    return Answer(int(first.split(" ")[1]), headers, body)


def get(
    port: int, path: str | bytes, *, method: str = "GET", host: str = "localhost", **headers: str
) -> Answer:
    """Ask for *path*; `if_range="x"` is the header `If-Range: x`."""
    raw = path.encode() if isinstance(path, str) else path
    lines = [f"Host: {host}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    head = "\r\n".join(lines).encode("latin-1")
    return send(port, method.encode() + b" " + raw + b" HTTP/1.1\r\n" + head + b"\r\n\r\n")


class Events:
    """The channel of one page, as its browser has it open."""

    def __init__(self, port: int, page: str, look: str) -> None:
        self._connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        address = f"/__sitegen/events?page={page}&look={look}"
        self._connection.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        self._file = self._connection.makefile("rb")
        assert b" 200 " in self._file.readline()
        while self._file.readline() != b"\r\n":
            pass
        assert self._file.readline() == b":\n"  # connected: what happens from now on is told

    def next(self) -> tuple[str, str]:
        """Return the next event's kind and data; raises `TimeoutError` when none comes."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            line = self._file.readline().decode()
            if line.startswith("event:"):
                data = self._file.readline().decode()
                return line[6:].strip(), data.removeprefix("data:").strip()
            if not line:
                raise EOFError("the server closed the channel")
        raise TimeoutError("no event came")

    def wait_for(self, kind: str) -> str:
        while True:
            event, data = self.next()
            if event == kind:
                return data

    def close(self) -> None:
        self._file.close()
        self._connection.close()


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for a fact, at most `PATIENCE` seconds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
