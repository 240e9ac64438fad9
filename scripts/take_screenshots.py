"""Take the screenshots that the README and the documentation show, from the built demo.

    .venv/bin/python scripts/take_screenshots.py

Needs output/ (`sitegen build`), the test dependencies and Debian's chromium.
"""

import functools
import http.server
import shutil
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).parent.parent
SHOTS = {
    "home": ("/", 1280, 900),
    "article": ("/communiques/forum-interconnectes-nantes/", 1280, 1100),
    "month": ("/agenda/2026/12/", 1280, 1000),
    "agenda-phone": ("/agenda/", 390, 844),
}


def main() -> None:
    handler = functools.partial(
        http.server.SimpleHTTPRequestHandler, directory=str(PROJECT / "output")
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder = PROJECT / "docs/images"
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, (path, width, height) in SHOTS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            address = f"http://127.0.0.1:{server.server_address[1]}{path}"
            page.goto(address, wait_until="networkidle")
            page.screenshot(path=folder / f"{name}.png")
            page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
