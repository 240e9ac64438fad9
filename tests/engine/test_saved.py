"""A process that was told which files were saved looks at these, and at the rest when it is calm.

Whatever else is another is found then, and the output is that of a clean build.
"""

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.disk import looking
from sitegen.engine.memory import BuildMemory
from sitegen.engine.output import Output
from sitegen.rendering.view.shared import Shared
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/_data/authors.yaml --
ana: {name: Ana Martin}
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
author: ana
---
Le texte d’alpha.
-- content/news/2026-01-11-beta.md --
---
title: Bêta
---
Le texte de bêta.
-- themes/own/theme.yaml --
extends: association
"""
ALPHA, BETA = "content/news/2026-01-10-alpha.md", "content/news/2026-01-11-beta.md"
PAGE = "news/alpha/index.html"
Change = Callable[[SiteFolder], None]


@pytest.fixture
def kept(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    """A site that this process built, and looked at since."""
    site = make_site(SITE)
    site.memory = BuildMemory()
    site.age()
    site.build()
    site.build()
    return site


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was looked at as a whole: content, output."""
    seen: list[str] = []
    monkeypatch.setattr(
        "sitegen.engine.trees.look", lambda *given: seen.append("tree") or looking.look(*given)
    )
    present = Output.present
    monkeypatch.setattr(Output, "present", lambda output: seen.append("output") or present(output))
    return seen


def clean(site: SiteFolder, folder: Path) -> dict[str, bytes]:
    """Return the tree of a build of the same sources from nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns("output", ".sitegen"))
    other = SiteFolder(folder)
    other.build()
    return other.tree()


def test_what_was_saved_is_all_that_is_looked_at(
    kept: SiteFolder, looks: list[str], tmp_path: Path
) -> None:
    """A text and a title, one after the other; an editor's own file came and went beside."""
    kept.append(ALPHA, "\nUne phrase de plus.\n")
    first = kept.build(saved=(ALPHA, "content/news/4913"))
    kept.replace(BETA, "title: Bêta", "title: Une autre")
    second = kept.build(saved=(BETA,))

    assert looks == []
    assert (first.is_look_due, second.is_look_due) == (True, True)
    assert PAGE in first.written
    assert "index.html" in second.written
    assert kept.tree() == clean(kept, tmp_path / "clean")
    looks.clear()
    later = kept.build()
    assert (later.is_look_due, later.written, later.removed) == (False, [], [])
    assert looks == ["tree", "output"]


