"""The search index: when it is made, what it is made of, and that nothing waits for it."""

import gzip
import json
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.engine import tool
from sitegen.engine.memory import Memory
from sitegen.engine.output import Output
from sitegen.engine.search import index as search_index
from sitegen.engine.search import pagefind, pagefind_files
from sitegen.engine.search.elisions import split_elisions
from sitegen.errors import UsageError
from tests.engine.checks import check_mended, clean_tree
from tests.engine.edits import ALPHA, BETA, SITE
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

FRENCH = """
-- site.yaml --
title: Hub
url: https://hub.example.org/hub/
search: true
-- content/news/2026-01-10-alpha.md --
---
title: L’accueil des communes
tags: [eau, feu, air, terre]
event: {start: 2026-12-24, type: fête}
---
Près de l’école d'Élise, aujourd’hui.
-- content/news/2026-01-11-beta.md --
---
title: Bêta
tags: [vent, pluie, neige, eau]
---
Un texte.
-- content/about.md --
---
title: À propos
---
Nous.
"""


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    site.age()
    assert site.build().indexed == "new"
    return site


def indexed(site: SiteFolder) -> dict[str, dict[str, object]]:
    """Return what the index knows of each page, by address."""
    found = {}
    for path in (site.output / "pagefind/fragment").iterdir():
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[fragment["url"]] = fragment
    return found


# When


def test_an_edit_of_a_text_makes_the_index_once(built: SiteFolder) -> None:
    built.replace(ALPHA, "Le texte d’alpha.", "Un autre texte.")

    assert built.build().indexed == "pages"
    assert "Un autre texte." in str(indexed(built)["/news/alpha/"]["content"])
    assert built.build().indexed == ""


def test_nothing_runs_when_nothing_changed(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("Pagefind ran"))

    built.build()
    built.replace("themes/mini/templates/tag.html", "{{ term.name }}", "{{ term.name }}!")
    report = built.build()

    assert "tags/eau/index.html" in report.written
    assert report.indexed == ""


def test_restored_files_with_other_times_make_no_index(built: SiteFolder) -> None:
    """A cache of output and state in CI."""
    shutil.copytree(built.output, built.root / "copy")
    shutil.rmtree(built.output)
    (built.root / "copy").rename(built.output)

    report = built.build()

    assert (report.rendered, report.indexed) == ({}, "")
    assert built.build().indexed == ""


def test_a_dry_run_says_that_the_index_would_be_made(built: SiteFolder) -> None:
    before = built.tree()
    assert built.build(dry=True).indexed == ""
    built.replace("content/about.md", "title: À propos", "title: Nous")
    assert built.build(dry=True).indexed == "pages"
    built.build()
    (built.output / "pagefind/pagefind.js").unlink()
    assert built.build(dry=True).indexed == "output"
    assert before.keys() - built.tree().keys() >= {"pagefind/pagefind.js"}


def test_another_pagefind_makes_it_anew() -> None:
    assert any(name.startswith("pagefind_bin-") for name in tool._library_versions())


@pytest.mark.parametrize("is_kept", [False, True])
def test_an_index_that_is_left_for_later_is_made_then(built: SiteFolder, *, is_kept: bool) -> None:
    built.memory = Memory() if is_kept else None
    before = {path: one for path, one in built.tree().items() if path.startswith("pagefind/")}
    assert not built.build(search=False).is_index_due
    built.replace(ALPHA, "Le texte d’alpha.", "Un autre texte.")

    for _ in range(2):
        report = built.build(search=False)
        assert (report.indexed, report.is_index_due) == ("", True)
        assert before.items() <= built.tree().items()

    report = built.build()
    assert (report.indexed, report.rendered) == ("pages", {})
    assert built.tree() == clean_tree(built)
    assert not built.build(search=False).is_index_due
    assert built.build().indexed == ""


