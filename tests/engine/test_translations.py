"""Mistakes in translations and in their originals: what is published, and what is not."""

from collections.abc import Callable

import pytest

from tests.private.keys import USUAL
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
languages: {en: {title: The hub}}
-- content/a.md --
---
title: Un
---
Un texte.
-- content/a.en.md --
---
title: One
---
A text.
-- content/members/_index.md --
---
title: Entre nous
access: members
---
"""
WRONG = "---\ntitle: Secret\nembargo: 2027-13-45\n---\nTexte.\n"


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    assert site.build().errors == []
    return site


def told(site: SiteFolder) -> list[str]:
    return [error.code for error in site.build().errors]


def codes(site: SiteFolder) -> list[str]:
    """Return what a build tells, but for the keys of private pages that are not there."""
    diagnostics = site.build().diagnostics
    return [diagnostic.code for diagnostic in diagnostics if diagnostic.code != "private-left-out"]


def pages_with(site: SiteFolder, text: str) -> list[str]:
    return [path for path, content in site.tree().items() if text.encode() in content]


def document(title: str, *keys: str) -> str:
    return "\n".join(("---", f"title: {title}", *keys, "---", "Whatnobodyreads.", ""))


def test_a_translation_waits_for_an_original_that_is_new_and_cannot_be_read(
    site: SiteFolder,
) -> None:
    site.write("content/secret.md", WRONG)
    site.write("content/secret.en.md", document("The secret"))
    site.write("content/other.en.md", document("Another", "translates: secret.md"))

    assert told(site) == ["bad-date"]
    assert pages_with(site, "Whatnobodyreads") == []

    site.remove("content/other.en.md")
    site.write("content/secret.md", document("Le secret"))
    assert told(site) == []
    assert "en/secret/index.html" in pages_with(site, "Whatnobodyreads")


def test_an_edited_translation_waits_for_a_new_original_that_is_withdrawn_and_has_a_mistake(
    site: SiteFolder,
) -> None:
    site.write("content/b.en.md", "---\ntitle: B\n---\nA text.\n")
    assert told(site) == []
    site.write("content/b.md", document("B", "draft: true", "zzz: 1"))
    site.write("content/b.en.md", document("B"))

    assert told(site) == ["unknown-key"]
    assert pages_with(site, "Whatnobodyreads") == []


def test_a_translation_is_withdrawn_with_its_original(site: SiteFolder) -> None:
    for keys in ("draft: true", "embargo: 2027-01-01", "expires: 2026-01-01", "access: members"):
        site.write("content/a.md", document("Un", keys))
        assert told(site) == []
        assert not site.has("en/a/index.html"), keys
        site.write("content/a.md", document("Un"))
        assert told(site) == []
        assert site.has("en/a/index.html")


@pytest.mark.parametrize("key", ["2026-01-05-b.en.md", "en/2026-01-05-b.md", "2026-01-05-b.de.md"])
def test_a_translation_is_put_off_with_an_original_that_is_called_after_the_same_day(
    site: SiteFolder, key: str
) -> None:
    """Its name begins with a day because the original's does: it does not say its date."""
    site.write("content/2026-01-05-b.md", document("B").replace("Whatnobodyreads", "Texte"))
    site.write(f"content/{key}", document("B"))
    assert told(site) == []
    assert pages_with(site, "Whatnobodyreads")

    site.write("content/2026-01-05-b.md", document("B", "date: 2026-12-01"))
    assert told(site) == []
    assert pages_with(site, "Whatnobodyreads") == []

    site.write(f"content/{key}", document("B", "date: 2026-01-05"))
    assert told(site) == []
    assert pages_with(site, "Whatnobodyreads")


def test_what_stands_in_a_private_section_is_private_in_every_language(site: SiteFolder) -> None:
    site.write("content/members/2026-01-01-x.en.md", document("X"))
    site.write("content/en/members/2026-01-01-y.md", document("Y"))
    site.write("content/en/members/file.txt", "Whatnobodyreads.")
    site.write("content/en/members/folder/index.md", document("Z"))

    assert told(site) == []
    assert pages_with(site, "Whatnobodyreads") == []


