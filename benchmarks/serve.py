"""Measure `sitegen serve`: seconds from the write of a source to its page served.

    python benchmarks/corpus.py 10000 /tmp/corpus
    python benchmarks/serve.py /tmp/corpus --rounds 10

The page is open, as in a browser: it is told of the change and asked for again. The first build is
not measured.
"""

import http.client
import re
import statistics
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import command_line
from processes import processor_seconds


def ask(port: int, path: str) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    connection.request("GET", path)
    return connection, connection.getresponse()


def fetch(port: int, path: str) -> str:
    connection, response = ask(port, path)
    with closing(connection):
        return response.read().decode()


class Taken(NamedTuple):
    seconds: float
    """By the clock on the wall, beside whatever else the machine does."""
    work: float
    """Seconds of a processor that the server used."""


def measure(port: int, pid: int, page: str, source: Path, text: str, wanted: str) -> Taken:
    """Write *text*, wait until the page is told, ask for it until it shows *wanted*."""
    look = re.search(r'data-look="([^"]*)"', fetch(port, page))[1]  # type: ignore[index]
    connection, events = ask(port, f"/__sitegen/events?page={quote(page)}&look={look}")
    with closing(connection):
        events.readline()
        started, used = time.perf_counter(), processor_seconds(pid)
        source.write_text(text, encoding="utf-8")
        while True:
            while events.readline().strip() != b"event: page":
                pass
            if wanted in fetch(port, page):
                return Taken(time.perf_counter() - started, processor_seconds(pid) - used)


def main() -> None:
    parser = command_line.parser(__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--rounds", type=int, default=10)
    arguments = parser.parse_args()
    sources = sorted((arguments.site / "content/communiques").glob("*.md"))
    source = sources[min(100, len(sources) - 1)]
    page = f"/communiques/{source.stem[11:]}/"
    original = source.read_text(encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "serve"], cwd=arguments.site,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        lines = iter(server.stdout.readline, "")
        match = next(m for line in lines if (m := re.search(r"Serving http://[^:]*:(\d+)", line)))
        port = int(match[1])
        edits = {
            "body": lambda mark: f"{original}\n{mark}\n",
            "title": lambda mark: re.sub(r'title: ".*"', f'title: "{mark}"', original),
        }
        for name, edit in edits.items():
            taken = []
            for number in range(arguments.rounds):
                mark = f"Marque {name} {number}"
                taken.append(measure(port, server.pid, page, source, edit(mark), mark))
                next(line for line in lines if source.name in line)  # the build has ended
            seconds = sorted(answer.seconds for answer in taken)
            work = statistics.median(answer.work for answer in taken)
            print(
                f"{name} edited: median {statistics.median(seconds):.2f} s "
                f"({seconds[0]:.2f} to {seconds[-1]:.2f}), {work:.2f} s of a processor"
            )
    finally:
        source.write_text(original, encoding="utf-8")
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
