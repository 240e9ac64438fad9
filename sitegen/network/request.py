"""One request to another host: its status and headers, or a file of bounded size. Network I/O.

`http.client` and not a library that resolves by itself: the address that was found to be public
must be the one that is connected to, or a name could mean another one a moment later.
"""

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from sitegen import __version__
from sitegen.network.hosts import Resolve

PATIENCE = 15.0
"""Seconds for one connection, and for one answer however slowly it comes."""
MOST_STEPS = 5
"""How often a file may be said to be elsewhere."""
LED_ON = (301, 302, 303, 307, 308)
"""Statuses that say where a file is instead."""
NO_HEADERS: Mapping[str, str] = MappingProxyType({})
_MOST_ADDRESSES = 4
"""Addresses of one name that are tried."""
_SAFE = "!#$%&'()*+,/:;=?@[]~"


class HttpAnswer(NamedTuple):
    """What a host said."""

    status: int
    location: str = ""
    retry_after: str = ""


class FetchedFile(NamedTuple):
    """What was fetched."""

    content: bytes
    kind: str
    """As the host says: `image/jpeg`."""


class Client(NamedTuple):
    """Who asks, and how names are looked up."""

    resolve: Resolve
    site: str
    """The address of the site that has the links, for who runs the hosts."""
    purpose: str = "checks the links of"

    @property
    def headers(self) -> dict[str, str]:
        return {
            "User-Agent": f"sitegen/{__version__} ({self.purpose} {self.site})",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
        }


def request(method: str, url: str, client: Client) -> HttpAnswer:
    """Ask for *url* once, follow nothing, read no body.

    Raises `PrivateHostError`, `OSError` (names, connections, TLS), `http.client.HTTPException` for
    what is no HTTP, and `ValueError` for an address that is none.
    """
    with asked(method, url, client, PATIENCE) as answer:
        return HttpAnswer(
            answer.status,
            answer.getheader("Location") or "",
            answer.getheader("Retry-After") or "",
        )


def download(url: str, client: Client, limit: int) -> FetchedFile:
    """Return what is at *url*, at most *limit* bytes, led on `MOST_STEPS` times to public hosts.

    Raises what `request` does, and `ValueError` for more bytes and for a status other than 200.
    """
    for _step in range(MOST_STEPS + 1):
        with asked("GET", url, client, PATIENCE * 8) as answer:
            if answer.status in LED_ON and (location := answer.getheader("Location")):
                url = urljoin(url, location)
                continue
            if answer.status != 200:
                raise ValueError(f"HTTP {answer.status}")
            content = answer.read(limit + 1)
            if len(content) > limit:
                raise ValueError(f"more than {limit} bytes")
            return FetchedFile(content, answer.getheader("Content-Type") or "")
    raise ValueError("led on too often")


@contextlib.contextmanager
def asked(
    method: str,
    url: str,
    client: Client,
    patience: float,
    headers: Mapping[str, str] = NO_HEADERS,
    body: bytes | None = None,
) -> Iterator[http.client.HTTPResponse]:
    """Yield the answer of a host, its body unread; at most *patience* seconds pass meanwhile.

    *headers*: beside those of every request, or instead. Raises what `request` does.
    """
    parts, host, port = web_address(url)
    path = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_SAFE)
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    connection.sock = plain = _connect(host, port, client.resolve)
    connection.default_port = 443 if parts.scheme == "https" else 80  # what `Host` leaves out
    try:
        if parts.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = plain = context.wrap_socket(
                plain, server_hostname=host, do_handshake_on_connect=False
            )
        with _Patience(plain, patience):
            if isinstance(plain, ssl.SSLSocket):
                plain.do_handshake()
            connection.request(method, path, body, {**client.headers, **headers})
            with connection.getresponse() as answer:
                yield answer
    finally:
        connection.close()  # the body of a GET is left unread
        plain.close()


def web_address(url: str) -> tuple[SplitResult, str, int]:
    """Return *url* in parts, with the host's name as it is looked up, and the port.

    Raises `ValueError`, with a phrase, for what is no address of the web.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:  # brackets, ports, names that nothing can have
        host = ""
    if not host or parts.scheme not in ("http", "https"):
        raise ValueError("its address is not that of a web server")
    return parts, host, port


def _connect(host: str, port: int, resolve: Resolve) -> socket.socket:
    """Return a connection to one of the addresses that *resolve* allows."""
    failure: OSError | None = None
    for address in resolve(host, port)[:_MOST_ADDRESSES]:
        try:
            return socket.create_connection(address, timeout=PATIENCE)
        except OSError as error:
            failure = error
    raise failure or OSError("no address")


class _Patience:
    """Ends a connection after some seconds; what stands within then raises `TimeoutError`.

    A socket's own limit begins anew with each byte, and answers of 100 Continue may have no end.
    """

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self._connection = connection
        self._is_over = False
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._is_over:
            raise TimeoutError

    def _end(self) -> None:
        self._is_over = True
        with contextlib.suppress(OSError):  # the system's own: TLS would be taken apart beneath
            socket.socket.shutdown(self._connection, socket.SHUT_RDWR)
