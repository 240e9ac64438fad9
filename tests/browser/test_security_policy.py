"""The Content-Security-Policy of the pages, as a browser obeys it.

That each kind of page obeys its own stands in test_pages.py.
"""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.visits import fresh, open_page
from tests.demo_site import Demo

pytestmark = pytest.mark.browser


def test_the_policy_keeps_out_what_a_page_should_not_load(window: Page, address: str) -> None:
    page = fresh(window)
    open_page(page, address + "/")

    page.evaluate(
        """() => {
          document.body.insertAdjacentHTML("beforeend", `
            <p style="color: red">x</p><img src="https://tracker.example/pixel.gif" alt="">
            <iframe src="https://video.example/"></iframe>`);
          const script = document.createElement("script");
          script.textContent = "window.injected = true";
          document.body.append(script);
        }"""
    )
    page.wait_for_function("violations.length >= 4")
    directives = {line.split()[0] for line in page.evaluate("violations")}
    injected = page.evaluate("window.injected")

    assert directives == {"style-src-attr", "img-src", "frame-src", "script-src-elem"}
    assert injected is None


def test_every_page_has_a_policy_before_anything_that_loads(demo: Demo) -> None:
    """But the mail of a press kit, which is a file to send and loads nothing."""
    without = []
    pages = [path for path in demo.root.rglob("*.html") if not path.name.endswith("-mail.html")]
    for page in pages:
        before = re.split("<link|<script|<style", page.read_text(encoding="utf-8"))[0]
        if "Content-Security-Policy" not in before:
            without.append(page)

    assert len(pages) > 150
    assert without == []
