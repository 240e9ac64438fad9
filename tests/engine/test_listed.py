"""What stands as the last build left it is not opened, and whatever is otherwise is seen."""

import os
import random
import shutil
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.disk import listings, looking
from sitegen.disk.stamps import Stamp
from sitegen.engine.output import Output
from sitegen.engine.state.state import State
from sitegen.engine.trees import output_tree
from sitegen.names import MARKER
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Site
url: https://example.org/
-- content/news/alpha.md --
---
title: Alpha
date: 2026-01-01
---
Un texte.

Encore.
-- content/news/beta.md --
---
title: Beta
date: 2026-01-02
---
Un autre.
-- content/guide/une.md --
---
title: Une page
---
Un guide.
"""
Change = Callable[[SiteFolder], None]


@pytest.fixture
def still(make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    """A site that was built some time ago, and looked at since."""
    monkeypatch.setattr(looking, "RACY_NS", 20_000_000)  # the clock of files is late by less
    site = make_site(SITE)
    site.age()
    site.build()
    time.sleep(0.05)
    site.build()
    return site


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that are opened, in order."""
    seen: list[str] = []
    for name in ("listdir", "scandir"):
        real = getattr(os, name)

        def noting(folder: str | bytes, real: Callable[..., object] = real) -> object:
            seen.append(os.path.normpath(os.fsdecode(folder)))
            return real(folder)

        monkeypatch.setattr(os, name, noting)
    return seen


def test_a_build_with_nothing_to_do_opens_no_folder_of_content_and_output(
    still: SiteFolder, opened: list[str]
) -> None:
    report = still.build()

    assert (report.written, report.parsed) == ([], ())
    assert [path for path in opened if "/output" in path or "/content" in path] == []


def test_after_an_edit_of_a_text_its_page_s_folder_alone_is_opened(
    still: SiteFolder, opened: list[str]
) -> None:
    still.append("content/news/alpha.md", "Une phrase de plus.")
    still.age()
    opened.clear()

    written = still.build().written

    inside = {path for path in opened if "/output" in path or "/content" in path}
    assert "news/alpha/index.html" in written
    assert inside == set()
    still.build()
    folders = {os.path.dirname(still.output / path) for path in written}
    assert {path for path in opened if "/output" in path or "/content" in path} <= folders


def a_stray(site: SiteFolder) -> None:
    site.write("output/news/alpha/stray.html", "stray")


def a_page_gone(site: SiteFolder) -> None:
    site.remove("output/news/alpha/index.html")


def a_page_of_the_same_size(site: SiteFolder) -> None:
    page = site.output / "news/alpha/index.html"
    page.write_bytes(b"x" * page.stat().st_size)


def an_empty_folder(site: SiteFolder) -> None:
    (site.output / "news/empty").mkdir()


def a_folder_elsewhere(site: SiteFolder) -> None:
    shutil.move(site.output / "news", site.root / "elsewhere")
    (site.output / "news").symlink_to(site.root / "elsewhere")


def a_page_elsewhere(site: SiteFolder) -> None:
    page = site.output / "news/alpha/index.html"
    page.rename(site.root / "elsewhere.html")
    page.symlink_to(site.root / "elsewhere.html")


@pytest.mark.parametrize(
    "change",
    [
        a_stray,
        a_page_gone,
        a_page_of_the_same_size,
        an_empty_folder,
        a_folder_elsewhere,
        a_page_elsewhere,
    ],
)
def test_whatever_was_done_to_the_output_is_undone(still: SiteFolder, change: Change) -> None:
    expected = still.tree()
    change(still)

    still.build()

    assert still.tree() == expected
    left = list(still.output.rglob("*"))
    assert not any(path.is_symlink() for path in left)
    assert all(any(path.iterdir()) for path in left if path.is_dir())


def another_document(site: SiteFolder) -> None:
    site.write("content/news/gamma.md", "---\ntitle: Gamma\n---\nNeuf.\n")


def a_folder_of_documents(site: SiteFolder) -> None:
    site.write("content/essais/un/deux.md", "---\ntitle: Deux\n---\nNeuf.\n")


