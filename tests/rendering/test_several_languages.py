"""A site in several languages: where its pages stand, what leads from one language to another."""

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import icalendar
import msgspec
import pytest
import turbohtml

from sitegen.published.listing import listing_of
from tests.engine.editing import swap
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
search: true
description: Une association.
sections: {communiques: {title: Communiqués}}
menus:
  main: [communiques, association.md]
  footer:
    [mentions.md, {title: Nous, url: /association/}, {title: Oc, url: /oc/association/}]
languages:
  en:
    title: The hub
    sections: {communiques: {title: Press releases, slug: press-releases}}
  br: {title: Ar bed, untranslated: show, sections: {communiques: {title: Kemennadennoù}}}
  oc: {url: https://oc.example.org/, title: Lo hub}
-- content/index.md --
---
title: Bienvenue
---
Bienvenue à tous.
-- content/index.en.md --
---
title: Welcome
---
Welcome, everybody.
-- content/mentions.md --
---
title: Mentions légales
---
Un texte.
-- content/association.md --
---
title: L’association
---
Qui sommes-nous ?

## Histoire
-- content/association.en.md --
---
title: About us
slug: about
aliases: [/english/about.html]
---
Who are we? [In French](association.md), and [its history](association.md#histoire).
See [the forum](communiques/2026-03-02-forum.md),
[the budget](communiques/2026-03-03-budget.md) and [home](/). "Quoted": yes!
-- content/br/communiques/2026-03-05-breizh.md --
---
title: Breizh
---
Ur gemennadenn.
-- content/oc/association.md --
---
title: Qual sèm
---
Una associacion. ![Fòto](/communiques/photo.svg)
-- content/communiques/2026-03-02-forum.md --
---
title: Le forum
tags: [eau]
event: {start: 2026-12-24 18:00, location: Tours, type: forum}
---
Un texte.
-- content/communiques/2026-03-02-forum.en.md --
---
title: The forum
tags: [water]
---
A text. ![A photo](photo.svg)
-- content/communiques/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/communiques/2026-03-03-budget.md --
---
title: Le budget
aliases: [/ancien/Budget.html]
---
Un texte sur le budget.
-- content/communiques/2026-03-04-secret.md --
---
title: Le secret
embargo: 2026-12-24
---
Un texte. ![Une photo](secret.svg)
-- content/communiques/2026-03-04-secret.en.md --
---
title: The secret
---
A text. ![A photo](secret.svg)
-- content/communiques/secret.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    site = SiteFolder(tmp_path_factory.mktemp("languages"))
    site.lay_out(SITE)
    assert site.build().diagnostics == []
    return site


def page(site: SiteFolder, path: str) -> turbohtml.Document:
    return turbohtml.parse((site.output / path).read_text(encoding="utf-8"))


def alternates(site: SiteFolder, path: str) -> dict[str, str]:
    """Return the addresses of the same page by language, as search engines read them."""
    links = page(site, path).select('link[rel="alternate"][hreflang]')
    return {str(link.attrs["hreflang"]): str(link.attrs["href"]) for link in links}


def switch(site: SiteFolder, path: str) -> dict[str, str]:
    """Return where the choice of a language leads, by language."""
    links = page(site, path).select(".languages a")
    return {str(link.attrs["hreflang"]): str(link.attrs["href"]) for link in links}


def test_each_language_has_its_pages_in_its_own_words_and_addresses(built: SiteFolder) -> None:
    for path in (
        "en/index.html",
        "en/about/index.html",
        "en/press-releases/forum/index.html",
        "en/agenda/past/index.html",
        "en/search/index.html",
        "en/tags/water/index.html",
        "en/404.html",
        "en/feed.xml",
        "agenda/passes/index.html",
        "association/index.html",
        "br/communiques/forum/index.html",
        "oc/association/index.html",
    ):
        assert built.has(path), path
    assert not built.has("en/tags/eau/index.html")
    assert not built.has("tags/water/index.html")
    about = page(built, "en/about/index.html")
    assert about.select("html")[0].attrs["lang"] == "en"
    assert about.select(".brand-name")[0].text.strip() == "The hub"
    menu = [link.text.strip() for link in about.select(".site-nav a")]
    assert menu == ["Press releases", "About us"]
    assert "Skip to content" in built.page("en/about/index.html")
    assert "yes!" in about.select(".prose")[0].text  # no space of French before it


def test_links_stay_in_the_language_where_it_has_the_page(built: SiteFolder) -> None:
    links = [
        link.attrs.get("href") for link in page(built, "en/about/index.html").select(".prose a")
    ]
    assert links == [
        "/association/", "/association/#histoire",  # what it translates is meant as it is written
        "/en/press-releases/forum/",
        "/communiques/budget/", "/",
    ]  # fmt: skip


def test_legal_pages_are_led_to_in_any_language_and_marked(built: SiteFolder) -> None:
    link = page(built, "en/about/index.html").select(".footer-legal a")[0]
    assert (link.attrs["href"], link.attrs["hreflang"]) == ("/mentions/", "fr")
    assert link.attrs["lang"] == "fr"
    link = page(built, "oc/association/index.html").select(".footer-legal a")[0]
    assert link.attrs["href"] == "https://hub.example.org/mentions/"


def test_what_is_written_by_hand_leads_to_the_host_where_it_stands(built: SiteFolder) -> None:
    def links(path: str) -> list[object]:
        return [link.attrs["href"] for link in page(built, path).select(".footer-legal a")[1:]]

    assert links("association/index.html") == [
        "/association/",
        "https://oc.example.org/association/",
    ]
    assert links("oc/association/index.html") == [
        "https://hub.example.org/association/",
        "/association/",
    ]


def test_alternates_are_reciprocal_and_name_the_page_itself(built: SiteFolder) -> None:
    pages = {"": "association/index.html", "en": "en/about/index.html"}
    expected = {
        "fr": "https://hub.example.org/association/",
        "en": "https://hub.example.org/en/about/",
        "oc": "https://oc.example.org/association/",
    }
    for path in (*pages.values(), "oc/association/index.html"):
        assert alternates(built, path) == expected
    for path in ("index.html", "en/index.html"):
        assert alternates(built, path)["en"] == "https://hub.example.org/en/"
    agenda = alternates(built, "agenda/2026/12/index.html")
    assert agenda["en"] == "https://hub.example.org/en/agenda/2026/12/"
    for path in built.output.rglob("*.html"):
        name = path.relative_to(built.output).as_posix()
        here = alternates(built, name)
        for address in here.values():
            folder = "oc" if "//oc." in address else ""
            other = f"{folder}{address.partition('.org')[2]}index.html".lstrip("/")
            assert alternates(built, other) == here, (name, other)


def test_the_switch_leads_to_the_same_page_or_to_the_nearest_one(built: SiteFolder) -> None:
    assert switch(built, "communiques/forum/index.html") == {
        "en": "/en/press-releases/forum/",
        "br": "/br/communiques/forum/",
        "oc": "https://oc.example.org/",
    }
    budget = switch(built, "communiques/budget/index.html")
    assert (budget["en"], budget["br"]) == ("/en/press-releases/", "/br/communiques/budget/")
    assert switch(built, "en/tags/water/index.html")["fr"] == "/tags/"
    assert switch(built, "404.html")["en"] == "/en/"


def test_a_language_is_offered_once(built: SiteFolder) -> None:
    for path in ("association/index.html", "en/about/index.html", "communiques/forum/index.html"):
        assert len(switch(built, path)) == 3
        assert page(built, path).select("main .meta a[hreflang]") == []


def test_what_is_not_translated_is_left_out_or_shown_and_marked(built: SiteFolder) -> None:
    assert not built.has("en/press-releases/budget/index.html")
    shown = page(built, "br/communiques/budget/index.html")
    assert shown.select("html")[0].attrs["lang"] == "br"
    assert shown.select(".prose")[0].attrs["lang"] == "fr"
    assert shown.select(".untranslated")
    canonical = shown.select('link[rel="canonical"]')[0].attrs["href"]
    assert canonical == "https://hub.example.org/communiques/budget/"
    assert alternates(built, "br/communiques/budget/index.html") == {}
    assert "br/communiques/budget" not in built.page("br/sitemap.xml")
    assert page(built, "br/communiques/index.html").select(".in-language")


def test_a_translation_has_the_date_the_event_and_the_embargo_of_its_original(
    built: SiteFolder,
) -> None:
    calendars = [built.page(f"{folder}agenda.ics") for folder in ("", "en/", "br/")]
    events = [icalendar.Calendar.from_ical(text).walk("VEVENT")[0] for text in calendars]
    assert len({str(event["UID"]) for event in events}) == 1
    assert len({event["DTSTART"].to_ical() for event in events}) == 1
    assert [str(event["SUMMARY"]) for event in events] == ["Le forum", "The forum", "Le forum"]
    assert "<published>2026-03-02" in built.page("en/feed.xml")
    everything = [
        path
        for path in built.output.rglob("*")
        if path.is_file() and b"secret" in path.read_bytes().lower()
    ]
    assert everything == []
    assert not built.has("communiques/secret.svg")


def test_files_stand_once_and_in_the_folder_of_a_host_once_more(built: SiteFolder) -> None:
    image = page(built, "en/press-releases/forum/index.html").select(".prose img")[0]
    assert image.attrs["src"] == "/communiques/photo.svg"
    assert not built.has("en/communiques/photo.svg")
    assert not built.has("en/assets/style.css")
    for path in ("oc/communiques/photo.svg", "oc/assets/style.css", "oc/robots.txt"):
        assert built.has(path), path


def test_sitemaps_tell_the_same_page_in_all_languages(built: SiteFolder) -> None:
    name = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    xhtml = "{http://www.w3.org/1999/xhtml}link"
    by_address: dict[str, dict[str, str]] = {}
    for folder in ("", "en/", "br/", "oc/"):
        for url in ET.fromstring(built.page(f"{folder}sitemap.xml")).findall("s:url", name):
            address = url.findtext("s:loc", "", name)
            by_address[address] = {
                link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(xhtml)
            }
    for address, others in by_address.items():
        assert not others or address in others.values()
        for other in others.values():
            assert by_address[other] == others, address
    assert len(by_address["https://hub.example.org/en/about/"]) == 3
    robots = built.page("robots.txt")
    assert "https://hub.example.org/en/sitemap.xml" in robots
    assert "oc.example.org" not in robots


def test_each_language_has_a_search_of_its_own(built: SiteFolder) -> None:
    def paths(folder: str) -> set[str]:
        texts = (built.output / f"{folder}search-index/texts").glob("*/*.json")
        return {msgspec.json.decode(text.read_bytes())["path"] for text in texts}

    assert paths("en/") == {"", "about/", "press-releases/forum/"}
    assert "communiques/forum/" in paths("")
    assert not any(path.startswith("en/") for path in paths(""))
    form = page(built, "en/search/index.html").select("form.search")[0]
    assert form.attrs["data-bundle"] == "/en/search-index/"


def test_a_former_address_is_written_from_the_sites_root(built: SiteFolder) -> None:
    assert "/en/about/" in built.page("english/about.html")
    assert "/communiques/budget/" in built.page("ancien/Budget.html")


def test_the_list_of_addresses_holds_those_of_all_languages(built: SiteFolder) -> None:
    text = built.inspect(
        lambda site: listing_of(site.session.index, site.plan.pages.values()).text()
    )
    rows = dict(row.split(" ", 1) for row in text.splitlines() if row.startswith("/"))
    assert rows["/en/press-releases/forum/"] == "communiques/2026-03-02-forum.en.md feed"
    assert rows["/oc/association/"] == "oc/association.md"
    assert rows["/communiques/forum/"].endswith("feed event:communiques/2026-03-02-forum")


def test_the_check_finds_nothing_wrong_with_it(built: SiteFolder) -> None:
    assert [diagnostic for diagnostic in built.check() if diagnostic.code != "orphan-page"] == []


def test_a_site_without_its_languages_is_what_it_was(tmp_path: Path) -> None:
    """What stands under `languages:` changes no byte of the first language's feeds."""
    several, alone = SiteFolder(tmp_path / "several"), SiteFolder(tmp_path / "alone")
    for site in (several, alone):
        site.lay_out(SITE)
    swap("site.yaml", "languages:", "extra:")(alone)
    for path in (alone.root / "content").rglob("*.en.md"):
        path.unlink()
    for tree in ("oc", "br"):
        shutil.rmtree(alone.root / "content" / tree)
    assert several.build().errors == alone.build().errors == []
    for path in ("feed.xml", "agenda.ics", "communiques/feed.xml", "feed.json"):
        assert several.page(path) == alone.page(path)
    assert re.search("hreflang", several.page("index.html"))
    assert not re.search("hreflang|languages", alone.page("index.html"))


def test_a_copy_on_another_host_leads_to_translations_by_their_whole_address(
    site: SiteFolder,
) -> None:
    site.lay_out(SITE)
    swap("site.yaml", "title: Lo hub}", "title: Lo hub, untranslated: show}")(site)
    site.build()
    copy = site.page("oc/communiques/forum/index.html")

    assert 'href="https://hub.example.org/en/press-releases/forum/"' in copy.partition("<h1")[2]
    assert 'href="/en/press-releases/forum/"' not in copy


def test_what_data_in_a_language_say_is_checked_and_completed(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(
        "\n-- site.yaml --\ntitle: Le hub\nurl: https://hub.example.org/\n"
        "languages: {en: {title: The hub}}\n"
        "-- content/a.md --\n---\ntitle: Un\n---\nUn texte.\n"
        "-- content/a.en.md --\n---\ntitle: One\n---\nA text.\n"
        "-- content/_data/press.yaml --\nintroduction: Bonjour la presse.\n"
        "-- content/_data/en/press.yaml --\nintroduction: Welcome to the press.\n"
    )

    assert site.build().errors == []
    assert "Bonjour la presse." in site.page("presse/index.html")
    assert "Welcome to the press." in site.page("en/press/index.html")

    site.write("content/_data/en/press.yaml", "introductoin: Welcome.\n")
    site.write("content/_data/en/authors.yaml", "claire: [Claire]\n")
    mistakes = site.build().errors
    assert {(mistake.path, mistake.line) for mistake in mistakes} == {
        ("content/_data/en/press.yaml", 1),
        ("content/_data/en/authors.yaml", 1),
    }
    assert "Welcome to the press." in site.page("en/press/index.html")
