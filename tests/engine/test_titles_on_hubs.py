"""After an edit of a title nothing else is loaded, also of a hub that has what associations have.

Where a title stands in what is not made round index and plan, the whole way is gone; either way
output, state and messages are those of a build from nothing.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.engine.memory import BuildMemory
from sitegen.engine.options import BuildReport
from sitegen.engine.recalled.answers import RecalledQuestions
from sitegen.errors import Diagnostic
from sitegen.rendering.press import software
from sitegen.theme.folders import Theme
from tests.engine.copied import cold_build, copied
from tests.engine.hub import HUB, SECRETS, TITLES
from tests.engine.kits import quick_pdf
from tests.engine.test_titles import clean, digests, kept, ways
from tests.support import NOW, SiteFolder

__all__ = ["ways"]

OTHER = "Bien autre chose"
FORUM = "releases/2026-02-10-forum.md"
BETA = "news/2026-01-11-beta.md"
ALPHA, ALPHA_EN = "news/2026-01-10-alpha.md", "news/2026-01-10-alpha.en.md"
WHOLE = {
    "about.md": "private pages have it in their menu",
    "about.en.md": "private pages have it in their menu",
    "legal.md": "private pages have it in their menu",
    "members/2026-01-19-minutes.md": "it is for few",
    "members/2026-01-19-minutes.en.md": "it is for few",
    "members/2026-01-20-accounts.md": "it is for few",
    "releases/2026-03-01-before.md": "it is for few",
}
"""What goes the whole way, and why."""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sitegen.rendering.press.write.make_pdf", quick_pdf)
        with cold_build(tmp_path_factory.mktemp("hub"), HUB, NOW) as folder:
            yield folder


@pytest.fixture
def hub(original: Path, ways: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[SiteFolder]:
    monkeypatch.setattr("sitegen.rendering.press.write.make_pdf", quick_pdf)
    with copied(original) as site:
        del ways[:]
        yield site


def check(site: SiteFolder, report: BuildReport, folder: Path) -> None:
    """Raise unless *site* is what a build of it from nothing gives, in *folder*."""
    other = clean(site, folder)
    tree, expected = site.tree(), other.tree()
    differing = [path for path in tree | expected if tree.get(path) != expected.get(path)]
    assert differing == []
    assert digests(site) == digests(other)
    assert kept(site) == kept(other)
    assert report.diagnostics == other.build().diagnostics
    told = [path for path, raw in tree.items() if any(word.encode() in raw for word in SECRETS)]
    assert told == []


@pytest.mark.slow
@pytest.mark.parametrize("path", TITLES)
def test_whoever_has_another_title_all_is_as_if_built_from_nothing(
    hub: SiteFolder, ways: list[str], tmp_path: Path, path: str
) -> None:
    hub.replace(f"content/{path}", TITLES[path], OTHER)

    report = hub.build()

    assert ways == (["whole"] if path in WHOLE else []), WHOLE.get(path, "")
    assert report.parsed == (path,)
    check(hub, report, tmp_path / "clean")


def test_a_title_that_is_taken_back_leaves_what_was_there(hub: SiteFolder, ways: list[str]) -> None:
    """Of a text and of its translation, whose titles each other's pages tell."""
    before = hub.tree(), digests(hub), kept(hub)
    texts = {path: (hub.root / f"content/{path}").read_bytes() for path in (ALPHA, ALPHA_EN)}
    for path in texts:
        hub.replace(f"content/{path}", TITLES[path], f"{OTHER} de {path}")
    report = hub.build()
    assert {"news/alpha/index.html", "en/news/alpha/index.html"} <= set(report.written)
    for path, text in texts.items():
        hub.write(f"content/{path}", text)
    hub.build()

    assert (hub.tree(), digests(hub), kept(hub)) == before
    assert ways == []


