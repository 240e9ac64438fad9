"""Every kind of page in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request

from tests.demo_site import KINDS

pytestmark = pytest.mark.browser
WIDTHS = (320, 360, 768, 1280)


def path_of(kind: str) -> str:
    return "/" + KINDS[kind].removesuffix("index.html")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_loads_quietly_and_fits_every_width(
    browser: Browser, address: str, kind: str, shots: Path | None
) -> None:
    """No error in the console, no request elsewhere, no sideways scroll (WCAG 1.4.10)."""
    errors: list[str] = []
    foreign: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            foreign.append(request.url)

    page = browser.new_page()
    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + path_of(kind), wait_until="networkidle")
    overflow = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        overflow[width] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if shots:
            name = f"{kind.replace(' ', '-')}-{width}.png"
            page.screenshot(path=shots / name, full_page=True)
    page.close()

    assert (errors, foreign) == ([], [])
    assert {width: extra for width, extra in overflow.items() if extra > 0} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_tab_stop_leads_to_the_content(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page()
    page.goto(address + path_of(kind))
    page.keyboard.press("Tab")
    box = page.evaluate(
        "(({left, top, width, height}) => [left >= 0, top >= 0, width > 1, height > 1])"
        "(document.activeElement.getBoundingClientRect())"
    )
    page.keyboard.press("Enter")
    lands_in_main = page.evaluate(
        "!!document.querySelector(location.hash || ':root > none')?.closest('main')"
    )
    page.close()

    assert box == [True, True, True, True], "the skip link is not visible on focus"
    assert lands_in_main


@pytest.mark.parametrize("kind", ["home", "article", "agenda", "agenda of a month", "tags"])
def test_a_page_is_whole_without_scripts(browser: Browser, address: str, kind: str) -> None:
    with_scripts = browser.new_page()
    with_scripts.goto(address + path_of(kind), wait_until="networkidle")
    without = browser.new_context(java_script_enabled=False).new_page()
    without.goto(address + path_of(kind), wait_until="networkidle")

    expected = with_scripts.locator("main").inner_text()
    found = without.locator("main").inner_text()
    with_scripts.close()
    without.context.close()
    assert len(found) > 80
    # A script may mark today; it brings no content.
    assert abs(len(found) - len(expected)) < 40


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_background_differ_in_both_schemes(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + path_of("article"))
    colours = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    context.close()

    def lightness(colour: str) -> float:
        channels = colour[colour.index("(") + 1 : -1].replace(",", " ").split()[:3]
        return sum(float(channel) for channel in channels) / 3

    text, background = map(lightness, colours)
    assert abs(text - background) > 150
    assert (text < background) == (scheme == "light")


def test_an_article_prints_without_its_menus(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + path_of("article"))
    page.emulate_media(media="print")
    menus = page.evaluate(
        "[...document.querySelectorAll('header nav, nav')]"
        ".filter(one => one.getClientRects().length).length"
    )
    title = page.locator("h1").is_visible()
    page.close()

    assert (menus, title) == (0, True)
