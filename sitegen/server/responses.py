"""How the preview answers over HTTP/1.1: heads that let no other site read, files, parts of them.

The standard library's `http.server` reads requests; nothing of its serving of files is used.
"""

import contextlib
import os
from email.utils import formatdate
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import BinaryIO

from sitegen import __version__
from sitegen.server.addresses import content_type, parse_range

PATIENCE = 30.0
"""Seconds that a connection may be silent between requests."""
_CHUNK = 1 << 16


class Responder(BaseHTTPRequestHandler):
    """Writes responses on one connection."""

    protocol_version = "HTTP/1.1"
    server_version = f"sitegen/{__version__}"
    sys_version = ""
    timeout = PATIENCE

    def redirect(self, address: str) -> None:
        """Lead on to *address*, for good."""
        self.send(b"", "text/plain; charset=utf-8", 301, {"Location": address})

    def send(
        self, content: bytes, kind: str, status: int, headers: dict[str, str] | None = None
    ) -> None:
        """Answer with *content*, of the media type *kind*."""
        length = {"Content-Type": kind, "Content-Length": str(len(content))}
        self.begin(status, {"Cache-Control": "no-store", **length, **(headers or {})})
        if self.command != "HEAD":
            self.wfile.write(content)

    def begin(self, status: int, headers: dict[str, str]) -> None:
        """Send the head of a response. Nothing allows other sites to read it (no CORS header)."""
        self.send_response(status)
        always = {
            "Cache-Control": "no-cache",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "same-origin",
        }
        for name, value in {**always, **headers}.items():
            self.send_header(name, value)
        if self.close_connection and "Connection" not in headers:
            self.send_header("Connection", "close")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a request that cannot be read: too long, cut, not HTTP."""
        self.close_connection = True
        with contextlib.suppress(OSError):
            phrase = HTTPStatus(code).phrase.encode()
            if not hasattr(self, "command") or not self.command:
                self.command = "GET"
            if getattr(self, "request_version", "") == "HTTP/0.9":
                self.request_version = "HTTP/1.0"
            self.send(phrase + b"\n", "text/plain; charset=utf-8", code)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request: the terminal tells of builds."""

    def send_file(self, file: BinaryIO, name: str, status: int) -> None:
        """Answer with *file*, called *name*, or with the part of it that was asked for."""
        known = os.fstat(file.fileno())
        size = known.st_size
        tag = f'"{known.st_mtime_ns:x}-{size:x}-{known.st_ino:x}"'
        headers = {
            "ETag": tag,
            "Last-Modified": formatdate(known.st_mtime, usegmt=True),
            "Accept-Ranges": "bytes",
        }
        if tag in self.headers.get("If-None-Match", ""):
            self.begin(304, headers)
            return
        kind = content_type(name)
        wanted = self.headers.get("Range")
        if wanted and self.headers.get("If-Range", tag) == tag and status == 200:
            span = parse_range(wanted, size)
            if span is not None and span.start >= span.end:
                headers["Content-Range"] = f"bytes */{size}"
                self.send(b"", kind, 416, headers)
                return
            if span is not None:
                headers["Content-Range"] = f"bytes {span.start}-{span.end - 1}/{size}"
                self._stream(file, kind, 206, headers, span.start, span.end)
                return
        self._stream(file, kind, status, headers, 0, size)

    def _stream(
        self, file: BinaryIO, kind: str, status: int, headers: dict[str, str], start: int, end: int
    ) -> None:
        length = end - start
        self.begin(status, {**headers, "Content-Type": kind, "Content-Length": str(length)})
        if self.command == "HEAD":
            return
        file.seek(start)
        while length > 0:
            piece = file.read(min(_CHUNK, length))
            if not piece:  # cut while it was read: the length was promised
                self.close_connection = True
                return
            self.wfile.write(piece)
            length -= len(piece)
