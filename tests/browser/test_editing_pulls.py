"""Texts that go to review on Gitea and Forgejo, which the editor has no workflow for."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_editing_hosts import (
    FORUM,
    TEXT,
    Desk,
    expect_told,
    path_of,
    save,
    title_of,
)
from tests.browser.test_editing_review import discard, publish, retitle, saved
from tests.editing.hosts.gitea import Gitea
from tests.editing.odd_documents import ENDS
from tests.imaging.pictures import encoded, picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BRANCH = "cms/communiques/forum"


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = Desk(tmp_path_factory.mktemp("forgejo"), browser, "forgejo", ", workflow: true")
    yield made
    made.close()


def gitea(desk: Desk) -> Gitea:
    assert isinstance(desk.host, Gitea)
    return desk.host


def stages(desk: Desk) -> list[str]:
    pulls = gitea(desk).pulls
    return [pulls.stage(request) for request in pulls.requests.values()]


def choose(page: Page, stage: str) -> None:
    page.wait_for_timeout(500)  # in which the editor takes back a stage that was refused
    page.get_by_role("button", name=re.compile("Statut")).click()
    page.locator("[role=menuitemradio]:focus").wait_for()  # until then the menu takes no choice
    page.get_by_role("menuitemradio", name=stage).click()


def test_each_stage_is_shown_where_people_look_and_what_a_host_refuses_is_told(desk: Desk) -> None:
    """A draft by its title, what is ready by a label, which not every token may set."""
    pulls = gitea(desk).pulls
    page = desk.opened()
    title_of(page).fill("Un grand forum")
    saved(page)
    assert stages(desk) == ["open WIP:"]

    pulls.has_scope = False
    status = page.get_by_role("button", name=re.compile("Statut"))
    choose(page, "En révision")
    expect(status).to_contain_text("En révision")
    choose(page, "Prêt")
    expect_told(page, "le droit de poser l’étiquette")
    assert stages(desk) == ["open Corr"]
    pulls.has_scope = True
    choose(page, "Prêt")
    expect(status).to_contain_text("Prêt")
    assert stages(desk) == ["open Corr sveltia-cms/pending_publish"]

    for reason, told in (
        ("Does not have enough approvals", "Does not have enough approvals. Sa demande"),
        ("User not allowed to merge PR", "pas le droit de publier"),
    ):
        pulls.refuses_merge = reason
        publish(page)
        expect_told(page, told)
    pulls.refuses_merge = ""
    merging = f"{desk.host.origin}/**/pulls/1/merge"
    headers = {"Access-Control-Allow-Origin": "*"}
    page.route(merging, lambda route: route.fulfill(status=422, body="{}", headers=headers))
    publish(page)
    expect_told(page, "refuse, sans dire pourquoi (422)")
    page.unroute(merging)
    theirs = desk.read(branch=BRANCH).replace("Un texte", "Leur texte")
    desk.host.saved_by_others(FORUM, theirs.encode(), BRANCH)
    publish(page)
    expect_told(page, "relisez-le")  # nobody publishes what they did not see
    assert desk.read() == TEXT

    repository = desk.host.repository
    closed = repository.head(BRANCH)
    pulls.requests[1] |= {"state": "closed", "sha": closed}
    retitle(page, "Un très grand forum")
    save(page)
    expect_told(page, "a été fermée ou publiée entre-temps")
    assert desk.read(branch=BRANCH) == theirs
    page = desk.opened()
    expect(title_of(page)).to_have_value("Un forum")
    title_of(page).fill("Un autre forum")
    unsent = theirs.replace("Leur texte", "Un autre texte")
    desk.host.saved_by_others(FORUM, unsent.encode(), BRANCH)
    save(page)
    expect_told(page, f"{BRANCH} contient un texte")
    assert desk.read(branch=BRANCH) == unsent
    repository.branch(BRANCH, closed)
    saved(page)
    assert stages(desk)[1:] == ["open WIP:"]
    assert "Un autre forum" in desk.read(branch=BRANCH)


def test_what_waits_is_shown_with_its_pictures_and_taken_away_again(desk: Desk) -> None:
    """As it stands in the request, and beside what stands in it for another text."""
    host = gitea(desk)
    repository, pulls = host.repository, host.pulls
    for branch in repository.branches():
        if branch != "main":
            pulls.close_those_of(branch)
            repository.remove_branch(branch)
    drawn = encoded(picture(40, 30), "PNG")
    path = "content/communiques/2027-01-05-une-nouvelle.md"
    text = "---\ntitle: Une nouvelle\ndate: 2027-01-05\nimage: {src: /images/a.png, alt: A}\n---\n"
    files = {path: text.encode(), "content/images/a.png": drawn}
    branch = "cms/communiques/2027-01-05-une-nouvelle"
    repository.branch(branch, repository.head())
    repository.commit(branch, files, "Nouvelle", "Paul <paul@example.org>")
    foreign = "fix/colours"
    repository.branch(foreign, repository.head())
    repository.commit(foreign, {"a.css": b"a"}, "Couleurs", "Paul <paul@example.org>")
    before = len(pulls.requests)
    for name, title in ((branch, "wip: Une nouvelle"), (foreign, "Couleurs")):
        host.pulls.answer("POST", "/pulls", {}, {"base": "main", "head": name, "title": title})

    page = desk.opened(entry="entries/2027-01-05-une-nouvelle")
    expect(title_of(page)).to_have_value("Une nouvelle")
    page.locator('section.field[data-key-path="image"]').evaluate("one => one.scrollIntoView()")
    expect(page.locator("img[src^='blob:']").first).to_have_js_property("naturalWidth", 40)
    retitle(page, "Une bonne nouvelle")
    saved(page)
    assert desk.read(path, branch) == text.replace("Une nouvelle", "Une bonne nouvelle")
    assert len(stages(desk)) == before + 2

    page.goto(f"{desk.address}#/workflow")
    expect(page.get_by_text("Une bonne nouvelle")).to_be_visible()
    theirs = host.saved_by_others("content/images/b.png", drawn, branch)
    discard(page)
    expect_told(page, "a complété la demande")
    assert repository.head(branch) == theirs
    assert stages(desk)[before] == "open wip:"
    page.get_by_role("button", name=re.compile("Supprimer")).first.click()
    pulls.close_those_of(branch)  # by another, in the meantime
    repository.remove_branch(branch)
    page.get_by_role("alertdialog").get_by_role("button", name="Supprimer").click()
    expect(page.get_by_text("Une bonne nouvelle")).to_have_count(0)
    assert stages(desk)[before] == "closed wip:"
    assert repository.branches() == [foreign, "main"]


def test_a_host_that_knows_drafts_by_another_word_and_merges_otherwise_is_followed(
    desk: Desk,
) -> None:
    """Of neither is a save told before: what it takes for a draft is seen in its answer."""
    host = gitea(desk)
    repository, pulls = host.repository, host.pulls
    pulls.drafts, pulls.styles = ("Draft:", "En cours:"), ["squash"]
    for branch in repository.branches():
        if branch != "main":
            pulls.close_those_of(branch)
            repository.remove_branch(branch)
    page = desk.opened("entries/windows")
    title_of(page).fill("Fenêtres")
    saved(page)
    assert stages(desk)[-1] == "open Draf"

    request = pulls.requests[len(pulls.requests)]
    request["title"] = request["title"].replace("Draft:", "En cours:")  # on the host's page
    status = page.get_by_role("button", name=re.compile("Statut"))
    choose(page, "Prêt")
    expect(status).to_contain_text("Prêt")
    assert stages(desk)[-1] == "open Corr sveltia-cms/pending_publish"
    page.goto(f"{desk.address}#/workflow")
    publish(page)
    expect(page.get_by_text("Texte publié.")).to_be_visible()
    assert desk.read(path_of("windows")) == ENDS["windows"].replace("Windows", "Fenêtres")
    assert request["merged"]
