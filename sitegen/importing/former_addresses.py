"""The addresses that a former site had, from its sitemap or a list. Reads one file."""

import re
from html import unescape
from urllib.parse import unquote, urlsplit

from sitegen.importing.material import Material

_LOCATION = re.compile(r"<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]+)\s*(?:\]\]>)?\s*</loc>")
"""Of a sitemap (sitemaps.org): nothing else of its XML matters here, so nothing parses it."""


def read_addresses(path: str) -> tuple[str, ...]:
    """Return the paths from the root, decoded, each once; of a sitemap or of one address a line.

    Raises `UsageError` for a file that is not there.
    """
    material = Material(path)
    text = material.read_text(material.names[0]) if material.is_file else ""
    addresses = _LOCATION.findall(text) if "<loc>" in text else text.split("\n")
    written = (unescape(address.strip()) for address in addresses)
    return tuple(
        dict.fromkeys(
            _path(address) for address in written if address and not address.startswith("#")
        )
    )


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address).path) or "/"
    except ValueError:
        return address
