"""A build with mistakes changes nothing that readers see but what was changed soundly beside them.

After a good build each mistake below ends a build with 1. Then the output is, byte for byte, that
of the site without the mistake: pages, lists, feeds, calendars, menus and the search index.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.engine.memory import BuildMemory
from tests.engine.copied import cold_build, copied
from tests.engine.edited_hub import ALPHA, BEFORE, BETA, CLOCKS, DELTA, GAMMA, MINUTES, SITE, ZETA
from tests.engine.editing import Edit, swap, swap_bytes, toggle
from tests.support import SiteFolder

NOW = CLOCKS[0]


def both(*edits: Edit) -> Edit:
    def edit(site: SiteFolder) -> None:
        for edit in edits:
            edit(site)

    return edit


def article(extra: str = "", text: str = "Texte.") -> str:
    return f"---\ntitle: Nouveau\n{extra}---\n{text}\n"


def new(number: int, extra: str = "", text: str = "Texte.") -> Edit:
    """Return the edit that adds an article of its own."""
    return toggle(f"content/news/2026-01-16-new-{number}.md", article(extra, text))


def remove(path: str) -> Edit:
    return lambda site: site.remove(path)


MISTAKES: dict[str, Edit] = {
    "a front matter that cannot be read": swap(BETA, "title: Bêta", "title: 'Autre"),
    "an unknown key beside another title": swap(BETA, "title: Bêta", "titel: x\ntitle: Autre"),
    "a section's text that cannot be read": swap(
        "content/news/_index.md", "title: Nouvelles", "titel: Autres"
    ),
    "a private document that cannot be read": swap(MINUTES, "title: Le", "titel: Le"),
    "a private section's text that cannot be read": swap(
        "content/members/_index.md", "title: Les", "titel: Les"
    ),
    "a preview with a dead link": swap(BEFORE, "Avant tous.", "Avant [tous](absent.md)."),
    "a preview whose picture is removed": remove("content/private.svg"),
    "the home's text that cannot be read": swap("content/_index.md", "title: Accueil", ""),
    "a file without an ending in the way": toggle("content/news/alpha", "en travers"),
    "a new document of an address, sorted before": toggle(
        "content/news/2026-01-01-new.md", article("slug: alpha\n")
    ),
    "a new document of an address, sorted after": new(1, "slug: alpha\n"),
    "a slug that cannot be an address": swap(ALPHA, "title: Alpha", "slug: é/a\ntitle: Autre"),
    "a document that takes another's address": swap(
        DELTA, "title: Delta", "slug: alpha\ntitle: Autre"
    ),
    "a document where a section's list is": toggle("content/news/index.md", article()),
    "a document where a tag's list is": toggle("content/tags/eau.md", article()),
    "a document where all tags are": toggle("content/tags/index.md", article()),
    "a document where the agenda is": toggle("content/agenda.md", article()),
    "a former address that is in use": new(2, "aliases: [/news/alpha/]\n"),
    "a second event of an id, sorted before": toggle(
        "content/news/2026-01-01-new.md", article("event: {id: fete, start: 2027-01-01}\n")
    ),
    "a second event of an id, sorted after": new(3, "event: {id: fete, start: 2027-01-01}\n"),
    "an event of an article that takes another's id": swap(DELTA, "id: mensuel", "id: fete"),
    "an event that ends before it starts": swap(BETA, "end: 2026-12-26", "end: 2025-12-26"),
    "an event that nobody announces": swap(GAMMA, "event: fete", "event: absente"),
    "an announced event that is removed": remove(BETA),
    "venues that cannot be read": swap("content/_data/venues.yaml", "salle: {", "salle: {{"),
    "authors that cannot be read": swap("content/_data/authors.yaml", "ana: {", "ana: ["),
    "a table that cannot be read": swap_bytes("content/_data/figures.csv", b"Tours", b"Orl\xe9ans"),
    "a venue that a text shows is gone": swap("content/_data/venues.yaml", "salle:", "hall:"),
    "a contact that a text shows is gone": swap("site.yaml", "presse: {", "press: {"),
    "an unknown layout of the site": swap("site.yaml", "per_page:", "layout: absent\nper_page:"),
    "an unknown layout of a section": swap(
        "content/guide/_index.md", "layout: documentation", "layout: absent"
    ),
    "a section of site.yaml that is misspelt": swap("site.yaml", "reports: {", "report: {"),
    "a new article with a dead link": new(4, text="Voir [là](absent.md)."),
    "a dead link in an article, beside another title": both(
        swap(ALPHA, "title: Alpha", "title: Autre"), swap(ALPHA, "Suite.", "[là](absent.md)")
    ),
    "a heading that is linked to has another name": swap(ALPHA, "## Deux", "## Trois"),
    "an image that a text shows is removed": remove("content/photo.svg"),
    "a new article without its image": new(5, "image: {src: a.jpg, alt: b}\n"),
    "a drawing with a script": swap("content/photo.svg", "></svg>", "><script/></svg>"),
    "an article of a bundle, and its file": both(
        swap(ZETA, "title: Zeta", "titel: x"),
        swap("content/reports/2026-01-20-zeta/annexe.csv", "a;b", "a;c"),
    ),
    "a new article under embargo, and its picture": both(
        new(6, "titel: x\nembargo: 2030-01-01\nimage: secret.svg\n"),
        toggle("content/news/secret.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ),
    "a template that cannot be compiled": swap("themes/mini/templates/base.html", "<html>", "{%"),
    "a template that fails": swap(
        "themes/mini/templates/article.html", "<h1>", "<h1>{{ absent.value }}"
    ),
    "a template that fails on lists": swap(
        "themes/mini/templates/section.html", "{{ section.title }}", "{{ 1 / 0 }}"
    ),
    "a part that is removed": remove("themes/mini/templates/lists.html"),
    "a template that is not there": new(7, "template: absent.html\n"),
    "a template that fails for one article": both(
        new(8, "template: odd.html\n"),
        toggle("themes/mini/templates/odd.html", "{{ absent.value }}"),
    ),
}
"""Edits of which each alone ends a build with 1."""

SOUND: dict[str, Edit] = {
    "a new article": toggle(
        "content/news/2026-01-17-sound.md",
        "---\ntitle: Sain\ntags: [eau, neuf]\nevent: {start: 2027-03-03, location: salle}\n---\n",
    ),
    "another text": swap("content/news/2026-01-14-epsilon.md", "Un.", "Un autre."),
    "an article that is removed": remove("content/news/2026-01-15-eta.md"),
    "an article that becomes a draft": swap(
        "content/news/2026-01-15-eta.md", "title:", "draft: true\ntitle:"
    ),
    "another organisation": swap("content/_data/organisations.yaml", "Une asso", "L’asso"),
}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    text = SITE.replace("search: true", "search: false")
    # Without what names the article that sound edits take away.
    text = text.replace(", release: news/2026-01-15-eta.md", "")
    with cold_build(tmp_path_factory.mktemp("original"), text, NOW) as folder:
        yield folder


@pytest.fixture
def published(original: Path) -> Iterator[SiteFolder]:
    with copied(original) as site:
        yield site


def copy_of(site: SiteFolder, folder: Path) -> SiteFolder:
    """Return a site of the same sources that was never built."""
    shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns("output", ".sitegen"))
    return SiteFolder(folder)


def differing(actual: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    return sorted(
        path for path in actual.keys() | expected.keys() if actual.get(path) != expected.get(path)
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_changes_nothing_that_is_published(
    published: SiteFolder, tmp_path: Path, name: str
) -> None:
    """Nor do the builds after it, a build without search index, one in a process that keeps all."""
    before = published.tree()
    copy = copy_of(published, tmp_path / "copy")
    MISTAKES[name](published)

    report = published.build(now=NOW)

    assert report.errors
    assert report.held
    assert differing(published.tree(), before) == []

    published.memory = BuildMemory()
    again = [published.build(now=NOW) for _ in range(2)]

    assert [build.diagnostics for build in again] == [report.diagnostics] * 2
    assert [build.written for build in again] == [[], []]
    assert differing(published.tree(), before) == []

    for folder in ("content", "themes"):
        shutil.rmtree(published.root / folder)
        shutil.copytree(copy.root / folder, published.root / folder)
    shutil.copy(copy.root / "site.yaml", published.root / "site.yaml")
    mended = published.build(now=NOW)

    assert (mended.diagnostics, mended.held) == ([], [])
    assert differing(published.tree(), before) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40))
def test_mistakes_keep_nothing_back_of_what_was_changed_soundly(
    published: SiteFolder, tmp_path: Path, seed: int
) -> None:
    """And after several builds of it what is published is the site that was never wrong."""
    chance = random.Random(seed)
    sound = copy_of(published, tmp_path / "sound")
    mistakes = chance.sample(list(MISTAKES), 2)
    edits = chance.sample(list(SOUND), chance.randint(1, 3))
    for _ in range(2):
        for name in edits:
            SOUND[name](sound)
            SOUND[name](published)
        for name in mistakes:
            MISTAKES[name](published)
        assert sound.build(now=NOW).errors == []

        report = published.build(now=NOW)

        assert report.errors, mistakes
        assert differing(published.tree(), sound.tree()) == [], (mistakes, edits)
        mistakes, edits = [], chance.sample([edit for edit in SOUND if edit not in edits], 1)


RENAMED = "content/news/2026-01-12-alpha.md"


def renamed(path: str, old: str, new: str, to: str = RENAMED) -> Edit:
    """Return the edit that gives a document another name, and puts *new* for *old* in it."""

    def edit(site: SiteFolder) -> None:
        text = (site.root / path).read_text(encoding="utf-8")
        site.remove(path)
        site.write(to, text.replace(old, new, 1))

    return edit


@pytest.mark.parametrize(
    ("to", "old", "new"),
    [
        (RENAMED, "title: Alpha", "title: 'Autre"),
        (RENAMED, "title: Alpha", "titel: Autre"),
        (RENAMED, "Suite.", "[là](absent.md)"),
        ("content/news/alpha.markdown", "title: Alpha", "date: 2026-01-10\ntitel: Autre"),
        ("content/news/2026-01-10-alpha/index.md", "title: Alpha", "titel: Autre"),
        ("content/news/2026-01-10-omega.md", "title: Alpha", "slug: alpha\ntitel: Autre"),
        (
            "content/news/2026-01-10-omega.md",
            "title: Alpha",
            "aliases:\n  - /news/alpha/\ntitle: 'Autre",
        ),
    ],
)
def test_a_renamed_text_with_a_mistake_keeps_its_page(
    published: SiteFolder, to: str, old: str, new: str
) -> None:
    """Two builds in a row; the last lines say where it is read."""
    before = published.tree()
    renamed(ALPHA, old, new, to)(published)

    for _ in range(2):
        report = published.build(now=NOW)

        assert report.errors
        assert report.outcomes.online == {to: "/news/alpha/"}
        assert differing(published.tree(), before) == []

    published.remove(to)
    published.build(now=NOW)

    assert not published.has("news/alpha/index.html")


@pytest.mark.parametrize("wish", ["embargo: 2030-01-01", "draft: true", "access: members"])
def test_a_renamed_text_that_says_so_is_withdrawn(published: SiteFolder, wish: str) -> None:
    renamed(ALPHA, "title: Alpha", f"{wish}\ntitel: Autre")(published)

    assert published.build(now=NOW).errors

    assert not published.has("news/alpha/index.html")


def test_a_renamed_bundle_with_a_mistake_keeps_its_page_and_files(published: SiteFolder) -> None:
    before = published.tree()
    folder = published.root / "content/reports/2026-01-20-zeta"
    folder.rename(folder.with_name("2026-01-21-zeta"))
    published.replace("content/reports/2026-01-21-zeta/index.md", "title: Zeta", "titel: Zeta")

    for _ in range(2):
        assert published.build(now=NOW).errors
        assert differing(published.tree(), before) == []


@pytest.mark.parametrize("extra", ["", "slug: beta\n"])
def test_who_removes_a_text_beside_another_with_a_mistake_is_obeyed(
    published: SiteFolder, extra: str
) -> None:
    """Nor does a sound text wait that has taken the address."""
    published.remove(ALPHA)
    published.write("content/news/2026-01-09-omega.md", f"---\n{extra}titel: Omega\n---\n")
    if extra:
        published.write("content/news/2026-01-08-alpha.md", article(text="Un autre alpha."))
        published.write(RENAMED, "---\ntitel: Alpha\n---\n")

    assert published.build(now=NOW).errors

    assert published.has("news/alpha/index.html") == bool(extra)
    if extra:
        assert "Un autre alpha." in published.page("news/alpha/index.html")
