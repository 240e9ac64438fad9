"""The demo hub is the golden site: its structure, read by independent parsers."""

import datetime as dt
import json
import re
from itertools import pairwise
from pathlib import Path

import feedparser
import icalendar
import pytest
import recurring_ical_events
from lxml import etree

from tests.demo_site import KINDS, URL, Demo, is_redirect
from tests.html_checks import Page, broken_links
from tests.support import NOW, SiteFolder
from tests.validators.addresses import told_addresses
from tests.validators.calendars import calendar_faults
from tests.validators.feeds import atom_faults, json_feed_faults, rss_faults
from tests.validators.sitemaps import sitemap_faults
from tests.validators.structured_data import structured_data_faults, types_of

pytestmark = pytest.mark.slow


def test_the_demo_builds_without_an_error_or_a_warning(demo: Demo) -> None:
    assert demo.report.diagnostics == []


def test_check_finds_nothing_to_mend_in_texts_and_output(demo: Demo) -> None:
    assert demo.site.check() == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_there(demo: Demo, kind: str) -> None:
    assert demo.page(kind).text("h1")


def test_building_the_demo_again_does_nothing(demo: Demo) -> None:
    report = demo.site.build(now=NOW)

    assert (report.rendered, report.written, report.removed, report.parsed) == ({}, [], [], ())


def test_every_page_parses_without_an_error(demo: Demo) -> None:
    assert {page.path: page.parse_errors for page in demo.pages.values() if page.parse_errors} == {}


def test_every_internal_link_and_anchor_leads_somewhere(demo: Demo) -> None:
    assert broken_links(demo.root, list(demo.pages.values()), URL) == []


def test_every_page_has_one_h1_a_title_a_language_and_one_main(demo: Demo) -> None:
    for page in demo.pages.values():
        assert len(page.all("h1")) == 1, page.path
        assert page.text("title"), page.path
        assert len(page.all("main")) == 1, page.path
    languages = {path: page.all("html")[0].attrib["lang"] for path, page in demo.pages.items()}
    foreign = {path for path, language in languages.items() if language != "fr"}
    assert foreign == {"guide/training-staff/index.html", "publications/sober-by-design/index.html"}
    assert {languages[path] for path in foreign} == {"en"}


def test_headings_do_not_jump(demo: Demo) -> None:
    for page in demo.pages.values():
        levels = [
            int(element.tag[1])
            for element in page.tree.iter()
            if re.fullmatch("h[1-6]", element.tag)
        ]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert jumps == [], page.path


def test_releases_stand_below_their_heading_on_the_press_page(demo: Demo) -> None:
    titles = [
        one for one in demo.page("press").all("h3") if one.attrib.get("class") == "card-title"
    ]

    assert len(titles) > 2
    assert not [one for one in demo.page("press").all("h2") if "class" in one.attrib]


def test_ids_are_unique_on_every_page(demo: Demo) -> None:
    for page in demo.pages.values():
        assert len(page.ids()) == len(set(page.ids())), page.path


def test_titles_tell_pages_apart(demo: Demo) -> None:
    titles = [page.text("title") for page in demo.shown]

    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_nothing_is_fetched_from_another_host(demo: Demo) -> None:
    """What stands in a `<template>` is not loaded until a script takes it out (HTML §4.12.3)."""
    for page in demo.pages.values():
        inert = {id(element) for template in page.all("template") for element in template.iter()}
        loaded = [
            element.attrib.get("src") or element.attrib.get("href", "")
            for element in page.tree.iter()
            if id(element) not in inert
            and (
                element.tag in ("img", "script", "iframe", "source", "video")
                or (
                    element.tag == "link"
                    and element.attrib.get("rel") in ("stylesheet", "icon", "preload")
                )
            )
        ]
        assert [address for address in loaded if "//" in address] == [], page.path


def test_nothing_needs_an_inline_style_or_script(demo: Demo) -> None:
    for page in demo.pages.values():
        assert page.all("style") == [], page.path
        scripts = [script for script in page.all("script") if "src" not in script.attrib]
        assert [script for script in scripts if "json" not in script.attrib.get("type", "")] == []
        assert [element for element in page.tree.iter() if "style" in element.attrib] == [], (
            page.path
        )


def test_images_have_alternatives_and_dimensions(demo: Demo) -> None:
    images = [(page.path, image.attrib) for page in demo.shown for image in page.all("img")]

    assert len(images) > 50
    for path, attributes in images:
        assert "alt" in attributes, path
        assert {"width", "height"} <= set(attributes), (path, attributes)


