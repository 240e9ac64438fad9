"""A real browser, Debian's chromium, and the demo served to it on the loopback interface.

Where it is installed, chromium's headless shell: the same engine of the same version without the
windows that nobody sees, which take a fourth of the time.
"""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.visits import NOTE_VIOLATIONS
from tests.demo_site import Demo

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, PROGRAMS)), None)
expect.set_options(timeout=60_000)  # a machine that is busy with other things
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=slight",  # as chromium has it: with the shell's own, text is wider
]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the output as a static host does, with its own 404 page."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve *folder*; the value is its address, without a slash."""
    answer = functools.partial(handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(demo: Demo) -> Iterator[str]:
    """The address of the served demo."""
    with served(demo.root) as address:
        yield address


@pytest.fixture(scope="session")
def sober_address(sober_demo: Demo) -> Iterator[str]:
    """The address of the same in the theme `sobre`."""
    with served(sober_demo.root) as address:
        yield address


@pytest.fixture(scope="module", params=["association", "sobre"])
def themed(request: pytest.FixtureRequest) -> str:
    """The address of the demo in each theme, for what readers may expect of both."""
    name = "address" if request.param == "association" else "sober_address"
    return str(request.getfixturevalue(name))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is not installed: apt-get install chromium")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> BrowserContext:
    """Where tests open tabs that need no storage of their own: a tab costs half of a new window."""
    window = browser.new_context(viewport={"width": 1280, "height": 720})
    window.new_page()  # without a tab that stays, the window would be made anew for each
    return window


@pytest.fixture(scope="session")
def scriptless(browser: Browser) -> Page:
    """A page of a reader whose browser runs no scripts."""
    return browser.new_page(java_script_enabled=False)


@pytest.fixture(scope="session")
def window(browser: Browser) -> Page:
    """The page that tests visit other pages with: to be had through `visits.fresh`."""
    tab = browser.new_page()
    tab.add_init_script(NOTE_VIOLATIONS)
    return tab
