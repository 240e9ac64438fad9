"""What the editor may read and write of a site's folder, by the API that it speaks."""

import base64
import json
import os
from pathlib import Path
from typing import Any

import pytest

from sitegen.editing import files
from sitegen.editing.ends import as_it_stood
from sitegen.editing.files import SiteFiles, blob_sha
from sitegen.editing.guards import Guard
from sitegen.editing.repository import PAGE, Repository
from sitegen.sources.parse import ParseSettings
from tests.editing.odd_documents import HANDED_ON

ARTICLE = "content/news/a.md"
TEXT = "---\ntitle: A\ndate: 2026-02-10\n---\n\nUn texte.\n"
SITE = 'title: T\nurl: "https://example.org/"\n'
SETTINGS = ParseSettings("fr", "fr", "markdown")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/news").mkdir(parents=True)
    (tmp_path / ARTICLE).write_text(TEXT, encoding="utf-8")
    (tmp_path / "site.yaml").write_text(SITE, encoding="utf-8")
    return tmp_path


class Editor:
    """Speaks as the editor does."""

    def __init__(self, root: Path, folder: str = "content") -> None:
        guard = Guard(lambda: SETTINGS, "" if folder == "." else f"{folder}/")
        self._repository = Repository(SiteFiles(str(root), folder), guard, "local/x", "ana", str)

    def get(self, path: str, **query: str) -> Any:
        answer = self._repository.answer("GET", path, query, b"")
        return json.loads(answer.content) if answer.kind.startswith("application/json") else answer

    def save(self, *changes: dict[str, Any]) -> tuple[int, str]:
        """Return the answer's status, and the message of a refusal."""
        body = json.dumps({"files": changes}).encode()
        answer = self._repository.answer("POST", "/repos/local/x/contents", {}, body)
        return answer.status, json.loads(answer.content).get("message", "")


@pytest.fixture
def editor(root: Path) -> Editor:
    return Editor(root)


def change(operation: str, path: str, text: str | bytes = b"", **more: str) -> dict[str, Any]:
    content = text.encode() if isinstance(text, str) else text
    encoded = base64.b64encode(content).decode()
    return {"operation": operation, "path": path, "content": encoded, **more}


def sha(root: Path, path: str = ARTICLE) -> str:
    return blob_sha((root / path).read_bytes())


