"""Texts that are removed on a code host: at once, or by a request that goes to review."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_editing_hosts import FORUM, TEXT, Desk, expect_told, save, title_of
from tests.browser.test_editing_review import committed, posted
from tests.editing.hosts.github import GitHub
from tests.editing.hosts.gitlab import GitLab
from tests.editing.hosts.host import Asked

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BRANCH = "cms/communiques/forum"


@pytest.fixture(scope="module", params=["gitlab", "github", "forgejo"])
def desk(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    made = Desk(tmp_path_factory.mktemp("removals"), browser, request.param, ", workflow: true")
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _host_of_before(desk: Desk) -> Iterator[None]:
    yield
    repository = desk.host.repository
    desk.host.drops = lambda asked: False
    for request in requests(desk):
        request["state"] = "closed"
    for branch in repository.branches():
        if branch != "main":
            repository.remove_branch(branch)
    if desk.read() != TEXT:
        desk.host.saved_by_others(FORUM, TEXT.encode())


def requests(desk: Desk) -> list[dict[str, Any]]:
    host: Any = desk.host
    return list((host if isinstance(host, GitHub | GitLab) else host.pulls).requests.values())


def remove(page: Page) -> None:
    page.get_by_role("button", name="Afficher les options de l’éditeur").click()
    page.get_by_role("menuitem", name="Supprimer").click()
    confirm(page)


def confirm(page: Page) -> None:
    page.get_by_role("alertdialog").get_by_role("button", name="Supprimer").click()


def board(desk: Desk) -> None:
    """Go on, once a removal waits, to where all that waits is shown."""
    expect(desk.page.get_by_role("row").filter(has_text="Suppression en attente")).to_be_visible()
    desk.page.goto(f"{desk.address}#/workflow")


def complete(page: Page) -> None:
    page.get_by_role("button", name="Supprimer le texte", exact=True).click()
    confirm(page)


def test_a_text_in_review_that_is_removed_is_gone_once_that_is_published(desk: Desk) -> None:
    """The request is of what it holds then, and is called so where reviewers read of it."""
    page = desk.opened()
    title_of(page).fill("Mon forum")
    save(page)
    page.get_by_role("button", name="Plus tard").click()
    expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()

    remove(page)

    board(desk)
    assert desk.read() == TEXT
    assert desk.read(branch=BRANCH) == ""
    complete(page)
    expect(page.get_by_text("Texte supprimé.")).to_be_visible()
    assert desk.host.repository.read(FORUM) is None
    assert desk.host.repository.branches() == ["main"]
    if desk.service != "gitea":
        assert desk.host.repository.subject() == "Retirer Communiqués\u00a0: forum"


@pytest.mark.parametrize("desk", ["gitlab"], indirect=True, scope="module")
def test_a_removal_that_comes_between_others_is_not_published_and_its_author_told_why(
    desk: Desk,
) -> None:
    page = desk.opened()
    remove(page)
    board(desk)
    theirs = TEXT.replace("Un texte", "Leur texte")
    desk.host.saved_by_others(FORUM, theirs.encode())

    complete(page)

    expect_told(page, "L’hébergeur ne peut pas publier ce texte")
    assert desk.read() == theirs


@pytest.mark.parametrize("desk", ["gitlab", "github"], indirect=True, scope="module")
def test_a_text_that_changed_since_it_was_read_is_not_removed(desk: Desk) -> None:
    theirs = TEXT.replace("Un texte", "Leur texte")
    page = desk.opened()
    desk.host.saved_by_others(FORUM, theirs.encode())

    remove(page)

    expect_told(page, "a été modifié")
    assert desk.host.repository.branches() == ["main"] or not desk.host.repository.changes(BRANCH)
    assert desk.read() == theirs


STEPS: dict[str, list[Callable[[Asked], bool]]] = {
    "gitlab": [committed, posted("/merge_requests"), posted("/merge", "PUT")],
    "github": [committed, posted("/pulls"), posted("/labels"), posted("/merge", "PUT")],
}


@pytest.mark.parametrize("desk", STEPS, indirect=True, scope="module")
def test_a_step_to_a_removal_whose_answer_was_lost_is_not_done_twice(desk: Desk) -> None:
    *steps, merge = STEPS[desk.service]
    page = desk.opened()
    before = len(requests(desk))
    for step in steps:
        desk.host.drops = step
        remove(page)
        expect_told(page, "Personne ne répond")
    desk.host.drops = lambda asked: False
    remove(page)
    board(desk)
    desk.host.drops = merge
    complete(page)
    expect_told(page, "Personne ne répond")
    desk.host.drops = lambda asked: False

    complete(page)

    expect(page.get_by_text("Texte supprimé.")).to_be_visible()
    assert len(requests(desk)) == before + 1
    assert desk.host.repository.read(FORUM) is None
    assert desk.host.repository.branches() == ["main"]


WAITING = {
    "gitlab": [
        ("not_approved", "il manque une approbation. Sa demande"),
        ("ci_must_pass", "un contrôle n’a pas réussi"),
        ("discussions_not_resolved", "une discussion n’est pas résolue"),
        ("conflict", "conflict"),
    ],
    "github": [
        ("At least 1 approving review is required by reviewers with write access.", "approbation"),
        ('Required status check "check" is expected.', "un contrôle n’a pas réussi"),
        ("Merge already in progress", "Merge already in progress"),
    ],
}


@pytest.mark.parametrize("desk", WAITING, indirect=True, scope="module")
def test_why_a_request_waits_is_told_with_the_way_to_it(desk: Desk) -> None:
    """By what each host says of it; what it calls otherwise is told as it says it."""
    host: Any = desk.host
    page = desk.opened()
    remove(page)
    board(desk)
    for reason, told in WAITING[desk.service]:
        host.refuses_merge = reason
        complete(page)
        dialog = page.get_by_role("alertdialog").filter(has_text=told)
        expect(dialog.get_by_role("link")).to_be_visible()
        expect_told(page, told)
    if desk.service == "github":  # of the merge alone, of both, of either question after it
        for limits in ([403], [429], [403, 429], [0, 403], [0, 0, 429]):
            host.limits = limits
            complete(page)
            expect_told(page, "ne répond pas comme il faut en ce moment")
    host.refuses_merge = ""
    if desk.service == "gitlab":
        host.may_merge = False
    else:
        host.may_write = False
    complete(page)
    expect_told(page, "Vous n’avez pas le droit de publier dans ce dépôt")
    host.may_merge = host.may_write = True
    host.token = "another"
    complete(page)
    expect_told(page, "déconnectez-vous, reconnectez-vous")
    host.token = "secret-of-claire"
    requests(desk)[-1]["state"] = "closed"
    complete(page)
    expect_told(page, "a été fermée ou publiée entre-temps")
    assert desk.read() == TEXT
