"""The published editing page, and repositories on code hosts that it saves into."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sitegen.border.moments import parse_moment
from sitegen.editing.writing import page_of, write_page
from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from tests.browser.conftest import served
from tests.editing.hosts.gitea import Forgejo, Gitea
from tests.editing.hosts.github import GitHub
from tests.editing.hosts.gitlab import GitLab
from tests.editing.hosts.host import TOKEN, Asked, Host
from tests.editing.hosts.repository import Repository
from tests.editing.odd_documents import ENDS
from tests.imaging.pictures import encoded, picture
from tests.support import NOW, SiteFolder

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SITE = """\
title: Les Communes
url: https://communes.example.org/
language: fr
sections: {{communiques: {{title: Communiqués}}}}
editing: {{{editing}}}
"""
TEXT = """\
---
title: Un forum  # relu
date: 2027-01-01
---

* Un texte.
"""
FORUM = "content/communiques/forum.md"
OWN = "repository: a/hub, url: 'https://git.example.org'"
LATIN = "---\ntitle: Réunion\n---\n".encode("latin-1")
HOSTS: dict[str, tuple[type[Host], str]] = {
    "gitea": (Gitea, f"service: gitea, {OWN}"),
    "forgejo": (Forgejo, f"service: forgejo, {OWN}"),
    "gitlab": (GitLab, "service: gitlab, repository: a/hub"),
    "github": (GitHub, "service: github, repository: a/hub"),
}
EACH_API = ["gitea", "gitlab", "github"]
SIGN_IN = """([service, token]) => localStorage.setItem(
  "sveltia-cms.user", JSON.stringify({backendName: service, token}))"""
FORGET = """async () => {
  for (const {name} of await indexedDB.databases()) {
    await new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; });
  }
}"""


def path_of(name: str) -> str:
    return f"content/communiques/{name}.md"


class Desk:
    """The editing page of a site as it is published, and a code host."""

    def __init__(self, root: Path, browser: Browser, name: str, more: str = "") -> None:
        kind, editing = HOSTS[name]
        self.service = "gitea" if name == "forgejo" else name
        site = SiteFolder(root / "site")
        site.write("site.yaml", SITE.format(editing=editing + more))
        site.write(FORUM, TEXT)
        options = BuildOptions(root=str(site.root), output=str(site.output), now=parse_moment(NOW))
        write_page(str(site.root), look(options, page_of))
        files = {FORUM: TEXT.encode(), "site.yaml": (site.root / "site.yaml").read_bytes()}
        files |= {path_of(name): ENDS[name].encode() for name in ("windows", "mixed")}
        files[path_of("latin")] = LATIN
        self.host = kind(Repository(root / "hub.git", files))
        self.context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 480})
        self.context.route(f"{self.host.origin}/**", self.host.serve)
        self.foreign: list[str] = []
        self._server = served(site.root / "content")
        self.address = f"{self._server.__enter__()}/admin/"
        own = (self.address, self.host.origin, "data:", "blob:")
        self.context.on(
            "request",
            lambda request: (
                None if request.url.startswith(own) else self.foreign.append(request.url)
            ),
        )
        self.page = self.context.new_page()

    def close(self) -> None:
        self.context.close()
        self._server.__exit__(None, None, None)

    def opened(self, entry: str = "entries/forum") -> Page:
        """Return the page with a text, as one finds it who was never there before."""
        self.page.goto(f"{self.address}configuration.json")
        self.page.evaluate(FORGET)
        self.page.evaluate(SIGN_IN, [self.service, TOKEN])
        return self.shown(self.page, entry)

    def shown(self, page: Page, entry: str = "entries/forum") -> Page:
        page.goto(f"{self.address}#/collections/communiques/{entry}")
        title_of(page).wait_for()
        return page

    def read(self, path: str = FORUM, branch: str = "main") -> str:
        return (self.host.repository.read(path, branch) or b"").decode()


def title_of(page: Page) -> Locator:
    return page.locator('section.field[data-key-path="title"] input')


def save(page: Page) -> None:
    page.get_by_role("button", name="Enregistrer", exact=True).click()


def expect_told(page: Page, words: str) -> None:
    dialog = page.get_by_role("alertdialog").filter(has_text=words)
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name=re.compile("quand même"))).to_have_count(0)
    dialog.get_by_role("button", name=re.compile("OK|Annuler")).click()
    expect(dialog).to_have_count(0)


@pytest.fixture(scope="module", params=HOSTS)
def desk(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    made = Desk(tmp_path_factory.mktemp(request.param), browser, request.param)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _host_of_before(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "desk" in request.fixturenames:
        desk: Desk = request.getfixturevalue("desk")
        desk.host.may_write, desk.host.token, desk.host.is_away = True, TOKEN, False
        desk.host.before, desk.host.drops = lambda asked: None, lambda asked: False
        if desk.read() != TEXT:
            desk.host.saved_by_others(FORUM, TEXT.encode())


def once(host: Host, do: Callable[[], Any]) -> None:
    """Let *do* happen between the editor's own question and its next save."""

    def before(asked: Asked) -> None:
        if host.is_save(asked):
            host.before = lambda asked: None
            do()

    host.before = before


