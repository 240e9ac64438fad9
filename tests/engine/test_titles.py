"""After an edit of a title nothing else is loaded, and output and state are those of a clean build.

The site tells titles in all ways that a site without private pages and languages can: in lists,
feeds, neighbours, guides, menus, redirects, translations, events, letters and the press review.
"""

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.engine.memory import BuildMemory
from sitegen.engine.options import BuildReport
from sitegen.engine.published_file import read_published
from sitegen.engine.recalled.index import RecalledIndex, RetitledIndex
from sitegen.engine.state.state import State
from sitegen.model import Question
from sitegen.published.changes import Moves
from sitegen.site.agenda.editions import Editions, Noted
from sitegen.site.questions.recorded import encode_value
from tests.support import NOW, SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
search: true
menus: {main: [{title: Nous, target: about.md}, {target: news}]}
redirects: {/ancien/: /about/}
letter:
  lists:
    hebdo:
      title: La lettre
      to: lettre@lists.example.org
      sender: redaction@example.org
      unsubscribe: https://lists.example.org/
-- content/_data/letters/2026-01-18-hebdo.yaml --
list: hebdo
state: sent
subject: Une lettre
message_id: 1@example.org
date: 2026-01-18
articles: [news/2026-01-10-alpha.md]
-- content/_data/coverage.yaml --
- {medium: Un journal, title: Un article, date: 2026-01-12, release: news/2026-01-10-alpha.md}
-- content/news/_index.md --
---
title: Nouvelles
---
-- content/news/2026-01-10-alpha.md --
---
title: Alpha du matin
tags: [eau]
author: Ana
---
Le texte d’alpha. Voir [bêta](2026-01-11-beta.md).
-- content/news/2026-01-11-beta.md --
---
title: Bêta du soir
tags: [eau, feu]
event: {id: fete, start: 2026-12-24, location: {name: Mairie}}
---
Le texte de bêta.
-- content/news/2026-01-12-gamma.md --
---
title: Gamma de nuit
event: fete
tags: [feu]
---
Compte rendu.
-- content/news/2026-01-13-english.md --
---
title: Alpha in the morning
lang: en
translates: 2026-01-10-alpha.md
---
The text.
-- content/news/2026-01-14-delta.md --
---
title: Delta de midi
aliases: [/delta-former/]
event: fete
---
Encore un compte rendu.
-- content/news/2026-01-15-epsilon.md --
---
title: Epsilon chaque mardi
events:
  - {start: 2026-12-01 18:00, end: 2026-12-01 20:00, repeat: {rrule: FREQ=WEEKLY;COUNT=5}}
  - {name: Un autre nom, start: 2026-12-05}
---
Chaque semaine.
-- content/news/2026-01-16-zeta.md --
---
title: Zêta en deux fois
event:
  times: [{start: 2026-12-08 10:00, end: 2026-12-08 11:00},
    {start: 2026-12-08 14:00, end: 2026-12-08 15:00}]
---
Deux séances.
-- content/guide/_index.md --
---
title: Guide
layout: documentation
---
-- content/guide/first.md --
---
title: Premiers pas
---
Par ici.
-- content/guide/second.md --
---
title: Zone suivante
---
Par là.
-- content/about.md --
---
title: À propos de tout
---
Qui nous sommes. Voir [gamma](news/2026-01-12-gamma.md).
"""
ALPHA = "content/news/2026-01-10-alpha.md"
BETA = "content/news/2026-01-11-beta.md"
GAMMA = "content/news/2026-01-12-gamma.md"
DELTA = "content/news/2026-01-14-delta.md"
EPSILON = "content/news/2026-01-15-epsilon.md"
SLOTS = "content/news/2026-01-16-zeta.md"
ABOUT = "content/about.md"
TITLES = {
    ALPHA: "Alpha du matin",
    BETA: "Bêta du soir",
    GAMMA: "Gamma de nuit",
    "content/news/2026-01-13-english.md": "Alpha in the morning",
    DELTA: "Delta de midi",
    EPSILON: "Epsilon chaque mardi",
    SLOTS: "Zêta en deux fois",
    "content/guide/first.md": "Premiers pas",
    "content/guide/second.md": "Zone suivante",
    ABOUT: "À propos de tout",
}
EVENTS = (BETA, EPSILON, SLOTS)
"""Texts whose events are called as they are."""
OTHER = "Bien autre chose"
_decode = msgspec.msgpack.Decoder(Question).decode


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    site.age()
    assert site.build().errors == []
    return site


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The builds that went the whole way."""
    from sitegen.engine import pipeline

    gone: list[str] = []
    real = pipeline.bring_up_to_date

    def bring(*given: object) -> BuildReport:
        gone.append("whole")
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "bring_up_to_date", bring)
    return gone


