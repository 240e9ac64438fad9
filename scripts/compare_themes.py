"""Write docs/themes-compared.md: the demo in both themes, with pictures and bytes.

    .venv/bin/python scripts/compare_themes.py

Builds the demo in a temporary folder, once for each theme; needs the test dependencies and Debian's
chromium.
"""

import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from browsing import PROJECT, chromium, served
from playwright.sync_api import Browser, Response
from take_option_pictures import NOW
from take_screenshots import DESKTOP, PHONE, SHEET, Shot, take

FOLDER = PROJECT / "docs/images/themes"
PAGE = PROJECT / "docs/themes-compared.md"
THEMES = ("association", "sobre")
ARTICLE = "/communiques/forum-interconnectes-nantes/"
SHOTS = {
    "home": Shot("The home page", "/", DESKTOP),
    "article": Shot("An article", ARTICLE, DESKTOP),
    "agenda": Shot("The agenda", "/agenda/", DESKTOP),
    "month": Shot("A month", "/agenda/2026/12/", DESKTOP),
    "article-dark": Shot("An article, at night", ARTICLE, DESKTOP, "dark"),
    "phone": Shot("An article on a phone", ARTICLE, PHONE),
    "print": Shot("An article on paper", ARTICLE, SHEET, is_print=True),
}
WEIGHED = {
    "The home page": "/",
    "An article": ARTICLE,
    "A section": "/communiques/",
    "The agenda": "/agenda/",
    "A month": "/agenda/2026/12/",
    "The press page": "/presse/",
}
TEXT = """\
---
title: Two themes
summary: The demo hub in association and in sobre, with pictures and bytes.
weight: 65
kind: Themes
---

# Two themes

sitegen brings two themes, which say the same: each page of one is a page of the other, with the
same words and links. `association` shows: pictures, cards, a month as a grid. `sobre` tells: one
column of text, for old screens in town halls and for slow lines. `theme: sobre` in `site.yaml`
chooses it; the options are the same ([Themes](themes.md)). `scripts/compare_themes.py` takes these
pictures, weighs the pages, and writes this page.

## What a page weighs

What a phone loads of the demo the first time, before anybody scrolls, in kB: HTML, styles and
scripts as a host sends them (compressed), plus fonts and pictures; in brackets, how many requests
that takes.

| | `association` | `sobre` |
|---|--:|--:|
{rows}

The style sheet that every page loads has {association_sheet} kB and {sobre_sheet} kB, uncompressed.
In `sobre` it is the only one; `association` has others for the agenda, guides, press pages and
programmes.

| | `association` | `sobre` |
|---|---|---|
| Font | one for headings, 30 kB | the reader's own |
| Pictures in lists | yes | none: they come with the article |
| Pictures of an article | as large as they are shown | of two thirds of that width |
| A month | a grid, and a list | a list |
| Script on pages to read | always, 1.6 kB | where a text has a table or a video |
| `home_layout`, if not set | `magazine` | `list` |
| `footer_blocks`, if not set | all | `identity`, `subscribe` |

## How they look

{pictures}
"""
_TEXT = re.compile(r"text/|javascript|json|xml")


class Weight(NamedTuple):
    """What a phone loads of a page before anybody scrolls, the first time."""

    requests: int
    code: int
    """Bytes of HTML, style sheets and scripts, compressed."""
    rest: int
    """Bytes of fonts and pictures."""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = (PROJECT / "site.yaml").read_text(encoding="utf-8")
    weights: dict[str, dict[str, Weight]] = {}
    sheets: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = Path(folder)
        shutil.copytree(PROJECT / "content", site / "content")
        with served(site / "output") as address:
            for theme in THEMES:
                text = written.replace("\ntheme: association\n", f"\ntheme: {theme}\n")
                (site / "site.yaml").write_text(text, encoding="utf-8")
                command = [sys.executable, "-m", "sitegen", "build", "--now", NOW]
                subprocess.run(command, cwd=site, check=True, capture_output=True)
                for name, shot in SHOTS.items():
                    take(browser, address, shot, FOLDER / f"{name}-{theme}.png", 0.5)
                weights[theme] = {
                    name: weigh(browser, address + path) for name, path in WEIGHED.items()
                }
                sheets[theme] = (site / "output/assets/style.css").stat().st_size
    PAGE.write_text(page(weights, sheets), encoding="utf-8")


def weigh(browser: Browser, url: str) -> Weight:
    """Return what is loaded of the page in a new window of a phone."""
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, device_scale_factor=2
    )
    tab = context.new_page()
    responses: list[Response] = []
    tab.on("response", lambda response: responses.append(response))
    tab.goto(url, wait_until="networkidle")
    code, rest = 0, 0
    for answer in responses:
        body = answer.body()
        if _TEXT.search(answer.headers.get("content-type", "")):
            code += len(gzip.compress(body, 6))
        else:
            rest += len(body)
    context.close()
    return Weight(len(responses), code, rest)


def page(weights: Mapping[str, Mapping[str, Weight]], sheets: Mapping[str, int]) -> str:
    """Return docs/themes-compared.md."""
    rows = []
    for name in WEIGHED:
        cells = (
            f"{weight.code / 1000:.1f} + {weight.rest / 1000:.1f} ({weight.requests})"
            for weight in (weights[theme][name] for theme in THEMES)
        )
        rows.append(f"| {name} | {' | '.join(cells)} |")
    pictures = []
    for name, shot in SHOTS.items():
        shown = (
            f"![{shot.caption} ({theme})](images/themes/{name}-{theme}.png)" for theme in THEMES
        )
        pictures += [
            f"| {shot.caption}, in `association` | The same in `sobre` |",
            "|---|---|",
            f"| {' | '.join(shown)} |",
            "",
        ]
    sizes = {f"{theme}_sheet": f"{sheets[theme] / 1000:.1f}" for theme in THEMES}
    texts = {"rows": "\n".join(rows), "pictures": "\n".join(pictures).rstrip("\n")}
    return TEXT.format(**texts, **sizes)


if __name__ == "__main__":
    main()
