"""Take the pictures of docs/themes.md: the demo's home page with other options of its theme.

    .venv/bin/python scripts/take_option_pictures.py [NAME …]

Builds the demo in a temporary folder, again for each picture; needs the test dependencies and
Debian's chromium.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from browsing import PROJECT, chromium, served
from playwright.sync_api import Browser

FOLDER = PROJECT / "docs/images/options"
NOW = "2026-11-22T12:00+01:00"


class Picture(NamedTuple):
    options: str
    """What stands under `theme_options`."""
    height: int = 640
    part: str = ""
    """The element that is shown; by default the top of the page."""
    scheme: str = "light"


PICTURES = {
    "default": Picture("{}"),
    "accent-crimson": Picture('{accent: "#c2185b"}'),
    "accent-yellow": Picture('{accent: "#ffd400"}'),
    "accent-yellow-dark": Picture('{accent: "#ffd400"}', scheme="dark"),
    "dark": Picture("{}", scheme="dark"),
    "header": Picture("{tagline: Un numérique public utile}", part=".site-header"),
    "header-wordmark": Picture("{logo: favicon.svg, wordmark: CR}", part=".site-header"),
    "layout-magazine": Picture("{home_layout: magazine}", 1200),
    "layout-list": Picture("{home_layout: list}", 1200),
    "layout-agenda": Picture("{home_layout: agenda}", 1200),
    "blocks": Picture("{home_blocks: [introduction, agenda, tags]}", 1200),
    "fewer": Picture("{home_articles: 4, home_events: 2}", 1200),
    "footer": Picture("{footer_blocks: [subscribe, identity]}", part=".site-footer"),
}
"""File in docs/images/options to what it shows."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(PICTURES))
    names: list[str] = parser.parse_args().names
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = (PROJECT / "site.yaml").read_text(encoding="utf-8")
    plain = re.sub(r"(?m)^theme_options:\n(?:  .*\n)+", "", written)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = Path(folder)
        shutil.copytree(PROJECT / "content", site / "content")
        with served(site / "output") as address:
            for name in names or PICTURES:
                options = f"theme_options: {PICTURES[name].options}\n"
                (site / "site.yaml").write_text(plain + options, encoding="utf-8")
                command = [sys.executable, "-m", "sitegen", "build", "--now", NOW]
                subprocess.run(command, cwd=site, check=True, capture_output=True)
                take(browser, f"{address}/", name, PICTURES[name])


def take(browser: Browser, address: str, name: str, picture: Picture) -> None:
    """Leave a picture of half the size: layouts are to be seen, not read."""
    context = browser.new_context(
        viewport={"width": 1280, "height": picture.height},
        device_scale_factor=0.5,
        color_scheme=picture.scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    shown = page.locator(picture.part).first if picture.part else page
    shown.screenshot(path=FOLDER / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main()
