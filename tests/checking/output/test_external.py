"""Links to other hosts, asked of a real server on this machine.

Names that end with `.example` are resolved to it by a function that the tests hand over; without
one, 127.0.0.1 is refused like every address that is not public.
"""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest

from sitegen.border.moments import parse_moment
from sitegen.catalogue import wording
from sitegen.checking.output.addresses import OutputAddresses
from sitegen.checking.output.check import Looked
from sitegen.checking.output.examine import examine
from sitegen.checking.output.external import verdicts
from sitegen.checking.output.external.check import check_external, find_verdicts
from sitegen.checking.output.external.verdicts import Verdict, judge, seconds
from sitegen.checking.output.origins import Origins
from sitegen.engine.build import look
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import BuildOptions
from sitegen.errors import Diagnostic
from sitegen.network.hosts import (
    PrivateHostError,
    is_public,
    resolve_public,
)
from sitegen.network.request import Client
from tests.checking.output.support import page
from tests.support import NOW, SiteFolder

SITE = "https://hub.example.org/"


class Handler(BaseHTTPRequestHandler):
    asked: ClassVar[list[tuple[str, str, str, float]]] = []

    def answer(self) -> None:
        host = self.headers["Host"]
        Handler.asked.append((self.command, host, self.path, time.monotonic()))
        step = self.path.strip("/").split("/")
        status = int(step[0]) if step[0].isdigit() else 200
        if step[0] == "no-head":
            status = 405 if self.command == "HEAD" else 200
        if step[0] == "agent" and "sitegen/" not in self.headers["User-Agent"]:
            status = 404
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "/" + "/".join(step[1:]))
        if status == 429:
            self.send_header("Retry-After", "7200")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"x" * 1000)

    do_GET = do_HEAD = answer  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def client() -> Iterator[Client]:
    Handler.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()

    def resolve(host: str, _: int) -> list[tuple[str, int]]:
        if host.startswith("gone"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if host == "inside.example":
            raise PrivateHostError("10.0.0.1")
        if host == "closed.example":
            return [("127.0.0.1", 1)]
        assert host.endswith(".example")
        return [("127.0.0.1", server.server_address[1])]

    yield Client(resolve, SITE)
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://a.example/", "fine"),
        ("http://a.example/agent", "fine"),
        ("http://a.example/no-head", "fine"),
        ("http://a.example/302/a", "fine"),
        ("http://a.example/301/a", "moved"),
        ("http://a.example/308/301/a", "moved"),
        ("http://a.example/302/301/a", "fine"),
        ("http://a.example/404", "broken"),
        ("http://a.example/301/404", "broken"),
        ("http://a.example/410", "broken"),
        ("http://a.example/400", "broken"),
        ("http://a.example/403", "unsure"),
        ("http://a.example/429", "unsure"),
        ("http://a.example/999", "unsure"),
        ("http://a.example/503", "unsure"),
        ("http://gone.example/", "broken"),
        ("http://closed.example/", "broken"),
        ("https://a.example/", "broken"),
        ("http://inside.example/", "refused"),
        ("http://a.example/301/" + "301/" * 8, "broken"),
        ("http://a..example/", "broken"),
        ("http://[", "broken"),
        ("http://a.example:x/", "broken"),
    ],
)
def test_what_a_host_answers_is_judged(client: Client, url: str, kind: str) -> None:
    verdict = judge(url, client)

    assert verdict.kind == kind
    assert bool(verdict.reason) == (kind in ("broken", "unsure", "refused"))


def test_the_new_address_is_where_all_redirects_are_for_good(client: Client) -> None:
    assert judge("http://a.example/301/308/a", client).target == "http://a.example/a"
    assert judge("http://a.example/301/302/a", client).target == "http://a.example/302/a"


def test_a_redirect_to_another_scheme_is_not_followed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = verdicts.HttpAnswer(302, "file:///etc/passwd")
    monkeypatch.setattr(verdicts, "request", lambda *_: answer)

    assert judge("http://a.example/", client).kind == "broken"


@pytest.mark.parametrize("location", ["http://[", "http://b.example:x/", "//[::1"])
def test_a_redirect_to_no_address_is_broken(
    client: Client, monkeypatch: pytest.MonkeyPatch, location: str
) -> None:
    ask = verdicts.request
    answers = iter([verdicts.HttpAnswer(302, location)])
    monkeypatch.setattr(verdicts, "request", lambda *asked: next(answers, None) or ask(*asked))

    assert judge("http://a.example/", client).kind == "broken"


@pytest.mark.parametrize(
    "piece", [b"HTTP/1.1 100 Continue\r\n\r\n", b"H", b"HTTP/1.1 200 OK\r\nX: y\r\n"]
)
def test_a_host_that_dribbles_is_left_in_time(
    monkeypatch: pytest.MonkeyPatch, piece: bytes
) -> None:
    """A byte now and then keeps the patience with a socket awake for ever."""
    monkeypatch.setattr("sitegen.network.request.PATIENCE", 0.3)
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def dribble() -> None:
            connection, _ = listening.accept()
            with connection, contextlib.suppress(OSError):
                while not done.is_set():
                    connection.sendall(piece)
                    time.sleep(0.02)

        threading.Thread(target=dribble, daemon=True).start()
        client = Client(lambda *_: [listening.getsockname()], SITE)

        verdict = judge("http://slow.example/", client)  # who hears it to the end is never done

    done.set()
    assert verdict.kind == "unsure"