def test_the_tree_holds_content_and_settings_and_nothing_else(root: Path, editor: Editor) -> None:
    for path in ("content/_data/venues.yaml", "content/.git/config", "output/x.html", ".env"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x", encoding="utf-8")
    (root / "content/away").symlink_to(root.parent)
    (root / "content/secret.md").symlink_to(root / ".env")

    tree = editor.get("/repos/local/x/git/trees/main", page="1")

    paths = [file["path"] for file in tree["tree"]]
    assert paths == ["content/_data/venues.yaml", ARTICLE, "site.yaml"]
    assert tree["tree"][1]["sha"] == sha(root)
    assert tree["truncated"] is False


def test_a_text_is_saved_with_its_photograph_and_the_head_is_another(
    root: Path, editor: Editor
) -> None:
    head = editor.get("/repos/local/x/branches/main")["commit"]["id"]
    text = TEXT.replace("title: A", "title: B")

    saved = editor.save(
        change("create", "content/images/a.jpg", b"\xff\xd8"),
        change("update", ARTICLE, text, sha=sha(root)),
    )

    assert saved == (201, "")
    assert (root / ARTICLE).read_text(encoding="utf-8") == text
    assert (root / "content/images/a.jpg").read_bytes() == b"\xff\xd8"
    assert editor.get("/repos/local/x/branches/main")["commit"]["id"] != head
    assert editor.get("/repos/local/x/media/main/content/images/a.jpg").content == b"\xff\xd8"


def test_a_file_is_moved_and_removed(root: Path, editor: Editor) -> None:
    moved = change("update", "content/news/b.md", TEXT, from_path=ARTICLE, sha=sha(root))

    assert editor.save(moved) == (201, "")
    assert not (root / ARTICLE).exists()
    gone = change("delete", "content/news/b.md", sha=sha(root, "content/news/b.md"))
    assert editor.save(gone) == (201, "")
    assert list((root / "content/news").iterdir()) == []


@pytest.mark.parametrize(
    ("asked", "status", "identifier", "words"),
    [
        (change("update", "content/news/x.md", TEXT, sha="1"), 404, "SG591", "not there any more"),
        (change("create", "content/../x.md", TEXT), 403, "SG592", "cannot be written"),
        (change("create", "/etc/x.md", TEXT), 403, "SG592", "cannot be written"),
        (change("create", "content/.htaccess", b"x"), 403, "SG592", "cannot be written"),
        (change("create", "themes/x/base.html", b"x"), 403, "SG592", "cannot be written"),
        (change("create", "content/away/x.md", TEXT), 403, "SG592", "cannot be written"),
        (change("create", ARTICLE, TEXT), 422, "SG593", "exists already"),
        (change("update", ARTICLE, TEXT, sha="0" * 40), 409, "SG594", "changed by somebody else"),
        (change("update", ARTICLE, TEXT), 409, "SG594", "changed by somebody else"),
        (change("create", "content/news/A.md", TEXT), 422, "SG593", f"called {ARTICLE} exists"),
        (change("create", "content/News/b.md", TEXT), 422, "SG593", "called content/news exists"),
        (change("create", "content/FIRST.md", TEXT), 422, "SG593", "exists already"),
        (change("create", "content/aux.md", TEXT), 422, "SG627", "on every system"),
        (change("create", "content/news/a.jpg.", b"x"), 422, "SG627", "on every system"),
        (change("create", "content/a\\b.md", TEXT), 403, "SG592", "cannot be written"),
        (change("create", "content/a\0.md", TEXT), 403, "SG592", "cannot be written"),
        (change("create", f"{ARTICLE}/b.md", TEXT), 422, "SG593", f"called {ARTICLE} exists"),
        (change("create", "content/_data/venues.yaml", "a: {nmae: A}\n"), 422, "SG597", "nmae"),
        (change("create", "content/a.jpg", bytes(2000)), 413, "SG595", "larger than"),
        (change("create", "content/b.md", "---\ntitel: B\n---\n"), 422, "SG597", "titel"),
        (change("create", "content/b.md", "B"), 422, "SG599", "is no text"),
        (change("create", "content/b.md", b"---\n\xff"), 422, "SG599", "is no text"),
    ],
)
def test_what_may_not_be_written_is_refused_in_words(
    asked: dict[str, Any],
    status: int,
    identifier: str,
    words: str,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (root / "content/away").symlink_to(root.parent)
    monkeypatch.setattr(files, "MAX_FILE", 1000)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    told = Editor(root).save(change("create", "content/first.md", TEXT), asked)

    assert told[0] == status, identifier
    assert words in told[1]
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_name_that_changes_in_case_alone_is_one_file(root: Path, editor: Editor) -> None:
    """Also where an accent is written otherwise, as macOS does."""
    assert editor.save(change("create", "content/\u00e9t\u00e9.md", TEXT)) == (201, "")

    moved = change("update", "content/news/A.md", TEXT, from_path=ARTICLE, sha=sha(root))
    assert editor.save(moved) == (201, "")
    assert [path.name for path in (root / "content/news").iterdir()] == ["A.md"]
    assert editor.save(change("create", "content/e\u0301te\u0301.md", TEXT))[0] == 422


def test_a_linked_folder_leads_nowhere_even_within_the_site(root: Path, editor: Editor) -> None:
    """A folder of the content that is a link would let texts be written beside the content."""
    (root / "themes/town/templates").mkdir(parents=True)
    (root / "themes/town/templates/base.html").write_text("b", encoding="utf-8")
    (root / "content/looks").symlink_to(root / "themes/town")
    inside = "content/looks/templates/base.html"

    assert editor.save(change("create", "content/looks/templates/home.html", b"x"))[0] == 403
    assert editor.save(change("update", inside, b"x", sha=blob_sha(b"b")))[0] == 403
    assert editor.get(f"/repos/local/x/raw/{inside}")["message"] != ""
    assert sorted(path.name for path in (root / "themes/town/templates").iterdir()) == ["base.html"]


def test_a_site_whose_folder_is_its_content_keeps_its_code_and_its_output(root: Path) -> None:
    """With ``content: .`` all lies below the content: what is no text is nobody's to edit."""
    kept = ("themes/town/base.html", "plugins/own.py", "output/a.html", "archetypes/a.md")
    for path in (*kept, "output/.sitegen", "published.txt"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x", encoding="utf-8")
    editor = Editor(root, ".")

    tree = editor.get("/repos/local/x/git/trees/main", page="1")["tree"]

    assert [file["path"] for file in tree] == [ARTICLE, "site.yaml"]
    made = ("themes/town/x.html", "plugins/x.py", "output/x/y.html", "archetypes/x.md")
    assert {editor.save(change("create", path, TEXT))[0] for path in made} == {403}
    asked = [change("update", path, b"y", sha=blob_sha(b"x")) for path in kept]
    assert {editor.save(request)[0] for request in asked} == {403}
    assert editor.save(change("create", "news/b.md", TEXT)) == (201, "")


def test_a_file_in_an_older_encoding_is_not_written_with_lost_letters(
    root: Path, editor: Editor
) -> None:
    """SG670: the editor was shown `r�union` for what is a letter in Latin-1."""
    former = TEXT.replace("title: A", "title: Réunion").encode("latin-1")
    (root / ARTICLE).write_bytes(former)
    shown = former.decode("utf-8", "replace")

    status, told = editor.save(change("update", ARTICLE, shown, sha=sha(root)))

    assert (status, "is not UTF-8" in told) == (422, True), "SG670"
    assert (root / ARTICLE).read_bytes() == former


def test_a_form_of_before_another_save_is_refused_although_the_digest_is_of_now(
    root: Path, editor: Editor
) -> None:
    """Another tab of one browser tells the digest, while the form holds what was read before."""
    theirs = TEXT.replace("title: A", "title: Theirs")
    (root / ARTICLE).write_text(theirs, encoding="utf-8")
    mine = change("update", ARTICLE, TEXT.replace("title: A", "title: Mine"), sha=sha(root))

    assert editor.save({**mine, "read": [TEXT.strip()]})[0] == 409
    assert (root / ARTICLE).read_text(encoding="utf-8") == theirs
    assert editor.save({**mine, "read": [TEXT.strip(), theirs.strip()]}) == (201, "")


def test_settings_that_would_stop_the_site_are_refused(root: Path, editor: Editor) -> None:
    """SG598"""
    status, told = editor.save(
        change("update", "site.yaml", "title: T\nlanguage: fr\n", sha=sha(root, "site.yaml"))
    )

    assert (status, "would have a mistake" in told) == (422, True), "SG598"
    assert (root / "site.yaml").read_text(encoding="utf-8") == SITE


def test_a_disk_that_refuses_leaves_all_as_it_was(
    root: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SG596"""
    replace = os.replace
    done: list[str] = []

    def refuse_the_second(source: str, target: str) -> None:
        done.append(target)
        if len(done) == 2:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(files.os, "replace", refuse_the_second)
    changed = TEXT.replace("title: A", "title: B")
    status, told = editor.save(
        change("update", ARTICLE, changed, sha=sha(root)), change("create", "content/b.md", TEXT)
    )

    assert (status, "No space left" in told) == (507, True), "SG596"
    assert (root / ARTICLE).read_text(encoding="utf-8") == TEXT
    assert sorted(path.name for path in (root / "content").iterdir()) == ["news"]


def test_a_key_that_was_unknown_before_does_not_stand_in_the_way(
    root: Path, editor: Editor
) -> None:
    (root / ARTICLE).write_text(TEXT.replace("date:", "datum:"), encoding="utf-8")

    changed = TEXT.replace("date:", "datum:").replace("title: A", "title: B")

    assert editor.save(change("update", ARTICLE, changed, sha=sha(root))) == (201, "")


@pytest.mark.parametrize(("former", "handed_on", "made"), HANDED_ON)
def test_what_the_editor_does_not_keep_of_a_file_stays(
    former: str, handed_on: str, made: str
) -> None:
    assert as_it_stood(former.encode(), handed_on) == made.encode()


def test_a_request_that_makes_no_sense_is_answered(editor: Editor) -> None:
    answered = [
        editor.save({"operation": "explode", "path": ARTICLE}),
        editor.save({"operation": "create", "path": "content/a.md", "content": "***"}),
        editor.save({"path": ARTICLE}),
    ]

    assert {status for status, _ in answered} == {400}
    assert editor.get("/repos/other/x")["message"] == "not found"
    assert PAGE > 30, "fewer files in an answer than Gitea gives by default"
