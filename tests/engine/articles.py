"""Twelve articles that name each other: enough to be shared out between processes."""

from collections.abc import Callable

from tests.support import SiteFolder

_SITE = "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n"
_ARTICLE = """---
title: Article {number}
date: 2026-01-{day:02d}
tags: [a, b]
---
Texte {number}, voir [l’autre](a{other}.md).
"""


def lay_out_articles(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    """Return a site of twelve articles."""
    site = make_site(_SITE)
    for number in range(12):
        text = _ARTICLE.format(number=number, day=number + 1, other=(number + 1) % 12)
        site.write(f"content/news/a{number}.md", text)
    return site
