"""Take the pictures of docs/rediger.md: the editing page of the demo, as `serve --edit` has it.

    .venv/bin/python scripts/take_editing_pictures.py

Works on a copy of the demo in a temporary folder; needs the test dependencies and Debian's
chromium.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browsing import PROJECT, chromium
from playwright.sync_api import Page

FOLDER = PROJECT / "docs/images/editing"
NOW = "2026-11-22T12:00+01:00"
WIDTH, HEIGHT = 1200, 780


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        shutil.copytree(PROJECT / "content", Path(folder, "content"))
        shutil.copy(PROJECT / "site.yaml", folder)
        with edited(Path(folder)) as address:
            page = browser.new_page(
                locale="fr-FR", viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1
            )
            take(page, address)
    for picture in sorted(FOLDER.glob("*.png")):
        print(picture.relative_to(PROJECT), picture.stat().st_size)


@contextmanager
def edited(root: Path) -> Iterator[str]:
    """Serve the site at *root* for editing; the value is the page's address."""
    command = [sys.executable, "-m", "sitegen", "serve", "--edit", "--now", NOW]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "LC_ALL": "C"}
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if address := re.search(r"Edit it at (\S+)", line):
                yield address[1]
                break
        process.terminate()


def take(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("Communiqués de presse", exact=True).first.wait_for()
    page.wait_for_timeout(1500)
    shoot(page, "liste")
    page.goto(f"{address}#/collections/communiques/entries/2026-11-17-universite-de-printemps")
    page.frame_locator("iframe.preview").frame_locator("iframe").locator("h1").wait_for()
    page.wait_for_timeout(1500)
    shoot(page, "texte")
    page.goto(f"{address}#/collections/communiques/new")
    page.locator('[data-key-path="title"] input').fill("Un forum à Nantes")
    page.locator('[data-key-path="date"] input[type=date]').fill("2026-11-20")
    group = page.locator('[data-key-path="event"]')
    group.evaluate("one => one.scrollIntoView()")
    group.get_by_text("un événement").first.click()
    page.get_by_role("menuitem", name="Annonce un événement").click()
    page.locator('[data-key-path="event.0.start"] input[type=date]').fill("2026-12-04")
    page.locator('[data-key-path="event.0.end"] input[type=date]').fill("2026-12-01")
    page.locator(".sitegen-message").first.wait_for()
    page.locator('[data-key-path="event.0.start"]').evaluate("one => one.scrollIntoView()")
    page.wait_for_timeout(800)
    shoot(page, "erreur")


def shoot(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
