"""Private pages in a real browser: opened by a link, by a password, and by nothing else."""

from collections.abc import Iterator
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import served
from tests.browser.private_site import SITE, Pages
from tests.browser.visits import run_axe
from tests.private.keys import PASSWORD, secret, word
from tests.support import SiteFolder

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    site = SiteFolder(tmp_path_factory.mktemp("private"))
    site.lay_out(SITE)
    with served(site.output) as address:
        yield Pages(site, address)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    told: list[str] = []
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    context.close()
    assert told == []  # the Content-Security-Policy among it


def test_a_link_opens_the_page_with_its_picture_its_files_and_its_event(
    tab: Page, pages: Pages
) -> None:
    tab.goto(f"{pages.preview}#k.{pages.key}")

    expect(tab).to_have_title("La fusion des communes – Hub")
    expect(tab.locator("h1")).to_have_text("La fusion des communes")
    expect(tab.locator("h1")).to_be_focused()
    expect(tab.locator(".breadcrumb [aria-current]")).to_have_text("La fusion des communes")
    expect(tab.get_by_role("status")).to_have_text("La page est ouverte.")
    expect(tab.get_by_text("Le texte confidentiel.")).to_be_visible()
    expect(tab.get_by_text("Sous embargo jusqu’au 1er janvier 2027")).to_be_visible()
    expect(tab.get_by_text("Publié le")).to_have_count(0)
    picture = tab.get_by_role("img", name="Le plan")
    expect(picture).to_have_js_property("naturalWidth", 80)
    with tab.expect_download() as attached:
        tab.get_by_role("link", name="dossier.txt").click()
    assert attached.value.suggested_filename == "dossier.txt"
    assert attached.value.path().read_text(encoding="utf-8") == "Le dossier confidentiel.\n"
    tab.get_by_text("Ajouter à mon agenda").click()
    with tab.expect_download() as calendar:
        tab.get_by_role("link", name="Fichier pour tout agenda (.ics)").click()
    assert "SUMMARY:Réunion publique" in calendar.value.path().read_text(encoding="utf-8")
    assert tab.get_by_role("link", name="Google").count() == 0

    tab.goto(pages.preview)  # in this tab the key is remembered
    expect(tab.locator("h1")).to_have_text("La fusion des communes")
    tab.get_by_role("button", name="Fermer la page et oublier la clé").click()
    expect(tab.locator("h1")).to_have_text("Page réservée")
    expect(tab.get_by_role("status")).to_contain_text("Suivez le lien")


def test_a_page_that_was_opened_and_one_that_stays_shut_can_be_read_by_all(
    tab: Page, pages: Pages
) -> None:
    """By axe's rules, which the page as it is published is held to with all others."""
    tab.goto(f"{pages.preview}#k.{pages.key}")
    expect(tab.get_by_role("img", name="Le plan")).to_be_visible()
    assert run_axe(tab) == []

    tab.goto(pages.section)
    tab.get_by_label("Mot de passe").fill("un autre mot de passe")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("status")).to_contain_text("Ce mot de passe n’ouvre pas la page.")
    assert run_axe(tab) == []


def test_a_link_that_is_cut_off_is_told_in_a_sentence(tab: Page, pages: Pages) -> None:
    tab.goto(f"{pages.preview}#k.{pages.key[:-3]}")

    expect(tab.get_by_role("status")).to_contain_text("Ce lien n’ouvre pas la page.")
    assert "confidentiel" not in tab.content()


def test_a_link_to_one_page_opens_no_other(tab: Page, pages: Pages) -> None:
    tab.goto(f"{pages.section}#k.{pages.key}")

    expect(tab.get_by_role("status")).to_contain_text("Ce lien n’ouvre pas la page.")


def test_a_reader_s_own_key_opens_all_pages_of_its_ring(tab: Page, pages: Pages) -> None:
    tab.goto(f"{pages.section}#a.{word(secret(51))}")
    expect(tab.locator("h1")).to_have_text("Espace des adhérents")

    tab.goto(pages.minutes)

    expect(tab.locator("h1")).to_have_text("Procès-verbal")


def test_a_page_that_was_changed_on_its_way_is_not_shown(tab: Page, pages: Pages) -> None:
    def damage(route: Route) -> None:
        answer = route.fetch()
        start, mark, rest = answer.text().partition('id="private_content">"')
        changed = "B" if rest[100] == "A" else "A"
        route.fulfill(response=answer, body=f"{start}{mark}{rest[:100]}{changed}{rest[101:]}")

    tab.route(pages.preview, damage)
    tab.goto(f"{pages.preview}#k.{pages.key}")

    expect(tab.get_by_role("status")).to_contain_text("La page est abîmée")


def test_a_password_opens_all_that_is_for_its_readers(tab: Page, pages: Pages) -> None:
    tab.goto(pages.section)
    field = tab.get_by_label("Mot de passe")
    field.fill(PASSWORD.upper())
    field.press("Enter")
    expect(tab.get_by_role("status")).to_contain_text("Ce mot de passe n’ouvre pas la page.")
    expect(field).to_be_focused()

    field.fill(f" {normalize('NFD', PASSWORD)} ")  # as some keyboards write it
    field.press("Enter")

    expect(tab.locator("h1")).to_have_text("Espace des adhérents")
    tab.get_by_role("link", name="Procès-verbal").click()
    expect(tab.locator("h1")).to_have_text("Procès-verbal")
    tab.get_by_role("link", name="le budget").click()
    expect(tab.get_by_text("Mille euros.")).to_be_in_viewport()
    other = tab.context.new_page()
    other.goto(pages.minutes)  # another tab was not asked to remember
    expect(other.get_by_label("Mot de passe")).to_be_visible()
    tab.get_by_role("button", name="La retenir dans ce navigateur").click()
    expect(tab.get_by_role("status")).to_have_text("Ce navigateur retient la clé.")
    other.reload()
    expect(other.locator("h1")).to_have_text("Procès-verbal")


def test_without_scripts_the_page_says_what_it_needs(browser: Browser, pages: Pages) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(pages.section)

    expect(page.get_by_text("autorisez JavaScript")).to_be_visible()
    assert page.locator('meta[name="robots"]').get_attribute("content") == (
        "noindex, nofollow, noarchive"
    )
    context.close()
