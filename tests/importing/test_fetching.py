"""What an export does not hold is fetched from the hosts that were named, and from nobody else."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from sitegen.importing import fetching
from sitegen.importing.fetching import Fetcher
from sitegen.importing.folder import Folder
from sitegen.importing.former import FormerFile, FormerSite, FormerText
from sitegen.importing.material import Material
from sitegen.importing.move import ImportOptions, move
from sitegen.importing.report import ImportReport
from sitegen.network.hosts import resolve_public
from tests.imaging.pictures import photograph
from tests.importing.made import Made


class Host(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []
    files: ClassVar[dict[str, bytes]] = {
        "/uploads/salle.jpg": photograph(), "/uploads/hall.jpg": photograph(),
        "/uploads/page.jpg": b"<!DOCTYPE html><title>Introuvable</title>",
        "/uploads/gros.jpg": photograph() + b"." * 5000,
    }  # fmt: skip

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/uploads/ailleurs.jpg":
            self.send_response(301)
            self.send_header("Location", "/uploads/salle.jpg")
            self.end_headers()
            return
        content = self.files.get(self.path)
        self.send_response(404 if content is None else 200)
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A host of this machine, its asked paths in `Host.asked`."""
    monkeypatch.setattr(fetching, "PAUSE", 0.0)
    Host.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"elus.example:{server.server_port}"
        server.shutdown()


def here(_host: str, port: int) -> list[tuple[str, int]]:
    return [("127.0.0.1", port)]


def bring(folder: Path, host: str, body: str, *hosts: str) -> ImportReport:
    source = Made(Material(str(folder.parent)))
    source.held = FormerSite(
        title="Les Élus", url=f"http://{host}", files=(FormerFile(address="/uploads/salle.jpg"),)
    )
    source.written = (FormerText(id="1", origin="a", title="A", body=body, address="/a/"),)
    source.files = {}
    fetcher = Fetcher(hosts, f"{folder}.fetched", "x", here)
    with Folder(str(folder)) as new:
        report = move(source, "made", new, ImportOptions(), fetcher=fetcher)
    fetcher.finish()
    return report


def test_what_a_text_names_is_fetched_once_and_never_again(tmp_path: Path, host: str) -> None:
    body = f"![](/uploads/salle.jpg) ![](http://{host}/uploads/hall.jpg) [x](/uploads/salle.jpg)\n"

    bring(tmp_path / "site", host, body, "elus.example")
    first = sorted(Host.asked)
    bring(tmp_path / "site", host, body, "elus.example")

    assert first == ["/uploads/hall.jpg", "/uploads/salle.jpg"]
    assert sorted(Host.asked) == first
    text = (tmp_path / "site/content/a.md").read_text()
    assert "![](uploads/salle.jpg) ![](uploads/hall.jpg) [x](uploads/salle.jpg)" in text
    assert (tmp_path / "site/content/uploads/hall.jpg").read_bytes() == Host.files[
        "/uploads/hall.jpg"
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_a_host_that_was_not_named_is_not_asked(tmp_path: Path, host: str) -> None:
    bring(tmp_path / "site", host, "![](/uploads/salle.jpg)\n", "other.example")

    assert Host.asked == []
    assert (
        f"[salle.jpg](http://{host}/uploads/salle.jpg)"
        in (tmp_path / "site/content/a.md").read_text()
    )


@pytest.mark.parametrize(
    ("path", "why"),
    [("page.jpg", "no picture"), ("gros.jpg", "more than"), ("absent.jpg", "HTTP 404")],
)
def test_what_is_no_file_is_a_link_and_is_told(
    tmp_path: Path, host: str, monkeypatch: pytest.MonkeyPatch, path: str, why: str
) -> None:
    monkeypatch.setattr(fetching, "MAX_FETCHED", 4000)
    url = f"http://{host}/uploads/{path}"

    report = bring(tmp_path / "site", host, f"![]({url})\n", "elus.example")

    assert f"[{path}]({url})" in (tmp_path / "site/content/a.md").read_text()
    assert why in report.notes["not fetched", url].example


def test_a_file_that_moved_is_followed(tmp_path: Path, host: str) -> None:
    bring(tmp_path / "site", host, f"![](http://{host}/uploads/ailleurs.jpg)\n", "elus.example")

    assert (tmp_path / "site/content/uploads/ailleurs.jpg").exists()


def test_no_private_address_is_asked(tmp_path: Path) -> None:
    fetcher = Fetcher(["localhost"], str(tmp_path / "kept"), "x", resolve_public)

    assert fetcher.fetch("http://localhost/uploads/salle.jpg") == ""
    assert list(fetcher.failed) == ["http://localhost/uploads/salle.jpg"]
