"""The configurations of docs/publishing.md, read by the programs that they are for."""

import hashlib
import http.client
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.site.hosts import HOSTS
from tests.hosts.published import LED_ON, MISSING, MOVED, build, owed
from tests.hosts.servers import SERVERS, serving

pytestmark = pytest.mark.slow
BASES = {"at the root": "", "below a path": "hub/"}


class Host:
    """A server with the site, at a path."""

    def __init__(self, port: int, base: str, output: Path, told: str) -> None:
        self.output = output
        self.told = told
        """The file that the server reads of redirects."""
        self._base = base
        self._port = port

    def ask(self, address: str, **headers: str) -> http.client.HTTPResponse:
        """Return the answer to a request for *address*, below the site's path; its body is read."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", f"/{self._base}{address}", headers=sent)
        answer = connection.getresponse()
        answer.body = answer.read()  # type: ignore[attr-defined]
        connection.close()
        return answer


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {base: build(tmp_path_factory.mktemp("site"), base) for base in BASES.values()}


@pytest.fixture(
    scope="module", params=[(server, base) for server in SERVERS for base in BASES], ids=" ".join
)
def host(
    request: pytest.FixtureRequest,
    outputs: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Host]:
    server, place = request.param
    base = BASES[place]
    folder = tmp_path_factory.mktemp(server) / "server"
    with serving(server, folder, outputs[base], base) as port:
        yield Host(port, base, outputs[base], HOSTS[server.removesuffix("2")].file)


def test_each_address_has_its_type_and_is_kept_as_long_as_it_may_be(host: Host) -> None:
    addresses = owed(host.output)
    del addresses["vieux.html"]  # the host leads on itself
    wrong = {}
    for address, due in addresses.items():
        answer = host.ask(address)
        kind = (answer.headers["Content-Type"] or "").lower()
        if due.type in ("xml", "javascript"):
            kind = due.type if due.type in kind else kind
        elif "charset" not in due.type:
            kind = kind.partition(";")[0]
        told = (answer.status, kind, answer.headers["Cache-Control"])
        if told != (200, due.type, due.cache):
            wrong[address] = told

    assert wrong == {}
    assert len(addresses) + len(MISSING) + len(MOVED) >= 40
    assert sum("immutable" in due.cache for due in addresses.values()) == 6


def test_what_is_not_there_is_answered_with_the_sites_own_page(host: Host) -> None:
    page = (host.output / "404.html").read_bytes()

    for address in MISSING:
        answer = host.ask(address)
        assert answer.status == 404, address
        assert answer.body == page, address  # type: ignore[attr-defined]
        assert "immutable" not in (answer.headers["Cache-Control"] or ""), address


def test_a_folder_without_a_page_is_not_listed(host: Host) -> None:
    answer = host.ask("assets/")

    assert answer.status in (403, 404)
    assert answer.body == (host.output / "404.html").read_bytes()  # type: ignore[attr-defined]


def test_former_addresses_and_those_without_a_slash_lead_on(host: Host) -> None:
    for address, target in MOVED.items():
        answer = host.ask(address)
        assert answer.status in (301, 308), address
        location = answer.headers["Location"]
        assert location.endswith(f"/{host._base}{target}"), address
        assert location.startswith(("/", "http://127.0.0.1", "http://localhost")), address


def test_the_host_leads_on_from_each_former_address_and_from_no_other(host: Host) -> None:
    wrong = {}
    for address, target in LED_ON.items():
        answer = host.ask(address)
        location = answer.headers["Location"] or ""
        if (answer.status, host.told) == (200, ".redirects.caddy") and re.search("%2?5", address):
            assert b'http-equiv="refresh"' in answer.body  # type: ignore[attr-defined]
            continue  # it takes no such signs: the page for all hosts leads on
        whole = target if target.startswith("https:") else f"/{host._base}{target}"
        if answer.status != 301 or not location.replace("%24", "$").endswith(whole):
            wrong[address] = answer.status, location
    assert wrong == {}

    for address in ("ancienne-page.htmlx", "xancienne-page.html", "a+b/cxd/", "fini/plus/", "prix"):
        assert host.ask(address).status == 404, address
    assert host.ask("adherer").status in (
        301,
        308,
    )  # to the folder, where the page for all hosts is


def test_what_is_gone_for_good_says_so_with_the_sites_own_page(host: Host) -> None:
    answer = host.ask("fini/")

    assert answer.status == 410
    assert answer.body == (host.output / "404.html").read_bytes()  # type: ignore[attr-defined]


def test_nobody_reads_what_the_host_is_told(host: Host) -> None:
    if host.told != ".htaccess":  # Debian's Apache keeps those to itself
        assert host.ask(host.told).status == 404


def test_what_did_not_change_is_not_sent_again_and_texts_are_sent_small(host: Host) -> None:
    for address in ("", "agenda.ics", "feed.xml", "salle.jpg"):
        since = host.ask(address).headers["Last-Modified"]
        assert host.ask(address, If_Modified_Since=since).status == 304, address
    for address in ("", "assets/style.css", "sitemap.xml"):
        answer = host.ask(address, Accept_Encoding="gzip")
        assert answer.headers["Content-Encoding"] == "gzip", address
        assert answer.headers["Vary"] == "Accept-Encoding", address
        mark = answer.headers["ETag"]
        again = host.ask(address, Accept_Encoding="gzip", If_None_Match=mark)
        assert again.status == 304, address


def test_what_only_headers_can_say_is_said_of_each_answer(host: Host) -> None:
    for address in ("", "agenda.ics", "nulle-part/"):
        headers = host.ask(address).headers
        assert headers["X-Content-Type-Options"] == "nosniff", address
        assert headers["Content-Security-Policy"] == "frame-ancestors 'none'", address
        assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin", address


def test_the_font_is_called_after_its_bytes(outputs: dict[str, Path]) -> None:
    (font,) = (outputs[""] / "assets").glob("*.woff2")
    styles = (outputs[""] / "assets/style.css").read_text(encoding="utf-8")

    assert font.stem.partition("-")[2] == hashlib.sha256(font.read_bytes()).hexdigest()[:10]
    assert f'url("{font.name}")' in styles
