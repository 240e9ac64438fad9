"""The search index: when it is made, what it is made of, and that nothing waits for it."""

import json
import os
import shutil
import time
from collections.abc import Callable

import pytest

from sitegen.disk import looking
from sitegen.disk.stamps import Stamp
from sitegen.engine.memory import BuildMemory
from sitegen.engine.output import Output, refused
from sitegen.engine.search import index_files, search_index
from sitegen.engine.search.page_texts import read_page
from sitegen.errors import UsageError
from tests.engine.checks import check_mended, clean_tree
from tests.engine.edited_hub import ALPHA, BETA, SITE
from tests.support import SiteFolder

pytestmark = pytest.mark.slow
FOLDER = "search-index/"

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
    by_address = {}
    for path in (site.output / "search-index/texts").glob("*/*"):
        page = json.loads(path.read_bytes())
        by_address[f"/{page['path']}"] = page
    return by_address


def index_of(site: SiteFolder) -> dict[str, bytes]:
    return {path: content for path, content in site.tree().items() if path.startswith(FOLDER)}


def count_reading(patch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the pages that are read for the index from now on."""
    read: list[str] = []

    def reading(path: str, html: str) -> object:
        read.append(path)
        return read_page(path, html)

    patch.setattr(index_files, "read_page", reading)
    return read


def calls_of(
    patch: pytest.MonkeyPatch, holder: object, name: str, told: Callable[..., str]
) -> list[str]:
    """Return what is *told* of the calls of that name from now on."""
    real, seen = getattr(holder, name), []

    def noting(*arguments: object, **more: object) -> object:
        seen.append(told(*arguments))
        return real(*arguments, **more)

    patch.setattr(holder, name, noting)
    return seen


# When


def test_an_edit_of_a_text_makes_the_index_once(built: SiteFolder) -> None:
    built.replace(ALPHA, "Le texte d’alpha.", "Un autre texte.")

    assert built.build().indexed == "pages"
    assert "Un autre texte." in str(indexed(built)["/news/alpha/"]["text"])
    assert built.build().indexed == ""


def test_an_edit_costs_the_pieces_that_have_its_words(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One page is read again; of 8 pieces of words those two are made that have the words.

    No file of the index is opened besides to see whether it is the same, no folder of texts but the
    two of the text that is another now.
    """
    monkeypatch.setattr(looking, "RACY_NS", 20_000_000)  # the clock of files is late by less
    articles = [
        f"-- content/news/2026-01-{number % 28 + 1:02d}-n{number}.md --\n"
        f"---\ntitle: N{number}\n---\n"
        f"Un résumé.\n\nUn texte de {number} mots sur les communes, la fibre et les écoles.\n"
        for number in range(200)
    ]
    site = make_site(FRENCH + "".join(articles))
    site.age()
    assert site.build().diagnostics == []
    time.sleep(0.05)
    site.build()  # it looks at the folders that were too young before
    before = index_of(site)
    read = count_reading(monkeypatch)
    brought = calls_of(monkeypatch, Output, "bring", lambda output, path, *_: path)
    site.replace("content/news/2026-01-08-n7.md", "la fibre", "la piscine")

    assert site.build().indexed == "pages"

    new = {path.split("/")[1]: 0 for path in index_of(site)}
    written = [path for path, content in index_of(site).items() if before.get(path) != content]
    for path in written:
        new[path.split("/")[1]] += 1
    assert read == ["news/n7/index.html"]
    assert new == {
        "entry.json": 1, "reader.js": 0, "texts": 1, "blocks": 1, "words": 2, "filters": 0
    }  # fmt: skip
    assert len([path for path in before if "/words/" in path]) == 8
    of_index = {path for path in brought if path.startswith(FOLDER)}
    assert of_index == {*written, "search-index/reader.js"}
    opened = calls_of(monkeypatch, os, "listdir", lambda folder: os.fsdecode(folder))
    assert site.build().written == []
    of_texts = {path for path in before.keys() ^ index_of(site).keys() if "/texts/" in path}
    assert {os.path.relpath(folder, site.output) for folder in opened if "/texts" in folder} == {
        os.path.dirname(path) for path in of_texts
    }
    assert len({path.split("/")[2] for path in before if "/texts/" in path}) == 16
    assert site.tree() == clean_tree(site)


def test_a_new_article_moves_no_other_and_an_old_one_all(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes, goes or changes its day: always what a clean build gives."""
    site = make_site(FRENCH)
    site.build()
    read = count_reading(monkeypatch)
    for path, day in [("2026-02-01-new", "2026-02-01"), ("2025-02-01-old", "2025-02-01")]:
        site.write(f"content/news/{path}.md", f"---\ntitle: Mai {day}\n---\nUn conseil.\n")
        site.build()
        assert site.tree() == clean_tree(site)
    site.replace("content/news/2025-02-01-old.md", "Mai", "Juin")
    site.replace("content/news/2025-02-01-old.md", "---\nUn", "date: 2026-03-01\n---\nUn")
    site.build()
    assert site.tree() == clean_tree(site)
    site.remove("content/news/2026-02-01-new.md")
    read.clear()
    site.build()

    assert site.tree() == clean_tree(site)
    assert "news/new/index.html" not in read


def test_nothing_runs_when_nothing_changed(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "make_index", lambda *_: pytest.fail("it was made"))

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
    built.append(ALPHA, "Une phrase de plus.")
    assert built.build().indexed == "pages"
    assert built.tree() == clean_tree(built)
    assert built.build().removed == []


def test_a_dry_run_says_that_the_index_would_be_made(built: SiteFolder) -> None:
    before = built.tree()
    assert built.build(dry=True).indexed == ""
    built.replace("content/about.md", "title: À propos", "title: Nous")
    assert built.build(dry=True).indexed == "pages"
    built.build()
    (built.output / "search-index/reader.js").unlink()
    assert built.build(dry=True).indexed == "output"
    assert before.keys() - built.tree().keys() >= {"search-index/reader.js"}


@pytest.mark.parametrize("is_kept", [False, True])
def test_an_index_that_is_left_for_later_is_made_then(built: SiteFolder, *, is_kept: bool) -> None:
    built.memory = BuildMemory() if is_kept else None
    before = {path: content for path, content in built.tree().items() if path.startswith(FOLDER)}
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
    built.memory = BuildMemory()
    read = count_reading(monkeypatch)
    built.memory.is_interrupted = lambda: bool(read)
    built.replace("themes/mini/templates/base.html", "<body>", "<body>Tous.")

    report = built.build()

    assert (report.errors, report.indexed, report.is_index_due) == ([], "", True)
    assert len(read) == 1
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

    entry = indexed(site)["/news/alpha/"]
    assert entry == {
        "path": "news/alpha/",
        "title": "L’accueil des communes",
        "text": "Près de l’école d’Élise, aujourd’hui.",
        "show": {"label": "News", "day": "2026-01-10", "date": "10\u00a0janvier 2026"},
        "filters": {
            "section": ["News"],
            "tag": ["eau", "feu", "air", "terre"],
            "type": ["fête"],
            "year": ["2026"],
        },
    }


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p data-search-text>a<b>b</b><br>c</p>", "ab c"),
        ("<div data-search-text><ul><li>a<li>b</ul></div><p>c", "a b"),
        ("<div data-search-text>a <p data-search-text>b</p></div>", "a b"),
        ("<div data-search-text>a<i data-search-ignore>b</i> <i hidden>c</i></div>", "a"),
        ("<div data-search-text>a<sup><a role=doc-noteref>1</a></sup></div>", "a"),
        ("<div data-search-text>1<sup>er</sup> a&nbsp;; b</div>", "1er a\u00a0; b"),
        ("<main>a <script>b</script><template>c</template></main><p>d", "a"),
        ("<p>a", "a"),
        ("<div data-search-text>" + "<div>" * 80 + "a", "a"),
    ],
)
def test_the_text_of_a_page_is_what_its_theme_marks(html: str, text: str) -> None:
    assert read_page("a/index.html", html).text == text


def test_a_site_without_search_says_nothing_of_it(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(FRENCH.replace("search: true\n", ""))
    site.build()

    assert not site.has("recherche/index.html")
    assert not any("search-index" in path for path in site.tree())
    for path, content in site.tree().items():
        if path.endswith(".html"):
            assert b"data-search" not in content, path
            assert b"/recherche/" not in content, path


def test_search_turned_off_takes_page_and_index_away(built: SiteFolder) -> None:
    built.replace("site.yaml", "search: true\n", "")
    report = built.build()
    assert not (built.output / "search-index").exists()
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
        assert "Un autre." in str(indexed(built)["/news/beta/"]["text"])

    built.replace(ALPHA, "titel: Alpha", "title: Alpha")
    assert built.build().indexed == ""


def test_a_first_build_with_a_mistake_can_be_searched(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(FRENCH.replace("title: Bêta", "titel: Bêta"))

    assert site.build().errors
    assert set(indexed(site)) == {"/news/alpha/", "/about/"}


# When it fails


def test_a_failure_leaves_the_site_published_and_is_tried_again(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = index_of(built)
    built.replace(ALPHA, "Le texte d’alpha.", "Un autre texte.")

    def refuse(*_: object) -> str:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(search_index._Published, "text", refuse)
        for _ in range(2):
            report = built.build()
            assert [error.code for error in report.errors] == ["search-failed"]
            assert report.errors[0].values == {"reason": "Permission denied"}

    assert "Un autre texte." in built.page("news/alpha/index.html")
    assert index_of(built) == before
    assert built.build().indexed == "pages"
    assert built.tree() == clean_tree(built)


def test_a_missing_extra_is_one_line(built: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    built.append("site.yaml", "\n# changed\n")
    monkeypatch.setattr("sitegen.engine.configuring.find_spec", lambda name: None)

    with pytest.raises(UsageError) as error:
        built.build()

    (diagnostic,) = error.value.diagnostics
    assert diagnostic.code == "missing-extra"
    assert diagnostic.values == {"what": "`search: true`", "extra": "search"}


@pytest.mark.parametrize("number", [1, 3, 5])
@pytest.mark.parametrize("is_taken_back", [False, True])
def test_a_build_that_is_killed_while_it_publishes_the_index_is_mended(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch, number: int, is_taken_back: bool
) -> None:
    """Whether the edit stays or is taken back."""
    built.replace(ALPHA, "Le texte d’alpha.", "Un autre texte.")
    left = [number]
    real = Output.bring

    def bring(
        self: Output, path: str, content: bytes, *, is_there: bool
    ) -> tuple[bytes, Stamp, bool]:
        left[0] -= path.startswith(FOLDER)
        if left[0] == 0:
            raise KeyboardInterrupt
        return real(self, path, content, is_there=is_there)

    with monkeypatch.context() as patch:
        patch.setattr(Output, "bring", bring)
        with pytest.raises(KeyboardInterrupt):
            built.build()
    if is_taken_back:
        built.replace(ALPHA, "Un autre texte.", "Le texte d’alpha.")

    check_mended(built, clean_tree(built))


def test_a_full_disk_leaves_the_old_index(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.append(ALPHA, "Encore.\n")

    before = index_of(built)
    real = Output.write

    def write(self: Output, path: str, content: bytes) -> Stamp:
        if path.startswith(f"{FOLDER}entry"):
            raise refused(OSError(28, "No space left on device"), path)
        return real(self, path, content)

    with monkeypatch.context() as patch:
        patch.setattr(Output, "write", write)
        report = built.build()

    assert [error.code for error in report.errors] == ["disk-refused"]
    assert "Encore." in built.page("news/alpha/index.html")
    assert before.items() <= index_of(built).items()
    assert built.build().indexed == "pages"
    assert built.tree() == clean_tree(built)


def test_a_damaged_record_is_no_record(built: SiteFolder) -> None:
    from sitegen.engine.state.state import State

    state = State(str(built.root / ".sitegen/state.db"))
    with state.transaction():
        state.set_meta(search_index.KEY, b"\xff\x00")
        state.set_meta("standing", b"")
    state.close()

    assert built.build().indexed == "new"
    assert built.build().indexed == ""


def test_nobody_else_has_pages_where_the_index_stands(built: SiteFolder) -> None:
    built.write("content/search-index/mine.txt", "mine")

    report = built.build()

    assert [(error.code, error.values["other"]) for error in report.errors] == [
        ("address-twice", "the search index")
    ]
