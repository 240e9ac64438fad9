"""A WebSub hub hears of the feeds that are new, once they are where readers find them."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest

from sitegen.deploying.deploy import SiteToDeploy
from sitegen.deploying.hub import tell_of_news
from sitegen.deploying.order import Difference
from sitegen.deploying.target import OutputFile
from sitegen.network.hosts import Resolve, resolve_public


class Hub:
    """A server that notes what it is told, and says *status*."""

    def __init__(self) -> None:
        self.told: list[list[tuple[str, str]]] = []
        self.status = 204
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hub.told.append(parse_qsl(body.decode("ascii")))
                self.send_response(hub.status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def resolve(self, _host: str, _port: int) -> list[tuple[str, int]]:
        return [("127.0.0.1", self.server.server_address[1])]


@pytest.fixture
def hub() -> Iterator[Hub]:
    hub_at_work = Hub()
    yield hub_at_work
    hub_at_work.server.shutdown()
    hub_at_work.server.server_close()


def told_of(*paths: str, resolve: Resolve, hub: str = "http://push.example.org/") -> list[str]:
    files = [OutputFile(path=path, source="", size=1, mtime_ns=0, digest="a") for path in paths]
    site = SiteToDeploy("https://hub.example.org/sous/", files, None, hub)
    diagnostics = tell_of_news(site, Difference(changed=files), resolve)
    return [f"{diagnostic.code}: {diagnostic.values['reason']}" for diagnostic in diagnostics]


def test_a_hub_is_told_of_the_feeds_that_changed(hub: Hub) -> None:
    paths = ("index.html", "feed.xml", "tags/eau/feed.json", "agenda.ics")

    assert told_of(*paths, resolve=hub.resolve) == []
    assert hub.told == [
        [
            ("hub.mode", "publish"),
            ("hub.url", "https://hub.example.org/sous/feed.xml"),
            ("hub.url", "https://hub.example.org/sous/tags/eau/feed.json"),
        ]
    ]


def test_nobody_is_asked_where_there_is_nothing_to_tell(hub: Hub) -> None:
    assert told_of("index.html", resolve=hub.resolve) == []
    assert told_of("feed.xml", resolve=hub.resolve, hub="") == []
    assert hub.told == []


def test_a_hub_that_is_silent_holds_nothing_back(hub: Hub) -> None:
    hub.status = 503
    (told,) = told_of("feed.xml", resolve=hub.resolve)
    assert told.partition(": ") == ("hub-not-told", ": ", "HTTP 503")

    port = hub.server.server_address[1]
    (reason,) = told_of("feed.xml", resolve=resolve_public, hub=f"http://127.0.0.1:{port}/")
    assert "private network" in reason
    assert len(hub.told) == 1


def test_feeds_of_a_language_are_told_of_on_its_own_host() -> None:
    site = SiteToDeploy(
        "https://hub.example.org/", (), None, hosts={"en/": "https://en.example.org/"}
    )

    assert site.address_of("en/feed.xml") == "https://en.example.org/feed.xml"
    assert site.address_of("br/feed.xml") == "https://hub.example.org/br/feed.xml"