def clean(site: SiteFolder, folder: Path) -> SiteFolder:
    """Return a build of the same sources from nothing."""
    shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns("output", ".sitegen"))
    other = SiteFolder(folder)
    other.build()
    return other


def digests(site: SiteFolder) -> dict[str, bytes]:
    """Return what the state knows of all answers."""
    database = sqlite3.connect(site.root / ".sitegen/state.db")
    rows = database.execute("SELECT question, digest FROM question").fetchall()
    database.close()
    return {str(_decode(question)): digest for question, digest in rows}


def cards(site: SiteFolder) -> set[str]:
    """Return the paths of the cards in the output."""
    output = site.root / "output"
    return {path.relative_to(output).as_posix() for path in output.rglob("card-*.png")}


def published_events(site: SiteFolder) -> Mapping[str, Noted]:
    """Return what the list of published addresses notes of events."""
    published = read_published(str(site.root))
    assert published is not None
    return published.listing.known().events


def kept(site: SiteFolder) -> dict[str, bytes]:
    """Return what the state keeps of entries and of what readers know."""
    database = sqlite3.connect(site.root / ".sitegen/state.db")
    rows = database.execute("SELECT key, entry FROM entry").fetchall()
    rows += database.execute("SELECT key, value FROM meta WHERE key = 'identities'").fetchall()
    database.close()
    return dict(rows)


@pytest.mark.slow
@pytest.mark.parametrize("path", TITLES)
def test_whoever_has_another_title_all_is_as_if_built_from_nothing(
    built: SiteFolder, tmp_path: Path, path: str
) -> None:
    built.replace(path, TITLES[path], OTHER)

    report = built.build()

    other = clean(built, tmp_path / "clean")
    assert built.tree() == other.tree()
    assert digests(built) == digests(other)
    assert kept(built) == kept(other)
    assert report.changes is not None
    moves = report.changes.articles if "/news/" in path else report.changes.pages
    assert moves == Moves(changed=(OTHER,))
    assert report.changes.events == Moves(changed=(OTHER,) if path in EVENTS else ())


def test_an_edit_of_a_title_goes_round_index_and_plan(
    built: SiteFolder, ways: list[str], tmp_path: Path
) -> None:
    """Its page, its neighbours, the lists and feeds that show it and the search index."""
    built.replace(GAMMA, TITLES[GAMMA], OTHER)
    built.append(GAMMA, "\nUne phrase de plus.\n")

    report = built.build()
    again = built.build()

    assert ways == []
    assert report.parsed == ("news/2026-01-12-gamma.md",)
    assert {
        "news/gamma/index.html",
        "news/delta/index.html",
        "news/index.html",
        "tags/feu/index.html",
        "feed.xml",
    } <= set(report.written)
    assert "about/index.html" not in report.written
    assert (again.rendered, again.written, again.parsed) == ({}, [], ())
    assert built.tree() == clean(built, tmp_path / "clean").tree()


@pytest.mark.parametrize("path", [BETA, EPSILON])
def test_so_does_the_title_of_a_text_with_an_event(
    built: SiteFolder, ways: list[str], tmp_path: Path, path: str
) -> None:
    """The agenda and the calendars call the event so; what is told of it later is what changed."""
    built.replace(path, TITLES[path], OTHER)
    report = built.build()
    round_about = list(ways)
    built.append("site.yaml", "description: Une autre\n")
    later = built.build()

    assert (round_about, ways) == ([], ["whole"])
    assert {"agenda/2026/12/index.html", "agenda.ics"} <= set(report.written)
    assert report.changes is not None
    assert later.changes is not None
    assert report.changes.events == Moves(changed=(OTHER,))
    assert later.changes.events == Moves()
    assert built.tree() == clean(built, tmp_path / "clean").tree()