def another_name(site: SiteFolder) -> None:
    (site.root / "content/news/alpha.md").rename(site.root / "content/news/omega.md")


def a_folder_put_aside(site: SiteFolder) -> None:
    (site.root / "content/news").rename(site.root / "content/_news")


@pytest.mark.parametrize(
    "change", [another_document, a_folder_of_documents, another_name, a_folder_put_aside]
)
def test_whatever_was_done_to_the_content_is_seen(
    still: SiteFolder, tmp_path: Path, change: Change
) -> None:
    change(still)
    still.age()

    report = still.build()

    clean = SiteFolder(tmp_path / "clean")
    shutil.copytree(still.root / "content", clean.root / "content")
    shutil.copy(still.root / "site.yaml", clean.root)
    assert report.diagnostics == clean.build().diagnostics
    assert still.tree() == clean.tree()


def test_what_an_editor_leaves_beside_a_text_is_none_of_the_site(
    still: SiteFolder, opened: list[str]
) -> None:
    still.write("content/news/.alpha.md.swp", "…")
    still.write("content/news/alpha.md~", "…")

    report = still.build()

    assert (report.written, report.parsed) == ([], ())
    assert os.fspath(still.root / "content/news") in opened
    assert os.fspath(still.root / "content/guide") not in opened


def test_a_disk_that_leaves_folders_as_they_were_has_them_opened(
    still: SiteFolder, opened: list[str]
) -> None:
    """A folder that is older than a file in it was not touched when that came."""
    folder = still.output / "news/alpha"
    os.utime(folder, ns=(0, 1_000_000_000))

    for _ in range(2):
        opened.clear()
        assert still.build().written == []
        assert os.fspath(folder) in opened


PLACES = ("a", "b", "one/a", "one/b", "one/two/a", "three/a", "three/four/five/a")


@pytest.mark.parametrize("seed", range(12))
def test_names_that_come_and_go_are_kept_as_if_all_were_kept_anew(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In folders that stay, are new, or are gone; what is done to them afterwards is seen."""
    monkeypatch.setattr(looking, "_MOST", 2)  # several listings of few files
    chance = random.Random(seed)
    state = State(str(tmp_path / "state.db"))
    tree = output_tree(str(tmp_path / "output"))
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / MARKER).touch()

    def lay_out() -> dict[str, Stamp]:
        output = Output(tree.folder)
        chosen = {place for place in PLACES if chance.random() < 0.7}
        for place in chosen:
            output.write(place, bytes(chance.randrange(9)))
        output.remove(output.present().keys() - chosen)
        return output.present()

    known = lay_out()
    with state.transaction():
        tree.keep(state, known)
    for _ in range(6):
        before, known = known, lay_out()
        with state.transaction():
            same = {path for path in before if before[path] == known.get(path)}
            untold = set(chance.sample(sorted(same), len(same) // 2))
            kept = tree.keep_names(
                state,
                tree.look(state),
                {path: stamp for path, stamp in before.items() if path not in untold},
                {path: stamp for path, stamp in known.items() if path not in untold},
            )
        assert tree.stamps(state) == known
        assert tree.look(state).is_as_kept(kept)
        stray = tmp_path / "output" / chance.choice(["stray", *known])
        if stray.name == "stray":
            stray.touch()
            assert tree.look(state).has_other_names
        else:
            stray.write_bytes(b"something else")
            assert tree.look(state).other_files
            known = Output(tree.folder).present()
            with state.transaction():
                tree.keep(state, known)
        (tmp_path / "output" / "stray").unlink(missing_ok=True)
    state.close()


def test_the_names_of_large_folders_are_not_kept_in_memory() -> None:
    """The texts of the search index are one file for each page, other ones at each edit."""
    tracemalloc.start()
    try:
        for number in range(8):
            listings.names_digest(tuple(b"%d-%d" % (number, page) for page in range(2000)))
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert kept < 100_000  # bytes; a tuple of them takes more
