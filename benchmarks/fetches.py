"""Measure what `sitegen fetch` costs: sources with nothing new, with news, and the comparison.

    python benchmarks/fetches.py --sources 100 --entries 200

A server of this machine, in a process of its own, speaks for all sources: half of them know whether
anything changed (`ETag`), half send all of it each time. Seconds are those of the processor that
the fetch itself takes, waiting not counted. Then events of three partners (the corpus that
`tests/fetching/corpus.py` makes) are compared: as many a day, whatever their number.
"""

import argparse
import datetime as dt
import multiprocessing
import shutil
import sys
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar

from processes import work_folder

sys.path.insert(0, str(Path(__file__).parent.parent))

from msgspec.structs import replace

from sitegen.config import SiteFile
from sitegen.fetching.announcements import Announcement
from sitegen.fetching.fetch import fetch
from sitegen.fetching.matching import match
from sitegen.fetching.outcome import Report
from sitegen.fetching.wishes import Wishes
from tests.fetching import corpus

T = TypeVar("T")
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
FIRST = dt.date(2026, 12, 1)


def serve(entries: int, news: Path, port: "multiprocessing.Queue[int]") -> None:
    """Speak for all sources; the first one has an event more once the file *news* is there."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            number = int(self.path.removeprefix("/"))
            has_news = number == 0 and news.exists()
            tag = f'"{number}-{has_news}"'
            is_known = number % 2 == 0 and self.headers.get("If-None-Match") == tag
            content = b"" if is_known else calendar(number, entries + has_news)
            self.send_response(304 if is_known else 200)
            if number % 2 == 0:
                self.send_header("ETag", tag)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port.put(server.server_port)
    server.serve_forever()


def calendar(number: int, entries: int) -> bytes:
    """Return the calendar of the source *number*: each event is its own."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//a//b",
        f"X-WR-CALNAME:Partenaire {number}",
    ]
    for entry in range(entries):
        day = FIRST + dt.timedelta(days=(number * 7 + entry * 3) % 700)
        lines += [
            "BEGIN:VEVENT", f"UID:{number}-{entry}@p{number}.example", "DTSTAMP:20261101T100000Z",
            f"SUMMARY:Rencontre{number}x{entry}", f"DTSTART;TZID=Europe/Paris:{day:%Y%m%d}T100000",
            f"LOCATION:Salle{entry}\\, Ville{number}", f"URL:https://p{number}.example/{entry}",
            "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def timed(name: str, work: Callable[[], T]) -> T:
    """Return what *work* gives; print what it takes of the processor."""
    started = time.process_time()
    result = work()
    print(f"{name:45} {time.process_time() - started:7.2f} s")
    return result


def ask(site: Path, port: int) -> Report:
    written = SiteFile((site / "site.yaml").read_bytes())
    config = written.read()
    places = {key: written.key_place("sources", key) for key in config.sources}
    wishes = Wishes(
        root=str(site), now=NOW, resolve=lambda _host, _port: [("127.0.0.1", port)], pause=0.0
    )
    report = fetch(config, places, wishes)
    assert not report.diagnostics, report.diagnostics[0]
    return report


def compare(number: int) -> None:
    """Compare events of three partners, as many a day whatever their *number*."""
    parts: dict[str, list[Announcement]] = {}
    for year in range(number // 2500):
        for source, those in corpus.make(1250, seed=year).sources.items():
            for told in those:
                start = f"{int(told.start[:4]) + year}{told.start[4:]}"
                uid = f"{year}-{told.event['uid']}"
                moved = replace(
                    told, id=f"{year}-{told.id}", start=start, event=told.event | {"uid": uid}
                )
                parts.setdefault(source, []).append(moved)
    total = sum(map(len, parts.values()))
    timed(f"{total} events of three partners compared", lambda: match(parts))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sources", type=int, default=100)
    parser.add_argument("--entries", type=int, default=200)
    parser.add_argument("--compared", default="5000,10000,20000", help="of 2,500 on, with commas")
    options = parser.parse_args()
    work = work_folder()
    queue: multiprocessing.Queue[int] = multiprocessing.Queue()
    server = multiprocessing.Process(
        target=serve, args=(options.entries, work / "news", queue), daemon=True
    )
    server.start()
    port = queue.get()
    try:
        (work / "content").mkdir()
        lines = ["title: Hub", "url: https://hub.example.org/", "sources:"]
        lines += [
            f"  s{number}: {{url: 'http://p{number}.example:{port}/{number}', into: agenda}}"
            for number in range(options.sources)
        ]
        (work / "site.yaml").write_text("\n".join(lines) + "\n")
        first = timed("the first time", lambda: ask(work, port))
        print(f"{sum(each.new for each in first.outcomes.values()):45} documents")
        for _ in range(3):
            timed("nothing new", lambda: ask(work, port))
        (work / "news").touch()
        timed("one source has one event more", lambda: ask(work, port))
    finally:
        server.terminate()
        shutil.rmtree(work)
    for number in map(int, options.compared.split(",")):
        compare(number)


if __name__ == "__main__":
    main()
