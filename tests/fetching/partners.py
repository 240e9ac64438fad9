"""Partners of this machine: a server that says what a test tells it, politely or not at all."""

import datetime as dt
import gzip
import html
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from sitegen.config import SiteFile
from sitegen.fetching.fetch import fetch
from sitegen.fetching.outcome import Report
from sitegen.fetching.wishes import Wishes
from sitegen.network.hosts import PrivateHostError
from tests.support import SiteFolder

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
HOST = "partenaire.example"


class Request(NamedTuple):
    path: str
    headers: dict[str, str]


class Page(NamedTuple):
    """What stands at a path."""

    content: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


Speak = Callable[[BaseHTTPRequestHandler], None]
"""What answers by itself, byte by byte."""


class Partners:
    """What the server says; `asked` is what it was asked."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Page | Speak] = {}
        self.asked: list[Request] = []
        self.at_once = 0
        self.most_at_once = 0
        self.guard = threading.RLock()

    def says(self, path: str, content: str | bytes, status: int = 200, **headers: str) -> None:
        raw = content.encode() if isinstance(content, str) else content
        named = tuple((key.replace("_", "-"), value) for key, value in headers.items())
        self.pages[path] = Page(raw, status, named)

    def speaks(self, path: str, speak: Speak) -> None:
        self.pages[path] = speak

    def url(self, path: str, host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def resolve(self, host: str, port: int) -> list[tuple[str, int]]:
        """Every name is this machine, but that of the metadata address of clouds."""
        if host in ("169.254.169.254", "prive.example"):
            raise PrivateHostError(host)
        return [("127.0.0.1", port)]


@contextmanager
def serving() -> Iterator[Partners]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with partners.guard:
                partners.asked.append(Request(self.path, dict(self.headers)))
                self.is_at_work = True
                partners.at_once += 1
                partners.most_at_once = max(partners.most_at_once, partners.at_once)
            try:
                self._answer(partners.pages.get(self.path))
            except OSError:  # who asked has had enough
                self.close_connection = True
            finally:
                self._end()

        def _end(self) -> None:
            with partners.guard:
                partners.at_once -= self.is_at_work
                self.is_at_work = False

        def _answer(self, page: "Page | Speak | None") -> None:
            if page is None:
                self.send_error(404)
            elif isinstance(page, Page):
                validators = dict(page.headers)
                etag = validators.get("ETag")
                is_known = etag is not None and self.headers.get("If-None-Match") == etag
                self.send_response(304 if is_known else page.status)
                for name, value in page.headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", "0" if is_known else str(len(page.content)))
                self.end_headers()
                if not is_known:
                    with partners.guard:  # whoever has it all may ask again before this goes on
                        self.wfile.write(page.content)
                        self._end()
            else:
                page(self)

        def log_message(self, format: str, *args: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        partners = Partners(server.server_port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield partners
        server.shutdown()


def bring(
    site: SiteFolder, partners: Partners, *names: str, accept: tuple[str, ...] = (),
    now: dt.datetime = NOW, dry: bool = False, most_bytes: int = 1 << 20,
    environment: dict[str, str] | None = None,
) -> Report:  # fmt: skip
    """Fetch into *site*, as the command does, but from this machine."""
    written = SiteFile((site.root / "site.yaml").read_bytes())
    config = written.read()
    places = {key: written.key_place("sources", key) for key in config.sources}
    wishes = Wishes(
        root=str(site.root), now=now, names=names, accepted=accept, is_dry=dry,
        environment=environment or {}, resolve=partners.resolve, pause=0.0, most_bytes=most_bytes,
    )  # fmt: skip
    return fetch(config, places, wishes)


def settings(**sources: str) -> str:
    """Return a site.yaml with *sources*: each by its settings, indented by four."""
    text = "title: Le hub\nurl: https://hub.example.org/\nsources:\n"
    return text + "".join(f"  {key}:\n{value}" for key, value in sources.items())


def source(url: str, section: str = "agenda", *lines: str) -> str:
    return "".join(f"    {line}\n" for line in (f"url: {url}", f"into: {section}", *lines))


STAMP = "DTSTAMP:20261101T100000Z\n"


def event(uid: str, title: str, start: str = "20261201T183000", *lines: str) -> str:
    """Return an event in Paris; *start* of eight digits is a day."""
    kind = ";VALUE=DATE" if len(start) == 8 else ";TZID=Europe/Paris"
    own = "".join(f"{line}\n" for line in lines)
    return f"UID:{uid}\nSUMMARY:{title}\nDTSTART{kind}:{start}\n{own}{STAMP}"


def calendar(*events: str, name: str = "Agenda du partenaire") -> str:
    lines = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a//b\nX-WR-CALNAME:{name}\n"
    lines += "".join(f"BEGIN:VEVENT\n{event}END:VEVENT\n" for event in events) + "END:VCALENDAR\n"
    return lines.replace("\n", "\r\n")


def item(
    key: str,
    title: str,
    day: str = "Mon, 16 Nov 2026 09:00:00 +0100",
    text: str = "",
    more: str = "",
) -> str:
    shown = html.escape(text or f"<p>Le texte de {title}, en entier.</p>")
    return (
        f"<item><guid isPermaLink='false'>{key}</guid><title>{html.escape(title)}</title>"
        f"<link>https://partenaire.example/{key}</link><pubDate>{day}</pubDate>"
        f"<content:encoded>{shown}</content:encoded>{more}</item>"
    )


def rss(*items: str, name: str = "Le partenaire") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{name}</title><link>https://partenaire.example/</link>{''.join(items)}"
        "</channel></rss>"
    )


def packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9)


def fetched(site: SiteFolder, folder: str = "content/_fetched") -> dict[str, str]:
    """Return the documents that were fetched, by path below *folder*."""
    root = site.root / folder
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*.md"))
    }


def told(report: Report) -> list[str]:
    return [diagnostic.code for diagnostic in report.diagnostics]


def reasons(report: Report) -> dict[str, str]:
    """Return why each source gave nothing, or waits."""
    return {
        str(diagnostic.values["source"]): str(diagnostic.values["reason"])
        for diagnostic in report.diagnostics
        if "reason" in diagnostic.values and diagnostic.code in ("source-silent", "source-held")
    }
