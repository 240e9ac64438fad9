"""The editing page: texts by people without a terminal, in files as webmasters like."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from sitegen.border.moments import parse_moment
from sitegen.editing.configuration import MAXIMUM
from sitegen.editing.writing import page_of, write_page
from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from tests.browser.conftest import served
from tests.browser.visits import run_axe
from tests.editing.odd_documents import EDITS, HANDED_ON, ODD
from tests.imaging.pictures import encoded, picture
from tests.server.process import Serving
from tests.server.raw import wait_until
from tests.support import NOW, SiteFolder
from tests.tools import tool

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CONTENT = Path(__file__).parent.parent.parent / "content"
SITE = """\
title: Les Communes
url: https://communes.example.org/
language: fr
sections: {communiques: {title: Communiqués}}
organisation: {name: Les Communes, contacts: {presse: {name: Ana}}}
"""
SAME = """async ([formats, texts]) => {
  const {documentFormat} = await import("./format.js");
  return texts.filter(([name, text]) => {
    const format = documentFormat(formats[name].of, {});
    return format.toFile(format.fromFile(text)) !== text;
  }).map(([name, text]) => text.slice(0, 80));
}"""
STOOD = """async (cases) => {
  const {asItStood} = await import("./ends.js");
  return cases.map(([former, text]) => asItStood(former, text));
}"""

OURS = re.compile(r"moment|suggested|sitegen|datalist|type=\"(?:date|time)\"")
RUN_AXE_HERE = """async () => (await axe.run(document.body)).violations
  .flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 120)}`))"""
CHANGED = """async ([{of}, text]) => {
  const {documentFormat} = await import("./format.js");
  const format = documentFormat(of, {});
  const value = format.fromFile(text);
  CHANGE;
  return format.toFile(value);
}"""
RELEASE = """\
---
title: Un forum à Nantes
date: 2026-11-21
image:
  src: /images/la-salle.png
  alt: La salle pleine
event:
  start: 2026-12-04
  end: 2026-12-05
---

Le forum aura lieu à Nantes.
"""


CLOCK = parse_moment(NOW)


class Desk:
    """The editing page of a site that is served."""

    def __init__(self, site: SiteFolder, served: Serving, page: Page) -> None:
        self.site = site
        self.page = page
        self.root = f"http://127.0.0.1:{served.port}/"
        self.address = f"{self.root}__sitegen/admin/"
        self.settings = f"{self.address}configuration.json"
        self.foreign: list[str] = []
        self.wrong: list[str] = []
        own = (self.root, "data:", "blob:")
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(own) else self.foreign.append(request.url)
            ),
        )
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.goto(self.address)
        page.get_by_text("Rubriques", exact=True).wait_for()
        self.configuration: dict[str, Any] = page.evaluate(
            "fetch('configuration.json').then((one) => one.json())"
        )

    def open(self, entry: str) -> dict[str, Any]:
        """Open a document, and return what the preview says of it."""
        with self.page.expect_response(is_looked_at) as response:
            self.page.goto(f"{self.address}#/collections/{entry}")
        told: dict[str, Any] = response.value.json()
        return told


def is_looked_at(response: Response) -> bool:
    return response.url.endswith("/admin/look")


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    site = SiteFolder(tmp_path_factory.mktemp("edited"))
    site.write("site.yaml", SITE)
    site.write("content/_index.md", "---\ntitle: Accueil\n---\n")
    for name, text in ODD.items():
        site.write(f"content/communiques/{name}", text)
    served = Serving(site, ("--edit",), "", NOW)
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 480})
    yield Desk(site, served, context.new_page())
    context.close()
    served.kill()


def test_the_page_is_the_sites_own_and_asks_no_other_host(desk: Desk) -> None:
    assert "Les Communes" in desk.page.title()
    desk.page.get_by_text("Nouveau", exact=True).first.wait_for()
    fonts = desk.page.evaluate("document.fonts.ready.then(() => document.fonts.size)")
    assert fonts >= 3
    assert desk.foreign == []
    assert desk.wrong == []


def test_a_document_that_is_opened_is_the_same_file_and_nothing_is_to_be_saved(desk: Desk) -> None:
    """Its rich text included, which the editor writes anew as soon as it is shown."""
    page = desk.page
    page.evaluate("document.addEventListener('Update', () => { window.shown = true; }, true)")
    changed = {}
    for name in ODD:
        page.evaluate("window.shown = false")
        told = desk.open(f"communiques/entries/{name.removesuffix('.md')}")
        page.wait_for_function("window.shown")
        page.evaluate("new Promise((done) => setTimeout(done))")  # when the editor has taken it
        if not told["isSaved"] or page.get_by_text("Enregistrer", exact=True).is_enabled():
            changed[name] = told

    assert changed == {}
    assert desk.foreign == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("summary: *Nouveau* texte", "SG013"),
        ("summary: Forum : le programme", "SG011"),
        ("updated: !!timestamp 2027-01-01", "SG226"),
    ],
)
def test_a_document_that_cannot_be_read_is_listed_told_and_left_alone(
    line: str, code: str, desk: Desk
) -> None:
    """What its author meant is for who mends the file: the form is empty, and does not save."""
    text = f"---\ntitle: Illisible\ndate: 2027-01-08\n{line}\n---\n\nUn texte.\n"
    desk.site.write("content/communiques/unreadable.md", text)
    desk.page.reload()

    told = desk.open("communiques/entries/unreadable")

    assert [message["code"] for message in told["messages"]] == [code]
    assert told["isSaved"] is True
    desk.page.locator('[data-key-path="title"] input').fill("Un autre titre")
    desk.page.get_by_text("Enregistrer", exact=True).click()
    expect(
        desk.page.get_by_role("alertdialog").or_(desk.page.get_by_role("dialog"))
    ).to_be_visible()
    path = desk.site.root / "content/communiques/unreadable.md"
    assert path.read_text(encoding="utf-8") == text
    path.unlink()


def test_every_document_of_the_demo_is_read_and_written_as_it_stands(desk: Desk) -> None:
    texts = [
        ("section" if path.name == "_index.md" else "article", path.read_text(encoding="utf-8"))
        for path in sorted(CONTENT.rglob("*.md"))
    ]

    assert len(texts) > 50
    assert desk.page.evaluate(SAME, [desk.configuration["formats"], texts]) == []


def test_what_the_editor_does_not_keep_of_a_file_stays(desk: Desk) -> None:
    """In the page, which saves to code hosts; the preview's server has the same cases."""
    made = desk.page.evaluate(STOOD, [[former, text] for former, text, _ in HANDED_ON])

    assert made == [made for _, _, made in HANDED_ON]


def test_files_of_data_and_settings_are_read_and_written_as_they_stand(desk: Desk) -> None:
    names = {name: f"_data/{name}.yaml" for name in ("authors", "organisations", "venues", "press")}
    texts = [
        (name, (CONTENT / path).read_text(encoding="utf-8").strip() + "\n")
        for name, path in (names | {"settings": "../site.yaml"}).items()
    ]

    script = SAME.replace("documentFormat", "dataFormat")
    assert desk.page.evaluate(script, [desk.configuration["formats"], texts]) == []


def test_whatever_changes_is_written_and_nothing_else_is_touched(desk: Desk) -> None:
    """Random changes of random texts, `extra` and comments within them."""
    formats = desk.configuration["formats"]
    fronts = [
        (formats["article"]["of"], text.split("---\n")[1].removesuffix("---"))
        for text in (*ODD.values(), *(path.read_text("utf-8") for path in CONTENT.rglob("20*.md")))
    ]
    data = [
        (formats[name]["of"], (CONTENT / f"_data/{name}.yaml").read_text(encoding="utf-8"))
        for name in ("authors", "organisations", "venues", "press")
    ]
    script = (Path(__file__).parent.parent / "editing/random_edits.js").read_text(encoding="utf-8")
    script = "\n".join(line for line in script.split("\n") if not line.startswith("//"))

    assert desk.page.evaluate(script, [[*fronts, *data], 20]) == []


def test_the_token_is_for_pages_of_this_server_alone(desk: Desk, browser: Browser) -> None:
    page = browser.new_page()
    page.route(
        "https://evil.example/", lambda route: route.fulfill(body="<p>", content_type="text/html")
    )
    page.goto("https://evil.example/")
    asked = json.dumps(f"{desk.address}configuration.json")
    answer = page.evaluate(f"fetch({asked}).then((one) => one.text(), () => 'refused')")
    page.close()

    assert answer == "refused"


def add_image(page: Page) -> None:
    """Tick "Ajouter Image" until it is ticked.

    The fields above are made as they are scrolled to: the box may move away under the pointer.
    """
    image = page.locator('[data-key-path="image"]')
    image.wait_for(state="attached")
    box = image.get_by_role("checkbox").first
    for _ in range(3):
        image.evaluate("group => group.scrollIntoView()")
        if box.get_attribute("aria-checked") != "true":
            box.click()
        try:
            page.locator('[data-key-path="image.src"]').wait_for(state="attached", timeout=5000)
        except PlaywrightTimeout:
            continue
        return
    pytest.fail("the picture's fields do not come")


def test_a_release_with_a_photograph_and_an_event_from_the_first_word_to_its_pages(
    desk: Desk, tmp_path: Path
) -> None:
    """Told what is wrong with it at the field, in French, as it is written."""
    page = desk.page
    photograph = tmp_path / "La salle.png"
    photograph.write_bytes(encoded(picture(40, 30), "PNG"))
    page.goto(f"{desk.address}#/collections/communiques/new")

    def field(path: str, kind: str = "") -> Locator:
        group = page.locator(f'[data-key-path="{path}"]')
        group.wait_for(state="attached")
        group.evaluate("one => one.scrollIntoView()")  # what nobody sees is not made
        return group.locator(f"input{kind}")

    field("title").fill("Un forum à Nantes")
    field("date", "[type=date]").fill("2026-11-21")
    page.locator('[data-key-path="body"] [contenteditable=true]').click()
    page.keyboard.type("Le forum aura lieu à Nantes.")
    add_image(page)
    field("image.src", "[type=file]").first.set_input_files(photograph)
    field("image.alt").fill("La salle pleine")
    page.locator('[data-key-path="event"]').get_by_text("un événement").first.click()
    page.get_by_role("menuitem", name="Annonce un événement").click()
    field("event.0.start", "[type=date]").fill("2026-12-04")
    field("event.0.end", "[type=date]").fill("2026-12-01")

    told = page.locator('[data-key-path="event.0.end"] .sitegen-message')
    expect(told).to_contain_text("vient avant le début")
    expect(told).to_contain_text("Vérifiez le jour")

    field("event.0.end", "[type=date]").fill("2026-12-05")
    expect(told).to_have_count(0)
    page.get_by_text("Enregistrer", exact=True).click()
    beside = page.frame_locator("iframe.preview")
    shown = beside.frame_locator("iframe").get_by_role("heading", level=1)
    expect(shown).to_have_text("Un forum à Nantes")

    (written,) = (desk.site.root / "content/communiques").glob("*-un-forum-a-nantes.md")
    assert written.read_text(encoding="utf-8") == RELEASE
    assert (desk.site.root / "content/images/la-salle.png").read_bytes() == photograph.read_bytes()
    calendar = page.request.get(f"{desk.root}agenda.ics").text()
    assert "SUMMARY:Un forum à Nantes" in calendar
    assert "DTSTART;VALUE=DATE:20261204\r\n" in calendar
    assert "DTEND;VALUE=DATE:20261206\r\n" in calendar
    assert desk.wrong == []
    assert desk.foreign == []


def test_what_somebody_else_saved_meanwhile_is_never_written_over(desk: Desk) -> None:
    page = desk.page
    desk.open("communiques/entries/comments")
    path = "content/communiques/comments.md"
    theirs = ODD["comments.md"].replace("Un texte.", "Leur texte.")
    page.locator('[data-key-path="title"] input').fill("Mon titre")
    # After the page was last told of changes, and before it asks again.
    page.route("**/branches/main", lambda route: route.abort())
    desk.site.write(path, theirs)

    page.get_by_text("Enregistrer", exact=True).click()

    dialog = page.get_by_role("alertdialog").or_(page.get_by_role("dialog"))
    expect(dialog.first).to_be_visible()
    assert (desk.site.root / path).read_text(encoding="utf-8") == theirs
    dialog.first.get_by_role("button", name=re.compile("OK|Annuler")).click()
    page.get_by_role("button", name="Afficher les options de l’éditeur").click()
    page.get_by_role("menuitem", name="Supprimer").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Supprimer").click()
    expect(page.locator("dialog.told")).to_contain_text("a été modifié entre-temps")
    assert (desk.site.root / path).read_text(encoding="utf-8") == theirs
    page.locator("dialog.told").get_by_role("button").click()
    page.unroute_all()


def test_two_tabs_with_one_text_do_not_write_over_each_other(desk: Desk) -> None:
    """The editor hands on the digest of what the other tab saved, with a form of before."""
    path = desk.site.root / "content/communiques/shared.md"
    desk.site.write(
        "content/communiques/shared.md", "---\ntitle: Partagé\ndate: 2027-01-09\n---\n\nUn texte.\n"
    )
    tabs = [desk.page, desk.page.context.new_page()]
    for page in tabs:
        page.goto("about:blank")
        page.goto(desk.address)
        page.get_by_text("Rubriques", exact=True).wait_for()
        with page.expect_response(is_looked_at):
            page.goto(f"{desk.address}#/collections/communiques/entries/shared")
    for page, title in zip(tabs, ("Le premier", "Le second"), strict=True):
        page.locator('[data-key-path="title"] input').fill(title)

    for title in ("Le premier", "Le premier, encore"):
        tabs[0].locator('[data-key-path="title"] input').fill(title)
        with tabs[0].expect_response(lambda response: response.url.endswith("/contents")) as saved:
            tabs[0].get_by_text("Enregistrer", exact=True).click()
        assert saved.value.status == 201
        expect(tabs[0].get_by_text("Enregistrer", exact=True)).to_be_disabled()
    tabs[1].get_by_text("Enregistrer", exact=True).click()
    expect(
        tabs[1].get_by_role("alertdialog").or_(tabs[1].get_by_role("dialog")).first
    ).to_be_visible()

    assert "title: Le premier, encore" in path.read_text(encoding="utf-8")
    tabs[1].close()
    path.unlink()


@pytest.mark.parametrize(("name", "change", "before", "after"), EDITS)
def test_a_key_that_changes_changes_its_own_lines(
    name: str, change: str, before: str, after: str, desk: Desk
) -> None:
    """*change* is done to the values of the form; all but *before* stands in the file as it did."""
    text = ODD[name]

    script = CHANGED.replace("CHANGE;", f"{change};")
    made = desk.page.evaluate(script, [desk.configuration["formats"]["article"], text])

    assert before in text
    assert made == text.replace(before, after, 1)


IS_KEPT = """async (text) => {
  const done = (asked) => new Promise((tell) => { asked.onsuccess = () => tell(asked.result); });
  for (const {name} of await indexedDB.databases()) {
    const base = await done(indexedDB.open(name));
    const held = [...base.objectStoreNames].map((store) =>
      done(base.transaction(store).objectStore(store).getAll()));
    const isKept = JSON.stringify(await Promise.all(held)).includes(text);
    base.close();
    if (isKept) return true;
  }
  return false;
}"""
"""Whether the browser keeps a text beyond the page."""


def test_a_network_that_drops_in_the_middle_of_a_save_loses_nothing(desk: Desk) -> None:
    page = desk.page
    desk.open("communiques/entries/folded")
    title = page.locator('[data-key-path="title"] input')
    title.focus()
    page.keyboard.press("End")
    page.keyboard.type(", et la suite")
    page.route("**/contents", lambda route: route.abort())
    page.get_by_text("Enregistrer", exact=True).click()
    told = page.get_by_text("Personne ne répond.")
    expect(told).to_contain_text("est gardé dans ce navigateur")
    page.get_by_role("button", name="OK").click()
    page.unroute_all()
    expect(title).to_have_value("L'année 2027, et la suite")
    assert (desk.site.root / "content/communiques/folded.md").read_text("utf-8") == ODD["folded.md"]

    wait_until(lambda: page.evaluate(IS_KEPT, ", et la suite"))  # which is a moment later
    page.goto("about:blank")  # and the browser is closed
    page.goto(f"{desk.address}#/collections/communiques/entries/folded")
    page.get_by_role("button", name="Restaurer").click()
    expect(title).to_have_value("L'année 2027, et la suite")


def test_what_was_not_saved_of_a_new_text_outlives_a_reload_and_other_settings(desk: Desk) -> None:
    """The editor would throw it away where one word of its settings is another."""
    page = desk.page
    page.goto("about:blank")
    page.goto(f"{desk.address}#/collections/communiques/new")
    title = page.locator('[data-key-path="title"] input')
    title.click()
    page.keyboard.type("Un texte que personne n’a enregistré")  # by hand: else nothing is kept
    wait_until(lambda: page.evaluate(IS_KEPT, "que personne n’a enregistré"))
    desk.site.write("site.yaml", SITE.replace("title: Communiqués", "title: Communiqués de presse"))
    wait_until(
        lambda: "Communiqués de presse" in page.request.get(desk.settings).text()
    )  # which is built first

    page.reload()
    page.get_by_role("button", name="Restaurer").click()

    expect(title).to_have_value("Un texte que personne n’a enregistré")
    page.keyboard.press("Escape")  # which closes nothing
    expect(title).to_have_value("Un texte que personne n’a enregistré")
    desk.site.write("site.yaml", SITE)
    forget_new_text(page)


def forget_new_text(page: Page) -> None:
    """Let what is not saved of it not be offered to tests that follow."""
    page.reload()
    page.get_by_role("button", name="Abandonner").click()
    expect(page.get_by_text("est effacé de ce navigateur")).to_be_visible()


def test_a_list_says_from_when_on_readers_see_a_text(desk: Desk) -> None:
    title = "Le barème des cotisations des communes de montagne"
    front = f"title: {title}\ndate: 2027-01-09 08:00\ndraft: true\nembargo: 2027-02-03\n"
    desk.site.write("content/communiques/scale.md", f"---\n{front}---\n\nUn texte.\n")
    page = desk.page
    page.goto("about:blank")
    page.goto(f"{desk.address}#/collections/communiques")

    row = page.get_by_role("row").filter(has_text=title)
    expect(row).to_have_text(f"{title} · 09/01/2027 · Brouillon · Embargo jusqu’au 03/02/2027")
    name = page.locator('.primary-sidebar [role="treeitem"] .label').first
    name.evaluate("one => { one.textContent = 'Une rubrique dont le nom est assez long'; }")
    assert name.evaluate("one => one.scrollWidth <= one.clientWidth"), "it is cut"
    page.set_viewport_size({"width": 360, "height": 740})
    text = row.locator(".truncated-text")
    assert text.evaluate("one => one.scrollHeight - one.clientHeight < 9"), "a line is cut"
    page.set_viewport_size({"width": 1280, "height": 900})
    (desk.site.root / "content/communiques/scale.md").unlink()


def test_a_quotation_is_filled_in_as_a_form_that_says_what_it_lacks(desk: Desk) -> None:
    """In the words of the form, not of the file; from the menu on by the keyboard alone."""
    page, keys = desk.page, desk.page.keyboard
    page.goto("about:blank")
    page.goto(f"{desk.address}#/collections/communiques/new")
    page.locator('[data-key-path="title"] input').fill("Une citation")
    body = page.locator('[data-key-path="body"]')
    body.locator("[contenteditable=true]").click()
    body.get_by_text("Insérer", exact=True).click()
    page.get_by_role("menuitem", name="Citation").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox", name="Qui le dit")).to_be_focused()
    keys.type("Ana Ruiz")
    dialog.get_by_role("button", name="Insérer").click()
    expect(body.locator(".sitegen-message").last).to_have_text(
        "«\u202fCitation\u202f»\u00a0: «\u202fTexte\u202f» est vide. "
        "Ouvrez ce bloc dans le texte, et remplissez ce champ."
    )

    with page.expect_request(
        lambda request: request.url.endswith("/admin/look") and "Une idée" in str(request.post_data)
    ) as asked:
        body.get_by_role("button", name="Citation").click()
        dialog.get_by_role("textbox", name="Texte").fill("Une idée.")
        dialog.get_by_role("button", name="Mettre à jour").click()

    assert '::: quote \\"Ana Ruiz\\"\\nUne idée.\\n:::' in str(asked.value.post_data)
    expect(body.locator(".component")).to_have_text("Citation · Ana Ruiz")
    expect(body.locator(".sitegen-message")).to_have_count(0)
    forget_new_text(page)


def test_a_text_that_readers_do_not_see_any_more_says_why_it_has_no_page(desk: Desk) -> None:
    front = "title: Une affiche\ndate: 2019-01-09\nexpires: 2020-01-05\n"
    desk.site.write("content/communiques/poster.md", f"---\n{front}---\n\nUn texte.\n")
    desk.page.reload()

    told = desk.open("communiques/entries/poster")

    assert told["unseen"] == "past"
    beside = desk.page.frame_locator("iframe.preview")
    expect(beside.get_by_text("le jour où il expire est passé")).to_be_visible()
    (desk.site.root / "content/communiques/poster.md").unlink()


def test_a_file_that_is_brought_along_is_no_mistake_before_it_is_saved(
    desk: Desk, tmp_path: Path
) -> None:
    """Its address in this browser stands in a list, whose bracket is none of it."""
    page = desk.page
    report = tmp_path / "rapport.pdf"
    report.write_bytes(b"%PDF-1.7\n")
    desk.site.write("content/communiques/report.md", "---\ntitle: Un rapport\n---\n\nUn texte.\n")
    page.reload()
    desk.open("communiques/entries/report")
    files = page.locator('[data-key-path="attachments"]')
    files.wait_for(state="attached")
    files.evaluate("one => one.scrollIntoView()")
    files.get_by_role("button").filter(has_text="Ajouter").click()
    with page.expect_response(
        lambda one: is_looked_at(one) and "/__new__/" in str(one.request.post_data)
    ) as looked:
        page.locator('[data-key-path="attachments.0"] input[type=file]').first.set_input_files(
            report
        )

    assert looked.value.json()["messages"] == []
    assert "attachments: [/__new__/picture.jpg]" in str(looked.value.request.post_data)
    (desk.site.root / "content/communiques/report.md").unlink()


def test_a_page_of_before_the_server_began_anew_is_told_to_load_again(desk: Desk) -> None:
    page = desk.page

    answered = page.request.post(
        f"{desk.address}api/v1/repos/local/x/contents",
        headers={"Authorization": "token of-yesterday"},
        data={"files": []},
    )

    assert (answered.status, answered.json()["message"]) == (401, "Load this page again.")


def test_a_photograph_that_is_too_large_is_told_before_it_is_sent(
    desk: Desk, tmp_path: Path
) -> None:
    page = desk.page
    photograph = tmp_path / "panorama.png"
    photograph.write_bytes(encoded(picture(40, 30), "PNG") + bytes(MAXIMUM))
    page.goto("about:blank")
    page.goto(f"{desk.address}#/collections/communiques/new")
    add_image(page)
    field = page.locator('[data-key-path="image.src"]')
    field.locator("input[type=file]").first.set_input_files(photograph)

    expect(page.get_by_text("dépasse la taille maximale")).to_be_visible()
    assert not (desk.site.root / "content/images/panorama.png").exists()
    page.get_by_role("button", name="OK").click()


def test_what_is_ours_on_the_page_is_read_by_axe_without_violations(desk: Desk) -> None:
    """Fields and messages of ours, in the editor's own form; and the preview beside it."""
    page = desk.page
    desk.open("communiques/entries/comments")
    own = page.locator(".moment, .suggested")
    expect(own.first).to_be_visible()

    violations = run_axe(page)

    assert [violation for violation in violations if OURS.search(violation)] == []
    beside = next(frame for frame in page.frames if frame.url.startswith("blob:"))
    beside.evaluate(tool("axe-core/axe.min.js").read_text(encoding="utf-8"))
    assert beside.evaluate(RUN_AXE_HERE) == []


def test_mistakes_are_told_on_a_telephone_too_and_none_before_a_word_is_written(
    desk: Desk, browser: Browser
) -> None:
    """Where the preview is not beside the form, and takes its place when it is asked for."""
    page = browser.new_page(locale="fr-FR", viewport={"width": 360, "height": 740})
    told = page.locator(".sitegen-message")
    with page.expect_response(is_looked_at):
        page.goto(f"{desk.address}#/collections/communiques/new")
    title = page.locator('[data-key-path="title"] input')
    expect(title).to_be_visible()
    expect(told).to_have_count(0)

    page.locator('[data-key-path="summary"] textarea').fill("Un chapô.")

    expect(page.locator('[data-key-path="title"] .sitegen-message')).to_have_text(
        "«\u202fTitre\u202f» est vide. Remplissez ce champ."
    )
    title.fill("Un titre")
    expect(told).to_have_count(0)
    page.get_by_role("button", name="Aperçu").click()
    beside = page.frame_locator("iframe.preview")
    expect(beside.get_by_text("La page paraîtra ici une fois enregistrée.")).to_be_visible()
    page.close()


def test_the_preview_beside_a_text_is_not_covered_by_what_is_wrong_with_others(desk: Desk) -> None:
    desk.site.write("content/communiques/wrong.md", "---\ntitle: Faux\ndate: hier\n---\n")
    told = desk.page.request.get(f"{desk.root}communiques/").text()
    assert "sitegen_problems" in told
    desk.open("communiques/entries/comments")

    shown = desk.page.frame_locator("iframe.preview").frame_locator("iframe")
    expect(shown.get_by_role("heading", level=1)).to_be_visible()
    expect(shown.locator("#sitegen_problems")).to_have_count(0)

    (desk.site.root / "content/communiques/wrong.md").unlink()


def test_dates_are_written_with_the_keyboard_alone(desk: Desk) -> None:
    page = desk.page
    desk.open("communiques/entries/bare")
    page.locator('[data-key-path="title"] input').focus()
    for _ in range(4):  # over the menus of the fields
        if page.evaluate("document.activeElement.type") == "date":
            break
        page.keyboard.press("Tab")
    with page.expect_request(
        lambda response: (
            response.url.endswith("/admin/look") and "date: 2027-" in str(response.post_data)
        )
    ):
        page.keyboard.type("03052027")
        page.keyboard.press("Tab")

    expect(page.locator('[data-key-path="date"] input[type=date]')).to_have_value("2027-03-05")


@pytest.mark.parametrize(
    ("editing", "asks"),
    [
        ("{service: github, repository: a/hub, workflow: true}", "jeton"),
        ("{service: gitlab, repository: a/hub, client_id: x, workflow: true}", "GitLab"),
        ("{service: forgejo, repository: a/hub, url: 'https://git.example.org'}", "jeton"),
    ],
)
def test_the_published_page_asks_who_one_is_and_no_other_host(
    editing: str, asks: str, browser: Browser, tmp_path: Path
) -> None:
    site = SiteFolder(tmp_path)
    site.write("site.yaml", f"{SITE}editing: {editing}\n")
    site.write("content/communiques/a.md", ODD["bare.md"])
    write_page(
        str(tmp_path),
        look(BuildOptions(root=str(tmp_path), output=str(site.output), now=CLOCK), page_of),
    )
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    wrong: list[str] = []
    foreign: list[str] = []
    scripts: list[str] = []
    page.on(
        "request",
        lambda request: scripts.append(request.url) if request.resource_type == "script" else None,
    )
    page.add_init_script("globalThis.checksSettings = true")  # against the editor's own schema
    page.on(
        "console",
        lambda message: (
            wrong.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with served(tmp_path / "content") as address:
        own = (address, "data:", "blob:")
        page.on(
            "request",
            lambda request: None if request.url.startswith(own) else foreign.append(request.url),
        )
        page.goto(f"{address}/admin/")
        expect(page.get_by_role("button").filter(has_text=asks).first).to_be_visible()
        told = page.locator("link[rel=modulepreload]").evaluate_all(
            "all => all.map(one => one.href)"
        )
        context.close()  # before the server: what is still on its way would be refused

    assert [one for one in wrong if "OAuth application ID" not in one] == []
    assert foreign == []
    assert set(scripts) == set(told), "a script that another names is asked for late"
