"""How other machines call this one. Asks the system for its routes; sends nothing."""

import socket
from urllib.parse import urlsplit

_ELSEWHERE = {"0.0.0.0": "192.0.2.1", "": "192.0.2.1", "::": "2001:db8::1"}
"""For each host that means all of this machine's: an address that is nobody's (RFC 5737, 3849)."""


def url_for_others(url: str, host: str) -> str:
    """Return *url*, which this machine opens, as others do; nothing if *host* is one address alone.

    Without a network it has the machine's name.
    """
    if host not in _ELSEWHERE:
        return ""
    parts = urlsplit(url)
    name = _own_address(_ELSEWHERE[host]) or socket.gethostname()
    shown = f"[{name}]" if ":" in name else name
    return parts._replace(netloc=f"{shown}:{parts.port}").geturl()


def _own_address(elsewhere: str) -> str:
    """Return the address from which this machine would send to *elsewhere*."""
    family = socket.AF_INET6 if ":" in elsewhere else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as route:
            route.connect((elsewhere, 9))  # a datagram's socket: nothing goes out
            return str(route.getsockname()[0])
    except OSError:
        return ""
