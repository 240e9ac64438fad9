"""What a request asks for: its host, its file, its range of bytes. Pure.

The server answers a browser on the same machine, and so every page of the web that this browser
shows: a name that leads here (DNS rebinding), a path out of the folder, a foreign page's script.
"""

import re
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from sitegen.border.addresses import split_address
from sitegen.site.media_types import media_type

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_WILDCARDS = ("0.0.0.0", "::", "")
_SHOWN_DOTS = (".well-known",)
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?")
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_FEEDS = {
    "feed.xml": "application/atom+xml",
    "rss.xml": "application/rss+xml",
    "feed.json": "application/feed+json",
}
_TYPES = {
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".opml": "text/x-opml",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".vtt": "text/vtt",
    ".opus": "audio/ogg",
}


class AllowedHosts:
    """The names under which the server may be asked for: its own, and none that others chose."""

    def __init__(self, host: str, own_names: tuple[str, ...] = ()) -> None:
        self._is_open = host in _WILDCARDS
        self._names = LOCAL_NAMES | {host.lower()}
        if self._is_open:
            self._names |= {name.lower() for name in own_names}

    def allows(self, header: str | None) -> bool:
        """Whether *header* (`Host`, with or without a port) names this server."""
        match = _HOST.fullmatch(header or "")
        if match is None:
            return False
        name = match[1].strip("[]").lower().rstrip(".")
        return name in self._names or (self._is_open and _is_address(name))

    def allows_origin(self, header: str | None) -> bool:
        """Whether *header* (`Origin`) is a page of this server, or missing."""
        if header is None:
            return True
        parts = split_address(header)
        return parts.scheme == "http" and self.allows(parts.netloc)


def _is_address(name: str) -> bool:
    """Whether *name* is an IP address: DNS rebinding needs a name."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_local(host: str) -> bool:
    """Whether only this machine reaches a server that listens on *host*."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def steps_of(raw: str) -> list[str] | None:
    """Return the steps of a request's path, decoded; None when it can be no file's.

    The last one is empty when the path ends with a slash. Each step is decoded once and alone, so
    that no `%2F`, `%2E%2E` or `%00` becomes a part of the path.
    """
    if not raw.startswith("/"):
        return None
    steps = []
    for step in raw[1:].split("/"):
        try:
            steps.append(unquote_to_bytes(step).decode("utf-8"))
        except UnicodeDecodeError:
            return None
    if not all(map(_is_name, steps[:-1])) or not (steps[-1] == "" or _is_name(steps[-1])):
        return None
    return steps


def _is_name(step: str) -> bool:
    is_hidden = step.startswith(".") and step not in _SHOWN_DOTS
    return bool(step) and not is_hidden and not re.search(r"[\x00-\x1f\x7f/\\]", step)


def content_type(path: str) -> str:
    """Return the value of `Content-Type` for a file of the site."""
    name = path.rpartition("/")[2]
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    media = _FEEDS.get(name) or _TYPES.get(ending) or media_type(path)
    is_text = media.startswith("text/") or media.endswith(("xml", "json"))
    return f"{media}; charset=utf-8" if is_text else media


class Span(NamedTuple):
    """Bytes of a file, from *start* up to and without *end*."""

    start: int
    end: int


def parse_range(header: str, size: int) -> Span | None:
    """Return what `Range` asks of *size* bytes (RFC 9110 §14); None when it is to be ignored.

    A span without bytes cannot be satisfied (416). Several ranges at once are ignored, as §14.2
    allows: no browser needs them.
    """
    match = _RANGE.fullmatch(header.strip())
    if match is None or not (match[1] or match[2]):
        return None
    if not match[1]:
        return Span(max(0, size - int(match[2])), size)
    start = int(match[1])
    if match[2] and int(match[2]) < start:
        return None
    end = min(size, int(match[2]) + 1) if match[2] else size
    return Span(start, end) if start < end else Span(size, size)
