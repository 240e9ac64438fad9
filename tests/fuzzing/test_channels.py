"""Texts that break programs come out of every channel as they went in."""

from collections.abc import Iterable

import pytest

from tests.fuzzing.channels import (
    DESCRIPTION,
    ORGANISATION,
    TITLE,
    TYPESET,
    URL,
    in_calendar,
    in_feeds,
    in_lists,
    json_ld,
    lay_out,
    meta,
    on_article,
)
from tests.fuzzing.naughty import NAUGHTY, expected, folded
from tests.html_checks import Page, broken_links, html_pages
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

NUMBERS = {name: number for number, name in enumerate(NAUGHTY)}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """A French site with each text under each key."""
    site = SiteFolder(tmp_path_factory.mktemp("naughty") / "site")
    site.output = site.root / "www/base"  # as its host serves it
    lay_out(site)
    wrong = [
        diagnostic
        for diagnostic in site.build().diagnostics
        if diagnostic.code != "unportable-name"
    ]  # `con`
    assert wrong == []
    return site


def shown(text: str, key: str) -> str:
    return expected(text, french=key in TYPESET)


@pytest.mark.parametrize("name", NAUGHTY)
def test_an_article_shows_each_text_as_it_was_written(hub: SiteFolder, name: str) -> None:
    page = Page(hub.output, f"s{NUMBERS[name]}/a{NUMBERS[name]}/index.html")

    shown_at = {place: (key, folded(text)) for place, key, text in on_article(page)}

    assert page.parse_errors == []
    assert len(shown_at) > 15
    assert shown_at == {
        place: (key, shown(NAUGHTY[name], key)) for place, (key, _) in shown_at.items()
    }


def test_feeds_hold_each_text(hub: SiteFolder) -> None:
    for place, key, texts in in_feeds(hub.output):
        assert_all(place, key, texts)


def test_calendars_hold_each_text(hub: SiteFolder) -> None:
    for place, key, texts in in_calendar(hub.output):
        assert_all(place, key, texts)


def test_lists_of_terms_hold_each_text(hub: SiteFolder) -> None:
    for place, key, texts in in_lists(hub.output):
        missing = {shown(written, key) for written in NAUGHTY.values()} - set(map(folded, texts))
        assert missing == set(), place


def assert_all(place: str, key: str, texts: Iterable[str]) -> None:
    shown_texts = sorted(map(folded, texts))

    assert shown_texts == sorted(shown(written, key) for written in NAUGHTY.values()), place


def test_the_sites_own_texts_stand_on_every_page_as_they_were_written(hub: SiteFolder) -> None:
    page = Page(hub.output, "index.html")
    graph = json_ld(page)[0]["@graph"]

    assert folded(meta(page, "og:site_name")) == expected(TITLE, french=True)
    assert folded(meta(page, "description")) == expected(DESCRIPTION, french=True)
    assert folded(graph[0]["name"]) == expected(TITLE, french=True)
    assert folded(graph[1]["name"]) == expected(ORGANISATION, french=True)


def test_every_page_parses_and_every_link_leads_somewhere(hub: SiteFolder) -> None:
    pages = html_pages(hub.output.parent)

    assert {page.path: page.parse_errors for page in pages if page.parse_errors} == {}
    assert broken_links(hub.output.parent, pages, URL) == []
