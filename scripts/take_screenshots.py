"""Take the pictures of the README and of docs/gallery.md, from the built demo, and write that page.

    .venv/bin/python scripts/take_screenshots.py [NAME …]

Needs output/ (`sitegen build`), the test dependencies and Debian's chromium.
"""

import sys
from pathlib import Path
from typing import Literal, NamedTuple

from browsing import PROJECT, chromium, served
from playwright.sync_api import Browser

FOLDER = PROJECT / "docs/images"
GALLERY = PROJECT / "docs/gallery.md"
DESKTOP, TABLET, PHONE, SHEET = (1280, 1000), (768, 1000), (360, 780), (794, 1123)
ARTICLE = "/communiques/forum-interconnectes-nantes/"


class Shot(NamedTuple):
    caption: str
    path: str
    size: tuple[int, int] = DESKTOP
    """Width and height of the window, in CSS pixels."""
    scheme: Literal["light", "dark"] = "light"
    is_print: bool = False


README = {"home": Shot("The home page", "/", (1280, 900))}
SHOTS = {
    "home": Shot("The home page", "/"),
    "home-dark": Shot("The same at night", "/", scheme="dark"),
    "article": Shot("An article", ARTICLE),
    "event": Shot("The page of an event", "/agenda/journee-accueil-numerique/"),
    "agenda": Shot("The agenda", "/agenda/"),
    "month": Shot("A month", "/agenda/2026/12/"),
    "year": Shot("A year of events", "/agenda/2026/"),
    "type": Shot("One type of event", "/agenda/types/formation/"),
    "subscription": Shot("How to subscribe to the agenda", "/agenda/abonnement/"),
    "past": Shot("Past events", "/agenda/passes/"),
    "section": Shot("A section", "/communiques/"),
    "tags": Shot("All tags", "/tags/"),
    "tag": Shot("A tag", "/tags/formation/"),
    "authors": Shot("All authors", "/auteurs/"),
    "organisation": Shot("What an organisation signs", "/organisations/opendatafrance/"),
    "archives": Shot("The archives", "/archives/"),
    "page": Shot("A page", "/association/"),
    "accessibility": Shot("The declaration of accessibility", "/accessibilite/"),
    "not-found": Shot("An address that leads nowhere", "/404.html"),
    "home-tablet": Shot("The home page on a tablet", "/", TABLET),
    "home-phone": Shot("The home page on a phone", "/", PHONE),
    "article-phone": Shot("An article on a phone", ARTICLE, PHONE),
    "agenda-phone": Shot("The agenda on a phone, at night", "/agenda/", PHONE, "dark"),
    "article-print": Shot("An article on paper", ARTICLE, SHEET, is_print=True),
    "month-print": Shot("A month on paper", "/agenda/2026/12/", SHEET[::-1], is_print=True),
}


def main(names: list[str]) -> None:
    with served(PROJECT / "output") as address, chromium() as browser:
        for name, shot in SHOTS.items():
            if not names or name in names:
                take(browser, address, shot, FOLDER / f"gallery/{name}.png", 0.5)
        if not names:
            take(browser, address, README["home"], FOLDER / "home.png", 1)
    GALLERY.write_text(gallery(), encoding="utf-8")


def take(browser: Browser, address: str, shot: Shot, path: Path, scale: float) -> None:
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme=shot.scheme,
    )
    page = context.new_page()
    page.goto(address + shot.path, wait_until="networkidle")
    if shot.is_print:
        page.emulate_media(media="print")
    page.screenshot(path=path)
    context.close()


def gallery() -> str:
    """Return the page that shows them all, two beside each other."""
    lines = [
        "---",
        "title: Gallery",
        "summary: Every kind of page of the demo hub.",
        "weight: 70",
        "kind: Themes",
        "---",
        "",
        "# Gallery",
        "",
        "Every kind of page of the demo hub, in the theme `association`.",
        "`scripts/take_screenshots.py` takes these pictures and writes this page.",
        "",
    ]
    shots = list(SHOTS.items())
    for pair in (shots[start : start + 2] for start in range(0, len(shots), 2)):
        lines.append(f"| {' | '.join(shot.caption for _, shot in pair)} |")
        lines.append("|---" * len(pair) + "|")
        pictures = (f"![{shot.caption}](images/gallery/{name}.png)" for name, shot in pair)
        lines += [f"| {' | '.join(pictures)} |", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
