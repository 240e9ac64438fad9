"""What a build with mistakes holds back: first builds, lost states, embargoes, dead links."""

import shutil
from collections.abc import Callable

import pytest

from tests.support import SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/2026-01-05-good.md --
---
title: Bon
---
Voir [l’autre](2026-01-06-other.md).
-- content/news/2026-01-06-other.md --
---
title: Autre
---
Un texte.
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>'
GOOD, OTHER = "content/news/2026-01-05-good.md", "content/news/2026-01-06-other.md"


def codes(site: SiteFolder, now: str = "2026-11-22") -> list[str]:
    return [diagnostic.code for diagnostic in site.build(now=now).diagnostics]


def test_a_first_build_leaves_out_what_is_in_error_and_links_to_it_from_nowhere(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.replace(OTHER, "title:", "titel:")

    told = codes(site)

    assert told == ["missing-key", "unknown-key-near"]
    assert not any(b"news/other" in content for content in site.tree().values())
    assert "l’autre" in site.page("news/good/index.html")

    site.replace(OTHER, "titel:", "title:")
    assert codes(site) == []
    assert 'href="/news/other/"' in site.page("news/good/index.html")


def test_what_is_withdrawn_goes_though_no_build_has_been_without_a_mistake(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """A line of the menu that nobody has mended since the first build keeps nothing online."""
    site = make_site(SITE)
    site.append("site.yaml", "search: true\nmenus: {main: [absent]}\n")
    site.replace(OTHER, "Un texte.", "Un texte étonnant.")
    site.replace(GOOD, "[l’autre](2026-01-06-other.md)", "ailleurs")
    assert codes(site) == ["menu-unknown"]
    assert {"news/other/index.html", *_found(site, "étonnant")} <= site.tree().keys()

    site.replace(OTHER, "title:", "draft: true\ntitle:")
    site.replace(GOOD, "Voir", "Regarder")

    for _ in range(2):
        assert codes(site) == ["menu-unknown"]
        assert "Regarder" in site.page("news/good/index.html")
        assert not site.has("news/other/index.html")
        assert _found(site, "étonnant") == []


def _found(site: SiteFolder, word: str) -> list[str]:
    """Return the files that hold *word*, the search's too."""
    return [path for path, content in site.tree().items() if word.encode() in content]


def test_a_section_that_nobody_knows_for_whom_it_is_hides_no_mistake_beside(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """Its `expires:` is no key of a section: it waits, and is told with all else, as a build that
    knows what was published tells it."""
    site = make_site(SITE)
    site.write("content/about.md", "---\ntitle: Page\n---\n[a](news/2026-01-05-good.md#rien)\n")
    assert codes(site) == ["broken-anchor"]

    site.write("content/news/_index.md", "---\ntitle: N\nexpires: 2027-01-01\n---\n[b](b.csv)\n")
    known = codes(site)
    for made in (".sitegen", "output"):
        shutil.rmtree(site.root / made)

    assert sorted(known) == sorted(codes(site)) == ["broken-anchor", "missing-file", "unknown-key"]
    assert not site.has("news/good/index.html")


def test_where_the_state_is_lost_a_build_with_errors_writes_nothing(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.build()
    before = site.tree()
    (site.root / ".sitegen/state.db").unlink()
    site.replace(OTHER, "title:", "titel:")
    site.replace(GOOD, "title: Bon", "title: Meilleur")

    told = codes(site)

    assert told == ["nothing-written", "missing-key", "unknown-key-near"]
    assert site.tree() == before

    site.replace(OTHER, "titel:", "title:")
    assert codes(site) == []
    assert "Meilleur" in site.page("index.html")


@pytest.mark.parametrize(
    ("head", "body"),
    [("titel: x", ""), ("summary: a : b", ""), ('summary: "a', ""), ("", "::: absent")],
)
def test_what_a_text_in_error_attaches_waits_in_a_first_build_too(
    make_site: Callable[[str], SiteFolder], head: str, body: str
) -> None:
    """Nobody knows what was published; what nothing that is read names would be seen too early."""
    site = make_site(SITE)
    for name in ("the report.pdf", "salle.svg", "plan.svg", "other.txt"):
        site.write(f"content/files/{name}", DRAWING if name.endswith("svg") else "%PDF-1.4 x")
    site.replace(GOOD, "Voir", "Voir [le plan](/files/plan.svg) et")
    attached = "attachments: [/files/the report.pdf, /files/plan.svg]"
    site.replace(OTHER, "title:", f"embargo: 2027-01-01\n{attached}\n{head}\ntitle:")
    site.append(OTHER, f"\n![La salle](/files/salle.svg)\n\n{body}\n")

    for _ in range(2):
        site.append(GOOD, "\nEncore.\n")
        assert codes(site)
        files = sorted(path for path in site.tree() if path.startswith("files/"))
        assert files == ["files/other.txt", "files/plan.svg"]


def test_an_embargo_that_was_meant_to_be_longer_is_not_lifted_by_a_mistake(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """The form of yesterday was not published: it does not stand in for that of today."""
    site = make_site(SITE)
    site.replace(OTHER, "title:", "embargo: 2026-11-24\ntitle:")
    site.replace(GOOD, "Voir", "Texte. Voir")
    site.build(now="2026-11-22")
    site.replace(OTHER, "embargo: 2026-11-24\ntitle:", "embargo: 2026-12-24\ntitel: x\ntitle:")

    for now in ("2026-11-23", "2026-11-25", "2026-11-26"):
        assert "unknown-key-near" in codes(site, now)
        assert not any("Un texte." in page.decode("utf-8", "ignore") for page in _pages(site))


def _pages(site: SiteFolder) -> list[bytes]:
    return [content for path, content in site.tree().items() if path.endswith((".html", ".xml"))]


def test_what_expires_while_it_stands_in_an_earlier_form_goes(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.replace(GOOD, "Voir [l’autre](2026-01-06-other.md).", "Texte.")
    site.replace(OTHER, "title:", "expires: 2026-11-24\ntitle:")
    site.build(now="2026-11-22")
    site.replace(OTHER, "title:", "titel:")

    site.build(now="2026-11-23")
    assert site.has("news/other/index.html")
    site.build(now="2026-11-25")
    assert not site.has("news/other/index.html")


@pytest.mark.parametrize(
    "link", ["[là](absent.md)", "[là](absent.pdf)", "[là](2026-01-05-good.md#absent)"]
)
def test_a_dead_link_is_an_error_or_a_warning_as_the_site_chooses(
    make_site: Callable[[str], SiteFolder], link: str
) -> None:
    site = make_site(SITE)
    site.build()
    site.write("content/news/2026-01-07-new.md", f"---\ntitle: Neuf\n---\nVoir {link}.\n")

    strict = site.build()
    assert len(strict.errors) == 1
    assert not any(b"Neuf" in content for content in site.tree().values())

    site.append("site.yaml", "check: {dead_links: warning}\n")
    mild = site.build()
    assert mild.errors == []
    assert [diagnostic.code for diagnostic in mild.diagnostics] == [
        diagnostic.code for diagnostic in strict.diagnostics
    ]
    assert "Neuf" in site.page("index.html")
    assert "absent.md" not in site.page("news/new/index.html")


def test_workers_that_open_the_site_themselves_show_what_stands(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that was not forked reads the forms that stand from the state."""
    site = make_site(SITE)
    site.build()
    before = site.tree()
    site.replace(OTHER, "Un texte.", "Un texte changé, [là](absent.md).")
    monkeypatch.setattr("sitegen.engine.workers.pool.Workers.inherit", lambda self: False)
    monkeypatch.setattr("sitegen.engine.stages.render._SESSIONS", _Forgetful())
    (site.output / "news/other/index.html").unlink()
    (site.output / "feed.xml").unlink()

    report = site.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["broken-link"]
    assert site.tree() == before


class _Forgetful(dict):  # type: ignore[type-arg]
    """Sessions, none of which is found by its key the first time."""

    def get(self, key: object, default: object = None) -> None:
        return None


PLAN = "content/plan.md"


def linking(site: SiteFolder, target: str) -> None:
    """Publish a page that links to *target*, beside what there is."""
    site.replace(GOOD, "Voir [l’autre](2026-01-06-other.md).", "Texte.")
    site.write(PLAN, f"---\ntitle: Plan\n---\nVoir [le texte]({target}).\n")
    site.write("content/news/notice.txt", "Notice.")
    assert not site.build().errors


@pytest.mark.parametrize(
    ("target", "removed", "gone"),
    [
        ("news/2026-01-06-other.md", OTHER, "news/other/index.html"),
        ("news/2026-01-06-other.md#la", OTHER, "news/other/index.html"),
        ("/news/other/", OTHER, "news/other/index.html"),
        ("news/notice.txt", "content/news/notice.txt", "news/notice.txt"),
    ],
)
def test_what_is_removed_goes_and_the_link_to_it_is_told_where_it_stands(
    make_site: Callable[[str], SiteFolder], target: str, removed: str, gone: str
) -> None:
    """The page that links to it stands without, and what was changed beside it is published."""
    site = make_site(SITE)
    if "#" in target:
        site.append(OTHER, "## Là {#la}\n")
    linking(site, target)
    assert site.has(gone)
    site.remove(removed)
    site.replace(GOOD, "title: Bon", "title: Meilleur")

    report = site.build()

    assert [(error.path, error.line) for error in report.errors] == [(PLAN, 4)]
    assert report.errors[0].values.get("suggestion") != "plan.md"
    assert not site.has(gone)
    assert "le texte" in site.page("plan/index.html")
    assert (f'<a href="{target}"' in site.page("plan/index.html")) == (target[0] == "/")
    assert "Meilleur" in site.page("index.html")
    assert site.build().errors == report.errors
    assert site.build().written == []

    site.replace(PLAN, f"[le texte]({target})", "le texte")
    assert site.build().diagnostics == []
    warm = site.tree()
    site.build(clean=True)
    assert site.tree() == warm


@pytest.mark.parametrize("is_renamed", [True, False])
def test_a_draft_that_goes_stops_nothing(
    make_site: Callable[[str], SiteFolder], is_renamed: bool
) -> None:
    site = make_site(SITE)
    draft = "content/news/2026-01-08-draft.md"
    site.write(draft, "---\ntitle: Brouillon\ndraft: true\n---\nTexte.\n")
    linking(site, "news/2026-01-08-draft.md")
    if is_renamed:
        site.write("content/news/2026-01-09-draft.md", (site.root / draft).read_text())
    site.remove(draft)
    site.replace(GOOD, "title: Bon", "title: Meilleur")

    report = site.build()

    assert [(error.path, error.line) for error in report.errors] == [(PLAN, 4)]
    assert "Meilleur" in site.page("index.html")


def test_an_attachment_that_is_removed_goes(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.write("content/news/notice.pdf", b"%PDF-1.7\n")
    site.replace(GOOD, "title:", "attachments: [notice.pdf]\ntitle:")
    site.build()
    site.remove("content/news/notice.pdf")

    report = site.build()

    assert [(error.code, error.path) for error in report.errors] == [("missing-file", GOOD)]
    assert not site.has("news/notice.pdf")
    assert "notice.pdf" not in site.page("news/good/index.html")


SLIPS = {
    "an unknown key": "titel: x\n{}title: Autre\n",
    "a wrong value": "{}pinned: peut-être\ntitle: Autre\n",
    "a colon in a title": "title: Fête : suite\n{}",
    "a quotation mark that is not closed": "title: 'Autre\n{}",
    "a key twice": "title: Autre\n{}title: Autre\n",
    "no title": "{}",
}
WISHES = {
    "draft: true\n": True,
    "draft: oui # pas encore\n": True,
    "brouillon: true\n": True,
    "published: false\n": True,
    "statut: prepa\n": True,
    "unlisted: true\n": True,
    "extra: {draft: true}\n": True,
    "publishDate: 2026-11-23\n": True,
    "publishDate: 2026-11-21\n": False,
    "noindex: true\n": False,
    "embargo: 2027-01-01 06:00\n": True,
    "embargo: demain matin\n": True,
    "expires: 2026-11-20\n": True,
    "date: 2026-11-22 12:01\n": True,
    "date: 2026-11-22 12:00\n": False,
    "date: bientôt\n": False,
    "draft: false\n": False,
    "expires: 2027-01-01\n": False,
    "embargo: 2026-01-06\n": False,
}


@pytest.mark.parametrize(
    ("slip", "wish"),
    [(slip, "draft: true\n") for slip in SLIPS] + [("an unknown key", wish) for wish in WISHES],
)
def test_a_page_is_withdrawn_as_its_author_wishes_whatever_else_is_wrong(
    make_site: Callable[[str], SiteFolder], slip: str, wish: str
) -> None:
    site = make_site(SITE)
    site.replace(GOOD, "Voir [l’autre](2026-01-06-other.md).", "Texte.")
    site.build()
    site.write(OTHER, f"---\n{SLIPS[slip].format(wish)}---\nUn autre texte.\n")

    for _ in range(2):
        report = site.build(now="2026-11-22T12:00+01:00")

        assert {error.path for error in report.errors} == {OTHER}
        assert site.has("news/other/index.html") != WISHES[wish]
        assert any(b"Un texte." in page for page in _pages(site)) != WISHES[wish]
        assert not any("Un autre texte." in page.decode() for page in _pages(site))


def test_a_text_that_is_put_off_is_gone_until_its_day_whatever_is_wrong_in_it(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.replace(GOOD, "Voir [l’autre](2026-01-06-other.md).", "Texte.")
    site.build()
    site.replace(OTHER, "title:", "date: 2026-11-24\ntitle:")
    site.append(OTHER, "\n::: absent\n")

    for now, is_there in (("2026-11-22", False), ("2026-11-23", False), ("2026-11-24", True)):
        assert codes(site, now) == ["shortcode-unknown"]
        assert any(b"Un texte." in page for page in _pages(site)) == is_there


@pytest.mark.parametrize(
    "text", ["---\ntitle: Autre\ndraft: true\n\nTexte.\n", "—\ntitle: A\ndraft: true\n—\nTexte."]
)
def test_a_front_matter_whose_fences_are_wrong_says_so_too(
    make_site: Callable[[str], SiteFolder], text: str
) -> None:
    site = make_site(SITE)
    site.replace(GOOD, "Voir [l’autre](2026-01-06-other.md).", "Texte.")
    site.build()
    site.write(OTHER, text)

    assert site.build().errors
    assert not site.has("news/other/index.html")


def test_what_only_a_text_says_withdraws_nothing(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.build()
    site.write(OTHER, "---\ntitel: x\n---\ndraft: true\n")

    assert site.build().errors
    assert site.has("news/other/index.html")
