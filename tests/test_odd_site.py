"""Odd content gives an output that the same checkers accept as the demo's."""

import json
import subprocess
from urllib.parse import urlsplit

import feedparser
import icalendar
import pytest
from lxml import etree

from tests.fuzzing.channels import json_ld
from tests.html_checks import broken_links
from tests.odd_site import URL, OddSite
from tests.rendering.ical_wire import faults
from tests.tools import tool

REQUIRED = {
    "NewsArticle": ("headline", "datePublished", "author", "publisher"),
    "Event": ("name", "startDate", "eventStatus"),
    "BreadcrumbList": ("itemListElement",),
    "WebSite": ("name", "url"),
    "Organization": ("name", "url"),
    "Place": ("address",),
}


def test_it_builds_without_an_error_or_a_warning(odd: OddSite) -> None:
    wrong = [one for one in odd.report.diagnostics if one.code != "unportable-name"]  # `con`
    assert wrong == []


def test_every_page_parses_without_an_error(odd: OddSite) -> None:
    assert {page.path: page.parse_errors for page in odd.pages.values() if page.parse_errors} == {}


def test_every_page_has_one_h1_and_its_own_ids(odd: OddSite) -> None:
    for page in odd.pages.values():
        assert len(page.all("h1")) == 1, page.path
        assert len(page.ids()) == len(set(page.ids())), page.path


def test_every_internal_link_and_anchor_leads_somewhere(odd: OddSite) -> None:
    assert broken_links(odd.root, list(odd.pages.values()), URL) == []


def test_a_text_in_arabic_is_told_to_run_from_right_to_left(odd: OddSite) -> None:
    page = odd.pages["hub/é/news/arabe/index.html"]

    (title,) = page.all("h1")
    assert (title.attrib["lang"], title.attrib["dir"]) == ("ar", "rtl")


@pytest.mark.slow
def test_nu_finds_no_error(odd: OddSite) -> None:
    jar = tool("vnu-jar/build/dist/vnu.jar", "java")

    result = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--format", "gnu", "--skip-non-html", odd.root],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert result.stderr.replace(str(odd.root), "") == ""


def test_calendars_break_no_rule(odd: OddSite) -> None:
    for path in odd.root.rglob("*.ics"):
        assert faults(path.read_bytes()) == [], path
        assert icalendar.Calendar.from_ical(path.read_bytes()).errors == [], path


def test_feeds_are_read(odd: OddSite) -> None:
    for path in (*odd.root.rglob("feed.xml"), *odd.root.rglob("rss.xml")):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, path
        assert all(one.link.startswith(URL) and one.id for one in feed.entries), path
        assert all(one.get("published_parsed") for one in feed.entries), path
        assert len({one.id for one in feed.entries}) == len(feed.entries), path


def test_sitemaps_hold_addresses_in_ascii_once(odd: OddSite) -> None:
    for path in odd.root.rglob("sitemap*.xml"):
        found = [one.text or "" for one in etree.parse(path).iterfind(".//{*}loc")]
        assert all(one.isascii() and one.startswith(URL) and " " not in one for one in found)
        assert len(set(found)) == len(found), path


def test_structured_data_has_what_search_engines_ask_for(odd: OddSite) -> None:
    kinds = set()
    for page in odd.pages.values():
        for one in json_ld(page):
            for node in one.get("@graph", [one]):
                kinds.add(node["@type"])
                missing = [key for key in REQUIRED.get(node["@type"], ()) if not node.get(key)]
                assert missing == [], (page.path, node["@type"])
                assert urlsplit(node.get("url", URL)).scheme == "https", page.path
                assert len(node.get("headline", "")) <= 110, page.path
                if node.get("eventStatus", "").endswith("Rescheduled"):
                    assert node["previousStartDate"], page.path

    assert set(REQUIRED) - {"Place"} <= kinds


def test_the_json_feed_is_json(odd: OddSite) -> None:
    (path,) = odd.root.rglob("feed.json")

    assert len(json.loads(path.read_bytes())["items"]) > 50
