"""The layout `documentation`: a tree of pages, reading order, contents, languages, sources."""

import re
from collections.abc import Callable

import pytest

from tests.html_checks import broken_links, html_pages
from tests.support import SiteFolder, places

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
sections: {guide: {title: Guide, layout: documentation}, news: {title: Nouvelles}}
-- content/association.md --
---
title: L’association
---
Une page comme les autres.
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
---
Un article.
-- content/guide/_index.md --
---
title: Le guide
---
Par où commencer.
-- content/guide/install.md --
---
title: Installer
weight: 1
kind: Débuter
---
## Avant
### Le matériel
## Pendant
## Après
-- content/guide/write.md --
---
title: Écrire
weight: 2
kind: Débuter
---
Un texte.
-- content/guide/zebra.md --
---
title: Zèbre
---
Sans rang.
-- content/guide/deep/_index.md --
---
title: En profondeur
weight: 9
---
Plus loin.
-- content/guide/deep/inner.md --
---
title: Dedans
lang: en
translates: ../install.md
---
Inside.
"""
ORDER = ["Le guide", "Installer", "Écrire", "En profondeur", "Dedans", "Zèbre"]


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    made = make_site(SITE)
    assert made.build().diagnostics == []
    return made


def tree_of(html: str) -> str:
    match = re.search(r'<nav class="guide-tree".*?</nav>', html, re.DOTALL)
    assert match
    return match[0]


def titles(html: str) -> list[str]:
    return re.findall(r"<a [^>]*>([^<]+)</a>", html)


def test_pages_stand_by_weight_and_then_by_title(site: SiteFolder) -> None:
    assert titles(tree_of(site.page("guide/write/index.html"))) == ORDER


def test_sections_below_belong_to_the_guide(site: SiteFolder) -> None:
    assert titles(tree_of(site.page("guide/deep/index.html"))) == ORDER
    assert titles(tree_of(site.page("guide/deep/inner/index.html"))) == ORDER


def test_other_pages_keep_their_layout(site: SiteFolder) -> None:
    for path in ("association/index.html", "news/index.html", "news/alpha/index.html"):
        assert "guide-tree" not in site.page(path)
        assert "documentation.css" not in site.page(path)


def test_the_page_that_readers_are_on_is_marked(site: SiteFolder) -> None:
    tree = tree_of(site.page("guide/write/index.html"))

    assert re.findall(r'<a href="([^"]+)" aria-current="page"', tree) == ["/guide/write/"]


def test_neighbours_of_one_kind_stand_under_it(site: SiteFolder) -> None:
    tree = tree_of(site.page("guide/write/index.html"))

    assert tree.count("guide-kind") == 1
    assert tree.count("<ul>") == tree.count("</ul>") == 4


def test_pages_are_read_one_after_the_other(site: SiteFolder) -> None:
    html = site.page("guide/deep/inner/index.html")

    assert re.findall(r'<link rel="(prev|next)" href="([^"]+)"', html) == [
        ("prev", "/guide/deep/"),
        ("next", "/guide/zebra/"),
    ]


def test_a_part_of_the_guide_lists_what_it_holds(site: SiteFolder) -> None:
    html = site.page("guide/index.html")
    cards = html[html.index("guide-cards") :]

    assert titles(cards)[:4] == ["Installer", "Écrire", "En profondeur", "Zèbre"]


def test_a_long_page_begins_with_its_contents(site: SiteFolder) -> None:
    html = site.page("guide/install/index.html")
    contents = html[html.index("guide-contents") :].split("</nav>")[0]

    assert titles(contents) == ["Avant", "Le matériel", "Pendant", "Après"]
    assert "guide-contents" not in site.page("guide/write/index.html")


def test_translations_lead_to_each_other(site: SiteFolder) -> None:
    french, english = (
        site.page("guide/install/index.html"),
        site.page("guide/deep/inner/index.html"),
    )
    both = [
        ("en", "https://hub.example.org/guide/deep/inner/"),
        ("fr", "https://hub.example.org/guide/install/"),
    ]

    for html in (french, english):
        matches = re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)"', html)
        assert sorted(matches) == both
    assert 'Existe aussi en anglais\u00a0: <a href="/guide/deep/inner/" hreflang="en"' in french


def test_a_translation_of_nothing_is_told(site: SiteFolder) -> None:
    site.replace("content/guide/deep/inner.md", "../install.md", "nothing.md")

    assert places(site.build()) == {"content/guide/deep/inner.md:4": "broken-link"}


def test_a_body_is_none_of_the_other_pages_business(site: SiteFolder) -> None:
    site.append("content/guide/write.md", "\nUne phrase de plus.\n")

    assert set(site.build().rendered) == {"guide/write/index.html"}


def test_a_title_stands_on_all_pages_of_its_guide(site: SiteFolder) -> None:
    site.replace("content/guide/write.md", "title: Écrire", "title: Rédiger")

    rendered = set(site.build().rendered)

    assert "guide/zebra/index.html" in rendered
    assert "association/index.html" not in rendered


def test_a_page_leads_to_where_it_is_edited(site: SiteFolder) -> None:
    edit = "https://git.example.org/hub/edit/main/content"
    site.append("site.yaml", f"repository: {{edit: {edit}}}\n")

    assert site.build().diagnostics == []

    assert f'<a href="{edit}/guide/write.md">' in site.page("guide/write/index.html")


def test_a_whole_site_can_be_documentation(site: SiteFolder) -> None:
    site.append("site.yaml", "layout: documentation\n")
    site.write("content/index.md", "---\ntitle: Accueil\n---\nBienvenue.\n")

    assert site.build().diagnostics == []

    assert titles(tree_of(site.page("index.html"))) == ["Accueil", "L’association", "Nouvelles"]
    assert titles(tree_of(site.page("guide/index.html"))) == ORDER  # a guide of its own


def test_a_layout_that_the_theme_lacks_is_told(site: SiteFolder) -> None:
    site.replace("site.yaml", "layout: documentation", "layout: documentacion")

    report = site.build()

    assert places(report) == {"site.yaml:3": "unknown-choice-near"}
    assert report.diagnostics[0].values["suggestion"] == "documentation"


def test_a_section_that_names_a_layout_which_is_not_there_is_told_once(site: SiteFolder) -> None:
    site.build()
    published = site.page("news/index.html")
    site.write("content/news/_index.md", "---\ntitle: N\nlayout: documentacion\n---\nTexte.\n")

    report = site.build()

    assert places(report) == {"content/news/_index.md:3": "unknown-choice-near"}
    assert report.diagnostics[0].values["suggestion"] == "documentation"
    assert site.page("news/index.html") == published


def test_its_pages_are_sound(site: SiteFolder) -> None:
    pages = html_pages(site.output)

    assert [page.path for page in pages if page.parse_errors or len(page.all("h1")) != 1] == []
    assert broken_links(site.output, pages, "https://hub.example.org/") == []