def test_where_the_index_is_wanted_nothing_is_prepared_that_goes_round_it(
    kept: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editing page shows what the index knows."""
    looked_at: list[Any] = []
    monkeypatch.setattr(
        "sitegen.engine.build.look_at_saved", lambda *given: looked_at.append(given)
    )
    assert kept.memory
    kept.memory.is_index_wanted = True
    kept.append(ALPHA, "\nUne phrase de plus.\n")

    report = kept.build(saved=(ALPHA,))

    assert (looked_at, report.is_look_due) == ([], False)
    assert "Une phrase de plus." in kept.page(PAGE)


def another_text(site: SiteFolder) -> None:
    site.append(BETA, "\nEncore.\n")


def another_date(site: SiteFolder) -> None:
    site.replace(BETA, "title: Bêta", "title: Bêta\ndate: 2026-01-05")


def a_new_text(site: SiteFolder) -> None:
    site.write("content/news/2026-01-12-gamma.md", "---\ntitle: Gamma\n---\nNeuf.\n")


def a_text_gone(site: SiteFolder) -> None:
    site.remove(BETA)


def other_data(site: SiteFolder) -> None:
    site.replace("content/_data/authors.yaml", "Martin", "Ruiz")


def another_page(site: SiteFolder) -> None:
    site.write("output/news/beta/index.html", "Autre chose")


def a_page_gone(site: SiteFolder) -> None:
    site.remove("output/news/beta/index.html")


def other_settings(site: SiteFolder) -> None:
    site.append("site.yaml", "description: Une autre\n")


CHANGES = {
    another_text: BETA,
    another_date: BETA,
    a_new_text: "content/news/2026-01-12-gamma.md",
    a_text_gone: BETA,
    other_data: "content/_data/authors.yaml",
    another_page: "",
    a_page_gone: "",
    other_settings: "site.yaml",
}
"""What somebody did, with the file of which events would have told."""


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_nobody_told_of_is_found_by_the_next_look(
    kept: SiteFolder, tmp_path: Path, change: Change
) -> None:
    change(kept)
    kept.replace(ALPHA, "title: Alpha", "title: Le premier")

    kept.build(saved=(ALPHA,))
    kept.build()

    assert kept.tree() == clean(kept, tmp_path / "clean")


def test_a_copy_of_a_sections_text_is_nothing_until_it_stands_alone(
    kept: SiteFolder, tmp_path: Path
) -> None:
    text, copied = "content/news/_index.md", "content/news/_index (1).md"
    for path in (text, copied):
        kept.write(path, "---\ntitle: Actualités\n---\nBonjour.\n")
    kept.age()
    kept.build()
    kept.build()
    for saved in ((copied,), None, (copied, ALPHA), (text,)):
        kept.append(copied, "\nEncore.\n")
        kept.append((saved or (copied,))[-1], "\nUne phrase.\n")
        assert kept.build(saved=saved).errors == []
        assert kept.tree() == clean(kept, tmp_path / "clean")

    kept.remove(text)
    kept.build(saved=(text,))

    assert [error.code for error in kept.build().errors] == ["section-text-misnamed"]


@pytest.mark.parametrize("folder", ["content/internal", "content/internal/deep"])
def test_a_folder_that_is_gone_is_no_file_of_an_editors(
    kept: SiteFolder, tmp_path: Path, folder: str
) -> None:
    """Of what is moved out of a site events name the folder, and none of its files."""
    kept.write("content/internal/deep/note.md", "---\ntitle: Note\n---\nEntre nous.\n")
    kept.build()
    kept.build()
    shutil.rmtree(kept.root / folder)
    kept.append(ALPHA, "\nUne phrase de plus.\n")

    report = kept.build(saved=(ALPHA, folder))

    assert report.is_look_due is False
    assert not any(b"Entre nous" in page for page in kept.tree().values())
    assert kept.tree() == clean(kept, tmp_path / "clean")


@pytest.mark.parametrize(("change", "path"), [pair for pair in CHANGES.items() if pair[1]])
def test_whatever_was_saved_the_output_is_that_of_a_clean_build(
    kept: SiteFolder, tmp_path: Path, change: Change, path: str
) -> None:
    change(kept)

    report = kept.build(saved=(path,))

    assert report.is_look_due is (change is another_text)
    assert kept.tree() == clean(kept, tmp_path / "clean")


def test_a_file_that_was_saved_twice_within_its_stamp_is_read_again(
    kept: SiteFolder, tmp_path: Path
) -> None:
    """A clock of the disk may stand still between two saves; the events come all the same."""
    now = time.time_ns()
    for before, after in ("Le texte", "Un texte"), ("Un texte", "Ce texte"):
        kept.replace(ALPHA, before, after)
        os.utime(kept.root / ALPHA, ns=(now, now))
        kept.build(saved=(ALPHA,))

    assert "Ce texte" in kept.page(PAGE)
    assert kept.tree() == clean(kept, tmp_path / "clean")


def test_a_theme_that_changed_since_is_not_believed_to_be_the_former_one(
    kept: SiteFolder, tmp_path: Path
) -> None:
    kept.append("site.yaml", "theme: own\n")
    kept.build(saved=("site.yaml",))
    kept.write("themes/own/templates/foot.html", "<footer>Un autre pied</footer>\n")
    kept.build(saved=("themes/own/templates/foot.html",))

    kept.append(ALPHA, "\nUne phrase de plus.\n")
    kept.build(saved=(ALPHA,))

    assert kept.tree() == clean(kept, tmp_path / "clean")


ROW = """
-- content/_data/figures.csv --
nom;part
Tours;12
-- themes/own/templates/parts/row.html --
<li><a href="{{ entry.url }}">{{ entry.title }}</a> {{ site.data("figures") }}</li>
"""


@pytest.fixture
def with_rows(kept: SiteFolder) -> SiteFolder:
    """The site with rows of lists that show data too; a title of it was edited."""
    kept.append("site.yaml", "theme: own\n")
    kept.lay_out(ROW)
    kept.age()
    kept.build()
    kept.build()
    kept.replace(ALPHA, "title: Alpha", "title: Le premier")
    kept.build(saved=(ALPHA,))
    return kept


def test_rows_of_lists_are_kept_from_edit_to_edit(
    with_rows: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of texts that were not edited are not rendered again."""
    rendered: list[str] = []
    made = Shared._rendered

    def noting(shared: Shared, site: Any, key: Any, name: str, *rest: Any) -> Any:
        before = len(shared._known), shared._of_earlier(key)
        html = made(shared, site, key, name, *rest)
        if name == "parts/row.html" and before[1] is None and len(shared._known) > before[0]:
            rendered.append(html)
        return html

    monkeypatch.setattr(Shared, "_rendered", noting)
    with_rows.replace(ALPHA, "title: Le premier", "title: Le second")
    with_rows.build(saved=(ALPHA,))

    assert "Bêta" in with_rows.page("news/index.html")
    assert rendered
    assert not [html for html in rendered if "Bêta" in html]
    assert with_rows.tree() == clean(with_rows, tmp_path / "clean")


def _edit_data_and_a_title(site: SiteFolder) -> None:
    site.replace("content/_data/figures.csv", "Tours;12", "Tours;13")
    site.age()
    site.build()
    site.build()
    site.replace(ALPHA, "title: Le premier", "title: Le second")
    site.build(saved=(ALPHA,))


def test_a_row_that_was_answered_otherwise_is_made_anew(
    with_rows: SiteFolder, tmp_path: Path
) -> None:
    _edit_data_and_a_title(with_rows)

    assert with_rows.tree() == clean(with_rows, tmp_path / "clean")


def test_a_row_that_is_kept_whatever_it_was_answered_would_be_found(
    with_rows: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Shared,
        "_of_earlier",
        lambda shared, key: shared._earlier and shared._earlier.known.get(key),
    )
    _edit_data_and_a_title(with_rows)

    assert with_rows.tree() != clean(with_rows, tmp_path / "clean")


OTHER_KEYS: tuple[dict[str, str], ...] = (
    {},
    {"tags": "[eau]"},
    {"tags": "[Alpha]", "event": "{start: 2026-12-24}"},
    {"event": "{name: Alpha, start: 2026-12-01}"},
    {"draft": "true"},
    {"date": "2026-01-05", "slug": "autre"},
)


def _edit(site: SiteFolder, path: str, keys: dict[str, str], chance: random.Random) -> None:
    """Write another title, and sometimes another text."""
    title = chance.choice(("Alpha", "Bêta", "Un titre", "a", "news", "2026"))
    lines = "".join(f"{key}: {value}\n" for key, value in {"title": title, **keys}.items())
    phrases = "Une phrase.\n\n" * chance.randint(1, 3)
    site.write(path, f"---\n{lines}---\nLe texte.\n\n{phrases}")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_edited_one_after_the_other_all_is_as_if_built_from_nothing(
    kept: SiteFolder, tmp_path: Path, seed: int
) -> None:
    """Titles that others have had, told of or not; they come most often, so that much is kept."""
    chance = random.Random(seed)
    believed = 0
    keys: dict[str, dict[str, str]] = {ALPHA: {}, BETA: {}}
    for _ in range(15):
        paths = chance.sample((ALPHA, BETA), chance.choice((1, 1, 2)))
        for path in paths:
            if chance.random() < 0.2:
                keys[path] = chance.choice(OTHER_KEYS)
            _edit(kept, path, keys[path], chance)
        if chance.random() < 0.5:
            kept.age()
        is_told = chance.random() < 0.8
        report = kept.build(saved=tuple(paths) if is_told else None)
        believed += report.is_look_due
        if report.is_look_due and chance.random() < 0.3:
            kept.build()
        assert kept.tree() == clean(kept, tmp_path / "clean")
    assert believed