@pytest.fixture
def listed(built: SiteFolder, monkeypatch: pytest.MonkeyPatch, ways: list[str]) -> SiteFolder:
    """The site with a list that counts what subscribers' calendars were told otherwise."""
    monkeypatch.chdir(built.root)
    assert CliRunner().invoke(cli, ["published", "--now", NOW, "--write"]).exit_code == 0
    built.age()
    built.build()
    del ways[:]
    return built


@pytest.mark.parametrize("path", [BETA, EPSILON])
def test_a_list_of_published_addresses_counts_the_new_title_of_an_event(
    listed: SiteFolder, ways: list[str], tmp_path: Path, path: str
) -> None:
    """SEQUENCE tells calendars that the event is another than the list says."""
    former = (listed.root / "output/agenda.ics").read_text().count("SEQUENCE:1")
    listed.replace(path, TITLES[path], OTHER)

    listed.build()

    assert ways == []
    assert (listed.root / "output/agenda.ics").read_text().count("SEQUENCE:1") > former
    other = clean(listed, tmp_path / "clean")
    assert listed.tree() == other.tree()
    assert digests(listed) == digests(other)


@pytest.mark.slow
def test_an_event_that_is_counted_as_before_would_be_found(
    listed: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Editions are made once for each event: those of before are no others' than before's."""
    with monkeypatch.context() as patch:
        noted = published_events(listed)
        patch.setattr(RecalledIndex, "editions", Editions(noted, {}))
        listed.replace(BETA, TITLES[BETA], OTHER)
        listed.build()

    assert listed.tree() != clean(listed, tmp_path / "clean").tree()


def test_a_title_that_the_times_of_an_event_have_goes_the_whole_way(
    built: SiteFolder, ways: list[str]
) -> None:
    """Each of them is called as the text, and stands where it is told as text."""
    built.replace(SLOTS, TITLES[SLOTS], OTHER)

    built.build()

    assert ways == ["whole"]


def test_a_guide_goes_on_in_the_order_of_its_titles(built: SiteFolder, ways: list[str]) -> None:
    built.replace("content/guide/second.md", TITLES["content/guide/second.md"], OTHER)

    built.build()

    page = built.page("guide/index.html")
    assert page.index(OTHER) < page.index(TITLES["content/guide/first.md"])
    assert ways == []


@pytest.mark.slow
def test_a_guide_in_its_former_order_would_be_found(
    built: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(
            "sitegen.site.questions.recorded.in_order",
            lambda ranked: tuple(node for _, node in ranked),
        )
        built.replace("content/guide/second.md", TITLES["content/guide/second.md"], OTHER)
        built.build()

    assert built.tree() != clean(built, tmp_path / "clean").tree()


@pytest.mark.parametrize(
    ("path", "page"),
    [(ALPHA, "news/english/index.html"), (ABOUT, "ancien/index.html")],
    ids=["its translation", "its former address"],
)
def test_what_tells_a_title_without_its_entry_tells_the_new_one(
    built: SiteFolder, ways: list[str], path: str, page: str
) -> None:
    """The page of a translation, and the one that stands at a former address."""
    built.replace(path, TITLES[path], OTHER)

    built.build()

    assert ways == []
    assert OTHER in built.page(page)


@pytest.mark.slow
@pytest.mark.parametrize("path", [ALPHA, ABOUT])
def test_what_tells_a_title_as_it_was_would_be_found(
    built: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(RetitledIndex, "title_of", RecalledIndex.title_of)
        built.replace(path, TITLES[path], OTHER)
        built.build()

    assert built.tree() != clean(built, tmp_path / "clean").tree()


@pytest.fixture
def with_cards(make_site: Callable[[str], SiteFolder], ways: list[str]) -> SiteFolder:
    """The site with a card for shared links to each article."""
    site = make_site(SITE)
    site.append("site.yaml", "images: {cards: true}\n")
    site.age()
    assert site.build().errors == []
    del ways[:]
    return site


def test_the_card_of_shared_links_is_drawn_anew_at_an_address_of_its_own(
    with_cards: SiteFolder, ways: list[str], tmp_path: Path
) -> None:
    """Its page and the agenda tell networks the new one, and the former one is gone."""
    former = cards(with_cards)
    with_cards.replace(BETA, TITLES[BETA], OTHER)

    report = with_cards.build()
    with_cards.append(GAMMA, "\nUne phrase de plus.\n")
    later = with_cards.build()

    assert ways == []
    assert {*report.removed} == former - cards(with_cards)
    assert report.made == len(report.removed) == len(cards(with_cards) - former) == 1
    assert (later.removed, later.made) == ([], 0)
    other = clean(with_cards, tmp_path / "clean")
    assert with_cards.tree() == other.tree()
    assert digests(with_cards) == digests(other)


def test_a_card_is_drawn_where_the_title_was_that_of_another_text(
    with_cards: SiteFolder, tmp_path: Path
) -> None:
    """Two texts of one title have a card each, of which one is another now."""
    with_cards.replace(GAMMA, TITLES[GAMMA], TITLES[DELTA])
    with_cards.build()
    with_cards.replace(GAMMA, TITLES[DELTA], OTHER)

    with_cards.build()

    other = clean(with_cards, tmp_path / "clean")
    assert with_cards.tree() == other.tree()
    assert digests(with_cards) == digests(other)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "bug"),
    [
        ("bring.replace_cards", lambda *_: None),  # the former card stays
        (  # networks are told the former title
            "titles.encode_value",
            lambda image: encode_value(msgspec.structs.replace(image, alt=TITLES[GAMMA])),
        ),
    ],
)
def test_a_card_that_is_told_as_before_would_be_found(
    with_cards: SiteFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    bug: Callable[..., object],
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(f"sitegen.engine.recalled.{place}", bug)
        with_cards.replace(GAMMA, TITLES[GAMMA], OTHER)
        with_cards.build()

    assert with_cards.tree() != clean(with_cards, tmp_path / "clean").tree()


def test_a_build_that_loads_the_site_after_it_looks_at_all(
    built: SiteFolder, ways: list[str], tmp_path: Path
) -> None:
    built.replace(GAMMA, TITLES[GAMMA], OTHER)
    built.build()
    built.append("site.yaml", "description: Une autre\n")

    report = built.build()

    assert ways == ["whole"]
    assert report.changes is not None
    assert report.changes.articles == Moves()
    assert built.tree() == clean(built, tmp_path / "clean").tree()


def test_a_list_that_is_too_long_to_be_kept_goes_the_whole_way(
    make_site: Callable[[str], SiteFolder], ways: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to some twenty thousand articles it is kept."""
    site = make_site(SITE)
    site.age()
    monkeypatch.setattr("sitegen.site.questions.recorded.MOST", 64)
    site.build()
    del ways[:]
    site.replace(GAMMA, TITLES[GAMMA], OTHER)

    report = site.build()

    assert ways == ["whole"]
    assert "news/index.html" in report.written


def test_an_entry_that_was_damaged_is_made_anew(built: SiteFolder, tmp_path: Path) -> None:
    """It decodes, and has another summary than was recorded: its digest tells."""
    database = sqlite3.connect(built.root / ".sitegen/state.db")
    with database:
        database.execute(
            "UPDATE entry SET entry = CAST(replace(CAST(entry AS TEXT), 'rendu', 'rondu') AS BLOB)"
        )
    database.close()
    built.replace(GAMMA, TITLES[GAMMA], OTHER)

    built.build()

    assert built.tree() == clean(built, tmp_path / "clean").tree()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("site", "sought"),
    [
        ("built", lambda texts: ()),  # nobody shows a title
        (  # none as text
            "with_cards",
            lambda texts: [text for text in texts if text.endswith(".md")],
        ),
    ],
)
def test_an_edit_of_a_title_finds_a_planted_bug(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    site: str,
    sought: Callable[[tuple[str, ...]], tuple[str, ...]],
) -> None:
    """Were it not for two locks: what shows the title is sought, and all that a page is given is
    held against its digest.
    """
    built: SiteFolder = request.getfixturevalue(site)
    real = State.answers_with
    with monkeypatch.context() as patch:
        patch.setattr(
            State, "answers_with", lambda self, texts, unknown: real(self, sought(texts), unknown)
        )
        patch.setattr("sitegen.engine.recalled.pages.hold_against_digests", lambda *_: None)
        built.replace(GAMMA, TITLES[GAMMA], OTHER)
        built.build()

    assert built.tree() != clean(built, tmp_path / "clean").tree()


