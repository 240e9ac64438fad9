"""All that an event can say of itself, on its page, in lists, calendars, feeds and JSON-LD."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import icalendar
import pytest

from sitegen.border.moments import parse_moment
from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from sitegen.site.horizon import instants_of_change
from tests.html_checks import html_pages
from tests.support import SiteFolder
from tests.validators.structured_data import structured_data_faults

NOW = "2026-11-29"
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
language: LANGUAGE
-- content/agenda/everything.md --
---
title: Rencontres
date: 2026-11-20 09:00
event:
  id: rencontres
  programme:
    - {start: 09:00, end: 09:30, name: Ouverture, speakers: ["Claire Martin, présidente"]}
    - {start: 14:00, name: Ateliers, place: Salle 2, summary: À plusieurs mains.}
    - {start: 2026-12-10 18:00, name: Veillée}
  times:
    - {start: 2026-12-03 09:00, end: 12:00}
    - {start: 14:00, end: 17:00}
    - {start: 2026-12-10 18:00, end: 01:00, name: Soirée, location: Salle des fêtes}
    - {start: 2026-12-18 10:00, end: 11:00, previous_start: 2026-12-17 10:00}
  location: {name: Palais des congrès, city: Nantes}
  other_locations: [{name: Hôtel de ville, city: Rennes}]
  accessibility: [sign-language, step-free]
  accessibility_note: À demander avant jeudi.
  audience: [Élus, Agents]
  conditions: Réservé aux adhérents
  price: [{amount: 0, name: Adhérents}, {amount: 120.5}]
  registration: https://inscription.example.org/x
  registration_deadline: 2026-12-01
  capacity: 1200
---
Texte.
-- content/agenda/nothing.md --
---
title: Réunion
date: 2026-11-21
event: {start: 2026-12-04 10:00}
---
Texte.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    return built(tmp_path_factory.mktemp("site"), "fr")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    return built(tmp_path_factory.mktemp("site"), "en")


def built(root: Path, language: str) -> SiteFolder:
    site = SiteFolder(root)
    site.lay_out(SITE.replace("LANGUAGE", language))
    assert site.build(now=NOW).diagnostics == []
    return site


def words_of(html: str) -> str:
    """Return what readers read of a page's main part."""
    main = html.partition("<main")[2].partition("</main>")[0]
    main = re.sub(r"<(script|style).*?</\1>", " ", main, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))


def events_of(site: SiteFolder) -> dict[str, Any]:
    content = (site.root / "output/agenda/everything/event.ics").read_bytes()
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(content).events}


def json_ld(site: SiteFolder, page: str) -> dict[str, Any]:
    scripts = re.findall(r'ld\+json">(.*?)</script>', site.page(page))
    event_data: dict[str, Any] = next(
        data for data in map(json.loads, scripts) if data.get("@type") == "Event"
    )
    return event_data


def test_a_page_tells_all_that_its_event_says(site: SiteFolder, english: SiteFolder) -> None:
    french = words_of(site.page("agenda/everything/index.html"))
    told = words_of(english.page("agenda/everything/index.html"))

    for words in (
        "jeudi 3 décembre 2026 de 9 h à 12 h et de 14 h à 17 h",
        "Aussi à Hôtel de ville Rennes",
        "Public Élus, Agents",
        "Conditions Réservé aux adhérents",
        "Tarif Adhérents : gratuit 120,50 €",
        "Capacité 1 200 places",
        "Accessibilité Interprétation en langue des signes Accès sans marche À demander avant",
        "Date limite d’inscription mardi 1er décembre 2026",
        "Programme jeudi 3 décembre 2026 de 9 h à 9 h 30 Ouverture Claire Martin, présidente",
        "du 10 décembre 2026 à 18 h au 11 décembre 2026 à 1 h , Soirée , Salle des fêtes",
        "14 h Ateliers Salle 2 À plusieurs mains. jeudi 10 décembre 2026 18 h Veillée",
    ):
        assert words in french
    for words in (
        "Thursday, 3 December 2026",
        "12:00 and 14:00",
        "For whom Élus, Agents",
        "Adhérents: free of charge €120.50",
        "1,200 places",
        "Sign language interpretation Step-free access",
        "Register until Tuesday, 1 December 2026",
        "Programme Thursday, 3 December 2026 09:00 – 09:30 Ouverture",
    ):
        assert words in told.replace("\u202f", " ")


def test_what_nobody_says_has_no_line_anywhere(site: SiteFolder) -> None:
    page = words_of(site.page("agenda/nothing/index.html"))
    calendar = (site.root / "output/agenda/nothing/event.ics").read_text(encoding="utf-8")
    data = json_ld(site, "agenda/nothing/index.html")

    for label in ("Public", "Tarif", "Capacité", "Accessibilité", "Programme", "Conditions"):
        assert label not in page
        assert label not in calendar
    assert set(data) == {
        "@context", "@type", "name", "url", "description", "startDate", "eventStatus",
        "eventAttendanceMode",
    }  # fmt: skip


