"""A server over a folder of files, and whole `sitegen serve` processes."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.server.http import PreviewServer
from sitegen.server.preview import PreviewedSite
from tests.server.process import Serving
from tests.support import NOW, SiteFolder

FILES = {
    "index.html": "<!DOCTYPE html><html><head><title>Accueil</title></head><body>Ici</body></html>",
    "404.html": "<!DOCTYPE html><html><head><title>Absente</title></head><body>Rien</body></html>",
    "agenda/index.html": "<html><body>Agenda</body></html>",
    "agenda.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "feed.xml": "<feed/>",
    "film.mp4": "0123456789",
    "élus/index.html": "<html><body>Élus</body></html>",
    ".well-known/security.txt": "Contact: mailto:x@example.org\n",
    ".sitegen": "mark",
    ".git/config": "treasure",
}


@pytest.fixture
def preview(tmp_path: Path) -> PreviewedSite:
    folder = tmp_path / "site"
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
    (tmp_path / "secret.txt").write_text("treasure", encoding="utf-8")
    return PreviewedSite(str(folder))


@pytest.fixture
def port(preview: PreviewedSite) -> Iterator[int]:
    """The port of a server over `FILES`."""
    with PreviewServer("127.0.0.1", 0, preview) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server.server_address[1]
        preview.close()
        server.shutdown()
        thread.join()


@pytest.fixture
def serving() -> Iterator[Callable[..., Serving]]:
    """Start `sitegen serve` in a site's folder; it ends with the test."""
    started: list[Serving] = []

    def start(site: SiteFolder, *options: str, script: str = "", now: str = NOW) -> Serving:
        serving_site = Serving(site, options, script, now)
        started.append(serving_site)
        return serving_site

    yield start
    for serving_site in started:
        serving_site.kill()
