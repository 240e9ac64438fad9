"""Documents by the ends of their names: none is published raw, none is left out in silence."""

from collections.abc import Callable

import pytest

from sitegen.engine.stages import misnamed
from sitegen.errors import UsageError
from tests.engine.small_site import SMALL
from tests.support import SiteFolder, places

NEWCOMER = "---\ntitle: Le forum\nembargo: 2027-01-01\nevent: {start: 2027-02-01}\n---\nChut.\n"


@pytest.fixture
def small(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SMALL)


@pytest.fixture
def whole(small: SiteFolder) -> SiteFolder:
    """The same with the whole theme."""
    small.replace("site.yaml", "theme: mini\n", "")
    return small


def published(site: SiteFolder, word: bytes) -> list[str]:
    return [path for path, content in site.tree().items() if word in content]


@pytest.mark.parametrize("ending", [".MD", ".Md", ".markdown", ".MARKDOWN"])
def test_other_spellings_of_the_ending_are_documents(whole: SiteFolder, ending: str) -> None:
    path = f"content/news/2026-02-01-forum{ending}"
    whole.write(path, NEWCOMER)
    whole.write(
        "content/plan.md", f"---\ntitle: Plan\n---\n[Le forum](news/2026-02-01-forum{ending})"
    )

    early = whole.build()
    assert places(early) == {"content/plan.md:4": "link-unpublished"}
    assert published(whole, b"Chut") == []

    assert whole.build(now="2027-01-02T12:00+01:00").diagnostics == []
    assert "news/forum/index.html" in published(whole, b"<p>Chut")
    assert 'href="/news/forum/"' in whole.page("plan/index.html")
    assert "UID:news/2026-02-01-forum@" in whole.page("agenda.ics")


@pytest.mark.parametrize("ending", [".MD", ".markdown"])
def test_sections_and_bundles_take_them_too(whole: SiteFolder, ending: str) -> None:
    whole.write(f"content/tribunes/_index{ending}", "---\ntitle: Tribunes\n---\nDes avis.\n")
    whole.write(f"content/_index{ending}", "---\ntitle: Accueil\n---\nSoyez là.\n")
    folder = "content/tribunes/2026-03-01-avis"
    whole.write(f"{folder}/index{ending}", "---\ntitle: Avis\nattachments: [plan.txt]\n---\n")
    whole.write(f"{folder}/plan.txt", "Un plan.")

    assert whole.build().diagnostics == []

    assert "Des avis." in whole.page("tribunes/index.html")
    assert "Soyez là." in whole.page("index.html")
    assert whole.has("tribunes/avis/plan.txt")

    whole.replace(f"content/_index{ending}", "Soyez là.", "Soyez ici.")
    whole.build()
    assert "Soyez ici." in whole.page("index.html")


@pytest.mark.parametrize(
    "name", ["forum.md.txt", "forum.md (1)", "forum.mdx", "forum.html", "forum.rst", "forum"]
)
def test_a_document_of_another_name_is_an_error_and_not_published(
    small: SiteFolder, name: str
) -> None:
    small.write(f"content/news/{name}", NEWCOMER)

    for _ in range(2):  # what the state remembers of it is told again
        assert places(small.build()) == {f"content/news/{name}:1": "misnamed-document"}
        assert published(small, b"Chut") == []

    small.write(f"content/news/{name}", "Un fichier.")
    assert small.build().diagnostics == []
    assert small.has(f"news/{name}")


def test_the_folders_of_other_generators_are_told(small: SiteFolder) -> None:
    for folder in ("_posts", "news/_events", "_drafts"):
        small.write(f"content/{folder}/2026-02-01-forum.md", NEWCOMER)
    small.write("content/_empty/plan.txt", "Un plan.")

    told_places = places(small.build())

    told = "folder-left-out"
    assert told_places == {"content/_posts:0": told, "content/news/_events:0": told}


def test_a_site_without_documents_says_so(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site("-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n")
    with pytest.raises(UsageError) as refused:
        site.build()
    site.write("content/affiche.txt", "Une affiche.")

    assert [diagnostic.code for diagnostic in refused.value.diagnostics] == ["no-content-folder"]
    assert places(site.build()) == {"content:0": "no-documents"}


def test_a_content_folder_that_is_gone_takes_nothing_from_the_output(small: SiteFolder) -> None:
    small.build()
    before = small.tree()
    (small.root / "content").rename(small.root / "texts")

    with pytest.raises(UsageError):
        small.build()

    assert small.tree() == before


def test_a_file_is_looked_at_once(small: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    small.write("content/news/plan.txt", "Un plan.")
    small.age()
    small.build()
    looked: list[str] = []

    monkeypatch.setattr(misnamed, "begins_as_document", lambda path, _: looked.append(path))
    small.append("content/news/2026-01-10-alpha.md", "Une phrase de plus.")
    small.build()

    assert looked == []
