"""The editing page for those who hear it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.test_editing import ODD, SITE, Desk
from tests.browser.visits import run_axe
from tests.server.process import Serving
from tests.support import NOW, SiteFolder

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    site = SiteFolder(tmp_path_factory.mktemp("keys"))
    site.write("site.yaml", SITE)
    site.write("content/_index.md", "---\ntitle: Accueil\n---\n")
    site.write("content/_data/venues.yaml", "maison: {name: La maison}\n")
    site.write("content/communiques/events.md", ODD["events.md"])
    served = Serving(site, ("--edit",), "", NOW)
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    yield Desk(site, served, context.new_page())
    context.close()
    served.kill()


@pytest.mark.parametrize(
    ("place", "width"),
    [
        ("communiques", 1280),
        ("communiques/entries/events", 1280),
        ("_singletons/entries/settings", 1280),
        ("_singletons/entries/venues", 1280),
        ("communiques", 360),
        ("communiques/entries/events", 360),
        ("", 360),
        ("/menu", 360),
    ],
)
def test_the_whole_page_is_read_by_axe_without_violations(
    place: str, width: int, desk: Desk
) -> None:
    """The editor's own parts included, on a telephone too."""
    page = desk.page
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("about:blank")
    page.goto(f"{desk.address}#{place if place[:1] == '/' else f'/collections/{place}'}")
    made = {"": "treeitem", "/menu": "menuitem", "communiques": "row"}.get(place)
    shown = page.get_by_role(made) if made else page.locator("section.field")  # type: ignore[arg-type]
    shown.first.wait_for()
    for mark in ("main, [role=main]", "h1, [role=heading][aria-level='1']"):
        page.locator(mark).first.wait_for(state="attached")  # what axe asks of a whole page

    violations = run_axe(page)
    for _ in range(3):
        if violations:  # the heading of what was open before may have stood there
            page.wait_for_timeout(500)
            violations = run_axe(page)

    assert violations == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
