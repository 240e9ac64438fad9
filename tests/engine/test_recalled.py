"""After an edit of a text alone nothing else is loaded, and the output is that of a clean build."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.engine.options import BuildReport
from sitegen.published.changes import Moves
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
search: true
-- content/_data/authors.yaml --
amelie: {name: Amélie}
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
tags: [eau]
author: amelie
event: {start: 2026-12-24 18:00, end: 2026-12-24 20:00, location: {name: Mairie}}
---
Le texte d’alpha. Voir [bêta](2026-01-11-beta.md).

## Une partie

Suite.
-- content/news/2026-01-11-beta.md --
---
title: Bêta
tags: [eau, feu]
signatories: [Une autre]
---
Le texte de bêta. Voir [alpha](2026-01-10-alpha.md#une-partie).
-- content/news/2026-01-12-gamma.md --
---
title: Gamma
draft: true
---
Le texte de gamma.
-- content/about.md --
---
title: À propos
---
Qui nous sommes.
"""
ALPHA, BETA = "content/news/2026-01-10-alpha.md", "content/news/2026-01-11-beta.md"
PAGE = "news/alpha/index.html"


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    site.age()
    assert site.build().diagnostics == []
    return site


@pytest.fixture
def nothing_else(built: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever goes the whole way fails."""
    del built  # which went it
    monkeypatch.delattr("sitegen.engine.pipeline.bring_up_to_date")


def clean(site: SiteFolder, folder: Path) -> dict[str, bytes]:
    """Return the tree of a build of the same sources from nothing."""
    shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns("output", ".sitegen"))
    other = SiteFolder(folder)
    other.build()
    return other.tree()


def done(report: BuildReport) -> set[str]:
    return {path for path in report.written if path.endswith((".html", ".xml", ".json"))}


@pytest.mark.usefixtures("nothing_else")
def test_an_edit_of_a_text_goes_round_index_and_plan(
    built: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its page, the feeds that hold it and the search index are brought, at once and again."""
    for number in range(2):  # the second one within two seconds of the first
        built.append(ALPHA, f"\nUne phrase de plus, la {number}.\n")
        report = built.build()

        assert report.parsed == ("news/2026-01-10-alpha.md",)
        assert PAGE in done(report)
        assert "feed.xml" in done(report)
        assert report.indexed == "pages"
        assert report.changes is not None
        assert report.changes.articles == Moves(changed=("Alpha",))
        again = built.build()
        assert (again.rendered, again.written, again.parsed) == ({}, [], ())
    monkeypatch.undo()
    assert built.tree() == clean(built, tmp_path / "clean")


@pytest.mark.usefixtures("nothing_else")
def test_a_file_that_was_only_touched_changes_nothing(built: SiteFolder) -> None:
    path = built.root / ALPHA
    path.touch()

    report = built.build()

    assert (report.rendered, report.parsed, report.changes) == ({}, (), None)


def test_what_is_told_later_of_an_edit_is_what_changed_since(built: SiteFolder) -> None:
    built.append(ALPHA, "\nUne phrase de plus.\n")
    built.build()
    built.append(BETA, "\nUne phrase de plus.\n")
    built.append("site.yaml", "description: Une autre\n")

    report = built.build()

    assert report.changes is not None
    assert report.changes.articles == Moves(changed=("Bêta",))


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [
        ("the title", "title: Bêta", "title: Delta"),
        ("a link's target", "Le texte", "[Ici](2026-01-10-alpha.md). Le texte"),
        ("what was public", "title: Bêta", "draft: true\ntitle: Bêta"),
    ],
)
def test_what_is_more_than_a_text_goes_the_whole_way(
    built: SiteFolder, tmp_path: Path, what: str, old: str, new: str
) -> None:
    del what
    built.replace(BETA, old, new)

    built.build()

    assert built.tree() == clean(built, tmp_path / "clean")


def test_an_anchor_that_others_may_lead_to_is_missed(built: SiteFolder) -> None:
    built.replace(ALPHA, "## Une partie", "## Un chapitre")

    assert [diagnostic.code for diagnostic in built.build().diagnostics] == ["broken-anchor"]


@pytest.mark.parametrize("table", ["question", "entry"])
def test_an_answer_that_was_damaged_is_asked_again(
    built: SiteFolder, tmp_path: Path, table: str
) -> None:
    """It decodes, and is another: its digest tells."""
    column = {"question": "answer", "entry": "entry"}[table]
    with sqlite3.connect(built.root / ".sitegen/state.db") as database:
        for name in ("Bêta".encode(), b"Hub"):
            database.execute(
                f"UPDATE {table} SET {column} ="
                f" CAST(replace(CAST({column} AS TEXT), ?, ?) AS BLOB) WHERE instr({column}, ?)",
                (name.decode(), name.decode()[::-1], name),
            )
    database.close()
    built.append(ALPHA, "\nUne phrase de plus.\n")

    built.build()

    assert built.tree() == clean(built, tmp_path / "clean")


def test_every_answer_that_is_kept_is_what_it_was(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read of the state has the digest of what was answered, whatever its kind."""
    wrong: list[str] = []
    from sitegen.engine.recalled import pages

    real = pages.hold_against_digests

    def hold(questions, known, others):  # type: ignore[no-untyped-def]
        wrong.extend(
            str(answer.question)
            for number, answer in known.items()
            if number not in others and questions.digest(answer.question) != answer.digest
        )
        real(questions, known, others)

    monkeypatch.setattr(pages, "hold_against_digests", hold)
    for path in (ALPHA, BETA, "content/about.md"):
        built.append(path, "\nUne phrase de plus.\n")
    built.build()

    assert wrong == []
