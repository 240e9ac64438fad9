"""What articles have in common becomes lists, feeds and calendars: one declaration for each."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import pytest
from babel.messages.pofile import read_po

from sitegen.config import UrlPatterns
from sitegen.model import TAXONOMIES
from sitegen.model.kinds import TERM
from sitegen.site.terms import shown_taxonomies
from sitegen.wording.translation import FOLDER
from tests.html_checks import html_pages
from tests.support import SiteFolder, places

SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
language: fr
search: false
images: {cards: false}
-- content/_data/organisations.yaml --
amf: {name: Association des maires, url: "https://amf.example.org/", short: AMF}
asso: Une association
never: {name: Qui ne signe rien}
-- content/news/2026-01-10-charte.md --
---
title: La charte
signatories: [amf, Une commune]
---
Texte.
-- content/news/2026-01-11-forum.md --
---
title: Le forum
signatories: [asso, amf]
event: {id: forum, start: 2027-03-02, end: 2027-03-03, organizer: never}
---
Texte.
-- content/about.md --
---
title: À propos
signatories: [never, amf]
---
Texte.
"""


@pytest.fixture
def hub(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def test_an_organisation_that_signs_has_a_page_a_feed_and_a_calendar(hub: SiteFolder) -> None:
    hub.build()

    each = ("index.html", "feed.xml", "rss.xml", "feed.json", "box.htm")
    files = ("index.html", "amf.ics", "asso.ics")
    files += tuple(f"{folder}/{file}" for folder in ("amf", "asso") for file in each)
    made = {path for path in hub.tree() if path.startswith("organisations/")}
    assert made == {f"organisations/{file}" for file in files}
    feed = ET.fromstring(hub.page("organisations/amf/feed.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{atom}title") == "Le hub – Association des maires"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{atom}link")}
    assert links["alternate"] == "https://hub.example.org/organisations/amf/"
    titles = [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")]
    assert titles == ["Le forum", "La charte"]
    calendar = icalendar.Calendar.from_ical(hub.page("organisations/asso.ics"))
    assert calendar["NAME"] == "Le hub – Une association"
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == ["Le forum"]


def test_the_page_of_an_organisation_tells_what_it_signs_and_how_to_follow(hub: SiteFolder) -> None:
    hub.build()
    path = "organisations/amf/index.html"
    [page] = [page for page in html_pages(hub.output) if page.path == path]
    text = hub.page(path)

    assert "<h1>Association des maires</h1>" in text
    assert '<a href="https://amf.example.org/">Site web' in text
    name = 'title="Association des maires – Le hub"'
    for kind, file in (("atom+xml", "amf/feed.xml"), ("calendar", "amf.ics")):
        assert f'{kind}" {name} href="/organisations/{file}">' in text
    assert '<li><a href="/organisations/">Organisations</a></li>' in text
    assert "2 articles" in page.text()
    assert "https://hub.example.org/organisations/amf/" in hub.page("sitemap.xml")
    subscriptions = hub.page("agenda/abonnement/index.html")
    assert 'href="https://hub.example.org/organisations/asso.ics"' in subscriptions


def test_a_signature_leads_to_what_else_the_organisation_signs(hub: SiteFolder) -> None:
    hub.build()

    charter, about = hub.page("news/charte/index.html"), hub.page("about/index.html")
    for page in (charter, about):
        assert '<li><a href="/organisations/amf/">Association des maires</a> (AMF)</li>' in page
    assert "<li>Une commune</li>" in charter
    assert "<li>Qui ne signe rien</li>" in about, "a page without a date makes no list"


def test_an_address_of_the_site_s_own_comes_first(hub: SiteFolder) -> None:
    hub.replace("site.yaml", "search: false", "search: false\nurls: {organisation: '/qui/{slug}/'}")
    hub.write("content/qui/amf.md", "---\ntitle: Notre page sur l’AMF\n---\nTexte.\n")

    report = hub.build()

    assert places(report) == {}
    assert "Notre page sur l’AMF" in hub.page("qui/amf/index.html")
    assert hub.has("qui/amf/feed.xml")
    assert hub.has("qui/asso/index.html")
    assert not hub.has("organisations/index.html")


def test_a_theme_without_the_templates_has_no_pages_of_organisations() -> None:
    names = [taxonomy.name for taxonomy in shown_taxonomies({"article.html", "organisation.html"})]

    assert "organisation" not in names
    assert {"section", "tag", "author", "type"} <= set(names)


def test_each_taxonomy_has_its_words_in_french_and_its_address() -> None:
    with (Path(FOLDER) / "fr/LC_MESSAGES/sitegen.po").open("rb") as file:
        french = read_po(file)
    words = {
        text
        for taxonomy in TAXONOMIES.values()
        for text in (taxonomy.one, taxonomy.many, taxonomy.overview, taxonomy.of)
    }

    assert {text for text in words - {""} if text not in french or not french[text].string} == set()
    assert all(UrlPatterns().in_language("fr").of_term(name, "x") for name in TERM)
