"""Keys of private pages that tests give."""

from base64 import urlsafe_b64encode
from typing import Any

import msgspec

from sitegen.sealing.written_keys import Keys

SITE = "https://hub.example.org/"
PASSWORD = "L’été à Nantes, 2027"


def secret(number: int) -> bytes:
    """Return 32 bytes of no meaning, others for each *number*."""
    return bytes((number * 37 + place * 11) % 256 for place in range(32))


def word(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


def ring(number: int, *links: str, **passwords: str) -> dict[str, Any]:
    """Return a ring as the file of keys has it, with readers by *links* and by *passwords*."""
    readers: dict[str, dict[str, str]] = {
        name: {"secret": word(secret(number + place))} for place, name in enumerate(links, 1)
    }
    readers |= {name: {"password": password} for name, password in passwords.items()}
    return {"key": word(secret(number)), "readers": readers}


def keys(site: str = SITE, **rings: dict[str, Any]) -> Keys:
    return Keys("test", msgspec.json.encode({"sites": {site: rings}}))


USUAL = keys(press=ring(10, "afp", "board"), members=ring(50, "boss", all=PASSWORD))
"""Two readers by a link of their own, and all members by one password."""
