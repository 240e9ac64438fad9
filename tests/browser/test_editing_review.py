"""Texts that go to review: a branch, a commit and a request on a code host, step by step."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_editing_hosts import (
    FORUM,
    TEXT,
    Desk,
    expect_told,
    once,
    save,
    title_of,
)
from tests.editing.hosts.gitea import Gitea
from tests.editing.hosts.host import Asked, Host

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOLDER = "content/communiques/"


def posted(ending: str, method: str = "POST") -> Callable[[Asked], bool]:
    return lambda asked: asked.method == method and asked.path.endswith(ending)


def committed(asked: Asked) -> bool:
    is_commit = "createCommitOnBranch" in asked.body.get("query", "") or "actions" in asked.body
    return is_commit or "new_branch" in asked.body


STEPS: dict[str, list[Callable[[Asked], bool]]] = {
    "gitlab": [committed, posted("/merge_requests")],
    "gitea": [committed, posted("/pulls")],
    "github": [
        lambda asked: "createRef(" in asked.body.get("query", ""),
        committed,
        posted("/pulls"),
        posted("/labels"),
    ],
}
"""What is asked of each host, in order, for a text that goes to review for the first time."""

DRAFTS = {"github": "sveltia-cms/draft", "gitlab": "sveltia-cms/draft", "gitea": "open WIP:"}


def stage(host: Host, request: dict[str, Any]) -> str:
    """Return how *host* shows people how far a text is."""
    return host.pulls.stage(request) if isinstance(host, Gitea) else " ".join(request["labels"])


def retitle(page: Page, title: str) -> None:
    """Type *title* until it can be saved: the editor reads a text anew that was sent for review.

    What was typed meanwhile it offers then.
    """
    button = page.get_by_role("button", name="Enregistrer", exact=True)
    offered = page.get_by_role("button", name="Restaurer", exact=True)
    for _ in range(5):
        title_of(page).fill("")
        title_of(page).fill(title)
        page.wait_for_timeout(500)  # in which what was read could take it back
        if offered.is_visible():
            offered.click()
        with suppress(AssertionError):
            expect(button).to_be_enabled(timeout=3000)  # later on a machine that is busy
            if title_of(page).input_value() == title:
                return
    pytest.fail("the title is taken back")


def publish(page: Page) -> None:
    page.get_by_role("button", name="Publier").first.click()
    page.get_by_role("alertdialog").get_by_role("button", name="Publier").click()


def discard(page: Page) -> None:
    name = re.compile("Supprimer|Abandonner")  # the second of what is published already
    page.get_by_role("button", name=name).first.click()
    page.get_by_role("alertdialog").get_by_role("button", name=name).click()


def reviewed(name: str, browser: Browser, root: Path) -> Desk:
    return Desk(root, browser, name, ", workflow: true")


def lost(desk: Desk, drops: Callable[[Asked], bool]) -> None:
    """Save what is open; the answer to the request that *drops* tells of is lost."""
    desk.host.drops = drops
    save(desk.page)
    expect_told(desk.page, "nregistrez de nouveau")
    desk.host.drops = lambda asked: False


def saved(page: Page) -> None:
    """Save, and leave for later that it is sent for review."""
    save(page)
    page.get_by_role("button", name="Plus tard").click()
    expect(page.get_by_role("button", name="Enregistrer", exact=True)).to_be_disabled()


@pytest.mark.parametrize("name", ["gitlab", "github", "forgejo"])
def test_a_text_goes_from_draft_through_review_to_readers(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, browser, name, ", workflow: true")
    host, branch = desk.host, "cms/communiques/forum"
    page = desk.opened()
    title_of(page).fill("Un grand forum")
    save(page)
    page.get_by_role("button", name="Envoyer en révision").click()
    status = page.get_by_role("button", name=re.compile("Statut"))
    expect(status).to_contain_text("En révision")
    assert desk.read() == TEXT
    assert "Un grand forum" in desk.read(branch=branch)

    theirs = desk.read(branch=branch).replace("Un texte", "Leur texte")
    once(host, lambda: host.saved_by_others(FORUM, theirs.encode(), branch))
    retitle(page, "Un très grand forum")
    save(page)
    expect_told(page, "")
    assert desk.read(branch=branch) == theirs, "what another wrote in review"

    page = desk.opened()
    expect(title_of(page)).to_have_value("Un grand forum")
    unseen = host.saved_by_others("content/images/salle.png", b"\x89PNG", branch)
    retitle(page, "Un très grand forum")
    save(page)
    expect_told(page, "a complété la demande")
    assert host.repository.head(branch) == unseen  # else it were published with what comes on it
    page = desk.opened()
    expect(title_of(page)).to_have_value("Un grand forum")
    status = page.get_by_role("button", name=re.compile("Statut"))
    status.click()
    page.locator("[role=menuitemradio]:focus").wait_for()  # until then the menu takes no choice
    page.get_by_role("menuitemradio", name="Prêt").click()
    expect(status).to_contain_text("Prêt")
    page.goto(f"{desk.address}#/workflow")  # and the answer that it is published is lost
    host.drops = posted("/merge", "POST" if name == "forgejo" else "PUT")
    publish(page)
    expect(page.get_by_text("Impossible de publier")).to_be_visible()
    expect_told(page, "Personne ne répond")
    host.drops = lambda asked: False
    publish(page)
    expect(page.get_by_text("Texte publié.")).to_be_visible()

    assert desk.read() == theirs
    assert host.repository.branches() == ["main"]
    desk.close()


@pytest.mark.parametrize("name", STEPS)
def test_a_step_to_review_whose_answer_was_lost_is_not_done_twice(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    """Although its author writes on, the title too, of which the names are made."""
    desk = reviewed(name, browser, tmp_path)
    host = desk.host
    for number, step in enumerate(STEPS[name]):
        title = f"Un quai {number}"
        page = desk.opened(entry="new")
        title_of(page).fill(title)
        page.locator('section.field[data-key-path="date"] input[type=date]').fill("2027-01-02")
        lost(desk, step)
        title_of(page).fill(f"{title}, repris")
        saved(page)

        (branch,) = (one for one in host.repository.branches() if f"un-quai-{number}" in one)
        ((status, path),) = host.repository.changes(branch)
        assert status == "A"
        assert f"title: {title}, repris\n" in desk.read(path, branch)

    retitle(page, "Un quai, encore")
    lost(desk, host.is_save)
    saved(page)
    assert host.repository.changes(branch) == [("A", path)]
    assert "title: Un quai, encore\n" in desk.read(path, branch)
    stages = [stage(host, request) for request in host.requests.values()]
    assert stages == [DRAFTS[name] for _ in STEPS[name]]
    desk.close()


@pytest.mark.parametrize("name", ["gitlab", "github"])  # of Gitea: test_editing_pulls.py
def test_what_another_left_on_the_branch_of_a_text_is_not_taken_away(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    """The editor begins a branch anew that nobody asked a review of."""
    desk = reviewed(name, browser, tmp_path)
    repository, branch = desk.host.repository, "cms/communiques/forum"
    theirs = TEXT.replace("Un texte", "Leur texte")
    repository.branch(branch, repository.head())
    desk.host.saved_by_others(FORUM, theirs.encode(), branch)
    page = desk.opened()
    title_of(page).fill("Mon forum")

    save(page)

    expect_told(page, f"{branch} contient un texte")
    assert desk.read(branch=branch) == theirs
    repository.branch(branch, repository.head())
    saved(page)
    assert "Mon forum" in desk.read(branch=branch)

    page.goto(f"{desk.address}#/workflow")
    unseen = desk.host.saved_by_others("content/images/salle.png", b"\x89PNG", branch)
    discard(page)
    expect_told(page, "a complété la demande")
    assert repository.head(branch) == unseen
    page.reload()
    late: list[str] = []

    def sent_late(_asked: Asked) -> None:
        if not late and any(one["state"] == "closed" for one in desk.host.requests.values()):
            late.append(desk.host.saved_by_others(FORUM, theirs.encode(), branch))

    desk.host.before = sent_late  # between the page's last steps
    discard(page)
    expect(page.get_by_text("Mon forum")).to_have_count(0)
    assert [repository.head(branch)] == late
    desk.close()
