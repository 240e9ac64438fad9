"""What is touched is large enough: 44 pixels high (WCAG 2.5.5), but links within a text."""

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import path_of
from tests.demo_site import KINDS

pytestmark = pytest.mark.browser
SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((one) => one.getClientRects().length && !one.closest(".skip-link"))
  .filter((one) => one.getBoundingClientRect().height < 44)
  .filter((one) => {
    const isInText = [...one.parentElement.childNodes]
      .some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    return !isInText && !one.closest("p, address, dd, h1, h2, h3, figcaption, .prose");
  })
  .map((one) => `${Math.round(one.getBoundingClientRect().height)} ${one.textContent.trim()}`)
"""


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_touched_is_44_pixels_high(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + path_of(kind), wait_until="networkidle")

    found = page.evaluate(SMALL_TARGETS)
    page.close()

    assert found == []
