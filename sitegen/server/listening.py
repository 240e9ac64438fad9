"""Where the preview is served: the address asked for, or a free port near the usual one."""

from typing import NamedTuple

from sitegen.errors import Diagnostic, UsageError, reason_of
from sitegen.server.editing import Desk
from sitegen.server.http import PreviewServer
from sitegen.server.preview import PreviewedSite
from sitegen.wording.phrases import Phrase

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000


_NEXT_PORTS = 20
"""Ports after the default that are tried when it is taken."""


class Address(NamedTuple):
    host: str
    port: int = 0
    """0: the default, or a free one when it is taken."""

    def url(self, port: int) -> str:
        """Return the address that a browser on this machine asks for."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(self.host, self.host)
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def listen(address: Address, preview: PreviewedSite, desk: Desk | None = None) -> PreviewServer:
    """Return a server on *address*, or on a port near it. Raises `UsageError` when none is free."""
    near = range(DEFAULT_PORT, DEFAULT_PORT + _NEXT_PORTS)
    ports = [address.port] if address.port else [*near, 0]
    for port in ports:
        try:
            return PreviewServer(address.host, port, preview, desk)
        except OSError as error:
            reason = reason_of(error)
            if not _is_taken(error):
                break
    host = "" if address.host == DEFAULT_HOST else Phrase("Or leave `--host` out.")
    values = {"address": f"{address.host}:{ports[0]}", "reason": reason, "host": host}
    raise UsageError(Diagnostic("cannot-listen", values=values))


def _is_taken(error: OSError) -> bool:
    import errno

    return error.errno in (errno.EADDRINUSE, errno.EACCES)