def test_several_times_of_a_day_are_one_line_of_the_agenda(site: SiteFolder) -> None:
    month = words_of(site.page("agenda/2026/12/index.html")).partition("Liste")[2] or words_of(
        site.page("agenda/2026/12/index.html")
    )

    assert "Aussi à Hôtel de ville" in month
    assert (
        "Élus, Agents · Réservé aux adhérents"
        " Adhérents : gratuit, 120,50 € · 1 200 places"
        " Date limite d’inscription : mardi 1er décembre 2026"
        " Interprétation en langue des signes, Accès sans marche"
        " À demander avant jeudi."
    ) in month
    assert "Programme : Rencontres de 9 h à 9 h 30 : Ouverture, Claire Martin, président" in month
    assert month.count("3 décembre 2026 de 9 h à 12 h et de 14 h à 17 h") == 1
    assert "Rencontres – Soirée" in month
    assert "Salle des fêtes" in month


def test_each_time_is_an_event_of_calendars_with_a_name_of_its_own(site: SiteFolder) -> None:
    events = events_of(site)

    assert {name: f"{event['DTSTART'].dt:%d %H:%M}" for name, event in events.items()} == {
        "rencontres@hub.example.org": "03 09:00",
        "rencontres+20261203@hub.example.org": "03 14:00",
        "rencontres+20261210@hub.example.org": "10 18:00",
        "rencontres+20261217@hub.example.org": "18 10:00",
    }
    evening = events["rencontres+20261210@hub.example.org"]
    assert f"{evening['DTEND'].dt:%d %H:%M}" == "11 01:00"
    assert evening["SUMMARY"] == "Rencontres – Soirée", "who subscribed sees nothing else of it"
    assert evening["LOCATION"] == "Salle des fêtes"
    assert "Veillée" in evening["DESCRIPTION"]
    assert "Ateliers" not in evening["DESCRIPTION"]
    first = events["rencontres@hub.example.org"]
    assert first["LOCATION"] == "Palais des congrès, Nantes; Hôtel de ville, Rennes"
    assert "Accessibilité\u00a0: Interprétation en langue des signes" in first["DESCRIPTION"]
    assert "9\u00a0h\u00a030\u00a0: Ouverture, Claire Martin, présidente" in first["DESCRIPTION"]


def test_search_engines_are_told_in_words_of_schema_org(site: SiteFolder) -> None:
    data = json_ld(site, "agenda/everything/index.html")

    times = [
        (part["name"], part["startDate"][8:16], part["eventStatus"][24:])
        for part in data["subEvent"]
        if part["name"].startswith("Rencontres")
    ]
    assert (data["name"], data["startDate"], data["endDate"]) == (
        "Rencontres",
        "2026-12-03T09:00:00+01:00",
        "2026-12-18T11:00:00+01:00",
    )
    assert times == [
        ("Rencontres", "03T09:00", "Scheduled"),
        ("Rencontres", "03T14:00", "Scheduled"),
        ("Rencontres – Soirée", "10T18:00", "Scheduled"),
        ("Rencontres", "18T10:00", "Rescheduled"),
    ]
    moved = next(part for part in data["subEvent"] if part["startDate"][8:10] == "18")
    assert moved["previousStartDate"] == "2026-12-17T10:00:00+01:00"
    page = next(
        each for each in html_pages(site.output) if each.path == "agenda/everything/index.html"
    )
    assert structured_data_faults(page) == []
    assert data["maximumAttendeeCapacity"] == 1200
    assert data["isAccessibleForFree"] is False
    assert [
        (offer.get("name"), offer["price"], offer["validThrough"]) for offer in data["offers"]
    ] == [
        ("Adhérents", 0, "2026-12-01"),
        (None, 120.5, "2026-12-01"),
    ]
    assert {offer["description"] for offer in data["offers"]} == {"Réservé aux adhérents"}
    assert data["workFeatured"]["accessibilityFeature"] == ["signLanguage"]
    assert data["workFeatured"]["accessibilitySummary"] == "À demander avant jeudi."
    assert [place["name"] for place in data["location"]] == ["Palais des congrès", "Hôtel de ville"]
    assert data["location"][0]["amenityFeature"][0]["name"] == "Step-free access"
    opening = next(part for part in data["subEvent"] if part["name"] == "Ouverture")
    assert opening["performer"] == [
        {"@type": "Person", "name": "Claire Martin", "jobTitle": "présidente"}
    ]
    assert opening["endDate"] == "2026-12-03T09:30:00+01:00"