@pytest.mark.slow
def test_a_text_that_had_its_former_title_in_another_language_would_be_found(
    hub: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not translated is shown in German too, as an entry of its own."""
    with monkeypatch.context() as patch:
        retitled = RecalledQuestions.retitled
        patch.setattr(
            RecalledQuestions,
            "retitled",
            lambda self, others: retitled(self, [each for each in others if not each[0]]),
        )
        hub.replace(f"content/{BETA}", TITLES[BETA], OTHER)
        hub.build()

    assert hub.tree() != clean(hub, tmp_path / "clean").tree()


def test_the_search_of_each_language_has_the_title_that_is_of_it(
    hub: SiteFolder, ways: list[str]
) -> None:
    before = hub.tree()
    hub.replace(f"content/{ALPHA_EN}", TITLES[ALPHA_EN], OTHER)

    report = hub.build()

    changed = {path for path, raw in hub.tree().items() if before.get(path) != raw}
    assert any(path.startswith("en/search-index/") for path in changed)
    assert not any(path.startswith("de/search-index/") for path in changed)
    assert (report.indexed, report.is_index_due, ways) == ("pages", False, [])


def test_an_event_that_a_translation_has_from_its_original_is_told_by_that(
    hub: SiteFolder, ways: list[str]
) -> None:
    """Each text is one that changed; the event did, where its own text has another title."""
    moves = []
    for path in (ALPHA_EN, ALPHA):
        hub.replace(f"content/{path}", TITLES[path], f"{OTHER} de {path}")
        changes = hub.build().changes
        assert changes is not None
        moves.append((changes.articles.changed, changes.events.changed))
    hub.append("site.yaml", "description: Une autre\n")
    later = hub.build().changes

    assert moves == [
        ((f"{OTHER} de {ALPHA_EN}",), ()),
        ((f"{OTHER} de {ALPHA}",), (f"{OTHER} de {ALPHA}",)),
    ]
    assert later is not None
    assert later.tells_nothing
    assert ways == ["whole"]


def test_what_a_menu_calls_by_a_title_of_its_own_is_no_other_page(
    hub: SiteFolder, ways: list[str]
) -> None:
    """All pages have the menu; whatever else its document says is its own page's."""
    hub.replace("content/contact.md", "title: ", "summary: Par ici.\ntitle: Autrement. ")

    report = hub.build()

    assert ways == ["whole"]
    assert "contact/index.html" in report.written
    assert not {"index.html", "about/index.html"} & set(report.rendered)


def test_what_an_edit_compiled_is_kept_for_the_next_process(
    hub: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cold build may have compiled the templates of another language in a worker."""
    kept_of: list[Theme] = []
    monkeypatch.setattr("sitegen.engine.recalled.made.keep_compiled", kept_of.append)
    hub.replace(f"content/{ALPHA_EN}", TITLES[ALPHA_EN], OTHER)

    hub.build()

    assert [theme.templates != {} for theme in kept_of] == [True]


def test_a_release_that_is_edited_has_its_kit_made_round_index_and_plan_too(
    hub: SiteFolder, ways: list[str], tmp_path: Path
) -> None:
    """Its text alone: the archive with its picture, and its page, which tells how large that is."""
    hub.append(f"content/{FORUM}", "\nUne phrase de plus, et une autre encore.\n")

    report = hub.build()

    assert ways == []
    kit = {path for path in report.written if path.startswith("releases/forum/forum")}
    endings = {path.removeprefix("releases/forum/forum") for path in kit}
    assert endings == {".pdf", ".txt", "-mail.html", ".eml", ".zip"}
    assert "releases/forum/index.html" in report.written
    check(hub, report, tmp_path / "clean")


@pytest.mark.slow
def test_a_page_that_told_its_kits_former_size_would_be_found(
    hub: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.engine.recalled.pages.told_sizes", lambda *_: {})
        hub.replace(f"content/{FORUM}", "title: ", f"title: {'Autrement, ' * 20}")
        hub.build()

    assert hub.tree() != clean(hub, tmp_path / "clean").tree()


@pytest.mark.parametrize("lacks", ["the software", "time"])
def test_a_kit_that_is_not_to_be_made_now_goes_the_whole_way(
    hub: SiteFolder, ways: list[str], monkeypatch: pytest.MonkeyPatch, lacks: str
) -> None:
    if lacks == "the software":
        monkeypatch.setattr(software, "software_problem", lambda: Diagnostic("press-extra-missing"))
    hub.append(f"content/{FORUM}", "\nUne phrase de plus.\n")

    report = hub.build(images=lacks != "time")

    assert ways == ["whole"]
    assert "releases/forum/index.html" in report.written
    assert "releases/forum/forum.pdf" not in report.written


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_edited_one_after_the_other_all_is_as_if_built_from_nothing(
    hub: SiteFolder, tmp_path: Path, seed: int
) -> None:
    """Titles and texts, also as others have them; half of it by a process that keeps what it made,
    and is told what was saved.
    """
    chance = random.Random(seed)
    hub.memory = BuildMemory() if seed % 2 else None
    titles = dict(TITLES)
    for step in range(6):
        saved = []
        for path in chance.sample(sorted(TITLES), chance.randint(1, 3)):
            title = chance.choice((OTHER, *TITLES.values()))
            if chance.random() < 0.7 and title.isascii() and "secret" not in title:
                hub.replace(f"content/{path}", f"title: {titles[path]}", f"title: {title}")
                titles[path] = title
            if chance.random() < 0.3:
                hub.append(f"content/{path}", "\nUne phrase de plus.\n")
            saved.append(f"content/{path}")
        report = hub.build(saved=tuple(saved) if seed == 3 else None)
        check(hub, report, tmp_path / f"clean{step}")