def test_a_picture_with_a_caption_has_its_words_for_a_name(demo: Demo) -> None:
    """RGAA 1.9.1: the figure's `aria-label` is the text of its `figcaption`."""
    seen = set()
    for page in demo.pages.values():
        for figure in page.all("figure"):
            if figure.find(".//figcaption") is not None and figure.find(".//img") is not None:
                words = "".join(figure.find(".//figcaption").itertext())
                assert figure.get("aria-label", "").split() == words.split(), page.path
                seen.add(figure.get("class"))

    assert len(seen) >= 2


def test_french_punctuation_never_stands_alone_on_a_line(demo: Demo) -> None:
    """A breakable or missing space before ; : ! ? » or after « is a mistake in French."""
    wrong = []
    for page in demo.pages.values():
        for language, text in page.texts():
            if language.startswith("fr"):
                plain = re.sub(r"\S*(?://|@|\.example)\S*|\d:\d", "x", text)
                wrong += re.findall(r".{0,20}(?: [;:!?»]|« |[a-zé)][;!?](?:\s|$)).{0,9}", plain)

    assert wrong == []


def test_an_article_says_what_a_release_must(demo: Demo) -> None:
    page = demo.page("article")
    text = page.text("main").replace("\u00a0", " ").replace("\u202f", " ")

    assert "5 mars 2022" in text
    assert "16 h 41" in text
    assert "du 2 au 3 mars 2022" in text
    assert "AMF" in text or "maires de France" in text
    assert len(page.all("figcaption")) >= 1


def test_every_article_of_a_section_with_others_names_some(demo: Demo) -> None:
    articles = [
        page for page in demo.shown if re.match(r"(communiques|actualites)/[^/]+/i", page.path)
    ]

    assert len(articles) > 15
    for page in articles:
        assert "Dans la même rubrique" in page.text("main"), page.path


def test_the_month_is_a_table_of_seven_day_weeks_with_its_events(demo: Demo) -> None:
    page = demo.page("agenda of a month")
    (table,) = page.all("table")

    (caption,) = table.iter("caption")
    assert "mars 2022" in "".join(caption.itertext())
    heads = [element for element in table.iter("th") if element.attrib.get("scope") == "col"]
    assert [head[1].text for head in heads] == [
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ]
    body = next(table.iter("tbody"))
    assert all(len(list(row.iter("td"))) == 7 for row in body.iter("tr"))
    days = {
        next(cell.iter("time")).attrib["datetime"]: "".join(cell.itertext())
        for cell in body.iter("td")
    }
    assert "Forum" in days["2022-03-02"]
    assert "Forum" in days["2022-03-03"]
    assert "Forum" not in days["2022-03-04"]


def test_the_weeks_of_a_month_reach_over_its_borders(demo: Demo) -> None:
    page = demo.page("agenda of a month")
    days = [element.attrib["datetime"] for element in page.all("td")[0].iter("time")]

    assert days == ["2022-02-28"]


def test_who_finds_no_page_is_led_to_sections_lists_and_search(demo: Demo) -> None:
    main = demo.pages["404.html"].all("main")[0]
    ways = [link.attrib["href"] for link in main.iter("a")]

    assert {"/", "/communiques/", "/agenda/", "/archives/", "/tags/", "/recherche/"} < set(ways)


def test_a_cancelled_event_says_so_on_page_grid_list_feed_and_calendar(demo: Demo) -> None:
    said = [
        page.path
        for page in demo.shown
        if re.search("annulé", page.text("main"), re.IGNORECASE) and page.path.startswith("agenda")
    ]
    calendar = (demo.root / "agenda.ics").read_text(encoding="utf-8")

    assert any(re.fullmatch(r"agenda/\d{4}/\d{2}/index.html", path) for path in said)
    assert "agenda/index.html" in said
    assert "STATUS:CANCELLED" in calendar
    assert "SUMMARY:ANNULÉ" in calendar


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml", "communiques/feed.xml"])
def test_feeds_are_read_by_feedparser(demo: Demo, name: str) -> None:
    feed = feedparser.parse((demo.root / name).read_bytes())

    assert not feed.bozo
    assert len(feed.entries) >= 8
    assert all(entry.link.startswith(URL) and entry.id for entry in feed.entries)
    assert all(entry.get("published_parsed") for entry in feed.entries)
    content = (demo.root / name).read_text(encoding="utf-8").partition("?>\n<?xml-stylesheet")[2]
    assert 'href="/' not in content.partition("?>")[2]


def test_the_json_feed_is_json_with_absolute_addresses(demo: Demo) -> None:
    feed = json.loads((demo.root / "feed.json").read_text(encoding="utf-8"))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert len(feed["items"]) == 20
    assert all(item["url"].startswith(URL) for item in feed["items"])


