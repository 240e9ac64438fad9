"""HTTP/1.1 for the preview: files, additions to pages, the channel that tells of changes.

The standard library's `http.server` reads requests; nothing of its serving of files is used.
"""

import contextlib
import json
import os
import re
import socket
import socketserver
import sys
from email.utils import formatdate
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any, BinaryIO
from urllib.parse import parse_qs

from sitegen import __version__
from sitegen.border.addresses import split_address
from sitegen.editing.pages import CONFIGURATION
from sitegen.editing.repository import Answer
from sitegen.server.additions import PREFIX, bare_page, with_additions
from sitegen.server.addresses import AllowedHosts, content_type, parse_range
from sitegen.server.editing import ADDRESS, API, MAX_BODY, Desk
from sitegen.server.preview import FoundFile, PageLook, PreviewedSite
from sitegen.wording.translation import _

BEAT = 15.0
"""Seconds of silence after which the channel sends a comment: it finds out who has left."""
PATIENCE = 30.0
"""Seconds that a connection may be silent between requests."""
_CHUNK = 1 << 16
_OWN_FILES = ("preview.js", "preview.css")


class PreviewServer(socketserver.ThreadingTCPServer):
    """Listens on one address; raises `OSError` when it is taken."""

    allow_reuse_address = os.name != "nt"  # there it would share a port that is in use
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(
        self, host: str, port: int, preview: PreviewedSite, desk: Desk | None = None
    ) -> None:
        """*desk*: what edits the site, where it may be edited."""
        if ":" in host:
            self.address_family = socket.AF_INET6
        self.preview = preview
        self.desk = desk
        self.hosts = AllowedHosts(host, (socket.gethostname(), f"{socket.gethostname()}.local"))
        super().__init__((host, port), Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep silent about browsers that leave; a mistake of ours is printed as usual."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = f"sitegen/{__version__}"
    sys_version = ""
    timeout = PATIENCE

    def do_GET(self) -> None:
        if self._is_refused():
            return
        path, _, query = self._target.partition("?")
        if path.startswith(PREFIX):
            self._serve_own(path.removeprefix(PREFIX), query)
            return
        preview = self.server.preview
        answer = preview.find(path)
        if answer.status == 301:
            self._redirect(f"{path}/" + (f"?{query}" if query else ""))
        elif answer.status == 404 and preview.base_path and path in ("/", preview.base_path):
            self._redirect(f"{preview.base_path}/")
        elif not answer.path or answer.path.endswith((".html", ".htm")):
            self._serve_page(path, answer)
        else:
            self._serve_file(answer)

    do_HEAD = do_GET  # noqa: N815 – the library finds methods by these names

    def do_POST(self) -> None:
        own = f"{PREFIX}{ADDRESS}"
        if self.server.desk is None or not self.path.startswith(own):
            self._refuse_method()
        elif not self._is_refused():
            path, _, query = self._target.partition("?")
            self._serve_desk(self.server.desk, path.removeprefix(own), query)

    def _refuse_method(self) -> None:
        if not self._is_refused():
            self.close_connection = True  # what the request carries is not read
            self._send(b"Only GET and HEAD.\n", "text/plain", 405, {"Allow": "GET, HEAD"})

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse_method  # noqa: N815

    def _is_refused(self) -> bool:
        """Answer what no page of ours asks for; note what the request is for in `_target`."""
        hosts = self.headers.get_all("Host") or []
        self._target = self.path.partition("#")[0]
        if self._target[:4].lower() == "http":  # the form that proxies get (RFC 9112 §3.2.2)
            parts = split_address(self._target)
            hosts.append(parts.netloc)
            self._target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if self.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in self.headers:
            self.close_connection = True
        if hosts and all(map(self.server.hosts.allows, hosts)) and len(hosts) < 3:
            return False
        self.close_connection = True
        text = b"This server answers to localhost only. See `sitegen serve --help`, --host.\n"
        self._send(text, "text/plain; charset=utf-8", 403)
        return True

    # Files of the site

    def _serve_page(self, path: str, answer: FoundFile) -> None:
        preview = self.server.preview
        if answer.path:
            try:
                with open(answer.path, "rb") as file:
                    content = file.read()
            except OSError:  # removed since it was found
                answer, content = FoundFile("", "", 404), b""
        if not answer.path:
            content = self._bare_page()
        if answer.name.endswith("-mail.html"):  # of a press kit: what stands there is sent on
            self._send(content, "text/html; charset=utf-8", answer.status)
            return
        html = with_additions(
            preview.marked(content),
            path=path,
            look=str(preview.look(path, content if answer.path else b"")),
            problems=preview.problems + preview.warnings,
            withheld=preview.withheld_at(answer.name),
            zone=preview.zone,
        )
        status = answer.status if answer.path or not preview.problems else 503
        self._send(html, "text/html; charset=utf-8", status)

    def _bare_page(self) -> bytes:
        if self.server.preview.problems:
            never = _("The site has errors and was never built without.")
            return bare_page(_("Not built yet"), never)
        return bare_page(_("Page not found"), _("The site has no such page."))

    def _serve_file(self, answer: FoundFile) -> None:
        try:
            file = open(answer.path, "rb")  # noqa: SIM115
        except OSError:
            self._serve_page(self._target, FoundFile("", "", 404))
            return
        with file:
            status = os.fstat(file.fileno())
            size = status.st_size
            tag = f'"{status.st_mtime_ns:x}-{size:x}-{status.st_ino:x}"'
            headers = {
                "ETag": tag,
                "Last-Modified": formatdate(status.st_mtime, usegmt=True),
                "Accept-Ranges": "bytes",
            }
            if tag in self.headers.get("If-None-Match", ""):
                self._begin(304, headers)
                return
            kind = content_type(answer.name)
            wanted = self.headers.get("Range")
            if wanted and self.headers.get("If-Range", tag) == tag and answer.status == 200:
                span = parse_range(wanted, size)
                if span is not None and span.start >= span.end:
                    headers["Content-Range"] = f"bytes */{size}"
                    self._send(b"", kind, 416, headers)
                    return
                if span is not None:
                    headers["Content-Range"] = f"bytes {span.start}-{span.end - 1}/{size}"
                    self._stream(file, kind, 206, headers, span.start, span.end)
                    return
            self._stream(file, kind, answer.status, headers, 0, size)

    def _stream(
        self, file: BinaryIO, kind: str, status: int, headers: dict[str, str], start: int, end: int
    ) -> None:
        length = end - start
        self._begin(status, {**headers, "Content-Type": kind, "Content-Length": str(length)})
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

    # The server's own addresses

    def _serve_own(self, name: str, query: str) -> None:
        desk = self.server.desk
        if name == "events":
            self._serve_events(query)
        elif desk is not None and name.startswith(ADDRESS):
            self._serve_desk(desk, name.removeprefix(ADDRESS), query)
        elif name in _OWN_FILES:
            with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:
                self._send(file.read(), content_type(name), 200)
        else:
            self._send(b"Not found.\n", "text/plain; charset=utf-8", 404)

    def _serve_desk(self, desk: Desk, name: str, query: str) -> None:
        """Answer the editing page: its files to any page of ours, the rest to who has the token."""
        if self._is_foreign():
            return
        if self.command != "POST" and (answer := desk.page_file(name)) is not None:
            self._answer(answer)
        elif self.command != "POST" and name == CONFIGURATION:
            self._answer(desk.configuration(self._origin))
        elif name != "look" and not name.startswith(f"{API}/"):
            self.close_connection = True
            self._send(b"Not found.\n", "text/plain; charset=utf-8", 404)
        elif not desk.is_known(self.headers.get("Authorization")):
            self.close_connection = True
            self._answer(Answer.of({"message": _("Load this page again.")}, 401))
        elif (body := self._body()) is None:
            self._answer(Answer.of({"message": _("This is too large.")}, 413))
        elif name == "look":
            self._answer(desk.look(body))
        else:
            asked = {key: values[0] for key, values in parse_qs(query).items()}
            self._answer(desk.answer(self.command, name.removeprefix(API), asked, body))

    @property
    def _origin(self) -> str:
        return f"http://{self.headers.get('Host')}"

    def _body(self) -> bytes | None:
        """Return what the request carries; None where it is too much, and is not read."""
        length = self.headers.get("Content-Length", "0")
        is_number = re.fullmatch(r"[0-9]{1,18}", length) is not None
        if "Transfer-Encoding" in self.headers or not is_number or int(length) > MAX_BODY:
            self.close_connection = True
            return None
        return self.rfile.read(int(length))

    def _answer(self, answer: Answer) -> None:
        self._send(answer.content, answer.kind, answer.status)

    def _is_foreign(self) -> bool:
        """Answer a page of another site, or one that looks like none of ours."""
        site = self.headers.get("Sec-Fetch-Site", "same-origin")
        is_ours = self.server.hosts.allows_origin(self.headers.get("Origin"))
        if is_ours and site in ("same-origin", "none"):
            return False
        self.close_connection = True
        self._send(b"For pages of this server only.\n", "text/plain; charset=utf-8", 403)
        return True

    def _serve_events(self, query: str) -> None:
        """Tell the page at `page`, which looks as `look` says, when it looks otherwise.

        Server-sent events (html.spec.whatwg.org §9.2), until its browser leaves.
        """
        if self._is_foreign():
            return
        asked = parse_qs(query)
        page, shown = asked.get("page", ["/"])[0], PageLook.parse(asked.get("look", [""])[0])
        self.close_connection = True
        self._begin(200, {"Content-Type": "text/event-stream", "Connection": "close"})
        if self.command == "HEAD":
            return
        preview = self.server.preview
        version = -1
        with contextlib.suppress(OSError):
            self._write_event("", "")  # the browser knows that it is connected
            while preview.is_open:
                before, version = version, preview.version
                look = preview.look(page)
                if look != shown:
                    self._tell(page, shown, look)
                    shown = look
                elif before == version:
                    self._write_event("", "")
                version = preview.wait(version, BEAT)

    def _tell(self, page: str, shown: PageLook, look: PageLook) -> None:
        preview = self.server.preview
        if look.page != shown.page:
            self._write_event("page", "")
            return
        if look.problems != shown.problems:
            self._write_event("problems", json.dumps(preview.problems + preview.warnings))
        if look.sheets != shown.sheets:
            self._write_event("sheets", json.dumps(preview.sheets(page)))
        self._write_event("look", str(look))

    def _write_event(self, kind: str, text: str) -> None:
        """Send one event, or a comment when it has no *kind*."""
        event = f"event: {kind}\ndata: {text}\n\n" if kind else ":\n\n"
        self.wfile.write(event.encode())
        self.wfile.flush()

    # Responses

    def _redirect(self, address: str) -> None:
        self._send(b"", "text/plain; charset=utf-8", 301, {"Location": address})

    def _send(
        self, content: bytes, kind: str, status: int, headers: dict[str, str] | None = None
    ) -> None:
        length = {"Content-Type": kind, "Content-Length": str(len(content))}
        self._begin(status, {"Cache-Control": "no-store", **length, **(headers or {})})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _begin(self, status: int, headers: dict[str, str]) -> None:
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
            self._send(phrase + b"\n", "text/plain; charset=utf-8", code)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request: the terminal tells of builds."""
