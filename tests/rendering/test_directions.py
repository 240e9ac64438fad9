"""Languages that are written from right to left: the page says so, and each text in another one."""

from collections.abc import Callable

from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: مركز
url: https://hub.example.org/
language: ar
-- content/n/a.md --
---
title: Un titre
date: 2026-01-01
lang: fr
aliases: [/old/]
---
Texte.
"""


def test_a_site_in_arabic_is_read_from_the_right(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.build()

    for path in ("index.html", "404.html", "n/index.html", "old/index.html"):
        assert '<html lang="ar" dir="rtl">' in site.page(path)
    assert '<a href="/n/a/" lang="fr" dir="ltr">Un titre</a>' in site.page("n/index.html")
    assert '<a href="/n/a/" lang="fr" dir="ltr">Un titre</a>' in site.page("old/index.html")


def test_a_text_in_arabic_on_a_french_site_says_so_and_one_in_english_needs_not(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE.replace("language: ar", "language: fr").replace("lang: fr", "lang: ckb"))
    site.write("content/n/b.md", "---\ntitle: A title\ndate: 2026-01-02\nlang: en\n---\nText.\n")
    site.build()

    assert '<html lang="fr">' in site.page("n/a/index.html")
    assert '<h1 lang="ckb" dir="rtl">Un titre</h1>' in site.page("n/a/index.html")
    assert '<html lang="en">' in site.page("n/b/index.html")
