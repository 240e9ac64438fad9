"""What stands apart on a page does not run together when it is read aloud or copied."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.html_checks import Page
from tests.imaging.pictures import encoded, picture
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Les Jardins
url: https://hub.example.org/
sections: {news: {title: Nouvelles, feed: true}}
organisation: {name: Les Jardins}
-- content/news/2026-01-10-a.md --
---
title: Trois dates
author: [Ana Lévy, Zoé]
place: Angers
updated: 2026-01-12
tags: [eau]
kind: Annonce
image: {src: /photo.jpg, alt: Un jardin, caption: Au printemps, credit: Ana Lévy}
events:
  - {id: a, start: 2026-12-01 10:00, type: forum, status: cancelled}
  - {id: b, start: 2026-12-02 10:00, type: atelier}
  - {id: c, start: 2026-12-03 10:00}
---
Un texte.
-- content/news/2026-01-11-b.md --
---
title: Sans rien
---
Un texte.
"""


@pytest.fixture
def hub(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    site.write("content/photo.jpg", encoded(picture(), "JPEG"))
    site.build()
    return site


def texts(root: Path, path: str, name: str) -> list[str]:
    """Return the texts of the elements of a class, as they are copied."""
    elements = [
        element
        for element in Page(root, path).tree.iter()
        if name in element.attrib.get("class", "").split()
    ]
    return [
        re.sub(" (?=,)", "", " ".join("".join(element.itertext()).split())) for element in elements
    ]


def test_the_byline_is_copied_with_what_stands_between_its_parts(hub: SiteFolder) -> None:
    (line,) = texts(hub.output, "news/a/index.html", "facts")

    assert line == (
        "Par Ana Lévy et Zoé · Angers · Publié le 10 janvier 2026 · Mis à jour le 12 janvier 2026"
    )


@pytest.mark.parametrize(
    ("path", "name", "expected"),
    [
        ("news/index.html", "meta", "Annonce, 10 janvier 2026"),
        ("agenda/index.html", "meta", "Annulé, forum"),
        ("tags/index.html", "term-list", "eau, 1 article"),
        ("news/a/index.html", "credit", "Photo : Ana Lévy"),
        ("news/index.html", "announced", "et 1 autre date"),
    ],
)
def test_what_stands_side_by_side_is_told_apart(
    hub: SiteFolder, path: str, name: str, expected: str
) -> None:
    assert expected in texts(hub.output, path, name)


def test_where_a_release_comes_from_is_told_in_feeds_and_to_search_engines(
    hub: SiteFolder,
) -> None:
    feed = json.loads(hub.page("feed.json"))
    content = {item["title"]: item["content_html"] for item in feed["items"]}
    data = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', hub.page("news/a/index.html")
    )
    (article,) = (item for item in map(json.loads, data) if item.get("@type") == "NewsArticle")

    (told,) = (html for title, html in content.items() if title.endswith("Trois dates"))
    assert "<p>Angers, le 10\u00a0janvier 2026</p>" in told
    assert "janvier" not in content["Sans rien"]
    assert article["dateline"] == "Angers"
    assert article["locationCreated"] == {"@type": "Place", "name": "Angers"}
