"""The steps to an index, each on values alone: who has what, where it stands, what is kept."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from sitegen.config import LanguageConfig, SiteConfig
from sitegen.site.access import Folders
from sitegen.site.assets import AssetFacts
from sitegen.site.index import Index, complete
from sitegen.site.indexing.arrangement import Arrangement, arrange
from sitegen.site.indexing.inputs import IndexInputs, Shown, readers_of
from sitegen.site.indexing.make import make_index
from sitegen.site.indexing.public_files import public_files
from sitegen.site.publication import Clock
from sitegen.site.withholding import Held
from sitegen.sources.document import Document
from sitegen.sources.parse import ParseSettings, parse_document

CONFIG = SiteConfig(title="Hub", url="https://hub.example.org/base/")
NOON = Clock(dt.datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("Europe/Paris")))
SETTINGS = ParseSettings(language="fr", typography="fr", engine="markdown")
FILES = {
    path: AssetFacts(3, path.encode())
    for path in ("a.pdf", "news/2026-02-01-forum/photo.jpg", "news/2026-04-01-plan/plan.jpg")
}
TEXTS = {
    "about.md": "title: À propos",
    "news/_index.md": "title: Nouvelles",
    "news/2026-02-01-forum/index.md": "title: Forum\ntags: [Eau]\naliases: [/vieux/]",
    "news/2026-02-02-budget.md": "title: Budget\ntags: [eau, eau]\nauthor: Zoé",
    "news/2026-02-03-brouillon.md": "title: Brouillon\ndraft: true",
    "news/2026-04-01-plan/index.md": "title: Plan",
    "board/_index.md": "title: Bureau\naccess: board",
    "board/2026-02-04-compte-rendu.md": "title: Compte rendu",
}


def document(path: str, front: str) -> Document:
    parsed = parse_document(f"---\n{front}\n---\nUn texte.\n".encode(), path, SETTINGS)
    assert parsed.document is not None, parsed.diagnostics
    return parsed.document


DOCUMENTS = {path: document(path, front) for path, front in TEXTS.items()}
GIVEN = IndexInputs(DOCUMENTS, FILES, {}, CONFIG, NOON)


def edited(path: str, front: str) -> IndexInputs:
    return replace(GIVEN, documents={**DOCUMENTS, path: document(path, front)})


def arranged(given: IndexInputs = GIVEN) -> Arrangement:
    return arrange(given, readers_of(given))


def kept(earlier: Index, later: Index) -> set[str]:
    """Return the ids of entries that were taken over."""
    return {key for key, entry in later.entries.items() if entry is earlier.entries.get(key)}


@pytest.fixture(scope="module")
def index() -> Index:
    return make_index(GIVEN)


def test_the_public_has_what_is_written_at_its_time_and_for_all() -> None:
    readers = readers_of(GIVEN)

    assert {path for path, document in DOCUMENTS.items() if not readers.have(document)} == {
        "news/2026-02-03-brouillon.md",
        "news/2026-04-01-plan/index.md",
        "board/_index.md",
        "board/2026-02-04-compte-rendu.md",
    }
    assert readers.is_for_others(DOCUMENTS["board/_index.md"])
    assert readers.folders == Folders({"board": "board"})


def test_who_has_the_keys_of_a_folder_has_its_documents_too(index: Index) -> None:
    minutes = "board/2026-02-04-compte-rendu.md"
    theirs = replace(GIVEN, shown=Shown(frozenset({minutes}), "board", index))
    readers = readers_of(theirs)

    assert readers.have(DOCUMENTS[minutes])
    assert not readers.is_for_others(DOCUMENTS[minutes])
    assert "board" in arranged(theirs).sections
    assert "board" not in arranged().sections


def test_a_document_with_a_mistake_has_a_page_only_in_the_form_that_was_published() -> None:
    about = DOCUMENTS["about.md"]
    wrong = replace(GIVEN, unread=frozenset({"about.md"}))

    assert not readers_of(wrong).have(about)
    assert readers_of(wrong).may_read(about)
    assert readers_of(replace(wrong, held=Held(kept=frozenset({"about.md"})))).have(about)


def test_each_public_document_stands_in_its_section_and_at_its_address() -> None:
    places = arranged()

    assert places.urls == {
        "about.md": "/about/",
        "news/2026-02-01-forum/index.md": "/news/forum/",
        "news/2026-02-02-budget.md": "/news/budget/",
    }
    assert places.placed["news/2026-02-02-budget.md"] == "news"
    assert places.section_documents == {"news": DOCUMENTS["news/_index.md"]}


def test_files_go_with_the_page_of_their_folder_and_wait_with_it() -> None:
    assets = public_files(GIVEN, readers_of(GIVEN), arranged())

    assert {path: asset.url for path, asset in assets.items()} == {
        "a.pdf": "/base/a.pdf",
        "news/2026-02-01-forum/photo.jpg": "/base/news/forum/photo.jpg",
    }


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/agenda/", "/base/agenda/"),
        ("about.md", "/base/about/"),
        ("news/_index.md", "/base/news/"),
        ("a.pdf", "/base/a.pdf"),
        ("news/2026-02-03-brouillon.md", None),
        ("board/_index.md", None),
        ("nothing.md", None),
        ("nothing.pdf", None),
        ("../README.md", None),
    ],
)
def test_links_lead_to_what_is_public(index: Index, target: str, address: str | None) -> None:
    assert index.targets.address(target) == address
    assert index.resolve(target) == address


def test_another_version_on_its_own_host_leads_to_the_whole_address(index: Index) -> None:
    elsewhere = replace(CONFIG, url="https://oc.example.org/")
    host = "https://hub.example.org"

    assert index.targets.address_from(CONFIG, "about.md") == "/base/about/"
    assert index.targets.address_from(elsewhere, "about.md") == f"{host}/base/about/"
    assert index.targets.address_from(elsewhere, "news/_index.md") == f"{host}/base/news/"
    assert index.targets.address_from(elsewhere, "a.pdf") is None


def test_a_translation_stands_for_its_original_but_in_its_own_link_to_it(index: Index) -> None:
    targets = replace(index.targets, ours={"about.md": "about.en.md"})

    assert targets.meant("news/a.md", "about.md") == "about.en.md"
    assert targets.meant("about.en.md", "about.md") == "about.md"
    assert targets.is_original_of("about.en.md", "about.md")
    assert not targets.is_original_of("news/a.md", "about.md")


def test_all_entries_are_kept_where_nothing_changed(index: Index) -> None:
    later = make_index(replace(GIVEN, documents=dict(DOCUMENTS)), index)

    assert kept(index, later) == set(index.entries)


def test_an_entry_is_made_again_whose_metadata_changed_and_no_other(index: Index) -> None:
    later = make_index(edited("about.md", "title: Nous"), index)

    assert kept(index, later) == set(index.entries) - {"about.md"}
    assert later.entries["about.md"].title == "Nous"
    assert later.digest_of("about.md") != index.digest_of("about.md")


def test_entries_of_a_section_are_made_again_with_its_title(index: Index) -> None:
    later = make_index(edited("news/_index.md", "title: Actualités"), index)

    assert kept(index, later) == {"about.md"}


@pytest.mark.parametrize(
    "given",
    [
        replace(GIVEN, data={"authors": {"Zoé": {"name": "Zoé Petit"}}}),
        replace(GIVEN, config=replace(CONFIG, title="Autre")),
        replace(GIVEN, files={"a.pdf": AssetFacts(4, b"other")}),
        replace(GIVEN, templates=frozenset()),
        edited("news/2026-02-02-budget.md", "title: Budget\ntags: [Eau]\nauthor: Zoé"),
    ],
    ids=["data", "configuration", "files", "taxonomies", "how a tag is written"],
)
def test_no_entry_is_kept_where_something_beside_all_changed(
    index: Index, given: IndexInputs
) -> None:
    assert kept(index, make_index(given, index)) == set()


def test_an_entry_of_which_something_was_told_is_made_again_and_told_again() -> None:
    given = edited("about.md", "title: À propos\nattachments: [nothing.pdf]")
    first = make_index(given)
    second = make_index(given, first)

    assert kept(first, second) == set(first.entries) - {"about.md"}
    assert [diagnostic.path for diagnostic in second.diagnostics] == ["content/about.md"]
    assert second.diagnostics == first.diagnostics


def test_a_text_alone_is_taken_over_without_another_index() -> None:
    index = make_index(GIVEN)
    news = replace(DOCUMENTS["news/_index.md"], words=7)

    index.take_texts({**DOCUMENTS, news.id: news})

    assert index.documents[news.id].words == 7
    assert index.section_documents["news"].words == 7


def test_a_version_of_a_site_leads_to_what_its_first_language_has_alone() -> None:
    config = replace(CONFIG, languages={"fr": LanguageConfig(), "en": LanguageConfig()})
    english = document("about.en.md", "title: About")
    first = make_index(replace(GIVEN, config=config))
    version = make_index(
        replace(GIVEN, documents={english.id: english}, config=config.versions["en"], first=first)
    )
    complete(first, versions={"en": version})

    assert version.urls == {"about.en.md": "/about-en/"}
    assert version.resolve("about.en.md") == "/base/en/about-en/"
    assert version.resolve("news/_index.md") == "/base/news/"
    assert version.assets == first.assets
    assert first.everywhere == (first, version)


def test_nothing_of_an_index_is_changed(index: Index) -> None:
    """What leads back to it is given to it once: see `complete`."""
    with pytest.raises(AttributeError):
        index.entries = {}  # type: ignore[misc]
    with pytest.raises(AttributeError):
        index.diagnostics += ()  # type: ignore[misc]
