"""What programs and other sites take from a site: feeds of its parts, their list, JSON, a box."""

import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import icalendar
import pytest
from lxml import html

from tests.support import SiteFolder
from tests.tools import tool
from tests.validators.calendars import open_agenda_faults
from tests.validators.feeds import atom_faults, json_feed_faults, rss_faults

NOW = "2026-11-29"
SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/sous/
-- content/_data/organisations.yaml --
amf:
  name: Les maires
  email: a@maires.example.org
  phone: 01 99 00 10 02
  address: "3, rue de la Mairie, Tours"
-- content/plan.csv --
a;b
-- content/salle.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>
-- content/agenda/bal.md --
---
title: Le bal
date: 2026-11-01
updated: 2026-11-02 10:00
tags: [été]
attachments: [/plan.csv]
image: {src: /salle.svg, alt: La salle, credit: Ana}
signatories: [amf]
event:
  id: bal
  type: fête
  times: [{start: 2026-12-05 10:00, end: 12:00}, {start: 20:00}]
  location: {name: Halle, city: Tours, postcode: "37000", geo: "47.39, 0.68"}
  online: https://visio.example.org/bal
  accessibility: [sign-language, quiet-space]
  conditions: Sur inscription
  price: 12
  registration:
    - https://inscription.example.org/
    - {email: a@example.org}
    - {phone: 01 99 00 10 02}
---
Texte.
-- content/agenda/salon.md --
---
title: Le salon
date: 2026-11-03
event:
  id: salon
  start: 2026-12-11
  end: 2026-12-12
  status: cancelled
  location: Blois
  organizer: amf
---
Texte.
-- content/agenda/veillee.md --
---
title: >-
  La veillée des communes, ou comment passer trois jours et deux nuits à parler d’archives, de
  registres, de cartes et de données sans s’endormir une seule fois
summary: >-
  Trois jours et deux nuits où l’on parle d’archives, de registres paroissiaux, de cartes anciennes
  et de données ouvertes, avec ceux qui les tiennent, ceux qui les lisent et ceux qui voudraient
  savoir *à quoi* elles servent.
date: 2026-11-05
event:
  id: veillee
  start: 2026-12-18 18:00
  end: 2026-12-20 16:00
  location: {name: Gymnase, city: Liège, country: belgique}
  other_locations: [Cinéma]
  online: /agenda/veillee/
  audience: [Archivistes, Dès 6 ans]
  capacity: 40
  registration_deadline: 2026-12-10
  accessibility: [hearing-loop]
  programme: [{start: 2026-12-18 18:30, name: "Ouverture : 1. mot", summary: Un_mot_.}]
---
Texte.
-- content/_fetched/region/atelier.md --
---
title: L’atelier
date: 2026-10-30
section: agenda
source: {name: La région, url: "https://region.example.org/a", fetched: 2026-10-30 13:00}
announced_by: [{name: Les maires, url: "https://maires.example.org/a"}]
event: {uid: a@region.example.org, start: 2026-12-22 10:00, location: Tours}
---
Texte.
-- content/agenda/rentree.md --
---
title: La rentrée
date: 2026-09-01
events:
- {id: forum, name: Le forum, start: 2026-09-10, location: Tours}
- {id: bilan, name: Le bilan, start: 2026-11-05 18:00, location: Tours}
---
Texte.
-- content/agenda/cafe.md --
---
title: Le café
date: 2026-11-04
event:
  id: cafe
  start: 2026-12-01 09:00
  end: 2026-12-01 10:00
  online: https://visio.example.org/cafe
  repeat: {rrule: "FREQ=WEEKLY;COUNT=3", changes: [{date: 2026-12-08, status: cancelled}]}
---
Texte.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    site = SiteFolder(tmp_path_factory.mktemp("site"))
    site.lay_out(SITE)
    assert site.build(now=NOW).diagnostics == []
    return site


def agenda(site: SiteFolder) -> dict[str, dict[str, Any]]:
    agenda = json.loads((site.output / "agenda.json").read_bytes())
    assert agenda["total"] == len(agenda["events"]) == 7
    return {event["slug"]: event for event in agenda["events"]}


