"""Former addresses of lists, feeds, calendars and files; circles, collisions, what is gone."""

import re
from collections.abc import Callable

import pytest

from tests.support import SiteFolder, places

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/sous/
sections: {news: {title: Nouvelles, aliases: [/actus/]}}
tags: {L'eau: {aliases: [/mot/eau, /eau.rss, /eau.ics]}}
redirects:
  /index.xml: /rss.xml
  /vieux.pdf: /notes.pdf
  /adherer/: https://adhesion.example.org/
  /ancien/: /autre/
  /autre/: /beta-d-avant/
  /fini/: 410
-- content/_index.md --
---
title: Accueil
aliases: [/accueil.php]
---
-- content/notes.pdf --
%PDF-1.4
-- content/news/_index.md --
---
title: Nouvelles
aliases: [/category/news/, /news/]
---
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
tags: [L’eau]
author: ana
signatories: [amf]
event: {start: 2027-03-02}
---
-- content/news/2026-01-11-beta.md --
---
title: Bêta
aliases: [/beta-d-avant/, /news/beta/]
---
-- content/_data/authors.yaml --
ana: {name: Ana Martin, aliases: [/author/ana/]}
bob: {name: Bob, aliases: /author/bob/}
-- content/_data/organisations.yaml --
amf: {name: Les maires, aliases: [/signe/amf.html]}
"""


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def leads_to(page: str) -> str:
    match = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page)
    assert match, page
    return match[1]


def test_lists_feeds_calendars_and_files_are_found_at_their_former_addresses(
    site: SiteFolder,
) -> None:
    report = site.build()

    told = {place: code for place, code in places(report).items() if code != "redirect-again"}
    assert told == {"content/_data/authors.yaml:2": "redirect-dead"}
    expected = {
        "accueil.php": "/sous/",
        "actus/index.html": "/sous/news/",
        "category/news/index.html": "/sous/news/",
        "mot/eau/index.html": "/sous/tags/l-eau/",
        "author/ana/index.html": "/sous/auteurs/ana-martin/",
        "signe/amf.html": "/sous/organisations/amf/",
        "adherer/index.html": "https://adhesion.example.org/",
        "ancien/index.html": "/sous/news/beta/",
        "autre/index.html": "/sous/news/beta/",
        "beta-d-avant/index.html": "/sous/news/beta/",
    }
    assert {path: leads_to(site.page(path)) for path in expected} == expected
    assert "<title>Nouvelles</title>" in site.page("actus/index.html")
    assert not site.has("fini/index.html")
    assert not site.has("author/bob/index.html")

    tree = site.tree()
    same = {
        "actus/feed.xml": "news/feed.xml",
        "actus.ics": "news.ics",
        "mot/eau/feed.xml": "tags/l-eau/feed.xml",
        "mot/eau/rss.xml": "tags/l-eau/rss.xml",
        "eau.rss": "tags/l-eau/rss.xml",
        "eau.ics": "tags/l-eau.ics",
        "index.xml": "rss.xml",
        "vieux.pdf": "notes.pdf",
    }
    assert {path for path, other in same.items() if tree[path] != tree[other]} == set()
    assert b'href="https://hub.example.org/sous/news/feed.xml"' in tree["actus/feed.xml"]


def test_each_line_that_leads_to_another_former_address_is_told_where_it_is_led_to(
    site: SiteFolder,
) -> None:
    told = [
        diagnostic for diagnostic in site.build().diagnostics if diagnostic.code == "redirect-again"
    ]

    assert [(diagnostic.line, diagnostic.values["suggestion"]) for diagnostic in told] == [
        (9, "/news/beta/"),
        (10, "/news/beta/"),
    ]


WRONG: dict[str, tuple[str, str, str, str]] = {
    "in use, in the settings": ("site.yaml", "[/actus/]", "[/news/beta/]", "redirect-taken"),
    "in use, of a tag": ("site.yaml", "/mot/eau,", "/notes.pdf,", "redirect-taken"),
    "in use, in the text of a section": (
        "content/news/_index.md", "/category/news/", "/feed.xml", "redirect-taken",
    ),
    "in use, in data": (
        "content/_data/organisations.yaml", "/signe/amf.html", "/news/", "redirect-taken",
    ),
    "of another host": (
        "content/_data/authors.yaml", "/author/ana/", "https://x.example/ana/", "redirect-address",
    ),
    "beyond the path": ("site.yaml", "/mot/eau,", "/?tag=eau,", "alias-beyond-path"),
    "a circle": ("site.yaml", "/autre/: /beta-d-avant/", "/autre/: /ancien/", "redirect-circle"),
    "itself": ("site.yaml", "/autre/: /beta-d-avant/", "/autre/: /autre/", "redirect-circle"),
    "what is gone": ("site.yaml", "/autre/: /beta-d-avant/", "/autre/: /fini/", "redirect-dead"),
    "a file of the content": ("site.yaml", "/vieux.pdf: /n", "/notes.pdf: /n", "redirect-circle"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_leads_nowhere_or_from_an_address_in_use_is_told_where_it_is_written(
    site: SiteFolder, name: str
) -> None:
    path, old, new, code = WRONG[name]
    site.replace(path, old, new)

    told = [
        diagnostic
        for diagnostic in site.build().diagnostics
        if diagnostic.code == code and diagnostic.path == path
    ]

    assert told
    assert all(diagnostic.line > 0 and diagnostic.column > 0 for diagnostic in told)


def test_a_former_feed_and_calendar_give_way_to_what_stands_there(site: SiteFolder) -> None:
    site.write("content/actus.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")

    assert not [diagnostic for diagnostic in site.build().diagnostics if "taken" in diagnostic.code]
    assert site.page("actus.ics").startswith("BEGIN:VCALENDAR\nEND")
