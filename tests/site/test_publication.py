"""Drafts, dates to come, embargo and expiry, against the clock."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sitegen.model import Withheld
from tests.imaging.pictures import encoded, picture
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/public.md --
---
title: Public
date: 2026-01-01
---
Texte.
-- content/news/one.md --
---
title: Secretum
date: 2026-02-01 10:00
tags: [tagsecretum]
author: Auctor Secretus
{keys}
event: {{start: 2027-01-01, id: eventus-secretus}}
image: photo.jpg
---
Corpus secretum.
"""


def lay_out(make_site: Callable[[str], SiteFolder], keys: str) -> SiteFolder:
    site = make_site(SITE.format(keys=keys))
    site.write("content/news/photo.jpg", encoded(picture(), "JPEG"))
    return site


def traces(site: SiteFolder) -> list[str]:
    """Return the files of the output that betray the article, by name or content."""
    return [
        path
        for path, content in site.tree().items()
        if b"secret" in content.lower() or "one" in path.split("/") or "secret" in path
    ]


@pytest.mark.parametrize(
    ("keys", "hidden_at", "shown_at"),
    [
        ("embargo: 2026-03-05 06:00", "2026-03-05 05:59:59", "2026-03-05 06:00"),
        ("embargo: 2026-03-05", "2026-03-04 23:59:59", "2026-03-05 00:00"),
        ("expires: 2026-03-05 06:00", "2026-03-05 06:00", "2026-03-05 05:59:59"),
        ("kind: x", "2026-02-01 09:59:59", "2026-02-01 10:00"),
    ],
)
def test_an_article_is_public_from_its_instant_on_and_leaves_no_trace_before(
    make_site: Callable[[str], SiteFolder], keys: str, hidden_at: str, shown_at: str
) -> None:
    site = lay_out(make_site, keys)

    site.build(now=hidden_at)
    assert traces(site) == []
    site.build(now=shown_at)
    assert "news/one/index.html" in traces(site)
    assert "agenda.ics" in traces(site)
    site.build(now=hidden_at)
    assert traces(site) == []


def test_what_readers_do_not_see_is_told_beside_the_pages_that_were_asked_for(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """Also by a build that has nothing to do; asking for less takes the pages away again."""
    site = lay_out(make_site, "embargo: 2026-12-24 06:00")
    at = datetime(2026, 12, 24, 6, tzinfo=ZoneInfo("Europe/Paris")).timestamp()
    expected = {"news/one/index.html": Withheld("embargo", at)}
    site.age()

    assert site.build(embargoed=True).withheld == expected
    again = site.build(embargoed=True)
    assert (again.rendered, again.withheld) == ({}, expected)
    assert "news/one/index.html" in traces(site)
    assert site.build(future=True, drafts=True).withheld == {}
    assert traces(site) == []


def test_a_draft_is_shown_only_when_asked(make_site: Callable[[str], SiteFolder]) -> None:
    site = lay_out(make_site, "draft: true")

    site.build()
    assert traces(site) == []
    site.build(drafts=True)
    assert "news/one/index.html" in traces(site)


def test_what_is_to_come_is_shown_when_asked_and_what_is_under_embargo_is_not(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = lay_out(make_site, "kind: x")
    site.build(now="2026-01-15", future=True)
    assert traces(site) != []

    site.replace("content/news/one.md", "kind: x", "embargo: 2026-03-01")
    site.build(now="2026-01-15", future=True)
    assert traces(site) == []


def test_a_link_to_what_is_not_public_is_a_warning_and_plain_text(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = lay_out(make_site, "draft: true")
    site.append("content/news/public.md", "Voir [la suite](one.md).")

    report = site.build()

    (diagnostic,) = report.diagnostics
    assert (diagnostic.code, diagnostic.line) == ("link-unpublished", 6)
    assert report.errors == []
    page = site.page("news/public/index.html")
    assert "la suite" in page
    assert "<a>" not in page


def test_files_of_a_bundle_are_as_public_as_its_page(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site("-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n")
    site.write("content/news/2026-01-02-x/index.md", "---\ntitle: X\ndraft: true\n---\n")
    site.write("content/news/2026-01-02-x/plan.pdf", "plan")
    site.write("content/news/2026-01-02-x/annexes/a.csv", "a;b")

    site.build()
    assert not [path for path in site.tree() if path.endswith((".pdf", ".csv"))]
    site.build(drafts=True)
    assert site.has("news/x/plan.pdf")
    assert site.has("news/x/annexes/a.csv")


@pytest.mark.parametrize("empty", ["", " null", " ~", "   # à voir"])
@pytest.mark.parametrize("key", ["draft", "embargo", "expires"])
def test_a_key_that_hides_a_text_is_no_key_when_it_is_empty(
    make_site: Callable[[str], SiteFolder], key: str, empty: str
) -> None:
    """Whoever types it means to hide the text; published it could not be called back."""
    site = lay_out(make_site, f"{key}:{empty}")

    report = site.build()

    assert [
        diagnostic.code for diagnostic in report.diagnostics if diagnostic.code == "empty-key"
    ] == ["empty-key"]
    assert not any(b"Secret" in content for content in site.tree().values())
