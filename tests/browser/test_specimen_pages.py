"""Kinds of page that the demo does not have, in a real browser, in both themes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from sitegen.checking.specimen.check import pages_of
from sitegen.checking.specimen.laying import lay_out
from sitegen.engine.build import build, look
from tests.browser.conftest import served
from tests.browser.visits import visit
from tests.support import SiteFolder

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OTHERS = (
    "layouts/…/page.html",
    "layouts/…/section.html",
    "author.html",
    "agenda_week.html",
    "coverage.html",
    "letters.html",
    "private.html",
)


SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
language: en
-- content/a.md --
---
title: A
---
"""


class Built:
    """The specimen in a theme, served."""

    def __init__(self, site: SiteFolder, theme: str) -> None:
        site.lay_out(SITE)
        site.append("site.yaml", f"theme: {theme}\n")
        options = site.inspect(lambda inspection: lay_out(inspection))
        assert build(options).diagnostics == []
        self.root = Path(options.output)
        self.pages = look(options, lambda specimen: pages_of(specimen.plan))
        self.address = ""


@pytest.fixture(scope="module", params=["association", "sobre"])
def specimen(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Built]:
    built = Built(SiteFolder(tmp_path_factory.mktemp("specimen") / "site"), request.param)
    with served(built.root) as address:
        built.address = address
        yield built


@pytest.mark.parametrize("template", OTHERS)
def test_a_page_is_quiet_fits_and_can_be_read(window: Page, specimen: Built, template: str) -> None:
    path = specimen.pages[template].removesuffix("index.html")

    seen = visit(window, specimen.address, f"/{path}")

    assert (seen.errors, seen.foreign, seen.policy_violations) == ([], [], [])
    assert {width: extra for width, extra in seen.overflow.items() if extra > 0} == {}
    assert (seen.small_targets, seen.unseen_focus, seen.cut_when_spaced) == ([], [], [])
    assert {look: wrong for look, wrong in seen.axe.items() if wrong} == {}
