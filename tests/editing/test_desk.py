"""Who may ask the preview's server for the editing page, and have it write."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.editing.configuration import EditedSite
from sitegen.engine.configuring import load_config
from sitegen.engine.site_yaml import read_site_file
from sitegen.server import editing as server_editing
from sitegen.server import http as server_http
from sitegen.server.editing import Desk
from sitegen.server.http import PreviewServer
from sitegen.server.preview import PreviewedSite
from tests.support import SiteFolder

PAGE = "/__sitegen/admin/"
LISTING = f"{PAGE}api/v1/version"


@pytest.fixture
def desk(site: SiteFolder) -> Desk:
    def look_at() -> EditedSite:
        root = str(site.root)
        config = load_config(root, read_site_file(root)).config
        return EditedSite(config, {}, {}, frozenset(), (), ())

    return Desk(str(site.root), look_at)


@pytest.fixture
def ask(desk: Desk, tmp_path: Path) -> Iterator[Callable[..., tuple[int, bytes]]]:
    (tmp_path / "out").mkdir()
    with PreviewServer("127.0.0.1", 0, PreviewedSite(str(tmp_path / "out")), desk) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()

        def asked(method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1])
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body or None, named)
            answer = connection.getresponse()
            content = answer.read()
            connection.close()
            return answer.status, content

        yield asked
        server.shutdown()


def test_the_page_and_its_token_are_for_pages_of_this_server(
    ask: Callable[..., tuple[int, bytes]], desk: Desk
) -> None:
    settings = f"{PAGE}configuration.json"

    assert ask("GET", PAGE)[0] == 200
    assert json.loads(ask("GET", settings)[1])["token"] == desk.token
    refused = [
        ask("GET", settings, Sec_Fetch_Site="cross-site"),
        ask("GET", settings, Sec_Fetch_Site="same-site"),
        ask("GET", settings, Origin="https://evil.example"),
        ask("GET", settings, Host="evil.example"),
        ask("GET", PAGE, Sec_Fetch_Site="cross-site"),
    ]
    assert {status for status, _ in refused} == {403}
    assert not any(desk.token.encode() in body for _, body in refused)


def test_nothing_is_answered_or_written_without_the_token(
    ask: Callable[..., tuple[int, bytes]], desk: Desk
) -> None:
    known = {"Authorization": f"token {desk.token}"}

    assert ask("GET", LISTING, **known)[0] == 200
    assert ask("GET", LISTING)[0] == 401
    assert ask("GET", LISTING, Authorization="token x")[0] == 401
    assert ask("POST", f"{PAGE}look", b"{}", Authorization="token \u00e9")[0] == 401
    assert ask("POST", LISTING, b"{}", **known, Origin="https://evil.example")[0] == 403
    assert ask("PUT", LISTING, b"{}", **known)[0] == 405
    assert ask("GET", f"{PAGE}nothing.js")[0] == 404
    assert ask("POST", f"{PAGE}look", b"no JSON", **known)[0] == 400


def test_a_body_that_is_too_large_is_not_read(
    ask: Callable[..., tuple[int, bytes]], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_http, "MAX_BODY", 100)

    known = {"Authorization": f"token {desk.token}"}

    assert ask("POST", f"{PAGE}look", bytes(200), **known)[0] == 413


def test_what_no_page_of_ours_sends_is_answered_and_stops_no_thread(
    ask: Callable[..., tuple[int, bytes]], desk: Desk
) -> None:
    """Half a sign, a nest of lists without end, a length that is a number in no protocol."""
    known = {"Authorization": f"token {desk.token}"}
    half = b'{"path": "content/\\ud800.md", "text": "---\\ntitle: \\ud800\\n---\\n"}'

    assert ask("POST", f"{PAGE}look", half, **known)[0] == 200
    assert ask("POST", f"{PAGE}look", b"[" * 100_000, **known)[0] == 400
    assert ask("POST", f"{PAGE}look", **known, Content_Length="\u00b2")[0] == 413


def test_a_text_in_an_older_encoding_is_told_as_such(
    ask: Callable[..., tuple[int, bytes]], desk: Desk, site: SiteFolder
) -> None:
    """Not as the text of signs that the editor shows instead of its letters."""
    path = site.root / "content/communiques/a.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("---\ntitle: Réunion\n---\n".encode("latin-1"))
    asked = {"path": "content/communiques/a.md", "text": "---\ntitle: R\ufffdunion\n---\n"}
    known = {"Authorization": f"token {desk.token}"}

    told = json.loads(ask("POST", f"{PAGE}look", json.dumps(asked).encode(), **known)[1])

    assert [message["code"] for message in told["messages"]] == ["SG001"]


def test_the_forms_are_made_once_however_often_the_page_is_loaded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = desk.configuration("http://127.0.0.1:8000")
    monkeypatch.setattr(server_editing, "configuration", lambda answers: pytest.fail("made again"))

    assert desk.configuration("http://127.0.0.1:8000") == first
    with pytest.raises(pytest.fail.Exception, match="made again"):
        desk.configuration("http://localhost:8000")
