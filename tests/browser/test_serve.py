"""An open page follows its source: it reloads by itself, swaps its sheet, shows what is wrong."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.server.conftest import serving  # noqa: F401 – a fixture
from tests.server.process import Serving
from tests.support import SiteFolder

pytestmark = pytest.mark.browser
ARTICLE = "content/news/a.md"
SHEET = "themes/association/static/assets/style.css"


def test_an_open_page_follows_its_source(
    browser: Browser,
    site: SiteFolder,
    serving: Callable[..., Serving],  # noqa: F811
) -> None:
    """Under the Content-Security-Policy that stands in the page."""
    site.write(SHEET, "body { color: rgb(1, 2, 3) }")
    site.write("content/favicon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    site.append(ARTICLE, "\nParagraphe.\n" * 200)
    server = serving(site)
    page = browser.new_page()
    wrong: list[str] = []
    page.on(
        "console", lambda message: wrong.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"http://127.0.0.1:{server.port}/news/a/")
    channel_is_open(page)
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    assert "script-src 'self'; style-src 'self';" in str(policy)

    page.evaluate("scrollTo(0, 800)")
    site.append(ARTICLE, "\nUne phrase de plus.\n")
    expect(page.get_by_text("Une phrase de plus.")).to_be_attached()
    page.wait_for_function("scrollY > 700")

    page.evaluate("window.mark = 1")
    site.write(SHEET, "body { color: rgb(4, 5, 6) }")
    expect(page.locator("body")).to_have_css("color", "rgb(4, 5, 6)")
    assert page.evaluate("window.mark") == 1, "the sheet alone was changed"
    assert page.locator('link[href*="style.css"]').count() == 1

    site.replace(ARTICLE, "title:", "titel:")
    dialog = page.locator("#sitegen_problems")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text(f"{ARTICLE}:2:1")
    expect(dialog).not_to_contain_text("`")
    expect(dialog.locator("strong code").first).to_have_text("title")
    page.emulate_media(color_scheme="dark")
    expect(dialog).to_have_css("background-color", "rgb(27, 27, 27)")
    page.emulate_media(color_scheme="light")
    expect(dialog).to_have_css("background-color", "rgb(255, 255, 255)")
    usual = page.viewport_size
    page.set_viewport_size({"width": 390, "height": 844})
    box = dialog.bounding_box()
    assert box is not None
    assert box["height"] <= 844 / 3 + 10, "of a phone, most shows the page"
    expect(dialog.get_by_role("button", name="Close")).to_be_in_viewport()
    assert usual is not None
    page.set_viewport_size(usual)
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    page.reload()
    expect(dialog).to_be_visible()

    site.replace(ARTICLE, "titel:", "title:")
    expect(dialog).to_have_count(0)
    page.close()
    assert wrong == []


def channel_is_open(page: Page) -> None:
    """Wait until the page listens."""
    page.wait_for_function(
        "performance.getEntriesByType('resource').some(one => one.name.includes('preview.js'))"
    )