def test_feeds_follow_the_grammars_of_their_formats(demo: Demo) -> None:
    atom = sorted(demo.root.rglob("feed.xml"))

    assert len(atom) > 20
    assert atom_faults(atom) == []
    assert rss_faults([demo.root / "rss.xml"]) == []
    assert json_feed_faults(demo.root / "feed.json") == []


def test_sitemaps_follow_their_schemas(demo: Demo) -> None:
    now = dt.datetime.fromisoformat(NOW)

    for path in demo.root.glob("sitemap*.xml"):
        assert sitemap_faults(path, f"{URL}/", now) == [], path
    assert (demo.root / "sitemap-news.xml").is_file()


def test_calendars_are_read_alike_by_all_readers(demo: Demo) -> None:
    paths = sorted(demo.root.rglob("*.ics"))

    assert len(paths) > 20
    assert calendar_faults(paths, dt.date(2029, 1, 1)) == []
    for path in paths:
        if path.name in ("agenda.ics", "event.ics"):
            assert icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"), path


def test_structured_data_is_what_search_engines_ask_for(demo: Demo) -> None:
    pages = list(demo.pages.values())

    assert [fault for page in pages for fault in structured_data_faults(page)] == []
    assert {"NewsArticle", "Event", "Place", "Organization", "BreadcrumbList"} <= types_of(pages)


def test_addresses_in_feeds_calendars_and_metadata_lead_somewhere(demo: Demo) -> None:
    pages = list(demo.pages.values())
    told = told_addresses(demo.root, pages)

    assert sum(len(page.addresses) for page in told) > 3000
    assert broken_links(demo.root, [*pages, *told], URL) == []


def test_the_agenda_and_its_calendar_hold_the_same_days(demo: Demo) -> None:
    calendar = icalendar.Calendar.from_ical((demo.root / "agenda.ics").read_bytes())
    january = recurring_ical_events.of(calendar).between((2027, 1, 1), (2027, 2, 1))
    starts = sorted(str(event.get("DTSTART").dt)[:10] for event in january)

    page = demo.pages["agenda/2027/01/index.html"]
    (table,) = page.all("table")
    shown = sorted(
        next(cell.iter("time")).attrib["datetime"]
        for cell in table.iter("td")
        for _ in cell.iter("a")
        if next(cell.iter("time")).attrib["datetime"].startswith("2027-01")
    )

    assert starts
    assert set(starts) <= set(shown)


def test_the_sitemap_lists_public_pages_once(demo: Demo) -> None:
    tree = etree.parse(demo.root / "sitemap.xml")
    addresses = [location.text or "" for location in tree.iterfind(".//{*}loc")]

    assert len(addresses) == len(set(addresses)) > 100
    for address in addresses:
        path = address.removeprefix(f"{URL}/")
        assert (demo.root / path / "index.html").is_file(), address


def test_former_addresses_lead_to_the_new_ones(demo: Demo) -> None:
    redirects = [page for page in demo.pages.values() if is_redirect(page)]

    assert len(redirects) >= 2
    for page in redirects:
        refresh = next(meta for meta in page.all("meta") if "http-equiv" in meta.attrib)
        target = refresh.attrib["content"].partition("url=")[2]
        path = target.removeprefix(URL).strip("/")
        assert (demo.root / path / "index.html").is_file(), page.path


def test_an_english_site_has_english_words(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.lay_out(
        "-- site.yaml --\ntitle: The hub\nurl: https://hub.example.org/\nlanguage: en\n"
        "-- content/news/a.md --\n---\ntitle: First\ndate: 2026-01-10\n"
        "event: {start: 2027-03-02, end: 2027-03-03}\n---\nText.\n"
    )

    assert site.build().diagnostics == []
    page = Page(site.output, "news/a/index.html")
    assert page.all("html")[0].attrib["lang"] == "en"
    assert "10 January 2026" in page.text("main")
    grid = Page(site.output, "agenda/2027/03/index.html")
    assert grid.all("th")[0][1].text == "Monday"
    french = re.compile(r"\b(accueil|rubrique|articles? de|publié|lire|événement)\b", re.IGNORECASE)
    for path in site.tree():
        if path.endswith(".html"):
            assert french.findall(Page(site.output, path).text()) == [], path


def test_filters_of_one_name_stand_in_lists_that_say_their_kind(demo: Demo) -> None:
    """« Formation » is a type of event and a subject."""
    page = demo.page("agenda")
    headings = {heading.get("id"): "".join(heading.itertext()) for heading in page.all("h2")}
    lists = [menu.attrib for menu in page.all("nav") if "tags" in menu.attrib["class"]]

    names = [menu.get("aria-label") or headings[menu["aria-labelledby"]] for menu in lists]
    assert names == ["Par type d’événement", "Par thème"]
