"""Odd content gives an output that the same checkers accept as the demo's."""

import datetime as dt
import json

import feedparser
import pytest

from tests.html_checks import broken_links
from tests.odd_site import URL, OddSite
from tests.support import NOW
from tests.validators.addresses import told_addresses
from tests.validators.calendars import calendar_faults
from tests.validators.feeds import atom_faults, json_feed_faults, rss_faults
from tests.validators.nu import nu_faults
from tests.validators.sitemaps import sitemap_faults
from tests.validators.structured_data import structured_data_faults, types_of

pytestmark = pytest.mark.slow


def test_it_builds_without_an_error_or_a_warning(odd: OddSite) -> None:
    wrong = [
        diagnostic for diagnostic in odd.report.diagnostics if diagnostic.code != "unportable-name"
    ]  # `con`
    assert wrong == []


def test_every_page_parses_without_an_error(odd: OddSite) -> None:
    assert {page.path: page.parse_errors for page in odd.pages.values() if page.parse_errors} == {}


def test_every_page_has_one_h1_and_its_own_ids(odd: OddSite) -> None:
    for page in odd.pages.values():
        assert len(page.all("h1")) == 1, page.path
        assert len(page.ids()) == len(set(page.ids())), page.path


def test_a_section_without_an_article_says_so(odd: OddSite) -> None:
    assert "Aucun article pour le moment." in odd.pages["hub/é/vide/index.html"].text("main")


def test_every_internal_link_and_anchor_leads_somewhere(odd: OddSite) -> None:
    assert broken_links(odd.root, list(odd.pages.values()), URL) == []


def test_a_text_in_arabic_is_told_to_run_from_right_to_left(odd: OddSite) -> None:
    page = odd.pages["hub/é/news/arabe/index.html"]

    (title,) = page.all("h1")
    assert (title.attrib["lang"], title.attrib["dir"]) == ("ar", "rtl")


def test_an_event_s_name_says_its_language_wherever_it_stands(odd: OddSite) -> None:
    page = odd.pages["hub/é/agenda/2026/12/index.html"]  # the month as a table and as a list

    links = [link for link in page.all("a") if link.text == "活動"]
    assert [link.attrib.get("lang") for link in links] == ["zh-TW", "zh-TW"]


def test_a_name_within_a_sentence_of_the_theme_s_says_its_language(odd: OddSite) -> None:
    """The theme has no words in Chinese: what it says there is the site's French."""
    summaries = odd.pages["hub/é/news/taiwan/index.html"].all("summary")
    names = [
        name for summary in summaries for name in summary.iter() if name.get("lang") == "zh-TW"
    ]

    assert [name.text for name in names] == ["活動"]


def test_words_of_the_theme_s_are_not_said_to_be_in_the_document_s_language(odd: OddSite) -> None:
    (own, *_) = odd.pages["hub/é/news/hebreu/index.html"].all("h2")
    (ours, *_) = odd.pages["hub/é/news/chinois/index.html"].all("h2")
    english = odd.pages["hub/é/news/anglais/index.html"]

    assert (own.text, own.attrib.get("lang")) == ("יום & לילה", "he")
    assert (ours.text, ours.attrib.get("lang")) == ("Dans la même rubrique", None)
    assert english.all("html")[0].attrib["lang"] == "en-GB"
    assert english.all("h2")[0].text == "Event"


def test_nu_finds_no_error(odd: OddSite) -> None:
    assert nu_faults(odd.root) == []


def test_calendars_are_read_alike_by_all_readers(odd: OddSite) -> None:
    assert calendar_faults(sorted(odd.root.rglob("*.ics")), dt.date(2029, 1, 1)) == []


def test_feeds_follow_the_grammars_of_their_formats(odd: OddSite) -> None:
    atom = sorted(odd.root.rglob("feed.xml"))

    assert len(atom) > 150
    assert atom_faults(atom) == []
    assert rss_faults(list(odd.root.rglob("rss.xml"))) == []
    (path, *_) = sorted(odd.root.rglob("feed.json"), key=lambda path: len(path.parts))
    assert json_feed_faults(path) == []
    assert len(json.loads(path.read_bytes())["items"]) > 50


def test_feeds_are_read(odd: OddSite) -> None:
    """By feedparser, which minds nothing: one of each kind, for it takes its time."""
    for path in (odd.site.output / "feed.xml", odd.site.output / "rss.xml"):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, path
        assert all(entry.link.startswith(URL) and entry.id for entry in feed.entries), path
        assert all(entry.get("published_parsed") for entry in feed.entries), path


def test_sitemaps_follow_their_schemas(odd: OddSite) -> None:
    paths = sorted(odd.root.rglob("sitemap*.xml"))

    assert len(paths) == 2
    for path in paths:
        assert sitemap_faults(path, f"{URL}/", dt.datetime.fromisoformat(NOW)) == [], path
    assert "<news:language>zh-tw<" in paths[0].read_text(encoding="utf-8")


def test_structured_data_is_what_search_engines_ask_for(odd: OddSite) -> None:
    pages = list(odd.pages.values())

    assert [fault for page in pages for fault in structured_data_faults(page)] == []
    assert {"NewsArticle", "Event", "Place", "Organization", "VirtualLocation"} <= types_of(pages)


def test_addresses_in_feeds_calendars_and_metadata_lead_somewhere(odd: OddSite) -> None:
    pages = list(odd.pages.values())

    assert broken_links(odd.root, [*pages, *told_addresses(odd.root, pages)], URL) == []
