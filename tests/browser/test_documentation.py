"""The layout `documentation` in chromium: wide and narrow, by day and night, without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import served
from tests.browser.visits import fresh, go_dark, open_page, run_axe
from tests.docs_site import Docs

pytestmark = pytest.mark.browser
PAGES = ("/", "/themes/", "/reference/")
WHOLE_IN_WINDOW = """one => {
  const {top, bottom} = one.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


@pytest.fixture(scope="module")
def address(docs: Docs) -> Iterator[str]:
    """The address of the served documentation."""
    with served(docs.root) as address:
        yield address


def test_a_page_has_no_violation(window: Page, address: str) -> None:
    page = fresh(window, 320, 900)
    open_page(page, f"{address}/markdown/")
    violations = run_axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    go_dark(page)
    violations += run_axe(page)

    assert violations == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_phone(window: Page, address: str, path: str) -> None:
    page = fresh(window, 320, 700)
    page.goto(address + path)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_tree_opens_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/themes/")
    link = page.locator(".guide-tree a", has_text="Gallery")

    assert not link.is_visible()
    page.locator(".guide-tree summary").click()
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    link.click()
    assert page.url == f"{address}/gallery/"
    context.close()


def test_where_there_is_room_both_lists_stand_open(window: Page, address: str) -> None:
    page = fresh(window, 1440, 900)
    page.goto(f"{address}/themes/")

    assert page.locator(".guide-tree a[aria-current=page]").inner_text() == "Themes"
    assert page.locator(".guide-contents a").first.is_visible()
    assert not page.locator(".guide-fold > summary").first.is_visible()


@pytest.mark.parametrize("part", [".guide-tree", ".guide-contents"])
def test_a_list_longer_than_the_window_is_walked_with_the_keyboard(
    window: Page, address: str, part: str
) -> None:
    page = fresh(window, 1440, 400)
    page.goto(f"{address}/reference/")
    last = page.locator(f"{part} a").last
    page.locator(f"{part} a").nth(-2).focus()
    page.keyboard.press("Tab")

    assert last.evaluate("one => one === document.activeElement")
    # Chromium scrolls to what the keyboard reached over several frames.
    page.wait_for_function(WHOLE_IN_WINDOW, arg=last.element_handle())


def test_wide_code_is_reached_with_the_keyboard(window: Page, address: str) -> None:
    page = fresh(window, 320, 700)
    open_page(page, f"{address}/themes/")

    assert page.locator(".prose pre[tabindex='0']").count() > 0


def test_the_page_that_is_read_is_marked_in_forced_colours(window: Page, address: str) -> None:
    """Shadows and grounds are gone there."""
    page = fresh(window, 1440, 900)
    page.emulate_media(forced_colors="active")
    page.goto(f"{address}/themes/")
    mark = page.locator(".guide-tree a[aria-current=page]").evaluate(
        "one => getComputedStyle(one).outlineStyle"
    )
    page.emulate_media(forced_colors="null")

    assert mark == "solid"