def test_feeds_tell_it_too(site: SiteFolder) -> None:
    feed = json.loads((site.root / "output/feed.json").read_bytes())

    content = next(item for item in feed["items"] if item["title"] == "Rencontres")["content_html"]
    assert "de 9\u00a0h à 12\u00a0h et de 14\u00a0h à 17\u00a0h" in content
    assert "Aussi à\u00a0: Hôtel de ville, Rennes<br>Public\u00a0: Élus, Agents" in content
    assert "Ateliers, Salle 2. À plusieurs mains." in content
    assert "<li>Soirée\u00a0: du 10\u00a0décembre" in content


def test_portals_are_told_in_openagenda_s_structure(site: SiteFolder) -> None:
    """All of it: what has a field there, and the rest in the long description."""
    agenda = json.loads((site.root / "output/agenda.json").read_bytes())
    event = next(event for event in agenda["events"] if event["slug"] == "everything")

    assert len(event["timings"]) == 4
    assert event["conditions"]["fr"].startswith("Réservé aux adhérents")
    assert event["accessibilityNote"] == {"fr": "À demander avant jeudi."}
    long = event["longDescription"]["fr"].replace("\u00a0", " ")
    for words in (
        "Soirée : du 10 décembre 2026 à 18 h",
        "Aussi à : Hôtel de ville, Rennes",
        "Public : Élus, Agents",
        "Date limite d’inscription : mardi 1er décembre 2026",
        "Capacité : 1\u202f200 places",
        "- jeudi 3 décembre, 14 h : Ateliers, Salle 2. À plusieurs mains.",
    ):
        assert words in long


def test_who_comes_too_late_cannot_register(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE.replace("LANGUAGE", "fr"))
    site.build(now="2026-12-01 23:00")
    before = site.page("agenda/everything/index.html")

    options = BuildOptions(root=str(site.root), output=str(site.output), now=parse_moment(NOW))
    instants = look(options, lambda opened: instants_of_change(opened.session.index))
    report = site.build(now="2026-12-02 00:00")
    after = site.page("agenda/everything/index.html")

    assert "S’inscrire en ligne" in before
    assert "S’inscrire en ligne" not in after
    assert "Inscriptions closes le" in after
    assert "agenda/everything/index.html" in report.written
    assert [instant.timestamp for instant in instants if instant.kind == "closes"] == [1796166000.0]


def test_a_mistake_in_the_times_hides_no_other(make_site: Callable[[str], SiteFolder]) -> None:
    """And brings none with it: which times a programme lies in, nobody knows then."""
    site = make_site(
        """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/agenda/a.md --
---
title: Ateliers
event:
  capacity: -1
  times:
    - {start: 2027-01-15 09:00, end: 2027-01-15 08:00}
    - {start: 2027-01-16}
    - {start: 2027-01-17 09:00, end: 2027-01-17 10:00}
  programme:
    - {start: 2027-01-15 09:00, end: 2027-01-15 08:30, name: Ouverture}
    - {start: 2027-03-15 09:00, name: Après}
---
Texte.
"""
    )

    told = [(diagnostic.code, diagnostic.line) for diagnostic in site.build().diagnostics]

    assert told == [
        ("event-below-zero", 4),
        ("event-ends-before", 6),
        ("event-mixed", 7),
        ("event-ends-before", 10),
    ]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("events: [nulle-part]", {"unknown-event"}),
        ("event: {start: 2027-01-03}\nevents: [{start: 2027-01-04}]", {"event-beside-events"}),
        ("events: [{id: a, start: 2027-01-03}, {id: a, start: 2027-01-04}]", {"event-id-twice"}),
    ],
)
def test_what_is_wrong_with_events_is_told_of_the_original_alone(
    make_site: Callable[[str], SiteFolder], written: str, codes: set[str]
) -> None:
    """A translation has them from it; what it says itself is told at its own place."""
    site = make_site(
        "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n"
        "languages: {en: {title: The hub}}\n"
    )
    site.write("content/news/a.md", f"---\ntitle: A\ndate: 2026-01-01\n{written}\n---\nTexte.\n")
    site.write("content/news/a.en.md", "---\ntitle: B\n---\nText.\n")

    assert {(told.code, told.path) for told in site.build().diagnostics} == {
        (code, "content/news/a.md") for code in codes
    }
    site.write("content/news/a.en.md", "---\ntitle: B\nevents: [nowhere]\n---\nText.\n")
    assert {(told.code, told.path) for told in site.build().diagnostics} == {
        *((code, "content/news/a.md") for code in codes),
        ("unknown-event", "content/news/a.en.md"),
    }
