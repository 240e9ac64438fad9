"""Which network addresses may be asked: those that are everybody's. Asks the system's resolver."""

import ipaddress
import socket
from collections.abc import Callable

Resolve = Callable[[str, int], list[tuple[str, int]]]
"""A host's name and a port -> IP addresses that may be connected to, with their ports.

Raises `PrivateHostError` when one of them may not, `OSError` when the name is not known. Tests give
one of their own, the only way by which 127.0.0.1 is ever asked.
"""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for IPv4 ones (RFC 6052)."""
_GLOBAL = ipaddress.ip_network("2000::/3")
"""All that IANA gives to the public. `is_global` takes `::127.0.0.1`, `64:ff9b:1::` and `fec0::`
for public too, in some versions of Python."""


class PrivateHostError(Exception):
    """A name that stands for an address of this machine, of its network, or of nobody."""


def resolve_public(host: str, port: int) -> list[tuple[str, int]]:
    """Return the addresses of *host*, all of them public; see `Resolve`."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for address in addresses:  # a name with one private address is another's trick, or a mistake
        if not is_public(address):
            raise PrivateHostError(address)
    return [(address, port) for address in addresses]


def is_public(text: str) -> bool:
    """Whether an IP address can be reached from anywhere (RFC 6890), also the one within it."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo:
            inner = address.teredo[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address not in _GLOBAL:
            return False
    return address.is_global and not address.is_multicast