def test_a_translation_that_was_withdrawn_waits_for_an_original_that_cannot_be_read(
    site: SiteFolder,
) -> None:
    """It had a mistake in the build that withdrew it, and was mended before its original was."""
    sound = document("Un", "date: 2027-11-03")
    site.write("content/a.md", sound)
    site.write("content/a.en.md", "x: [\n")
    site.build()
    assert not site.has("en/a/index.html")
    site.write("content/a.md", sound.replace("Un", '"Un'))
    site.write("content/a.en.md", document("One"))

    assert told(site) == ["yaml-syntax"]
    assert pages_with(site, "Whatnobodyreads") == []
    site.write("content/b.md", document("Other").replace("Whatnobodyreads", "Whateverybodyreads"))
    assert told(site) == ["yaml-syntax"]
    assert pages_with(site, "Whatnobodyreads") == []

    site.write("content/a.md", document("Un", "date: 2026-01-03"))
    assert told(site) == []
    assert "en/a/index.html" in pages_with(site, "Whatnobodyreads")


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("content/b.md", document("B", "lang: en", "translates: a.md"), "translation-twice"),
        ("content/en/a.md", document("B"), "translation-twice"),
        ("content/b.md", document("B", "translates: a.md"), "translation-same-language"),
        ("content/b.md", document("B", "translates: b.md"), "translation-same-language"),
        ("content/b.en.md", document("B", "lang: fr"), "language-of-place"),
        ("content/b.en.md", document("B", "translates: none.md"), "broken-link"),
    ],
)
def test_a_wrong_translation_is_told_and_takes_nothing_from_the_others(
    site: SiteFolder, path: str, text: str, code: str
) -> None:
    before = site.tree()
    site.write(path, text)

    assert told(site) == [code]
    assert {name: site.tree()[name] for name in before if name.endswith("a/index.html")} == {
        name: content for name, content in before.items() if name.endswith("a/index.html")
    }
    assert pages_with(site, "Whatnobodyreads") == []
    site.remove(path)
    assert told(site) == []
    assert site.tree() == before


def test_a_mistake_in_a_translation_leaves_it_as_it_was_published(site: SiteFolder) -> None:
    site.write("content/a.en.md", "---\ntitel: One\n---\nB text.\n")

    assert set(told(site)) == {"missing-key", "unknown-key-near"}
    assert "A text." in site.page("en/a/index.html")


