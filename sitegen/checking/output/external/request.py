"""One request to another host: only its status and two headers are read. Does network I/O.

`http.client` and not a library that resolves by itself: the address that was found to be public
must be the one that is connected to, or a name could mean another one a moment later.
"""

import http.client
import socket
import ssl
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from sitegen import __version__
from sitegen.checking.output.external.hosts import Resolve

PATIENCE = 15.0
"""Seconds for one connection, and for one answer."""
_SAFE = "!#$%&'()*+,/:;=?@[]~"


class Answer(NamedTuple):
    """What a host said."""

    status: int
    location: str = ""
    retry_after: str = ""


class Client(NamedTuple):
    """Who asks, and how names are looked up."""

    resolve: Resolve
    site: str
    """The address of the site that has the links, for who runs the hosts."""

    @property
    def headers(self) -> dict[str, str]:
        return {
            "User-Agent": f"sitegen/{__version__} (checks the links of {self.site})",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
        }


def request(method: str, url: str, client: Client) -> Answer:
    """Ask for *url* once, follow nothing, read no body.

    Raises `PrivateHostError`, `OSError` (names, connections, TLS), `http.client.HTTPException` for
    what is no HTTP, and `ValueError` for an address that is none.
    """
    parts = urlsplit(url)
    if not parts.hostname:
        raise ValueError("no host")
    host = parts.hostname.encode("idna").decode("ascii")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    path = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_SAFE)
    connection = _connect(parts.scheme, host, port, client.resolve)
    try:
        connection.request(method, path, headers=client.headers)
        with connection.getresponse() as answer:
            return Answer(
                answer.status,
                answer.getheader("Location") or "",
                answer.getheader("Retry-After") or "",
            )
    finally:
        connection.close()  # the body of a GET is left unread


def _connect(scheme: str, host: str, port: int, resolve: Resolve) -> http.client.HTTPConnection:
    """Return a connection to one of the addresses that *resolve* allows."""
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    failure: OSError | None = None
    for address in resolve(host, port):
        try:
            plain = socket.create_connection(address, timeout=PATIENCE)
        except OSError as error:
            failure = error
            continue
        if scheme == "https":
            try:
                plain = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
            except OSError:
                plain.close()
                raise
        connection.sock = plain
        connection.default_port = 443 if scheme == "https" else 80  # what `Host` leaves out
        return connection
    raise failure or OSError("no address")