def test_a_part_has_its_feed_in_each_format(site: SiteFolder) -> None:
    folders = [site.output / folder for folder in ("agenda", "tags/ete", "organisations/amf")]

    assert atom_faults([folder / "feed.xml" for folder in folders]) == []
    assert rss_faults([folder / "rss.xml" for folder in folders]) == []
    assert [fault for folder in folders for fault in json_feed_faults(folder / "feed.json")] == []
    (item,) = json.loads((folders[1] / "feed.json").read_bytes())["items"]
    assert item["title"] == "Le bal"
    page = site.page("tags/ete/index.html")
    for name in ("feed.xml", "rss.xml", "feed.json"):
        assert f'href="/sous/tags/ete/{name}"' in page


def test_a_site_may_do_with_fewer_formats(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.lay_out(SITE)
    hub = "https://push.example.org/"
    site.append("site.yaml", f"feeds: {{formats: [atom, json], hub: {hub}}}\n")
    site.append("site.yaml", "calendars: {months_back: 1}\n")

    site.build(now=NOW)

    assert site.has("tags/ete/feed.xml")
    assert site.has("tags/ete/feed.json")
    assert not site.has("tags/ete/rss.xml")
    assert site.has("rss.xml")
    assert "rss.xml" not in site.page("tags/ete/index.html").partition("<body")[0]
    assert f'rel="hub" href="{hub}"' in site.page("tags/ete/feed.xml")
    assert f'<atom:link rel="hub" href="{hub}"' in site.page("rss.xml")
    assert json.loads(site.page("feed.json"))["hubs"] == [{"type": "WebSub", "url": hub}]

    told = {event["id"]: event["name"] for event in held(site, "agenda.ics")}
    assert ("bilan" in told, "forum" in told) == (True, False), "the window is the site's"


def held(site: SiteFolder, path: str) -> list[dict[str, str]]:
    """Return id and name of each event of a calendar, in order."""
    calendar = icalendar.Calendar.from_ical((site.output / path).read_bytes())
    return [
        {"id": str(event["UID"]).partition("@")[0], "name": str(event["SUMMARY"])}
        for event in calendar.events
    ]


def test_an_announcement_of_several_events_has_one_calendar(site: SiteFolder) -> None:
    both = [{"id": "forum", "name": "Le forum"}, {"id": "bilan", "name": "Le bilan"}]

    assert held(site, "agenda/rentree/event.ics") == both
    assert [event for event in held(site, "agenda.ics") if event in both] == both


def test_all_feeds_stand_in_one_list(site: SiteFolder) -> None:
    root = ET.fromstring((site.output / "feeds.opml").read_bytes())

    feeds = [feed.attrib for feed in root.iter("outline") if "xmlUrl" in feed.attrib]
    address = "https://hub.example.org/sous/"
    assert {feed["xmlUrl"]: feed["text"] for feed in feeds} == {
        f"{address}feed.xml": "Le hub",
        f"{address}agenda/feed.xml": "Le hub – Agenda",
        f"{address}tags/ete/feed.xml": "Le hub – été",
        f"{address}organisations/amf/feed.xml": "Le hub – Les maires",
        f"{address}organisations/la-region/feed.xml": "Le hub – La région",
    }
    for feed in feeds:
        read = feedparser.parse((site.output / feed["xmlUrl"].removeprefix(address)).read_bytes())
        assert not read.bozo
        assert (feed["type"], feed["title"]) == ("rss", read.feed.title), "as the feed says itself"
        assert (feed["htmlUrl"], feed["language"]) == (read.feed.link, read.feed.language)


def test_a_browser_is_told_how_to_show_a_feed(site: SiteFolder) -> None:
    second = site.page("feed.xml").splitlines()[1]

    assert second.startswith('<?xml-stylesheet type="text/css" href="/sous/assets/feed.css?v=')
    assert ':lang(fr)::before { content: "Ceci est un flux' in site.page("assets/feed.css")
    assert 'xml:lang="fr"' in site.page("feed.xml")
    assert '<rss version="2.0" xml:lang="fr"' in site.page("rss.xml"), "by which the sheet chooses"


def test_the_agenda_is_there_in_openagenda_s_structure(site: SiteFolder) -> None:
    event = agenda(site)["bal"]

    assert event["title"] == {"fr": "Le bal"}
    assert event["imageCredits"] == "Ana"
    assert event["_sitegen"]["image_alt"] == "La salle"
    assert event["timings"] == [
        {"begin": "2026-12-05T10:00:00+01:00", "end": "2026-12-05T12:00:00+01:00"},
        {"begin": "2026-12-05T20:00:00+01:00", "end": "2026-12-05T21:00:00+01:00"},
    ]
    assert (event["attendanceMode"], event["status"]) == (3, 1)
    assert event["accessibility"] == {"ii": False, "hi": True, "vi": False, "pi": True, "mi": False}
    assert event["registration"] == [
        {"type": "link", "value": "https://inscription.example.org/"},
        {"type": "email", "value": "a@example.org"},
        {"type": "phone", "value": "01 99 00 10 02"},
    ]
    assert event["conditions"] == {"fr": "Sur inscription\u202f; 12\u00a0€"}
    location = event["location"]
    assert isinstance(location.pop("uid"), int)
    assert location == {
        "name": "Halle",
        "postalCode": "37000",
        "city": "Tours",
        "adminLevel4": "Tours",
        "timezone": "Europe/Paris",
        "latitude": 47.39,
        "longitude": 0.68,
    }
    assert event["canonicalUrl"] == "https://hub.example.org/sous/agenda/bal/"


def test_days_cancellations_and_series_are_told_there(site: SiteFolder) -> None:
    days, series = agenda(site)["salon"], agenda(site)["cafe"]

    assert (days["status"], days["attendanceMode"], series["attendanceMode"]) == (6, 1, 2)
    assert days["timings"] == [
        {"begin": f"2026-12-{day}T00:00:00+01:00", "end": f"2026-12-{day}T23:59:00+01:00"}
        for day in (11, 12)
    ]
    begins = [timing["begin"][:10] for timing in series["timings"]]
    assert begins == ["2026-12-01", "2026-12-15"]
    assert "accessibility" not in series
    assert "conditions" not in series


def test_what_openagenda_bounds_is_within_its_bounds(site: SiteFolder) -> None:
    """Lengths of texts, a day for each timing; what has no field there stands in the long text."""
    assert open_agenda_faults(site.output / "agenda.json") == []

    event = agenda(site)["veillee"]
    assert event["timings"] == [
        {"begin": "2026-12-18T18:00:00+01:00", "end": "2026-12-18T23:59:00+01:00"},
        {"begin": "2026-12-19T00:00:00+01:00", "end": "2026-12-19T23:59:00+01:00"},
        {"begin": "2026-12-20T00:00:00+01:00", "end": "2026-12-20T16:00:00+01:00"},
    ]
    assert event["title"]["fr"].endswith("de données sans…")
    assert event["location"]["countryCode"] == "BE"
    assert event["age"] == {"min": 6, "max": 99}
    assert event["onlineAccessLink"] == "https://hub.example.org/sous/agenda/veillee/"
    summary, places, audience, deadline, room, access, heading, point = event["longDescription"][
        "fr"
    ].split("\n\n")
    assert summary.endswith("savoir \\*à quoi\\* elles servent.")
    assert (places, audience) == (
        "Aussi à\u00a0: Cinéma",
        "Public\u00a0: Archivistes, Dès 6 ans",
    )
    assert deadline == "Date limite d’inscription\u00a0: jeudi 10\u00a0décembre 2026"
    assert (room, access) == ("Capacité\u00a0: 40 places", "Accessibilité\u00a0: Boucle magnétique")
    assert heading == "**Programme\u00a0:**"
    assert point == "- 18\u00a0h\u00a030\u00a0: Ouverture\u00a0: 1. mot. Un\\_mot\\_."


def test_another_site_shows_the_latest_in_plain_links(site: SiteFolder) -> None:
    content = (site.output / "organisations/amf/box.htm").read_bytes()

    assert content.isascii()
    box = html.fragment_fromstring(content.decode("latin-1"))
    links = [(link.text, link.get("href")) for link in box.iter("a")]
    page = "https://hub.example.org/sous/agenda/bal/"
    fetched = "https://hub.example.org/sous/agenda/atelier/"
    assert links == [
        ("Les maires – Le hub", "https://hub.example.org/sous/organisations/amf/"),
        ("Le bal", page),
        ("L’atelier", fetched),
        ("Le bal", page),
        ("Le salon", "https://hub.example.org/sous/agenda/salon/"),
        ("L’atelier", fetched),
    ]
    assert "de 10\u00a0h à 12\u00a0h et à 20\u00a0h" in box.text_content()
    assert not list(box.iter("script", "style", "img"))
    assert {link.get("target") for link in box.iter("a")} == {"_top"}, "out of a frame"
    whole = (site.output / "box.htm").read_text(encoding="ascii")
    assert "<strong>Annul&#233;</strong> &#8211; <a" in whole


def test_an_organisation_s_page_tells_how_to_reach_it(site: SiteFolder) -> None:
    page = site.page("organisations/amf/index.html")

    for told in ("mailto:a@maires.example.org", "tel:+33199001002", "3, rue de la Mairie, Tours"):
        assert told in page
    assert "/sous/organisations/amf/box.htm" in page
    assert 'href="/sous/organisations/amf/amf.vcf"' in page


def test_an_organisation_s_card_is_read_by_thunderbird_s_parser(site: SiteFolder) -> None:
    """ical.js gives a card as jCard: name, parameters, type and value of each line."""
    library = tool("ical.js/dist/ical.es5.cjs", "node")
    script = (
        "const i=require(process.argv[1]);"
        "process.stdin.on('data',d=>console.log(JSON.stringify(i.parse(String(d))[1])))"
    )
    card = subprocess.run(
        ["node", "-e", script, str(library)],
        input=(site.output / "organisations/amf/amf.vcf").read_bytes(),
        capture_output=True,
        check=True,
        timeout=30,
    )

    told = {name: value for name, _parameters, _type, value in json.loads(card.stdout)}
    assert told == {
        "version": "3.0",
        "fn": "Les maires",
        "n": ["Les maires", "", "", "", ""],
        "org": "Les maires",
        "tel": "+33199001002",
        "email": "a@maires.example.org",
        "adr": ["", "", "3, rue de la Mairie, Tours", "", "", "", ""],
        "url": "https://hub.example.org/sous/organisations/amf/",
    }


def test_what_an_organisation_holds_is_among_its_dates_and_not_its_texts(site: SiteFolder) -> None:
    assert {"id": "salon", "name": "ANNULÉ – Le salon"} in held(site, "organisations/amf.ics")
    page = site.page("organisations/amf/index.html")
    assert "Le salon" in page.partition('id="a_venir"')[2].partition("</section>")[0]
    titles = [
        item["title"] for item in json.loads(site.page("organisations/amf/feed.json"))["items"]
    ]
    assert titles == ["Le bal", "L’atelier"]


def test_a_source_has_a_page_of_what_it_announces(site: SiteFolder) -> None:
    """Of the data or not; what several announce stands on the page of each."""
    for slug, name in (("la-region", "La région"), ("amf", "Les maires")):
        page = site.page(f"organisations/{slug}/index.html")
        assert f"<h1>{name}</h1>" in page
        assert '<a href="/sous/agenda/atelier/">L’atelier</a>' in page
        calendar = icalendar.Calendar.from_ical(
            (site.output / f"organisations/{slug}.ics").read_bytes()
        )
        assert "a@region.example.org" in {str(event["UID"]) for event in calendar.events}
    assert not site.has("organisations/la-region/la-region.vcf"), "nobody says how to reach it"


def test_a_month_and_a_week_have_a_page_and_a_calendar(site: SiteFolder) -> None:
    def names(path: str) -> list[str]:
        calendar = icalendar.Calendar.from_ical((site.output / path).read_bytes())
        return sorted({str(event["SUMMARY"])[:17] for event in calendar.events})

    assert names("agenda/2026/12.ics") == [
        "ANNULÉ – Le café",
        "ANNULÉ – Le salon",
        "La veillée des co",
        "Le bal",
        "Le café",
        "L’atelier",
    ]
    assert names("agenda/2026/s49.ics") == ["ANNULÉ – Le café", "Le bal", "Le café"]
    week = site.page("agenda/2026/s50/index.html")
    assert "<h1>Semaine 50</h1>" in week
    assert "du 7 au 13\u00a0décembre 2026" in week
    assert "Le salon" in week
    assert "Le bal" not in week.partition("<main")[2].partition("</main>")[0]
    assert 'href="/sous/agenda/2026/s49/" rel="prev"' in week
    assert 'href="/sous/agenda/2026/s49/"' in site.page("agenda/2026/12/index.html")
    assert 'href="/sous/agenda/2026/12.ics"' in site.page("agenda/2026/12/index.html")


def test_a_calendar_shows_the_picture_and_the_files_of_the_announcement(site: SiteFolder) -> None:
    calendar = icalendar.Calendar.from_ical((site.output / "agenda/bal/event.ics").read_bytes())

    for event in calendar.events:
        image, file = event["IMAGE"], event["ATTACH"]
        assert image.params["FMTTYPE"] == "image/svg+xml"
        assert str(image) == "https://hub.example.org/sous/salle.svg"
        assert (file.params["FMTTYPE"], str(file)) == (
            "text/csv",
            "https://hub.example.org/sous/plan.csv",
        )
