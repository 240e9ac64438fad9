"""One visit of a page in the browser, from which several tests read what they want to know.

Loading a page and running axe on it takes seconds: each kind of page is visited once. A new window
takes longer than most pages, so visits share one.
"""

from typing import Any

import msgspec
from playwright.sync_api import ConsoleMessage, Error, Page, Request

from tests.tools import tool

NARROWER = (768, 360, 320)
"""Pixels. A page is opened at 1280."""
NOTE_VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
SETTLE = """async () => {
  await document.fonts.ready;
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}"""
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
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
STRAY_SIGNS = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), stray = [];
  while (texts.nextNode()) {
    const {data, previousSibling, parentElement} = texts.currentNode;
    if (!/^\\s*[,.;)]\\s*$/.test(data) || !previousSibling?.getClientRects) continue;
    const range = new Range();
    range.selectNode(texts.currentNode);
    const before = [...previousSibling.getClientRects()].at(-1), sign = range.getClientRects()[0];
    if (before && sign && sign.top >= before.bottom) stray.push(parentElement.innerText);
  }
  return stray;
}"""
IS_SEEN = """(({left, top, width, height}) => left >= 0 && top >= 0 && width > 1 && height > 1)
  (document.activeElement.getBoundingClientRect())"""
IS_IN_MAIN = "!!document.querySelector(location.hash || ':root > none')?.closest('main')"
UNSEEN_FOCUS = """() => {
  document.documentElement.style.scrollBehavior = "auto";  // no waiting
  const stops = "a[href], button, input, select, summary, [tabindex='0']";
  return [...document.querySelectorAll(stops)]
  .filter((one) => one.checkVisibility({visibilityProperty: true}))
  .filter((one) => {
    one.focus();
    const style = getComputedStyle(one);
    const isMarked = style.outlineStyle === "auto"  // the browser's own
      || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const [box] = one.getClientRects();
    const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + box.height / 2];
    const above = document.elementFromPoint(x, y);
    const isOnTop = above && (one.contains(above) || above.contains(one));
    return document.activeElement !== one || !isMarked || !isOnTop;
  })
  .map((one) => one.outerHTML.slice(0, 120));
}"""
SPACE_TEXT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
CUT_TEXT = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.innerText?.trim() && !one.closest(".visually-hidden"))
  .filter((one) => {
    const {overflowX, overflowY} = getComputedStyle(one);
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    return cuts(overflowX) && one.scrollWidth > one.clientWidth + 1
      || cuts(overflowY) && one.scrollHeight > one.clientHeight + 1;
  })
  .map((one) => one.outerHTML.slice(0, 120))
"""
RUN_AXE = """async (rules) => {
  const options = {resultTypes: ["violations"], selectors: false};  // nothing else is read below
  if (rules.length) options.runOnly = {type: "rule", values: rules};
  return (await axe.run(options)).violations
    .flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 120)}`));
}"""


class Visit(msgspec.Struct):
    """What was seen on a page."""

    errors: list[str] = []
    """Of the console and of scripts."""
    foreign: list[str] = []
    """Requests to other hosts."""
    policy_violations: list[str] = []
    overflow: dict[int, int] = {}
    """Pixels by which the page is wider than the window, by the window's width in pixels."""
    small_targets: list[str] = []
    """What is touched and less than 44 pixels high, on a phone of 360 pixels."""
    stray_signs: list[str] = []
    """What holds a sign that stands on a line below what it closes, on a desktop."""
    unseen_focus: list[str] = []
    """What the Tab key reaches without a mark around it, or below something else."""
    first_stop: dict[str, bool] = {}
    """What the first press of the Tab key reaches, and Enter follows: the link past the menu."""
    cut_when_spaced: list[str] = []
    """What is cut off, or how far the page is too wide, for readers who space text out."""
    axe: dict[str, list[str]] = {}
    """What axe found, by look."""


def fresh(window: Page, width: int = 1280, height: int = 900) -> Page:
    """Return *window* empty, by day and of this size, whatever it was used for before."""
    window.unroute_all()
    window.goto("about:blank")
    window.emulate_media(media="null", color_scheme="light")
    window.set_viewport_size({"width": width, "height": height})
    return window


def visit(window: Page, address: str, path: str) -> Visit:
    """Load the page at *path* of the site at *address*, and look at it in every way."""
    seen = Visit()

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            seen.errors.append(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            seen.foreign.append(request.url)

    def on_error(error: Error) -> None:
        seen.errors.append(str(error))

    page = fresh(window)
    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", on_error)
    open_page(page, address + path)
    page.keyboard.press("Tab")  # from here on focus is the keyboard's
    seen.first_stop = {"is seen": page.evaluate(IS_SEEN), "leads into main": False}
    if page.evaluate("document.activeElement.matches('a[href^=\"#\"]')"):
        page.keyboard.press("Enter")
        seen.first_stop["leads into main"] = page.evaluate(IS_IN_MAIN)
    seen.unseen_focus = page.evaluate(UNSEEN_FOCUS)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    seen.overflow[1280] = page.evaluate(OVERFLOW)
    seen.stray_signs = page.evaluate(STRAY_SIGNS)
    for width in NARROWER:
        page.set_viewport_size({"width": width, "height": 900})
        seen.overflow[width] = page.evaluate(OVERFLOW)
        if width == 360:
            seen.small_targets = page.evaluate(SMALL_TARGETS)
    # Scripts of ours have run by now, so axe's own do not hide what they did.
    seen.policy_violations = page.evaluate("violations")
    seen.axe["phone, light"] = run_axe(page)
    page.evaluate(SPACE_TEXT)
    seen.cut_when_spaced += cut_text(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    seen.cut_when_spaced += cut_text(page)
    page.evaluate("document.adoptedStyleSheets = []")
    seen.axe["desktop, light"] = run_axe(page, "color-contrast")  # nothing else depends on it
    go_dark(page)
    seen.axe["desktop, dark"] = run_axe(page)
    page.remove_listener("console", on_console)
    page.remove_listener("request", on_request)
    page.remove_listener("pageerror", on_error)
    return seen


def cut_text(page: Page) -> list[str]:
    """Return what is cut off at this width, and how far the page is too wide for it."""
    extra = page.evaluate(OVERFLOW)
    return page.evaluate(CUT_TEXT) + ([f"{extra} pixels"] if extra > 0 else [])


def open_page(page: Page, url: str) -> None:
    """Go to *url* and wait until its fonts are there and it has been painted."""
    page.goto(url, wait_until="load")
    page.evaluate(SETTLE)


def go_dark(page: Page) -> None:
    """Let the reader's system be dark, and wait until colours have stopped changing."""
    page.emulate_media(color_scheme="dark")
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")
    page.evaluate(SETTLE)


def run_axe(page: Page, *rules: str) -> list[str]:
    """Return what axe finds wrong on *page* now, by its *rules* (none named: all)."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(tool("axe-core/axe.min.js").read_text(encoding="utf-8"))
    violations: Any = page.evaluate(RUN_AXE, list(rules))
    return list(violations)
