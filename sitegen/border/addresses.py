"""Addresses that people wrote: their parts, and which schemes a page may lead to."""

import re
from urllib.parse import SplitResult, urlsplit

SCHEMES = ("http", "https", "mailto", "tel", "sms", "geo", "webcal", "ftp")
"""What may stand before the colon of an address; one without a scheme is of the site."""
_AROUND = "".join(map(chr, range(0x21)))
_WITHIN = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_RUNS_CODE = ("javascript", "vbscript", "data")


def forbidden_scheme(url: str, *, is_image: bool = False) -> str:
    """Return the scheme of *url* if no page may lead there; or "".

    It is read as browsers read it (url.spec.whatwg.org, *basic URL parser*): without control
    characters and spaces around, without tabs and line ends within. What is shown as an image may
    stand in its address (`data:`), where nothing of it runs.
    """
    url = url.strip(_AROUND).translate(_WITHIN)
    found = _SCHEME.match(url)
    scheme = found[1].lower() if found else ""
    return "" if scheme in SCHEMES or (is_image and scheme == "data") else scheme


def runs_code(scheme: str) -> bool:
    """Whether a link with *scheme* would run what stands in it."""
    return scheme in _RUNS_CODE


def split_address(text: str, scheme: str = "") -> SplitResult:
    """Return the parts of *text* (RFC 3986); what is no address at all, `https://[`, is a path."""
    try:
        parts = urlsplit(text, scheme)
        _ = parts.port  # raises for what is no number
    except ValueError:
        return SplitResult("", "", text, "", "")
    return parts
