"""What the preview answers to each request: pages with additions, files, the editing page."""

import os
import re
import socket
import socketserver
import sys
from typing import Any
from urllib.parse import parse_qs

from sitegen.border.addresses import split_address
from sitegen.editing.pages import CONFIGURATION
from sitegen.editing.repository import RepositoryAnswer
from sitegen.server.additions import PREFIX, bare_page, with_additions
from sitegen.server.addresses import AllowedHosts, content_type
from sitegen.server.channel import tell_changes
from sitegen.server.editing import ADDRESS, API, MAX_BODY, Desk
from sitegen.server.preview import FoundFile, PageLook, PreviewedSite
from sitegen.server.responses import Responder
from sitegen.wording.translation import _

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


class Handler(Responder):
    """Answers the requests of one connection."""

    server: PreviewServer

    def do_GET(self) -> None:  # noqa: N802
        if self._is_refused():
            return
        path, _, query = self._target.partition("?")
        if path.startswith(PREFIX):
            self._serve_own(path.removeprefix(PREFIX), query)
            return
        preview = self.server.preview
        answer = preview.find(path)
        if answer.status == 301:
            self.redirect(f"{path}/" + (f"?{query}" if query else ""))
        elif answer.status == 404 and preview.base_path and path in ("/", preview.base_path):
            self.redirect(f"{preview.base_path}/")
        elif not answer.path or answer.path.endswith((".html", ".htm")):
            self._serve_page(path, answer)
        else:
            self._serve_file(answer)

    do_HEAD = do_GET  # noqa: N815 – the library finds methods by these names

    def do_POST(self) -> None:  # noqa: N802
        own = f"{PREFIX}{ADDRESS}"
        if self.server.desk is None or not self.path.startswith(own):
            self._refuse_method()
        elif not self._is_refused():
            path, _, query = self._target.partition("?")
            self._serve_desk(self.server.desk, path.removeprefix(own), query)

    def _refuse_method(self) -> None:
        if not self._is_refused():
            self.close_connection = True  # what the request carries is not read
            self.send(b"Only GET and HEAD.\n", "text/plain", 405, {"Allow": "GET, HEAD"})

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
        self.send(text, "text/plain; charset=utf-8", 403)
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
            self.send(content, "text/html; charset=utf-8", answer.status)
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
        self.send(html, "text/html; charset=utf-8", status)

    def _bare_page(self) -> bytes:
        if self.server.preview.problems:
            never = _("The site has errors and was never built without.")
            return bare_page(_("Not built yet"), never)
        return bare_page(_("Page not found"), _("The site has no such page."))

    def _serve_file(self, answer: FoundFile) -> None:
        try:
            file = open(answer.path, "rb")  # noqa: SIM115
        except OSError:  # removed since it was found
            self._serve_page(self._target, FoundFile("", "", 404))
            return
        with file:
            self.send_file(file, answer.name, answer.status)

    # The server's own addresses

    def _serve_own(self, name: str, query: str) -> None:
        desk = self.server.desk
        if name == "events":
            self._serve_events(query)
        elif desk is not None and name.startswith(ADDRESS):
            self._serve_desk(desk, name.removeprefix(ADDRESS), query)
        elif name in _OWN_FILES:
            with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:
                self.send(file.read(), content_type(name), 200)
        else:
            self.send(b"Not found.\n", "text/plain; charset=utf-8", 404)

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
            self.send(b"Not found.\n", "text/plain; charset=utf-8", 404)
        elif not desk.is_known(self.headers.get("Authorization")):
            self.close_connection = True
            self._answer(RepositoryAnswer.of({"message": _("Load this page again.")}, 401))
        elif (body := self._body()) is None:
            self._answer(RepositoryAnswer.of({"message": _("This is too large.")}, 413))
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

    def _answer(self, answer: RepositoryAnswer) -> None:
        self.send(answer.content, answer.kind, answer.status)

    def _is_foreign(self) -> bool:
        """Answer a page of another site, or one that looks like none of ours."""
        site = self.headers.get("Sec-Fetch-Site", "same-origin")
        is_ours = self.server.hosts.allows_origin(self.headers.get("Origin"))
        if is_ours and site in ("same-origin", "none"):
            return False
        self.close_connection = True
        self.send(b"For pages of this server only.\n", "text/plain; charset=utf-8", 403)
        return True

    def _serve_events(self, query: str) -> None:
        """Tell the page at `page`, which looks as `look` says, when it looks otherwise."""
        if self._is_foreign():
            return
        asked = parse_qs(query)
        page, shown = asked.get("page", ["/"])[0], PageLook.parse(asked.get("look", [""])[0])
        self.close_connection = True
        self.begin(200, {"Content-Type": "text/event-stream", "Connection": "close"})
        if self.command != "HEAD":
            tell_changes(self.server.preview, page, shown, self._write)

    def _write(self, event: bytes) -> None:
        self.wfile.write(event)
        self.wfile.flush()