@pytest.mark.slow
def test_an_event_that_kept_its_former_name_would_be_found(
    built: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its place in the entry is what answers hold of it, so all that shows it would tell it."""
    with monkeypatch.context() as patch:
        patch.setattr(
            "sitegen.engine.recalled.titles._renamed_events", lambda entry, edit: entry.events
        )
        built.replace(BETA, TITLES[BETA], OTHER)
        built.build()

    assert built.tree() != clean(built, tmp_path / "clean").tree()


def test_the_preview_goes_round_its_index_and_finds_its_way_back(
    make_site: Callable[[str], SiteFolder], ways: list[str], tmp_path: Path
) -> None:
    """A title, a text, a tag, and a text again, built by one process, which keeps its index."""
    site = make_site(SITE.replace("search: true\n", ""))
    site.memory = BuildMemory()
    site.age()
    site.build()
    del ways[:]

    site.replace(GAMMA, TITLES[GAMMA], OTHER)
    site.build()
    site.append(BETA, "\nUne phrase de plus.\n")
    site.build()
    round_about = list(ways)
    site.replace(GAMMA, "tags: [feu]", "tags: [eau]")
    site.build()
    site.append(ALPHA, "\nUne phrase de plus.\n")
    report = site.build()

    assert (round_about, ways) == ([], ["whole"])
    assert report.parsed == ("news/2026-01-10-alpha.md",)
    assert site.tree() == clean(site, tmp_path / "clean").tree()


def test_the_preview_of_a_site_with_search_goes_round_its_index_too(
    make_site: Callable[[str], SiteFolder], ways: list[str], tmp_path: Path
) -> None:
    """The search index is left for later: then it is made of all pages that are others."""
    site = make_site(SITE)
    site.memory = BuildMemory()
    site.age()
    site.build()
    site.replace(ALPHA, "author: Ana", "author: Bob")
    assert site.build(search=False).is_index_due
    del ways[:]

    for path, old, new in (
        (GAMMA, TITLES[GAMMA], OTHER),
        (BETA, "Le texte de bêta.", "Le texte de bêta.\n\nUne phrase de plus."),
        (BETA, "tags: [eau, feu]", "tags: [feu, eau]"),
    ):
        site.replace(path, old, new)
        assert site.build(search=False).is_index_due
        if path == GAMMA:
            assert site.build(search=False).written == []
    round_about = list(ways)
    report = site.build()

    assert (round_about, ways) == (["whole"], ["whole", "whole"])
    assert (report.indexed, report.is_index_due) == ("pages", False)
    assert site.tree() == clean(site, tmp_path / "clean").tree()
    assert not site.build(search=False).is_index_due


def test_who_looks_at_the_index_of_the_preview_finds_the_title_there(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.memory = BuildMemory()
    site.memory.is_index_wanted = True
    site.age()
    site.build()

    site.replace(GAMMA, TITLES[GAMMA], OTHER)
    site.build()

    last = site.memory.last_build
    assert last is not None
    assert last.session.index.entries["news/2026-01-12-gamma.md"].title == OTHER


def test_what_follows_a_build_follows_one_that_goes_round_too(built: SiteFolder) -> None:
    built.replace(GAMMA, TITLES[GAMMA], OTHER)

    report = built.build()

    assert report.url == "https://hub.example.org/"
    assert [plugin.ref.written for plugin in report.plugins] == ["robots", "dialect"]
