"""axe-core (WCAG 2.2 A and AA, best practices) on every kind of page, in chromium."""

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import path_of
from tests.demo_site import KINDS
from tests.tools import tool

pytestmark = pytest.mark.browser
LOOKS = [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]


def violations(
    browser: Browser, url: str, width: int, scheme: str, sheet: str | None = None
) -> list[str]:
    """Return what axe finds wrong; *sheet* stands in for the page's style sheet."""
    axe = tool("axe-core/axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    if sheet is not None:
        page.route("**/assets/style.css*", lambda route: route.fulfill(body=sheet))
    page.goto(url, wait_until="networkidle")
    page.evaluate(axe)
    found = page.evaluate(
        "async () => (await axe.run()).violations"
        ".flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 120)}`))"
    )
    context.close()
    return list(found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_violation_in_any_look(browser: Browser, address: str, kind: str) -> None:
    found = {
        look: wrong
        for look in LOOKS
        if (wrong := violations(browser, address + path_of(kind), *look))
    }

    assert found == {}


def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    """A checker that cannot fail proves nothing."""
    bad = "data:text/html,<html><title>x</title><img src=a.png><p style='color:%23ccc'>pale"

    found = violations(browser, bad, 1280, "light")

    assert any(one.startswith("image-alt") for one in found)
    assert any(one.startswith("color-contrast") for one in found)
