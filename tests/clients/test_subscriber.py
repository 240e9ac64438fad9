"""A subscriber's year with programs that people have: vdirsyncer fetches the agenda of a site that
changes, and that of a tag, and keeps calendars on a Radicale like them."""

import base64
import http.server
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.request import Request, urlopen

import icalendar
import pytest

from tests.clients.programs import INSTALLED, need, script_path
from tests.engine.test_calendar_memory import BAL, SITE, events_of, publish, told
from tests.support import SiteFolder

pytestmark = pytest.mark.slow
SETTINGS = """\
[general]
status_path = "{folder}/status"
"""
PAIR = """\
[pair {name}]
a = "site_{name}"
b = "calendar_{name}"
collections = null
conflict_resolution = "a wins"
partial_sync = "ignore"
[storage site_{name}]
type = "http"
url = "http://127.0.0.1:{port}/{path}"
[storage calendar_{name}]
type = "caldav"
url = "http://127.0.0.1:{radicale}/u/{name}/"
username = "u"
password = "u"
"""
CALENDARS = {"agenda": "agenda.ics", "eau": "tags/l-eau.ics"}
"""What is subscribed to, by what the subscriber calls it."""
PYTHON = "venv/bin/python"
VDIRSYNCER = "venv/bin/vdirsyncer"


class Subscriber(NamedTuple):
    """Somebody whose calendar lies on a Radicale, kept up to date by vdirsyncer."""

    settings: Path
    stored: Path

    def fetch(self, *, is_first: bool = False) -> str:
        """Bring the calendars up to date; return what the program complains of."""
        program = [str(INSTALLED / VDIRSYNCER), "-c", str(self.settings)]
        if is_first:
            subprocess.run([*program, "discover", "--no-list"], check=True, input=b"y\n" * 4)
        done = subprocess.run(
            [*program, "sync"], capture_output=True, timeout=60, check=False, text=True
        )
        return done.stderr if done.returncode else ""

    def shows(self, name: str = "agenda") -> list[dict[str, str]]:
        """Return what the calendar *name* holds of each event; UIDs are vdirsyncer's own."""
        files = self.stored.glob(f"collection-root/u/{name}/*.ics")
        return _sorted(told(event) for file in files for event in _read(file).events)


def _sorted(events: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(events, key=lambda event: (event["SUMMARY"], event["DTSTART"]))


def _read(path: Path) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(path.read_bytes())


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """Yield where a Radicale keeps its calendars, and its port."""
    need(PYTHON, VDIRSYNCER)
    folder = tmp_path / "radicale"
    command = [str(INSTALLED / PYTHON), script_path("dates/serve_radicale.py"), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        login = {"Authorization": "Basic " + base64.b64encode(b"u:u").decode()}
        for name in CALENDARS:
            url = f"http://127.0.0.1:{port}/u/{name}/"
            urlopen(Request(url, method="MKCALENDAR", headers=login), timeout=10).close()
        yield folder, port
        server.kill()


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """Yield the link to the folder that a host serves, and its port."""
    link = tmp_path / "online"
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(link))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield link, server.server_address[1]
    server.shutdown()
    server.server_close()


def test_a_calendar_that_is_kept_like_the_agenda_shows_each_edit(
    make_site: Callable[[str], SiteFolder],
    radicale: tuple[Path, int],
    web: tuple[Path, int],
    tmp_path: Path,
) -> None:
    """That of a tag that no text has any more says that its event is cancelled, too."""
    site = make_site(SITE.replace("date: 2026-11-01", "date: 2026-11-01\ntags: [L’eau]"))
    (link, port), (stored, radicale_port) = web, radicale
    link.symlink_to(site.output)
    settings = tmp_path / "vdirsyncer"
    pairs = (
        PAIR.format(name=name, path=path, port=port, radicale=radicale_port)
        for name, path in CALENDARS.items()
    )
    settings.write_text(SETTINGS.format(folder=tmp_path) + "".join(pairs))
    subscriber = Subscriber(settings, stored)

    def step(now: str, *, is_first: bool = False) -> dict[str, str]:
        """Publish, let the subscriber fetch, and return what they hold of the ball."""
        publish(site, now)
        complaint = subscriber.fetch(is_first=is_first)
        assert bool(complaint) is not site.has(CALENDARS["eau"]), complaint
        shown = subscriber.shows()
        assert shown == _sorted(map(told, events_of(site).values())), now
        balls = [event for event in shown if "Le bal" in event["SUMMARY"]]
        assert len(shown) == 3 + len(balls)
        assert len(balls) <= 1, "an edit makes no second event"
        if balls:
            assert subscriber.shows("eau") == balls, now
        return balls[0] if balls else {}

    assert step("2026-11-10", is_first=True)["DTSTART"] == "20270205T200000"
    site.replace(BAL, "2027-02-05 20:00, end: 2027-02-05", "2027-02-06 20:00, end: 2027-02-06")
    assert step("2026-11-12")["DTSTART"] == "20270206T200000", "moved"
    site.replace(BAL, "location: Tours", "location: Tours, status: cancelled")
    site.replace(BAL, "L’eau", "Air")
    publish(site, "2026-11-12")
    assert "completely emptied" in subscriber.fetch(), "it takes the last one out if told to"
    assert subscriber.shows("eau")[0]["STATUS"] == "CONFIRMED"
    site.replace(BAL, "Air", "L’eau")
    assert step("2026-11-13")["STATUS"] == "CANCELLED"
    (site.root / BAL).rename(site.root / "content/news/grand-bal.md")
    site.replace("site.yaml", "https://hub.", "https://neuf.")
    assert step("2026-11-14")["STATUS"] == "CANCELLED", "another file, another domain"
    site.remove("content/news/grand-bal.md")
    assert step("2026-11-15")["STATUS"] == "CANCELLED", "removed: kept for ten days"
    assert step("2026-11-28") == {}, "and then it is gone here and there"
    assert not site.has(CALENDARS["eau"])
    assert subscriber.shows("eau")[0]["STATUS"] == "CANCELLED", "who gets a 404 keeps that"
