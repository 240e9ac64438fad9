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
    "place",
    [
        "communiques",
        "communiques/entries/events",
        "_singletons/entries/settings",
        "_singletons/entries/venues",
    ],
)
def test_the_whole_page_is_read_by_axe_without_violations(place: str, desk: Desk) -> None:
    """The editor's own parts included; of its lists all but that each part has a landmark."""
    page = desk.page
    page.goto("about:blank")
    page.goto(f"{desk.address}#/collections/{place}")
    made = page.get_by_role("row") if "/" not in place else page.locator("section.field")
    made.first.wait_for()

    violations = run_axe(page)

    assert [
        violation for violation in violations if "/" in place or not violation.startswith("region:")
    ] == []
