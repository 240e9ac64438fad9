"""`check --against https://…`: the calendar that is online is the one that subscribers have."""

import http.server
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from sitegen.border.moments import parse_moment
from sitegen.checking.calendars import check_calendar
from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from sitegen.errors import Diagnostic
from sitegen.network.hosts import Resolve, resolve_public
from tests.support import SiteFolder

NOW = "2026-11-22"
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/a.md --
---
title: Bal
date: 2026-01-01
event: {id: bal, start: 2026-12-24 18:00, location: Tours}
---
Texte.
"""


@pytest.fixture
def online(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """Yield a folder and the port at which it is served."""
    folder = tmp_path / "online"
    folder.mkdir()
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, server.server_address[1]
    server.shutdown()
    server.server_close()


def checked(site: SiteFolder, address: str | None, resolve: Resolve) -> list[Diagnostic]:
    options = BuildOptions(root=str(site.root), output=str(site.output), now=parse_moment(NOW))
    return look(
        options, lambda opened: check_calendar(opened.session, str(site.output), address, resolve)
    )


def test_the_calendar_that_is_online_is_compared(
    make_site: Callable[[str], SiteFolder], online: tuple[Path, int]
) -> None:
    site = make_site(SITE)
    site.build(now=NOW)
    folder, port = online
    (folder / "agenda.ics").write_bytes((site.output / "agenda.ics").read_bytes())
    here: Resolve = lambda host, asked: [("127.0.0.1", port)]  # noqa: E731
    address = "http://hub.example.org/agenda.ics"

    assert checked(site, address, here) == []
    site.replace("content/news/a.md", "Tours", "Blois")
    (diagnostic,) = checked(site, address, here)
    assert (diagnostic.code, diagnostic.values["against"]) == ("event-changed-silently", address)
    (missing,) = checked(site, "http://hub.example.org/none.ics", here)
    assert (missing.code, missing.path) == (
        "calendar-unreadable",
        "http://hub.example.org/none.ics",
    )


def test_no_private_host_is_asked(
    make_site: Callable[[str], SiteFolder], online: tuple[Path, int]
) -> None:
    site = make_site(SITE)
    site.build(now=NOW)

    (diagnostic,) = checked(site, f"http://127.0.0.1:{online[1]}/agenda.ics", resolve_public)

    assert diagnostic.code == "calendar-unreadable"
    assert "private network" in str(diagnostic.values["reason"])


def test_a_site_that_is_built_for_gitlab_pages_is_compared_too(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """Its pipeline builds into `public/`, and checks before it builds."""
    site = make_site(SITE)
    site.build(now=NOW)
    site.output.rename(site.root / "public")
    site.replace("content/news/a.md", "Tours", "Blois")

    (diagnostic,) = checked(site, None, resolve_public)

    assert diagnostic.code == "event-changed-silently"
    assert diagnostic.values["against"] == "public/agenda.ics"
