"""The news sitemap: articles of two days at the build's clock, and when they leave it."""

import datetime as dt
import re
from collections.abc import Callable

from lxml import etree

from sitegen.border.moments import parse_moment
from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from sitegen.site.horizon import instants_of_change
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub & fils
url: https://hub.example.org/hub/
sitemap: {news: true}
-- content/news/a.md --
---
title: "Un < deux & trois"
date: 2026-11-21 10:00
---
Texte.
-- content/news/b.md --
---
title: Old news
date: 2026-11-20 11:59
---
Text.
-- content/news/c.md --
---
title: Today
lang: en-GB
date: 2026-11-22
---
Text.
-- content/news/d.md --
---
title: À paraître
date: 2026-11-22 18:00
---
Texte.
-- content/about.md --
---
title: À propos
---
Nous.
"""
NOW = "2026-11-22T12:00+01:00"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LANGUAGE = re.compile(r"zh-(cn|tw)|[a-z]{2,3}")
DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?")


def read(site: SiteFolder) -> list[tuple[str, str, str, str, str]]:
    """Return the sitemap's rows; raise `AssertionError` unless its form is the schema's.

    The rules are those of Google's sitemap-news.xsd: which elements, in which order, of which text.
    """
    root = etree.fromstring((site.output / "sitemap-news.xml").read_bytes())
    assert root.tag == f"{MAP}urlset"
    rows = []
    for url in root:
        assert [element.tag for element in url] == [f"{MAP}loc", f"{NEWS}news"]
        names = ("publication", "publication_date", "title")
        assert [element.tag for element in url[1]] == [NEWS + name for name in names]
        assert [element.tag for element in url[1][0]] == [f"{NEWS}name", f"{NEWS}language"]
        texts = (url[0], url[1][0][0], url[1][0][1], url[1][1], url[1][2])
        address, name, language, date, title = (str(element.text) for element in texts)
        assert address.startswith("https://hub.example.org/hub/")
        assert LANGUAGE.fullmatch(language)
        assert DATE.fullmatch(date)
        rows.append(
            (address.removeprefix("https://hub.example.org/hub"), name, language, date, title)
        )
    return rows


def test_articles_of_two_days_stand_in_it(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    assert site.build(now=NOW).diagnostics == []

    assert read(site) == [
        ("/news/c/", "Hub & fils", "en", "2026-11-22", "Today"),
        ("/news/a/", "Hub & fils", "fr", "2026-11-21T10:00:00+01:00", "Un < deux & trois"),
    ]
    assert site.page("robots.txt").endswith(
        "Sitemap: https://hub.example.org/hub/sitemap.xml\n"
        "Sitemap: https://hub.example.org/hub/sitemap-news.xml\n"
    )


def test_it_is_there_only_where_it_is_asked_for(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE.replace("sitemap: {news: true}\n", ""))
    site.build(now=NOW)

    assert not site.has("sitemap-news.xml")
    assert "news" not in site.page("robots.txt")


def test_it_changes_at_the_instants_that_are_known_before(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """From instant to instant: nothing is rendered just before, and the sitemap is at each."""
    site = make_site(SITE)
    site.build(now=NOW)
    site.age()
    now, told = NOW, []
    for _ in range(4):
        options = BuildOptions(root=str(site.root), output=str(site.output), now=parse_moment(now))
        following = look(options, lambda opened: instants_of_change(opened.session.index))[0]
        at = dt.datetime.fromtimestamp(following.timestamp, dt.timezone(dt.timedelta(hours=1)))
        told.append((at.isoformat()[:16], following.kind, following.id))
        just_before = site.build(now=(at - dt.timedelta(seconds=1)).isoformat())
        assert (just_before.rendered, just_before.removed) == ({}, [])
        now = at.isoformat()
        assert "sitemap-news.xml" in site.build(now=now).written

    assert told == [
        ("2026-11-22T18:00", "appears", "news/d.md"),
        ("2026-11-23T10:00", "ages", "news/a.md"),
        ("2026-11-24T00:00", "ages", "news/c.md"),
        ("2026-11-24T18:00", "ages", "news/d.md"),
    ]
    assert read(site) == []