def test_a_redirect_to_this_machine_is_refused_whatever_the_first_host_said(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step asks for its host's addresses anew, and connects to what was found public."""
    answers = iter([verdicts.HttpAnswer(302, "http://inside.example/latest/meta-data/")])
    ask = verdicts.request
    monkeypatch.setattr(verdicts, "request", lambda *asked: next(answers, None) or ask(*asked))

    assert judge("http://a.example/", client).kind == "refused"
    assert Handler.asked == []


def test_a_name_is_looked_up_once_for_a_connection(client: Client) -> None:
    """A name whose address is another a moment later leads nowhere else (DNS rebinding)."""
    asked_hosts: list[str] = []

    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        asked_hosts.append(host)
        return client.resolve(host, port)

    assert judge("http://a.example/", Client(resolve, SITE)).kind == "fine"
    assert asked_hosts == ["a.example"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1",
        "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "ff02::1", "::127.0.0.1",
        "64:ff9b:1::a00:1", "fec0::1", "::ffff:0:127.0.0.1", "2001:db8::1", "192.0.0.1",
    ],
)  # fmt: skip
def test_an_address_that_is_not_public_is_never_asked(address: str) -> None:
    assert not is_public(address)


def test_public_addresses_may_be_asked() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f000001", "2130706433", "[::1]"])
def test_without_the_tests_resolver_this_machine_is_refused(client: Client, host: str) -> None:
    (server,) = client.resolve("a.example", 80)
    url = f"http://{host}:{server[1]}/"

    assert judge(url, Client(resolve_public, SITE)).kind in ("refused", "broken")
    assert Handler.asked == []


def test_one_host_is_asked_one_at_a_time_with_a_pause(client: Client, tmp_path: Path) -> None:
    urls = [f"http://{host}.example/{number}" for host in "ab" for number in "xyz"]

    verdicts = find_verdicts(urls, str(tmp_path / "known.json"), client, 60, pause=0.05)

    assert {verdict.kind for verdict in verdicts.values()} == {"fine"}
    for host in ("a.example", "b.example"):
        times = [time for _, asked, _, time in Handler.asked if asked == host]
        assert len(times) == 3
        assert all(later - earlier >= 0.05 for earlier, later in pairwise(times))


def test_what_was_answered_is_not_asked_again_until_it_is_old(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "known.json")
    urls = ["http://a.example/", "http://a.example/404"]
    first = find_verdicts(urls, path, client, 60, pause=0)
    asked = len(Handler.asked)

    assert find_verdicts(urls, path, client, 60, pause=0) == first
    assert len(Handler.asked) == asked
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    find_verdicts(urls, path, client, 60, pause=0)
    assert [request[2] for request in Handler.asked[asked:]] == ["/404", "/404"]  # HEAD, then GET
    (tmp_path / "known.json").write_text("{")
    assert find_verdicts(urls, path, client, 60, pause=0) == first


def test_a_host_that_asks_to_wait_is_left_alone(client: Client, tmp_path: Path) -> None:
    urls = ["http://a.example/429", "http://a.example/b", "http://b.example/b"]

    verdicts = find_verdicts(urls, str(tmp_path / "known.json"), client, 60, pause=0)

    assert [verdicts[url].kind for url in urls] == ["unsure", "unsure", "fine"]
    assert verdicts[urls[1]].lifetime >= 7200
    assert [request[2] for request in Handler.asked if request[1] == "a.example"] == ["/429"]


def test_after_the_time_is_over_nothing_else_is_asked(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "known.json"

    verdicts = find_verdicts(["http://a.example/"], str(path), client, -1, pause=0)

    assert verdicts["http://a.example/"].kind == "unsure"
    assert Handler.asked == []
    assert path.read_bytes() == b"{}"


def test_a_machine_without_a_network_finds_nothing_broken(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    urls = [f"http://gone{number}.example/" for number in range(3)]

    offline = find_verdicts(urls, str(path), client, 60, pause=0)
    online = find_verdicts([*urls, "http://a.example/"], str(path), client, 60, pause=0)

    assert {verdict.kind for verdict in offline.values()} == {"unsure"}
    assert [online[url].kind for url in urls] == ["broken"] * 3


def test_each_verdict_is_told_where_the_link_stands(client: Client, site: SiteFolder) -> None:
    links = {
        "http://a.example/404": "external-broken",
        "http://a.example/403": "external-unsure",
        "http://a.example/301/a": "external-moved",
        "http://inside.example/": "external-refused",
    }
    text = "".join(f"<a href='{url}'>x</a>\n" for url in [*links, "http://a.example/"])
    facts = {path: examine(path, page(text).encode()) for path in ("a.html", "b.html")}
    options = BuildOptions(root=str(site.root), output=str(site.output), now=parse_moment(NOW))

    def ask(opened: OpenSite) -> list[Diagnostic]:
        looked = Looked("output", facts, OutputAddresses(SITE, facts), Origins(opened))
        return check_external(opened, looked, 60, client, pause=0)

    diagnostics = look(options, ask)

    assert {diagnostic.values["address"]: diagnostic.code for diagnostic in diagnostics} == links
    assert {(diagnostic.path, diagnostic.column) for diagnostic in diagnostics} == {
        ("output/a.html", 1)
    }
    assert sorted(diagnostic.line for diagnostic in diagnostics) == [3, 4, 5, 6]
    assert "(on 2 pages" in wording(diagnostics[0])[0]


def test_retry_after_is_seconds_or_a_date() -> None:
    assert seconds("120") == 120
    assert seconds("99999999") == 86_400
    assert seconds("Wed, 21 Oct 2026 07:28:00 GMT") == 3600
    assert seconds("") == 0


def test_failures_are_believed_for_a_shorter_time() -> None:
    fine, broken = Verdict("fine").lifetime, Verdict("broken").lifetime

    assert fine == 7 * 86_400
    assert 0 < broken < 86_400
    assert Verdict("refused").lifetime == 0