def test_what_changes_is_a_commit_of_its_author_and_nothing_else_is_another(desk: Desk) -> None:
    page = desk.opened()
    title_of(page).fill("Un grand forum")
    save(page)
    expect(page.get_by_text("Texte enregistré.")).to_be_visible()

    assert desk.read() == TEXT.replace("Un forum", "Un grand forum")
    assert desk.host.repository.author()[0] == "Claire"
    assert desk.host.repository.subject() == "Corriger Communiqués\u00a0: forum"
    assert desk.foreign == []
    expect(page.locator("img.avatar")).to_have_count(0)  # a sign, not a picture that is not got


@pytest.mark.parametrize("desk", EACH_API, indirect=True, scope="module")
def test_what_the_editor_does_not_keep_of_a_file_stays(desk: Desk) -> None:
    """Also by a save after the next, which the editor compares with what it sent itself."""
    page = desk.opened("entries/windows")
    for name, title in (("windows", "Un"), ("windows", "Deux"), ("mixed", "Un")):
        desk.shown(page, f"entries/{name}")
        title_of(page).fill(title)
        save(page)
        expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()
        desk.host.saved_by_others("content/other.txt", title.encode())

        assert desk.read(path_of(name)) == ENDS[name].replace(name.title(), title)


@pytest.mark.parametrize("desk", ["gitlab"], indirect=True, scope="module")
def test_letters_that_the_editor_cannot_read_are_not_written_over(desk: Desk) -> None:
    page = desk.opened("entries/latin")
    title_of(page).fill("Réunion à Nantes")

    save(page)

    expect_told(page, "UTF-8")
    assert desk.host.repository.read(path_of("latin")) == LATIN


@pytest.mark.parametrize("desk", ["gitea", "github"], indirect=True, scope="module")
def test_a_new_text_with_a_picture_is_one_commit(desk: Desk, tmp_path: Path) -> None:
    photograph = tmp_path / "La salle.png"
    photograph.write_bytes(encoded(picture(40, 30), "PNG"))
    page = desk.opened(entry="new")
    before = desk.host.repository.head()
    title_of(page).fill("Une nouvelle")
    page.locator('section.field[data-key-path="date"] input[type=date]').fill("2027-01-02")
    image = page.locator('section.field[data-key-path="image"]')
    image.evaluate("one => one.scrollIntoView()")
    image.get_by_role("checkbox").first.click()
    file = page.locator('section.field[data-key-path="image.src"] input[type=file]')
    file.first.set_input_files(photograph)
    page.locator('section.field[data-key-path="image.alt"] input').fill("La salle")
    save(page)
    expect(page.get_by_text("Texte enregistré.")).to_be_visible()

    repository = desk.host.repository
    assert repository.git("rev-list", "--count", f"{before}..main") == b"1\n"
    (path,) = (file.path for file in repository.tree() if file.path.endswith("-une-nouvelle.md"))
    image_lines = "image:\n  src: /images/la-salle.png\n  alt: La salle\n"
    assert desk.read(path) == f"---\ntitle: Une nouvelle\ndate: 2027-01-02\n{image_lines}---\n"
    assert repository.read("content/images/la-salle.png") == photograph.read_bytes()

    title_of(page).fill("Une nouvelle, corrigée")
    save(page)
    expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()
    assert "title: Une nouvelle, corrigée" in desk.read(path)


