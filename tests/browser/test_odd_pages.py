"""Odd content in a real browser: it fits, axe accepts it, and nothing it says runs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import served
from tests.browser.visits import visit
from tests.odd_site import URL, OddSite

pytestmark = pytest.mark.browser

PAGES = {
    "long words": "/news/long/",
    "a list of long words": "/tags/etiquette-numero-1/",
    "a giant table": "/news/table/",
    "Arabic": "/news/arabe/",
    "signs and no date": "/fete/sans-date/",
    "a month of every status": "/agenda/2026/12/",
}


@pytest.fixture(scope="module", params=["association", "sobre"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    if request.param == "association":
        site = request.getfixturevalue("odd")
    else:
        site = OddSite(tmp_path_factory.mktemp("odd"), request.param)
    with served(site.root) as address:
        yield address + URL.removeprefix("https://hub.example.org")


def test_a_text_in_the_other_direction_begins_at_one_edge(window: Page, address: str) -> None:
    """Its title, its summary and its text, at their right on a desk."""
    window.set_viewport_size({"width": 1280, "height": 900})
    window.emulate_media(media="screen")
    window.goto(address + PAGES["Arabic"])

    edges = window.evaluate(
        "[...document.querySelectorAll('main [dir=rtl]:is(h1, .chapo, .prose)')]"
        ".map(element => Math.round(element.getBoundingClientRect().right))"
    )

    assert len(edges) > 1
    assert len(set(edges)) == 1


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_an_odd_page_loads_quietly_fits_and_can_be_read(
    window: Page, address: str, path: str
) -> None:
    seen = visit(window, address.partition("/hub")[0], address[address.index("/hub") :] + path)

    assert (seen.errors, seen.foreign, seen.policy_violations) == ([], [], [])
    assert {width: extra for width, extra in seen.overflow.items() if extra > 0} == {}
    assert {look: wrong for look, wrong in seen.axe.items() if wrong} == {}
