"""axe-core on pages whose site chose an accent that is hard to read.

That every accent becomes shades that can be read is computed in `tests/rendering/test_accents.py`;
here it is seen that pages have no text in other colours, by day and by night.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import path_of
from tests.browser.visits import fresh, go_dark, open_page, run_axe
from tests.support import SiteFolder

pytestmark = pytest.mark.browser
ACCENTS = ["#ffd400", "#000000"]
UNKEPT = {"Content-Type": "text/css", "Cache-Control": "no-store"}
KINDS = ["home", "article", "agenda of a month", "agenda of a type"]


def sheet_of(site: SiteFolder, options: str) -> str:
    """Return the style sheet of a site with these options of the theme."""
    site.append("site.yaml", f"theme_options: {options}\n")
    assert site.build().diagnostics == []
    return site.page("assets/style.css")


def poor_contrasts(window: Page, url: str, sheet: str) -> dict[str, list[str]]:
    """Return what axe finds in both schemes, where *sheet* stands in for the page's own."""
    page = fresh(window)
    page.route("**/assets/style.css*", lambda route: route.fulfill(body=sheet, headers=UNKEPT))
    open_page(page, url)
    rules = ("color-contrast", "link-in-text-block")
    by_scheme = {"light": run_axe(page, *rules)}
    go_dark(page)
    by_scheme["dark"] = run_axe(page, *rules)
    return {scheme: wrong for scheme, wrong in by_scheme.items() if wrong}


@pytest.mark.parametrize("accent", ACCENTS)
def test_text_has_its_contrast_whatever_the_accent(
    make_site: Callable[[], SiteFolder], window: Page, address: str, accent: str
) -> None:
    sheet = sheet_of(make_site(), f'{{accent: "{accent}"}}')

    poor = {
        kind: wrong
        for kind in KINDS
        if (wrong := poor_contrasts(window, address + path_of(kind), sheet))
    }

    assert poor == {}


def test_a_sheet_that_cannot_be_read_is_found(window: Page, address: str) -> None:
    """The sheet above is the one that axe sees."""
    pale = "body { background: white; color: #eee }"

    poor = poor_contrasts(window, address + "/", pale)

    assert any(mistake.startswith("color-contrast") for mistake in poor["light"])


def test_a_site_without_dark_mode_is_light_at_night(
    make_site: Callable[[], SiteFolder], browser: Browser, address: str
) -> None:
    sheet = sheet_of(make_site(), "{dark_mode: false}")
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.route("**/assets/style.css*", lambda route: route.fulfill(body=sheet))
    page.goto(address + "/")

    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")

    context.close()
    assert ground == "rgb(252, 251, 248)"