def test_a_language_whose_only_text_has_a_mistake_is_not_told_to_be_empty(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.write("content/a.en.md", "---\ntitel: One\n---\n")
    assert {"missing-key", "unknown-key-near"} == set(codes(site))
    site.remove("content/a.en.md")
    assert codes(site) == ["language-without-files"]


def test_a_language_that_is_taken_out_takes_its_pages_with_it(site: SiteFolder) -> None:
    site.replace("site.yaml", "languages: {en: {title: The hub}}", "")
    site.remove("content/a.en.md")

    assert told(site) == []
    assert [path for path in site.tree() if path.startswith("en/")] == []


WITHHELD = ("draft: true", "embargo: 2027-05-01", "date: 2027-05-01", "access: members")


@pytest.mark.parametrize("keys", WITHHELD)
def test_what_withholds_an_original_withholds_the_translation_of_its_translation(
    site: SiteFolder, keys: str
) -> None:
    site.replace("site.yaml", "en: {title: The hub}", "en: {title: The hub}, br: {title: Hor hub}")
    site.write("content/news/first.md", document("Un", keys))
    site.write("content/second.md", document("Two", "lang: en", "translates: news/first.md"))
    site.write("content/third.md", document("Tri", "lang: br", "translates: second.md"))
    site.write("content/a.br.md", document("Unan").replace("Whatnobodyreads", "Hep sekred"))

    assert told(site) == []
    assert pages_with(site, "Whatnobodyreads") == []

    site.write("content/news/first.md", document("Un"))
    assert told(site) == []
    assert "br/third/index.html" in pages_with(site, "Whatnobodyreads")


@pytest.mark.parametrize(
    ("above", "original", "key"),
    [
        ("content/members/_index.md", "members/x.md", ""),
        ("content/members/_index.md", "y.md", "section: members"),
        ("content/folder/index.md", "folder/x.md", ""),
    ],
)
def test_what_withholds_the_folder_or_section_of_an_original_withholds_its_translation(
    site: SiteFolder, above: str, original: str, key: str
) -> None:
    site.write("content/folder/index.md", document("Dossier", "draft: true"))
    site.write("content/news/_index.md", "---\ntitle: Actus\n---\n")
    site.write(f"content/{original}", document("Un", "date: 2026-01-01", key))
    keys = ("lang: en", f"translates: /{original}", "section: news", "date: 2026-01-01")
    site.write("content/other.md", document("One", *keys))

    assert told(site) == []
    assert pages_with(site, "Whatnobodyreads") == []

    site.remove(above)
    site.write("content/members/_index.md", "---\ntitle: Nous\n---\n")
    assert told(site) == []
    assert "en/news/other/index.html" in pages_with(site, "Whatnobodyreads")


@pytest.mark.parametrize("keys", WITHHELD)
def test_translations_in_a_circle_are_withheld_together(site: SiteFolder, keys: str) -> None:
    site.write("content/b.md", document("Un", keys, "translates: c.md"))
    site.write("content/c.md", document("One", "lang: en", "translates: b.md"))

    assert told(site) == ["translation-circle"]
    assert pages_with(site, "Whatnobodyreads") == []


@pytest.mark.parametrize("keys", WITHHELD)
@pytest.mark.parametrize("path", ["news/x.de.md", "de/news/x.md"])
def test_a_translation_into_a_language_that_is_taken_out_stays_withheld(
    site: SiteFolder, keys: str, path: str
) -> None:
    languages = "languages: {en: {title: The hub}}"
    site.replace("site.yaml", languages, "languages: {de: {title: Das}, en: {title: The hub}}")
    site.write("content/news/x.md", document("Un", keys))
    site.write(f"content/{path}", document("Eins"))
    assert told(site) == []
    assert pages_with(site, "Whatnobodyreads") == []

    for left in (languages, ""):
        site.write("site.yaml", "title: Le hub\nurl: https://hub.example.org/\n" + left)
        report = site.build()
        assert report.errors == []
        assert "language-undeclared" in [diagnostic.code for diagnostic in report.diagnostics]
        assert pages_with(site, "Whatnobodyreads") == []


@pytest.mark.parametrize("keys", WITHHELD)
def test_on_a_site_in_one_language_too_a_translation_is_withheld_with_its_original(
    site: SiteFolder, keys: str
) -> None:
    site.write("site.yaml", "title: Le hub\nurl: https://hub.example.org/\n")
    site.remove("content/a.en.md")
    site.write("content/b.md", document("Un", keys))
    site.write("content/c.md", document("One", "lang: en", "translates: b.md"))
    site.write("content/b.en.md", document("Another", "lang: en"))

    assert codes(site) == []
    assert pages_with(site, "Whatnobodyreads") == []
    site.write("content/b.md", document("Un"))
    assert codes(site) == []
    assert {"c/index.html", "b-en/index.html"} < set(pages_with(site, "Whatnobodyreads"))


def test_a_translation_of_a_translation_is_told_however_that_is_linked(site: SiteFolder) -> None:
    site.replace("site.yaml", "en: {title: The hub}", "en: {title: The hub}, br: {title: Hor hub}")
    site.write("content/b.md", document("Tri", "lang: br", "translates: a.en.md"))
    assert codes(site) == ["translation-of-translation"]

    site.replace("content/b.md", "a.en.md", "a.md")
    assert codes(site) == []


def test_a_translation_whose_original_is_gone_is_told(site: SiteFolder) -> None:
    site.write("content/b.md", document("Un", "draft: true"))
    site.write("content/b.en.md", document("One"))
    site.write("content/en/c.md", document("In English alone"))
    site.write("content/index.en.md", document("Welcome"))
    site.write("content/news/_index.en.md", document("News"))
    assert codes(site) == []

    site.remove("content/b.md")

    assert codes(site) == ["original-missing"]
    site.write("content/b.md", "---\ntitle: Un\ndate: 2026-13-01\n---\n")
    assert told(site) == ["bad-date"]


def test_a_section_whose_folder_is_called_otherwise_is_the_same_section(site: SiteFolder) -> None:
    site.append("site.yaml", "menus: {main: [releases]}\n")
    site.write("content/releases/_index.md", document("Communiqués"))
    site.write("content/releases/2026-01-01-x.md", document("X"))
    site.write(
        "content/en/press/_index.md",
        document("Press", "translates: ../../releases/_index.md", "aliases: [/en/former/]"),
    )
    site.write(
        "content/en/press/2026-01-02-y.md", "---\ntitle: Y\n---\n[All](/releases/_index.md)\n"
    )

    assert codes(site) == []
    for path in ("releases/index.html", "en/press/index.html"):
        head = site.page(path).partition("</head>")[0]
        assert 'hreflang="fr" href="https://hub.example.org/releases/"' in head
        assert 'hreflang="en" href="https://hub.example.org/en/press/"' in head
    assert '<a href="/en/press/">Press</a>' in site.page("en/index.html")
    assert '<a href="/en/press/">All</a>' in site.page("en/press/y/index.html")

    site.replace("content/en/press/_index.md", "../../releases/", "../../none/")
    assert told(site) == ["broken-link"]


def test_a_link_within_a_tree_leads_to_what_the_tree_lacks(site: SiteFolder) -> None:
    site.write("content/b.md", document("Deux"))
    site.write(
        "content/en/c.md", "---\ntitle: C\n---\n[A](a.md) [B](b.md) [None](none.md) [Own](c.md)\n"
    )

    assert told(site) == ["broken-link"]
    site.replace("content/en/c.md", " [None](none.md)", "")
    assert told(site) == []
    page = site.page("en/c/index.html")
    assert '<a href="/en/a/">A</a> <a href="/b/">B</a> <a href="/en/c/">Own</a>' in page
    site.write("content/fr/d.md", "---\ntitle: D\n---\n[B](b.md)\n")
    assert told(site) == []
    assert '<a href="/b/">B</a>' in site.page("d/index.html")
    site.remove("content/fr/d.md")
    site.write("content/b.md", document("Deux", "draft: true"))
    assert codes(site) == ["link-unpublished"]
    assert "<a href" not in site.page("en/c/index.html").partition(">A</a> ")[2].partition("<a")[0]
    assert pages_with(site, "Deux") == []


@pytest.mark.parametrize(
    ("own", "first"), [("2026-01-01", "2027-05-01"), ("2027-05-01", "2026-01-01")]
)
def test_of_two_embargoes_the_later_counts(site: SiteFolder, own: str, first: str) -> None:
    site.write("content/b.md", document("Un", f"embargo: {first}", "expires: 2028-01-01 09:00"))
    site.write("content/b.en.md", document("One", f"embargo: {own}", "expires: 2028-02-01"))

    assert told(site) == []
    assert "en/b/index.html" not in pages_with(site, "Whatnobodyreads")


def test_a_new_original_that_is_not_published_for_a_mistake_withholds_all_the_same(
    site: SiteFolder,
) -> None:
    site.keys = USUAL
    site.remove("content/members/_index.md")
    original = document("Un", "access: members", "date: 2026-01-01")
    site.write("content/x.md", original + "\n[nowhere](nowhere.md)\n")
    site.write("content/x.en.md", document("One"))

    assert told(site) == ["broken-link"]
    assert pages_with(site, "Whatnobodyreads") == []


def test_the_original_is_shown_for_a_new_translation_with_a_mistake(
    make_site: Callable[[str], SiteFolder],
) -> None:
    shown = SITE.replace("{title: The hub}", "{title: The hub, untranslated: show}")
    site = make_site(shown.replace("A text.", "A [text](absent.md)."))

    assert told(site) == ["broken-link"]
    assert "Un texte." in site.page("en/a/index.html")
    assert "Un texte." in site.page("a/index.html")
    assert pages_with(site, "A text") == []

    site.write("content/a.en.md", "---\ntitle: One\n---\nA text.\n")
    assert told(site) == []
    assert "A text." in site.page("en/a/index.html")
