"""axe-core on pages whose site chose an accent that is hard to read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.test_accessibility import violations
from tests.browser.test_pages import path_of
from tests.support import SiteFolder

pytestmark = pytest.mark.browser
ACCENTS = ["#ffd400", "#000000", "#ffffff", "#808080", "#00ff00", "crimson"]
KINDS = ["home", "article", "agenda of a month", "agenda of a type"]


def sheet_of(site: SiteFolder, options: str) -> str:
    """Return the style sheet of a site with these options of the theme."""
    site.append("site.yaml", f"theme_options: {options}\n")
    assert site.build().diagnostics == []
    return site.page("assets/style.css")


@pytest.mark.parametrize("accent", ACCENTS)
def test_text_has_its_contrast_whatever_the_accent(
    make_site: Callable[[], SiteFolder], browser: Browser, address: str, accent: str
) -> None:
    sheet = sheet_of(make_site(), f'{{accent: "{accent}"}}')

    found = {
        (kind, scheme): wrong
        for kind in KINDS
        for scheme in ("light", "dark")
        if (wrong := violations(browser, address + path_of(kind), 1280, scheme, sheet))
    }

    assert found == {}


def test_a_sheet_that_cannot_be_read_is_found(browser: Browser, address: str) -> None:
    """The sheet above is the one that axe sees."""
    pale = "body { background: white; color: #eee }"

    found = violations(browser, address + "/", 1280, "light", pale)

    assert any(one.startswith("color-contrast") for one in found)


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