def test_an_index_that_is_interrupted_stays_due(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.memory = Memory()
    asked: list[None] = []
    monkeypatch.setattr(pagefind, "_program", stand_in(built, "exec sleep 60"))
    built.memory.is_interrupted = lambda: asked.append(None) or len(asked) > 15  # type: ignore[func-returns-value]
    built.append(ALPHA, "Encore.\n")
    started = time.monotonic()

    report = built.build()

    assert (report.errors, report.indexed, report.is_index_due) == ([], "", True)
    assert time.monotonic() - started < 30
    monkeypatch.undo()
    built.memory.is_interrupted = lambda: False
    assert built.build().indexed == "pages"
    assert built.tree() == clean_tree(built)


# Of what


def test_articles_and_pages_alone_are_found(built: SiteFolder) -> None:
    """Lists would only repeat them."""
    assert set(indexed(built)) == {
        "/about/",
        "/tools/",
        *(f"/news/{name}/" for name in ("alpha", "beta", "gamma", "delta", "epsilon", "eta")),
        "/guide/first/",
        "/guide/second/",
        "/reports/zeta/",
    }


def test_the_theme_names_filters_and_what_results_show(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(FRENCH)
    assert site.build().diagnostics == []

    one = indexed(site)["/news/alpha/"]
    assert one["filters"] == {
        "section": ["News"],
        "tag": ["eau", "feu", "air", "terre"],
        "type": ["fête"],
        "year": ["2026"],
    }
    assert one["meta"] == {
        "title": "Lʼ accueil des communes",
        "label": "News",
        "day": "2026-01-10",
        "date": "10\u00a0janvier 2026",
    }
    assert one["content"] == "Près de lʼ école dʼ Élise, aujourd’hui."
    assert "l’école d’Élise" in site.page("news/alpha/index.html").replace("\u2019", "’")


def test_a_site_without_search_says_nothing_of_it(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(FRENCH.replace("search: true\n", ""))
    site.build()

    assert not site.has("recherche/index.html")
    assert not any("pagefind" in path for path in site.tree())
    for path, content in site.tree().items():
        if path.endswith(".html"):
            assert b"pagefind" not in content, path
            assert b"/recherche/" not in content, path


def test_search_turned_off_takes_page_and_index_away(built: SiteFolder) -> None:
    built.replace("site.yaml", "search: true\n", "")
    report = built.build()
    assert not (built.output / "pagefind").exists()
    assert "recherche/index.html" in report.removed

    built.replace("site.yaml", "per_page", "search: true\nper_page")
    assert built.build().indexed == "new"


def test_a_page_with_a_mistake_is_found_as_it_was_published(built: SiteFolder) -> None:
    """What was changed soundly beside it is published, and found."""
    built.replace(ALPHA, "title: Alpha", "titel: Alpha")
    built.replace(BETA, "Le texte de bêta.", "Un autre.")
    for why in ("pages", ""):
        report = built.build()
        assert report.errors
        assert (report.indexed, report.removed) == (why, [])
        assert "/news/alpha/" in indexed(built)
        assert "Un autre." in str(indexed(built)["/news/beta/"]["content"])

    built.replace(ALPHA, "titel: Alpha", "title: Alpha")
    assert built.build().indexed == ""


def test_a_first_build_with_a_mistake_can_be_searched(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(FRENCH.replace("title: Bêta", "titel: Bêta"))

    assert site.build().errors
    assert set(indexed(site)) == {"/news/alpha/", "/about/"}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>L’école</p>", "<p>Lʼ école</p>"),
        ("jusqu'à l&#39;aube", "jusquʼ à lʼ aube"),
        ("«\u00a0d’hiver", "«\u00a0dʼ hiver"),
        ('<a title="l’eau">d’<b>eau</b></a>', '<a title="l’eau">d’<b>eau</b></a>'),
        ("plusqu’un, quoiqu’il, Puisqu’on", "plusqu’un, quoiquʼ il, Puisquʼ on"),
        ("aujourd’hui, presqu’île, O’Brien", "aujourd’hui, presquʼ île, O’Brien"),
    ],
)
def test_words_that_lost_a_letter_stand_alone(html: str, expected: str) -> None:
    assert split_elisions(html) == expected


def test_a_long_text_without_tags_is_read_in_no_time() -> None:
    before = time.process_time()

    split_elisions("l’eau " * 30_000)

    assert time.process_time() - before < 4


# In which order


def test_the_same_pages_give_the_same_bytes(
    make_site: Callable[[str], SiteFolder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In another folder, with one thread, with settings lying about; Pagefind alone does not."""
    site = make_site(FRENCH)
    site.build()
    pages = [path for path in site.tree() if path.startswith(("news/", "about"))]
    pages = [path for path in pages if path.endswith(".html")]
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: [p]\n")
    monkeypatch.chdir(tmp_path)

    def made(name: str, order: list[str]) -> dict[str, bytes]:
        work = tmp_path / name / "work"
        files = pagefind.make_index(order, str(site.output), str(work), "fr", lambda: False)
        return {path: Path(file).read_bytes() for path, file in files.items()}

    first = made("a", pages)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    monkeypatch.setenv("RAYON_NUM_THREADS", "1")
    assert made("b", pages[::-1]) == first
    assert {f"pagefind/{path}": one for path, one in first.items()}.items() <= site.tree().items()
    assert list(first)[-1] == "pagefind-entry.json"
    monkeypatch.setattr(pagefind, "put_in_order", lambda made: None)
    assert any(made(f"c{number}", pages) != first for number in range(3))


# When it fails


def stand_in(site: SiteFolder, script: str) -> Callable[[], str]:
    """Return what names a program that does *script* in Pagefind's place."""
    site.write("program", f"#!/bin/sh\n{script}\n")
    (site.root / "program").chmod(0o755)
    return lambda: str(site.root / "program")


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo 'no memory' >&2; exit 3", "Pagefind ended with 3: no memory"),
        ("exit 1", "Pagefind ended with 1: no reason"),
        ("exec sleep 60", "Pagefind did not end within 1 s"),
        ('mkdir "$4"; echo "{}" > "$4/pagefind-entry.json"', "this Pagefind writes files that"),
    ],
)
def test_a_failure_leaves_the_site_published_and_is_tried_again(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch, script: str, reason: str
) -> None:
    before = {path: one for path, one in built.tree().items() if path.startswith("pagefind/")}
    built.replace(ALPHA, "Le texte d’alpha.", "Un autre texte.")
    with monkeypatch.context() as patch:
        patch.setattr(pagefind, "_program", stand_in(built, script))
        patch.setattr(pagefind, "PATIENCE", 0.5 if "sleep" in script else 60)
        for _ in range(2):
            report = built.build()
            assert [one.code for one in report.errors] == ["search-failed"]
            assert str(report.errors[0].values["reason"]).startswith(reason)

    assert "Un autre texte." in built.page("news/alpha/index.html")
    after = {path: one for path, one in built.tree().items() if path.startswith("pagefind/")}
    assert after == before
    assert not (built.root / ".sitegen/search").exists()
    assert built.build().indexed == "pages"
    assert built.tree() == clean_tree(built)


def test_a_system_without_pagefind_is_told(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.append(ALPHA, "Encore.\n")
    monkeypatch.setattr("pagefind_bin.get_candidate_paths", list)

    report = built.build()

    assert report.errors[0].values == {"reason": "there is no Pagefind for this system"}


def test_a_missing_extra_is_one_line(built: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    built.append("site.yaml", "\n# changed\n")
    monkeypatch.setattr("sitegen.engine.configuring.find_spec", lambda name: None)

    with pytest.raises(UsageError) as error:
        built.build()

    (diagnostic,) = error.value.diagnostics
    assert diagnostic.code == "missing-extra"
    assert diagnostic.values == {"what": "`search: true`", "extra": "search"}


@pytest.mark.parametrize("number", [1, 5, 12])
@pytest.mark.parametrize("is_taken_back", [False, True])
def test_a_build_that_is_killed_while_it_publishes_the_index_is_mended(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch, number: int, is_taken_back: bool
) -> None:
    """Whether the edit stays or is taken back."""
    built.replace(ALPHA, "Le texte d’alpha.", "Un autre texte.")
    left = [number]
    real = Output.bring_file

    def bring(self: Output, path: str, source: str) -> object:
        left[0] -= path.startswith("pagefind/")
        if left[0] == 0:
            raise KeyboardInterrupt
        return real(self, path, source)

    with monkeypatch.context() as patch:
        patch.setattr(Output, "bring_file", bring)
        with pytest.raises(KeyboardInterrupt):
            built.build()
    if is_taken_back:
        built.replace(ALPHA, "Un autre texte.", "Le texte d’alpha.")

    check_mended(built, clean_tree(built))


def test_a_full_disk_leaves_the_old_index(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.append(ALPHA, "Encore.\n")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(pagefind, "split_elisions", refuse)
        report = built.build()

    assert report.errors[0].values == {"reason": "No space left on device"}
    assert "Encore." in built.page("news/alpha/index.html")
    assert built.build().indexed == "pages"


def test_a_damaged_record_is_no_record(built: SiteFolder) -> None:
    from sitegen.engine.state.state import State

    state = State(str(built.root / ".sitegen/state.db"))
    with state.transaction():
        state.set_meta(search_index._KEY, b"\xff\x00")
        state.set_meta("standing", b"")
    state.close()

    assert built.build().indexed == "new"
    assert built.build().indexed == ""


def test_files_of_another_pagefind_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pagefind-entry.json").write_text('{"languages": {"fr": {"hash": "fr_1"}}}')
    (tmp_path / "pagefind.fr_1.pf_meta").write_bytes(gzip.compress(b"pagefind_dcd\xa0"))

    with pytest.raises(pagefind_files.UnknownFormatError):
        pagefind_files.put_in_order(str(tmp_path))


def test_nobody_else_has_pages_where_the_index_stands(built: SiteFolder) -> None:
    built.write("content/pagefind/mine.txt", "mine")

    report = built.build()

    assert [(one.code, one.values["other"]) for one in report.errors] == [
        ("address-twice", "the search index")
    ]
