"""Sites are told of links to them, also of those that are gone: where they want it."""

import shutil
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from sitegen.deploying.mentions import LinkMentions, links_of, tell_linked
from tests.support import NOW, SiteFolder

PAGES: dict[str, tuple[dict[str, str], str]] = {
    "/header": ({"Link": '<https://a.example/>; rel="next", </e?a=1>; rel="webmention x"'}, ""),
    "/link": ({}, '<link rel="webmention" href="e"><a rel=webmention href="/no">x</a>'),
    "/anchor": ({}, '<!-- <a rel=webmention href="/no"> --><a href="/e" rel="me webmention">x</a>'),
    "/itself": ({}, '<a rel="webmention" href="">x</a>'),
    "/none": ({"Link": "</no>; rel=not-webmention"}, '<a rel="nofollow" href="/no">x</a>'),
    "/text": ({"Content-Type": "text/plain"}, '<a rel="webmention" href="/no">x</a>'),
    "/moved": ({"Location": "/sub/link"}, ""),
    "/sub/link": ({}, '<link rel="webmention" href="../e">'),
    "/refusing": ({}, '<a rel="webmention" href="/refused">x</a>'),
    "/private": ({}, '<a rel="webmention" href="http://localhost/e">x</a>'),
}


class Others:
    """Other sites, on one server; what they were told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, dict[str, str]]] = []
        self.asked: list[str] = []
        others = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                others.asked.append(self.path)
                headers, html = PAGES.get(self.path, ({}, ""))
                self.send_response(302 if "Location" in headers else 200)
                for name, value in ({"Content-Type": "text/html"} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(html.encode())

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
                others.told.append((self.path, dict(parse_qsl(body))))
                self.send_response(400 if self.path == "/refused" else 202)
                self.end_headers()

            def log_message(self, *_: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def resolve(self, host: str, port: int) -> list[tuple[str, int]]:
        from sitegen.network.hosts import resolve_public

        if not host.endswith(".example"):
            return resolve_public(host, port)
        return [("127.0.0.1", self.server.server_address[1])]


@pytest.fixture
def others() -> Iterator[Others]:
    sites = Others()
    yield sites
    sites.server.shutdown()
    sites.server.server_close()


@pytest.mark.parametrize(
    ("page", "endpoint"),
    [
        ("/header", "/e?a=1"), ("/link", "/e"), ("/anchor", "/e"), ("/itself", "/itself"),
        ("/moved", "/e"), ("/none", None), ("/text", None), ("/absent", None),
    ],
)  # fmt: skip
def test_a_site_is_told_where_it_says_so_and_others_are_not(
    others: Others, page: str, endpoint: str | None
) -> None:
    target, source = f"http://b.example{page}", "https://hub.example.org/a/"

    done = tell_linked({source: [target]}, "https://hub.example.org/", others.resolve)

    expected = [] if endpoint is None else [(endpoint, {"source": source, "target": target})]
    assert others.told == expected
    assert (done.told, done.diagnostics) == (len(expected), [])


def test_what_goes_wrong_is_told_and_holds_nothing_back(others: Others) -> None:
    targets = ["http://b.example/refusing", "http://b.example/private", "http://b.example/link"]

    done = tell_linked({"https://hub.example.org/a/": targets}, "x", others.resolve)

    assert [(diagnostic.code, diagnostic.values["reason"]) for diagnostic in done.diagnostics] == [
        ("mention-not-told", "HTTP 400"),
        ("mention-not-told", "its address is one of a private network"),
    ]
    assert done.told == 1


def test_time_is_bounded(others: Others) -> None:
    done = tell_linked({"https://a.example/": ["http://b.example/link"]}, "x", others.resolve, -1)

    assert ([diagnostic.code for diagnostic in done.diagnostics], others.asked) == (
        ["mentions-untold"],
        [],
    )


def test_links_of_a_text_are_those_to_other_hosts_each_once() -> None:
    html = (
        '<a href="https://b.example/x#a">1</a> <a href="https://b.example/x#b">2</a>'
        '<a href="https://hub.example.org/y/">3</a> <a href="/z/">4</a> <a>5</a>'
        '<a href="mailto:a@b.example">6</a> <a href="https://[">7</a> <img src="https://c.example/">'
    )

    assert links_of(html, "hub.example.org") == ["https://b.example/x"]


SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
sections: {news: {title: Nouvelles}}
deploy: {online: ../www}
publishing: {webmention: true}
-- content/news/2026-01-10-a.md --
---
title: A
---
Voir [là](http://127.0.0.1:PORT/link).
"""


def deploy(site: SiteFolder, *words: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(site.root)
        return CliRunner().invoke(cli, ["deploy", "--now", NOW, *words])


def test_a_deployment_tells_of_new_texts_alone_and_asks_no_private_network(
    make_site: Callable[[str], SiteFolder], others: Others
) -> None:
    site = make_site(SITE.replace("PORT", str(others.server.server_address[1])))
    text = "---\ntitle: B\n---\nVoir [là](http://localhost/b).\n"

    first = deploy(site)
    site.write("content/news/2026-01-11-b.md", text)
    dry, second, third = deploy(site, "--dry-run"), deploy(site), deploy(site)
    site.replace("site.yaml", "publishing: {webmention: true}", "publishing: {}")
    site.append("content/news/2026-01-11-b.md", "Encore.\n")
    last = deploy(site)

    assert [run.exit_code for run in (first, dry, second, third, last)] == [0] * 5
    assert [run.output.count("SG682") for run in (first, dry, second, third, last)] == [
        0, 0, 1, 0, 0,
    ]  # fmt: skip
    assert "`http://localhost/b`, to which https://hub.example.org/news/b/ links" in second.output
    assert others.asked == []


def test_sites_are_told_again_of_links_and_texts_that_are_gone(
    make_site: Callable[[str], SiteFolder], others: Others, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was told stands at the place: another machine goes on from it (Webmention §3.1.4–5)."""
    monkeypatch.setattr("sitegen.deploying.mentions.tell_linked", partial(tell_at, others))
    site = make_site(SITE.replace("127.0.0.1:PORT", "b.example"))
    site.write("content/news/2026-01-11-b.md", TWO_LINKS)
    page = "https://hub.example.org/news/b/"
    link, itself = "http://b.example/link", "http://b.example/itself"
    told: list[list[tuple[str, str]]] = []

    def run(*words: str) -> None:
        assert deploy(site, *words).exit_code == 0
        told.append([(sent["source"], sent["target"]) for _endpoint, sent in others.told])
        others.told.clear()

    deploy(site)
    site.append("content/news/2026-01-11-b.md", "Encore.\n")
    run()
    site.replace("content/news/2026-01-11-b.md", f"[là]({link})", "là")
    shutil.rmtree(site.root / ".sitegen")
    run("--dry-run")
    run()
    run()
    site.replace("site.yaml", "webmention: true", "webmention: false")
    site.append("content/news/2026-01-11-b.md", "Encore.\n")
    run()
    site.replace("site.yaml", "webmention: false", "webmention: true")
    (site.root / "content/news/2026-01-11-b.md").unlink()
    run()
    run()

    assert told == [
        [(page, link), (page, itself)],
        [],
        [(page, link), (page, itself)],
        [],
        [],
        [(page, itself)],
        [],
    ]


TWO_LINKS = """---
title: B
---
Voir [là](http://b.example/link) et [ici](http://b.example/itself).
"""


def tell_at(others: Others, links: Mapping[str, Sequence[str]], site: str) -> LinkMentions:
    """Tell *others*, whose names no resolver knows."""
    return tell_linked(links, site, others.resolve)
