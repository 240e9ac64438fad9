"""A document in another language than the site's: its page speaks it, header and foot do not."""

from collections.abc import Callable

import html5lib

from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
search: true
organisation: {name: Association}
-- content/news/_index.md --
---
title: Nouvelles
---
-- content/news/2026-01-10-a.md --
---
title: A study
lang: en
kind: study
author: Ana Martin
tags: [eau]
---
A text.

::: alert
Look out.
:::
-- content/news/2026-01-11-b.md --
---
title: Une étude
kind: étude
---
Un texte.
-- content/news/2026-01-12-c.md --
---
title: Un titou
lang: sv
---
Un testu.
"""


def test_page_and_frame_speak_each_its_language(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    assert site.build().diagnostics == []

    page = site.page("news/a/index.html")
    tree = html5lib.parse(page, namespaceHTMLElements=False)

    def lang_of(path: str) -> object:
        (element,) = tree.findall(path)
        return element.get("lang")

    assert tree.get("lang") == "en"
    assert lang_of(".//header[@class='site-header']") == "fr"
    assert lang_of(".//footer[@class='site-footer']") == "fr"
    assert lang_of(".//h1") is None
    assert lang_of(".//nav[@class='tags']/ul") == "fr"
    assert lang_of(".//a[@href='/news/'][@lang]") == "fr"
    assert lang_of(".//div[@class='related']//a[@href='/news/b/']") == "fr"
    for words in ("Published on", "10 January 2026", ">Information<", "In the same section"):
        assert words in page
    for words in ("Rechercher", "Tous les flux (OPML)"):
        assert words in page  # the header and the foot
    assert 'data-search-show="date" value="10\u00a0janvier 2026"' in page
    assert '"inLanguage":"en"' in page


def test_the_page_beside_it_is_not_touched(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.build()

    page = site.page("news/b/index.html")

    assert '<html lang="fr">' in page
    assert "Publié le" in page
    assert 'href="/news/a/" lang="en"' in page
    assert '<header class="site-header">' in page


def test_without_words_in_its_language_the_site_s_are_around_it(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.build()

    page = site.page("news/c/index.html")

    assert '<html lang="fr">' in page
    assert '<h1 data-search-title lang="sv">' in page.replace(
        'lang="sv" data-search-title', 'data-search-title lang="sv"'
    )
    assert "Publié le" in page


def test_another_language_is_another_page(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.build()
    site.age()
    site.replace("content/news/2026-01-10-a.md", "lang: en", "lang: fr")

    report = site.build()

    assert "news/a/index.html" in report.rendered
    assert '<html lang="fr">' in site.page("news/a/index.html")
    assert "Publié le" in site.page("news/a/index.html")
