"""Tell what Lighthouse says of the built demo: home page, an article, a month. Offline.

    .venv/bin/python scripts/lighthouse.py [PATH …]

Needs output/ (`sitegen build`), the test dependencies and Debian's chromium. The score for
performance depends on the machine, which should have nothing else to do.
"""

import functools
import gzip
import http.server
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).parent.parent
PROGRAM = Path(sys.prefix) / "npm/node_modules/.bin/lighthouse"
PAGES = ("/", "/communiques/forum-interconnectes-nantes/", "/agenda/2026/12/")
CHROMIUM_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
)
COMPRESSED = (".html", ".css", ".js", ".svg", ".xml", ".json")


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves as static hosts do: text compressed, files kept by browsers."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=31536000")
        if path.suffix in COMPRESSED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder*; the value is its address."""
    handler = functools.partial(Host, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def audit(url: str, *categories: str) -> dict[str, dict[str, float]]:
    """Return, for each category, what falls short of 1 (and `score`, the category's own)."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        only = [f"--only-categories={','.join(categories)}"] if categories else []
        subprocess.run(
            [PROGRAM, url, "--quiet", "--output=json", f"--output-path={report}", *only,
             f"--chrome-flags={CHROMIUM_FLAGS} --user-data-dir={folder}/profile"],
            check=True, env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder,
                             "CHROME_PATH": shutil.which("chromium") or "chromium"},
        )  # fmt: skip
        found = json.loads(report.read_text(encoding="utf-8"))
    result = {}
    for name, category in found["categories"].items():
        weighed = [one["id"] for one in category["auditRefs"] if one["weight"]]
        scores = {one: found["audits"][one]["score"] for one in weighed}
        short = {one: score for one, score in scores.items() if score is not None and score < 1}
        result[name] = {"score": category["score"], **short}
    return result


def main() -> None:
    with served(PROJECT / "output") as address:
        for path in sys.argv[1:] or PAGES:
            print(path)
            for category, scores in audit(address + path).items():
                print(f"  {category}: {', '.join(f'{k} {v}' for k, v in scores.items())}")


if __name__ == "__main__":
    main()
