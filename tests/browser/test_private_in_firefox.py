"""Private pages in Firefox, which has a WebCrypto and a Content-Security-Policy of its own."""

from collections.abc import Iterator

import pytest

from tests.browser import firefox
from tests.browser.conftest import served
from tests.browser.firefox import ENTER, Firefox
from tests.browser.private_site import SITE, Pages
from tests.private.keys import PASSWORD
from tests.support import SiteFolder

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(firefox.PROGRAM is None, reason="no Firefox is installed"),
]
STATUS = "return document.querySelector('[role=status]')?.textContent.trim()"
HEADING = "return document.querySelector('h1')?.textContent.trim()"
FOCUSED = "return document.activeElement === document.querySelector('{}')"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    site = SiteFolder(tmp_path_factory.mktemp("private"))
    site.lay_out(SITE)
    with served(site.output) as address:
        yield Pages(site, address)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox.firefox(tmp_path_factory.mktemp("firefox") / "profile") as session:
        yield session


@pytest.fixture
def tab(browser: Firefox) -> Iterator[Firefox]:
    """A tab of its own: keys are remembered by tab."""
    browser.open_tab()
    yield browser
    assert browser.refusals() == []


def test_a_link_opens_the_page_with_its_picture_and_its_files(tab: Firefox, pages: Pages) -> None:
    tab.goto(f"{pages.preview}#k.{pages.key}")

    tab.wait_for(STATUS, "La page est ouverte.")
    assert tab.run(HEADING) == "La fusion des communes"
    assert tab.run(FOCUSED.format("h1"))
    tab.wait_for("return document.querySelector('img[alt=\"Le plan\"]').naturalWidth", 80)
    tab.run("[...document.links].find((link) => link.text.includes('dossier.txt')).click()")
    assert tab.downloaded("dossier.txt") == "Le dossier confidentiel.\n"

    tab.goto(pages.preview)  # in this tab the key is remembered
    tab.wait_for(HEADING, "La fusion des communes")


def test_a_link_that_is_cut_off_is_told_in_a_sentence(tab: Firefox, pages: Pages) -> None:
    tab.goto(f"{pages.preview}#k.{pages.key[:-3]}")

    tab.wait_for(STATUS + ".startsWith('Ce lien n’ouvre pas la page.')")
    assert "confidentiel" not in tab.run("return document.documentElement.outerHTML")


def test_a_password_is_typed_at_the_keyboard(tab: Firefox, pages: Pages) -> None:
    tab.goto(pages.section)
    tab.run("document.querySelector('input[type=password]').focus()")
    tab.write(PASSWORD.upper() + ENTER)
    tab.wait_for(STATUS + ".startsWith('Ce mot de passe n’ouvre pas la page.')")
    assert tab.run(FOCUSED.format("input[type=password]"))

    tab.run("document.querySelector('input[type=password]').value = ''")
    tab.write(PASSWORD + ENTER)

    tab.wait_for(HEADING, "Espace des adhérents")
    assert tab.run(FOCUSED.format("h1"))
    tab.run("[...document.links].find((link) => link.text.includes('Procès-verbal')).click()")
    tab.wait_for(HEADING, "Procès-verbal")
