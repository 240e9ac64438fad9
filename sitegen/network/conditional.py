"""A document of another host, asked for again and again: only what changed comes. Network I/O.

Conditional requests are those of RFC 9110 §13; a body may be compressed, and is bounded as it will
be when it is not. A credential goes to the origin that it was given for, never where that leads.
"""

import base64
import http.client
import zlib
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urljoin

from sitegen.network.request import LED_ON, MOST_STEPS, Client, asked, web_address
from sitegen.network.turns import Turns
from sitegen.wording.phrases import with_gaps

PATIENCE = 60.0
"""Seconds for one answer, however slowly it comes."""
_PIECE = 64 * 1024


class TooLargeError(ValueError):
    """What is asked for has more bytes than are taken; holds a phrase."""


class Validators(NamedTuple):
    """What a host calls the state of a document."""

    etag: str = ""
    modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        asked_for = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked_for.items() if value}


NO_VALIDATORS = Validators()


class Reply(NamedTuple):
    """What a host said of a document."""

    url: str
    """Where it was found in the end."""
    content: bytes | None
    """None: it is as it was."""
    kind: str = ""
    """As the host says: `application/rss+xml`."""
    validators: Validators = NO_VALIDATORS


def ask(
    url: str,
    client: Client,
    limit: int,
    turns: Turns,
    known: Validators = NO_VALIDATORS,
    credential: str = "",
    count: Callable[[int], None] = lambda _bytes: None,
) -> Reply:
    """Return what is at *url*, at most *limit* bytes when unpacked; nothing new if it is *known*.

    *credential*: a token, or `user:password`; *count* hears how many bytes came, piece by piece,
    also of what is refused then. Raises `PrivateHostError`, `OSError` and
    `http.client.HTTPException` as `request` does, and `ValueError`, with a phrase, for all else.
    """
    first = ""
    for _step in range(MOST_STEPS + 1):
        parts, host, port = web_address(url)
        origin = f"{parts.scheme}://{host}:{port}"
        first = first or origin
        headers = {"Accept-Encoding": "gzip", **known.headers}
        if credential and origin == first:
            headers["Authorization"] = _authorization(credential)
        with turns.take(host), asked("GET", url, client, PATIENCE, headers) as answer:
            if answer.status in LED_ON and (location := answer.getheader("Location")):
                url = _led_on(url, location)
                continue
            if answer.status in LED_ON:
                raise ValueError("it leads on without saying where")
            if answer.status == 304 and known != NO_VALIDATORS:
                return Reply(url, None, "", known)
            if answer.status != 200:
                raise ValueError(f"HTTP {answer.status}")
            content = _body(answer, limit, count)
            return Reply(
                url,
                content,
                (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower(),
                Validators(
                    _plain(answer.getheader("ETag")), _plain(answer.getheader("Last-Modified"))
                ),
            )
    raise ValueError("it leads on again and again")


def _led_on(url: str, location: str) -> str:
    """Return where *location*, said at *url*, leads; what is no address stays what it is."""
    try:
        return urljoin(url, location)
    except ValueError:
        return location


def _authorization(credential: str) -> str:
    """Return the header's value: Basic (RFC 7617) for `user:password`, else Bearer (RFC 6750)."""
    if ":" in credential:
        return f"Basic {base64.b64encode(credential.encode()).decode('ascii')}"
    return f"Bearer {credential}"


def _plain(header: str | None) -> str:
    """Return a header as it can be sent back: printable ASCII, of a bounded length."""
    value = (header or "").strip()
    return value if value.isascii() and value.isprintable() and len(value) <= 500 else ""


def _body(answer: http.client.HTTPResponse, limit: int, count: Callable[[int], None]) -> bytes:
    pieces = []
    size = 0
    if (answer.length or 0) > limit:  # it says so itself
        raise too_large(limit)
    while piece := answer.read(_PIECE):
        pieces.append(piece)
        count(len(piece))
        size += len(piece)
        if size > limit:
            raise too_large(limit)
    if answer.length:  # `http.client` is silent where fewer bytes come than were said
        raise ValueError("it ends before its end")
    encoding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding == "identity":
        return b"".join(pieces)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(with_gaps("it is packed as {encoding}", encoding=encoding[:20]))
    return _unpacked(b"".join(pieces), limit)


def _unpacked(packed: bytes, limit: int) -> bytes:
    unpacking = zlib.decompressobj(47)  # of gzip and of zlib alike, by their first bytes
    try:
        content = unpacking.decompress(packed, limit + 1)
    except zlib.error:
        raise ValueError("it cannot be unpacked") from None
    if len(content) > limit:
        raise too_large(limit)
    if not unpacking.eof:
        raise ValueError("it ends before its end")
    return content


def too_large(limit: int) -> TooLargeError:
    """Return what is raised of something that has more bytes than *limit*."""
    text = "it is larger than {limit} MB"
    return TooLargeError(with_gaps(text, limit=str(limit // 1024 // 1024)))