@pytest.mark.parametrize("desk", EACH_API, indirect=True, scope="module")
def test_what_somebody_else_saved_between_question_and_save_stays(desk: Desk) -> None:
    """Each host refuses by what it was told of the file or the branch before."""
    theirs = TEXT.replace("Un texte", "Leur texte")
    page = desk.opened()
    title_of(page).fill("Mon forum")
    once(desk.host, lambda: desk.host.saved_by_others(FORUM, theirs.encode()))

    save(page)

    expect_told(page, "au même moment")
    assert desk.read() == theirs
    save(page)
    expect_told(page, "Rien n’a été écrasé")
    assert desk.read() == theirs
    expect(title_of(page)).to_have_value("Mon forum")


@pytest.mark.parametrize("desk", EACH_API, indirect=True, scope="module")
def test_two_tabs_with_one_text_do_not_write_over_each_other(desk: Desk) -> None:
    """They share what the editor knows of the file, while the form of the second is of before."""
    first, second = desk.opened(), desk.shown(desk.context.new_page())
    title_of(second).fill("Le second")
    for title in ("Le premier", "Le premier, encore"):
        title_of(first).fill(title)
        save(first)
        expect(first.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()
    saved = desk.read()

    save(second)

    expect(second.get_by_role("alertdialog")).to_be_visible()
    assert desk.read() == saved == TEXT.replace("Un forum", "Le premier, encore")
    second.close()


READ_ONLY = {"gitlab": "peut-être protégée", "github": "pas le droit d’écrire dans ce dépôt"}


@pytest.mark.parametrize("desk", READ_ONLY, indirect=True, scope="module")
def test_who_may_read_alone_is_told_whom_to_ask(desk: Desk) -> None:
    """GitLab says the same of a repository and of a branch that is protected."""
    desk.host.may_write = False
    page = desk.opened()
    title_of(page).fill("Mon forum")

    save(page)

    expect_told(page, READ_ONLY[desk.service])
    assert desk.read() == TEXT
    desk.host.may_write = True
    save(page)
    expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()
    assert "Mon forum" in desk.read()


@pytest.mark.parametrize("desk", ["gitea"], indirect=True, scope="module")
def test_what_was_written_when_the_sign_in_expired_is_there_after_the_next(desk: Desk) -> None:
    page = desk.opened()
    title_of(page).press("End")
    title_of(page).type(", et la suite")
    desk.host.token = "another"

    save(page)

    expect_told(page, "déconnectez-vous, reconnectez-vous")
    assert desk.read() == TEXT
    desk.host.token = TOKEN
    page.goto(f"{desk.address}#/collections/communiques")
    page.get_by_role("button", name="Afficher le menu du compte").click()
    page.get_by_role("menuitem", name="Se déconnecter").click()
    page.get_by_role("button").filter(has_text="jeton").first.click()
    page.get_by_role("textbox").fill(TOKEN)
    page.get_by_role("button", name="Se connecter", exact=True).click()
    page.get_by_role("row").filter(has_text="Un forum").first.click()
    page.get_by_role("button", name="Restaurer").click()
    expect(title_of(page)).to_have_value("Un forum, et la suite")


@pytest.mark.parametrize("desk", EACH_API, indirect=True, scope="module")
def test_a_save_whose_answer_was_lost_is_no_change_by_somebody_else(desk: Desk) -> None:
    """Of a text that stood there before, whatever is written on; what others save then is one."""
    page = desk.opened()
    for title in ("Mon forum", "Mon forum, repris"):
        title_of(page).fill(title)
        desk.host.drops = desk.host.is_save
        save(page)
        expect_told(page, "nregistrez de nouveau")
        assert desk.read() == TEXT.replace("Un forum", title)  # although the page cannot know
    desk.host.drops = lambda asked: False
    save(page)
    expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()
    saved = TEXT.replace("Un forum", "Mon forum, repris")
    assert desk.read() == saved
    if desk.service != "github":
        return

    desk.host.is_away = True
    title_of(page).fill("Mon forum, encore")
    save(page)
    expect_told(page, "Personne ne répond")
    desk.host.is_away = False
    assert desk.read() == saved
    desk.host.drops = desk.host.is_save
    save(page)
    expect_told(page, "nregistrez de nouveau")
    theirs = saved.replace("Mon forum", "Leur forum")
    desk.host.saved_by_others(FORUM, theirs.encode())
    save(page)
    expect_told(page, "a changé entre-temps")
    assert desk.read() == theirs
    expect(title_of(page)).to_have_value("Mon forum, encore")


def sent_and_lost(desk: Desk, title: str, photograph: Path | None = None) -> Page:
    """Return the page with a new text that is saved, as its author cannot know."""
    page = desk.opened(entry="new")
    title_of(page).fill(title)
    page.locator('section.field[data-key-path="date"] input[type=date]').fill("2027-01-02")
    if photograph:
        image = page.locator('section.field[data-key-path="image"]')
        image.evaluate("one => one.scrollIntoView()")
        image.get_by_role("checkbox").first.click()
        file = page.locator('section.field[data-key-path="image.src"] input[type=file]')
        file.first.set_input_files(photograph)
    desk.host.drops = desk.host.is_save
    save(page)
    expect_told(page, "nregistrez de nouveau")
    desk.host.drops = lambda asked: False
    return page


def texts_called(desk: Desk, name: str) -> list[str]:
    return [file.path for file in desk.host.repository.tree() if name in file.path]


@pytest.mark.parametrize("desk", EACH_API, indirect=True, scope="module")
def test_a_new_text_whose_answer_was_lost_is_one_file_whatever_is_written_on(
    desk: Desk, tmp_path: Path
) -> None:
    """Its title too, which its name is made of; and it stays one in all that is saved later."""
    photograph = tmp_path / "Le quai.png"
    photograph.write_bytes(encoded(picture(30, 40), "PNG"))
    page = sent_and_lost(desk, "Un quai", photograph)
    (path,) = texts_called(desk, "un-quai")

    for title in ("Un quai, corrigé", "Un quai, encore"):
        title_of(page).fill(title)
        save(page)
        expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()
        assert f"title: {title}\n" in desk.read(path)

    assert texts_called(desk, "quai") == [path, "content/images/le-quai.png"]
    assert desk.host.repository.read("content/images/le-quai.png") == photograph.read_bytes()


SEND = """async ([address, path]) => {
  const actions = [{action: "create", file_path: path, encoding: "base64", content: "QQ=="}];
  const answer = await fetch(address, {method: "POST", body: JSON.stringify({branch: "main", actions})});
  return [answer.status, (await answer.json()).message];
}"""  # noqa: E501


@pytest.mark.parametrize("desk", ["gitlab"], indirect=True, scope="module")
def test_a_name_that_windows_cannot_hold_is_told_and_not_sent(desk: Desk) -> None:
    page = desk.opened()
    before = desk.host.repository.head()
    address = f"{desk.host.origin}{desk.host.root}/projects/a%2Fhub/repository/commits"
    for name in ("images/Con.png", "communiques/aux.md", "communiques/fin./a.md", "a:b.md"):
        status, message = page.evaluate(SEND, [address, f"content/{name}"])

        assert (status, f"content/{name}" in message) == (409, True)
    assert desk.host.repository.head() == before


@pytest.mark.parametrize("desk", EACH_API, indirect=True, scope="module")
def test_the_same_words_under_the_same_name_are_the_text_that_was_saved(desk: Desk) -> None:
    """Of who closed the page meanwhile; the editor gives a new text another name then."""
    page = sent_and_lost(desk, "Un pont")
    (path,) = texts_called(desk, "un-pont")
    page = desk.opened(entry="new")
    title_of(page).fill("Un pont")
    page.locator('section.field[data-key-path="date"] input[type=date]').fill("2027-01-02")

    save(page)

    expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()
    assert texts_called(desk, "un-pont") == [path]


@pytest.mark.parametrize("desk", ["gitea"], indirect=True, scope="module")
def test_another_text_of_the_same_title_is_not_taken_for_the_one_whose_answer_was_lost(
    desk: Desk,
) -> None:
    page = sent_and_lost(desk, "Un bal")
    (path,) = texts_called(desk, "un-bal")
    first = desk.read(path)
    page = desk.opened(entry="new")
    title_of(page).fill("Un bal")
    page.locator('section.field[data-key-path="date"] input[type=date]').fill("2027-02-03")

    save(page)

    expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()
    assert len(texts_called(desk, "un-bal")) == 2
    assert desk.read(path) == first
