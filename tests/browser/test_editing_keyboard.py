"""A release written on the editing page by keyboard alone, as those do who use no mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_editing import RELEASE, SITE, Desk
from tests.imaging.pictures import encoded, picture
from tests.server.process import Serving
from tests.server.raw import wait_until
from tests.support import NOW, SiteFolder

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOCUSED = """() => {
  const one = document.activeElement;
  const field = one.closest("[data-key-path]")?.dataset.keyPath ?? "";
  return [field, one.getAttribute("role") ?? "", one.type ?? "", one.innerText.trim()];
}"""
PACE = 60  # milliseconds between the digits of who types a date fast
MOST = 40  # times that Tab is pressed from one field to the next: hours and minutes are two


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    site = SiteFolder(tmp_path / "site")
    site.write("site.yaml", SITE)
    site.write("content/_index.md", "---\ntitle: Accueil\n---\n")
    site.write("content/communiques/a.md", "---\ntitle: Un\ndate: 2026-10-01\n---\n\nUn texte.\n")
    served = Serving(site, ("--edit",), "", NOW)
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 480})
    yield Desk(site, served, context.new_page())
    context.close()
    served.kill()


def go_to(page: Page, field: str, *words: str) -> None:
    """Press Tab until what has the focus is of *field*, and has each of *words* in its form."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        found, *told = page.evaluate(FOCUSED)
        if found == field and all(any(word in part for part in told) for word in words):
            return
    pytest.fail(f"the Tab key does not lead to {field} {words}")


def wait_for_focus(page: Page, role: str) -> None:
    """Wait until what was opened has taken the focus, as those wait who are told of it."""
    page.wait_for_function("role => document.activeElement.getAttribute('role') === role", arg=role)


def wait_for_return(page: Page, field: str) -> None:
    """Wait until a menu that closes has given the focus back to the button that opened it."""
    page.wait_for_function(
        f"field => {{ const [found, role, type] = ({FOCUSED})();"
        " return found === field && type === 'button' && role !== 'menuitem'; }",
        arg=field,
    )


def test_a_release_is_written_by_keyboard_alone(desk: Desk, tmp_path: Path) -> None:
    page, keys = desk.page, desk.page.keyboard
    photograph = tmp_path / "La salle.png"
    photograph.write_bytes(encoded(picture(40, 30), "PNG"))
    # From the start: who asks for it only when the key is pressed may come too late to be told.
    page.on("filechooser", lambda chooser: chooser.set_files(photograph))
    page.goto(f"{desk.address}#/collections/communiques")
    page.get_by_role("row").first.wait_for()

    keys.press("Control+e")
    page.locator('[data-key-path="title"] input').wait_for()
    go_to(page, "title", "textbox")
    keys.type("Un forum à Nantes")
    go_to(page, "date", "date")
    keys.type("11212026", delay=PACE)
    go_to(page, "body", "textbox")
    keys.type("Le forum aura lieu à Nantes.")
    go_to(page, "image", "checkbox")
    keys.press("Space")
    go_to(page, "image.src", "Parcourir")
    keys.press("Enter")
    wait_for_focus(page, "dialog")
    go_to(page, "", "button", "Téléverser")
    keys.press("Enter")
    insert = page.get_by_role("dialog").get_by_role("button", name="Insérer")
    expect(insert).to_be_enabled()  # once the photograph is read
    go_to(page, "", "button", "Insérer")
    keys.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    go_to(page, "image.alt", "textbox")
    keys.type("La salle pleine")
    go_to(page, "event", "Ajouter")
    keys.press("Enter")
    wait_for_focus(page, "menuitem")
    keys.press("Enter")
    wait_for_return(page, "event")
    go_to(page, "event.0.start", "date")
    keys.type("12042026", delay=PACE)
    go_to(page, "event.0.end", "date")
    keys.type("12052026", delay=PACE)
    keys.press("Control+s")

    folder = desk.site.root / "content/communiques"
    wait_until(lambda: list(folder.glob("*-un-forum-a-nantes.md")) != [])
    (written,) = folder.glob("*-un-forum-a-nantes.md")
    assert written.read_text(encoding="utf-8") == RELEASE
    assert (desk.site.root / "content/images/la-salle.png").read_bytes() == photograph.read_bytes()
    expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()
    assert desk.wrong == []


def test_a_year_has_four_digits_and_its_field_keeps_the_focus(desk: Desk) -> None:
    """Browsers take six: with the fifth the field was another, and what was typed went nowhere."""
    page = desk.page
    desk.open("communiques/entries/a")
    go_to(page, "date", "date")

    page.keyboard.type("112120261")
    page.keyboard.type("2026")

    expect(page.locator('[data-key-path="date"] input[type=date]')).to_have_value("2026-11-21")
    assert page.evaluate(FOCUSED)[0] == "date"
