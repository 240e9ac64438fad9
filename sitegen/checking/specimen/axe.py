"""axe-core on pages of the specimen, in a browser of this machine. Starts it; fetches nothing.

The extra ``theme`` brings axe and playwright, the machine a chromium or a chrome.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from sitegen.engine.options import Progress, no_progress
from sitegen.site.media_types import media_type

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

_ADDRESS = "http://specimen.localhost"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
LOOKS: dict[str, Any] = {
    "desktop, light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "phone, dark": {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
}


class Violation(NamedTuple):
    """A rule that an element breaks."""

    page: str
    look: str
    rule: str
    help: str
    element: str
    """Its tag as HTML."""
    colours: tuple[str, str, str, str] | tuple[()]
    """Of `color-contrast`: of the text, of its ground, how they differ, and how they should."""


class NoBrowserError(Exception):
    """There is none that could be started."""


def look(
    folder: str, paths: Mapping[str, str], progress: Progress = no_progress
) -> list[Violation]:
    """Return what axe finds on the pages of *folder*: by name, the path of each.

    Raises `NoBrowserError`, and ImportError without the extra.
    """
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Error, sync_playwright

    violations: list[Violation] = []
    done, total = 0, len(paths) * len(LOOKS)
    with sync_playwright() as playwright:
        known = next(filter(None, map(shutil.which, _BROWSERS)), None)
        try:
            browser = playwright.chromium.launch(executable_path=known)
        except Error as error:
            raise NoBrowserError from error
        axe = Axe()
        for name, settings in LOOKS.items():
            page = _tab(browser, folder, settings)
            for shown, path in paths.items():
                page.goto(f"{_ADDRESS}/{path}", wait_until="load")
                page.evaluate("document.fonts.ready")
                response = axe.run(page, options={"resultTypes": ["violations"]}).response
                violations += _violations(shown, name, response)
                done += 1
                progress("examine", done, total)
        browser.close()
    return violations


def _tab(browser: "Browser", folder: str, settings: Any) -> "Page":
    """Return a tab that knows *folder* as a site, and nothing of the network."""
    inside = os.path.realpath(folder)

    def answer(route: "Route") -> None:
        address = urlsplit(route.request.url)
        path = os.path.realpath(os.path.join(inside, unquote(address.path).lstrip("/")))
        if os.path.isdir(path):
            path = os.path.join(path, "index.html")
        is_own = f"{address.scheme}://{address.netloc}" == _ADDRESS
        if is_own and path.startswith(inside) and os.path.isfile(path):
            route.fulfill(path=path, content_type=media_type(path))
        else:
            route.abort()

    page = browser.new_context(**settings).new_page()
    page.route("**/*", answer)
    return page


def _violations(page: str, look: str, response: Mapping[str, Any]) -> Iterator[Violation]:
    for violation in response["violations"]:
        for node in violation["nodes"]:
            tag = " ".join(node["html"].split())
            yield Violation(
                page, look, violation["id"], violation["help"], tag, _colours(violation["id"], node)
            )


def _colours(rule: str, node: Mapping[str, Any]) -> tuple[str, str, str, str] | tuple[()]:
    data: Any = next((check["data"] for check in node["any"] if check["data"]), {})
    if rule != "color-contrast" or "fgColor" not in data:
        return ()
    wanted = str(data["expectedContrastRatio"]).removesuffix(":1")
    return data["fgColor"], data["bgColor"], str(data["contrastRatio"]), wanted
