"""What search engines are told: schema.org as JSON-LD, of the same facts as the page."""

import json
from collections.abc import Callable
from typing import Any

import html5lib
import pytest

from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Le hub
url: https://example.org/hub/
organisation:
  name: L’association
  logo: logo.svg
  address: |
    1, rue X
    37000 Tours
  phone: 01 99 00 00 01
  founded: 2015
  social: [https://social.example.org/@a]
-- content/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/news/_index.md --
---
title: Nouvelles
---
-- content/news/2026-01-10-a.md --
---
title: "Un </script><b>titre</b> & « cité »"
summary: Un résumé.
updated: 2026-02-01 10:00
author: Ana
tags: [Eau]
image: {src: /photo.svg, alt: Une image}
---
Le texte.
-- content/news/2026-01-11-b.md --
---
title: Sans rien
lang: en
---
Text.
-- content/about.md --
---
title: À propos
---
Nous.
"""


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    assert site.build().diagnostics == []
    return site


def told(site: SiteFolder, path: str) -> dict[str, dict[str, Any]]:
    """Return a page's JSON-LD by type, as an HTML parser finds it."""
    tree = html5lib.parse(site.page(path), namespaceHTMLElements=False)
    scripts = tree.findall(".//script[@type='application/ld+json']")
    graphs = [json.loads(script.text or "") for script in scripts]
    assert all(graph["@context"] == "https://schema.org" for graph in graphs)
    parts = [part for graph in graphs for part in graph.get("@graph", [graph])]
    return {part["@type"]: part for part in parts}


def test_an_article_is_a_news_article_with_its_facts(built: SiteFolder) -> None:
    article = told(built, "news/a/index.html")["NewsArticle"]

    assert article["headline"] == "Un </script><b>titre</b> & «\u202fcité\u202f»"
    assert article["url"] == "https://example.org/hub/news/a/"
    assert article["datePublished"] == "2026-01-10"
    assert article["dateModified"] == "2026-02-01T10:00:00+01:00"
    assert article["image"] == ["https://example.org/hub/photo.svg"]
    assert [author["name"] for author in article["author"]] == ["Ana"]
    assert article["articleSection"] == "Nouvelles"
    assert article["keywords"] == ["Eau"]
    assert article["inLanguage"] == "fr"
    assert article["publisher"] == {
        "@type": "Organization",
        "@id": "https://example.org/hub/#organization",
        "name": "L’association",
        "url": "https://example.org/hub/",
        "logo": "https://example.org/hub/logo.svg",
    }


def test_an_article_without_author_is_the_publishers(built: SiteFolder) -> None:
    article = told(built, "news/b/index.html")["NewsArticle"]

    assert article["author"] == [article["publisher"]]
    assert article["inLanguage"] == "en"
    assert "image" not in article
    assert "keywords" not in article


def test_the_home_page_names_the_site_and_its_publisher(built: SiteFolder) -> None:
    nodes = told(built, "index.html")

    assert nodes["WebSite"]["publisher"] == {"@id": nodes["Organization"]["@id"]}
    assert nodes["Organization"]["address"] == "1, rue X 37000 Tours"
    assert nodes["Organization"]["sameAs"] == ["https://social.example.org/@a"]
    assert "BreadcrumbList" not in nodes


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("about/index.html", ["Accueil", "À propos"]),
        ("news/b/index.html", ["Home", "Nouvelles", "Sans rien"]),
        ("tags/eau/index.html", ["Accueil", "Thèmes", "Eau"]),
    ],
)
def test_the_breadcrumb_is_that_of_the_page(
    built: SiteFolder, path: str, expected: list[str]
) -> None:
    steps = told(built, path)["BreadcrumbList"]["itemListElement"]
    tree = html5lib.parse(built.page(path), namespaceHTMLElements=False)
    shown = ["".join(item.itertext()) for item in tree.findall(".//nav/ol/li")]

    assert [step["name"] for step in steps] == expected == shown
    assert [step["position"] for step in steps] == [1, 2, 3][: len(steps)]
    assert steps[0]["item"] == "https://example.org/hub/"
    assert steps[-1]["item"] == f"https://example.org/hub/{path.removesuffix('index.html')}"


def test_a_shared_link_shows_a_large_picture_where_there_is_one(built: SiteFolder) -> None:
    assert 'name="twitter:card" content="summary_large_image"' in built.page("news/a/index.html")
    assert 'name="twitter:card" content="summary"' in built.page("news/b/index.html")


def _head(site: SiteFolder, path: str) -> tuple[str, dict[str, str]]:
    """Return the page's canonical address and its meta elements by name or property."""
    tree = html5lib.parse(site.page(path), namespaceHTMLElements=False)
    (canonical,) = (link for link in tree.iter("link") if link.get("rel") == "canonical")
    metas = {
        meta.get("property") or meta.get("name", ""): meta.get("content", "")
        for meta in tree.iter("meta")
    }
    return canonical.get("href", ""), metas


def test_every_page_names_its_own_whole_address(make_site: Callable[[str], SiteFolder]) -> None:
    """Also the second page of a list: its articles stand nowhere else."""
    site = make_site(SITE + "-- content/élus/_index.md --\n---\ntitle: Élus\nper_page: 2\n---\n")
    for number in range(6):
        site.write(
            f"content/élus/{number}.md",
            f"---\ntitle: Élu {number}\ndate: 2026-01-0{number + 1}\n---\n",
        )
    site.build()
    pages = {path for path in site.tree() if path.endswith("index.html")}
    assert {"elus/page/2/index.html", "elus/0/index.html", "archives/index.html"} <= pages

    for path in pages:
        own = f"https://example.org/hub/{path.removesuffix('index.html')}"
        canonical, metas = _head(site, path)
        assert (canonical, metas["og:url"]) == (own, own)


def test_a_shared_link_says_what_it_leads_to(built: SiteFolder) -> None:
    _, metas = _head(built, "news/a/index.html")

    expected = {
        "og:site_name": "Le hub",
        "og:title": "Un </script><b>titre</b> & «\u202fcité\u202f»",
        "og:type": "article",
        "og:locale": "fr_FR",
        "og:description": "Un résumé.",
        "og:image": "https://example.org/hub/photo.svg",
        "og:image:width": "20",
        "og:image:height": "10",
        "og:image:alt": "Une image",
        "article:published_time": "2026-01-10",
        "article:modified_time": "2026-02-01T10:00:00+01:00",
        "article:section": "Nouvelles",
        "article:tag": "Eau",
    }
    assert {name: metas.get(name) for name in expected} == expected


def test_what_is_no_page_to_be_found_says_so_and_is_in_no_sitemap(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.append("site.yaml", "search: true\n")
    site.replace("content/about.md", "title: À propos", "title: À propos\naliases: [/ancien/]")
    site.build()
    sitemap = site.page("sitemap.xml")
    hidden = {
        path
        for path in site.tree()
        if path.endswith(".html")
        and ("noindex" in _head_of(site, path) or "refresh" in _head_of(site, path))
    }

    assert {"404.html", "ancien/index.html"} < hidden
    assert len(hidden) == 3  # and the search, whatever it is called
    for path in hidden:
        assert f"/{path.removesuffix('index.html')}<" not in sitemap
    assert "/about/<" in sitemap


def _head_of(site: SiteFolder, path: str) -> str:
    return site.page(path).partition("</head>")[0]
