"""Calendars of what no text has any more: who subscribed hears that all of it is gone."""

import json
from collections.abc import Callable

import icalendar
import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from tests.engine.test_calendar_memory import BAL, publish, statuses
from tests.site.test_horizon import instants
from tests.site.test_horizon import told as instants_told
from tests.support import SiteFolder, files_below

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
calendars: {keep_removed: 10, outlook: true}
languages: {en: {title: The hub}}
-- content/_data/organisations.yaml --
acme: {name: Acmé}
-- content/news/bal.md --
---
title: Le bal
date: 2026-11-01
tags: [L’eau]
signatories: [acme]
event: {id: bal, type: Fête, start: 2027-02-05 20:00, end: 2027-02-05 23:00}
---
Texte.
-- content/news/bal.en.md --
---
title: The ball
tags: [Water]
---
Text.
-- content/news/cafe.md --
---
title: Le café
date: 2026-11-03
event: {id: cafe, start: 2027-01-07 08:30}
---
Texte.
-- content/news/cafe.en.md --
---
title: Coffee
---
Text.
"""
OF_BAL = {
    "tags/l-eau.ics": "Hub – L’eau",
    "agenda/types/fete.ics": "Hub – Fête",
    "organisations/acme.ics": "Hub – Acmé",
    "en/tags/water.ics": "The hub – Water",
}
TAG, TYPE = "tags/l-eau.ics", "agenda/types/fete.ics"


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    publish(site, "2026-11-10")
    return site


def calendar(site: SiteFolder, path: str) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical((site.output / path).read_bytes())


def take_away(site: SiteFolder) -> None:
    site.remove(BAL)
    site.remove("content/news/bal.en.md")


def is_as_clean(site: SiteFolder, now: str) -> bool:
    before = files_below(site.output)
    report = site.build(now=now, clean=True)
    return bool(before == files_below(site.output) and not report.errors)


def test_calendars_of_what_no_text_has_any_more_tell_that_it_is_cancelled(
    site: SiteFolder,
) -> None:
    """At their addresses, under their names; for as long as what is gone is told."""
    take_away(site)
    for now in ("2026-11-12", "2026-11-13"):
        report = site.build(now=now)

        assert not report.errors
        for path, name in OF_BAL.items():
            assert str(calendar(site, path)["NAME"]) == name, now
            assert statuses(site, path) == {"CANCELLED"}, now
        assert not site.has("tags/l-eau/index.html"), "no list of nothing"
        assert not site.has("agenda/types/fete/index.html")
        assert "l-eau" not in site.page("agenda/abonnement/index.html"), "offered to nobody"
        assert is_as_clean(site, now)
    publish(site, "2026-11-13")
    site.build(now="2026-11-22")
    assert all(site.has(path) for path in OF_BAL)
    site.build(now="2026-11-23")
    assert not any(site.has(path) for path in OF_BAL), "ten days after it was noted"
    publish(site, "2026-11-23")
    assert "calendar:tag:l-eau" not in (site.root / "published.txt").read_text(encoding="utf-8")


def test_a_calendar_whose_event_has_another_tag_and_type_is_empty_for_a_while(
    site: SiteFolder,
) -> None:
    """Programs take what is gone out; a 404 would leave it there."""
    site.replace(BAL, "L’eau", "Air")
    site.replace(BAL, "type: Fête", "type: Soirée")
    site.build(now="2026-11-12")

    assert [calendar(site, path).events for path in (TAG, TYPE)] == [[], []]
    assert statuses(site, "tags/air.ics") == {"CONFIRMED"}
    publish(site, "2026-11-13")
    assert site.has(TAG), "also once it is noted"
    assert is_as_clean(site, "2026-11-14")
    ends = ("2026-11-22T23:00", "fades", "calendar:tag:l-eau")
    assert ends in instants_told(instants(site, "2026-11-14")), "a build then, or later, has to act"
    site.build(now="2026-11-23")
    assert not site.has(TAG)
    site.replace(BAL, "Air", "L’eau")
    site.build(now="2026-11-24")
    assert statuses(site, TAG) == {"CONFIRMED"}


@pytest.mark.parametrize("key", ["draft: true", "embargo: 2027-01-01", "expires: 2026-11-05"])
def test_nothing_is_told_of_what_its_author_keeps_from_readers(site: SiteFolder, key: str) -> None:
    site.replace(BAL, "title: Le bal", f"title: Le bal\n{key}")
    publish(site, "2026-11-11")

    assert not site.has(TAG)
    assert "eau" not in site.page("agenda.ics")
    take_away(site)
    site.build(now="2026-11-13")
    assert statuses(site, TAG) == {"CANCELLED"}, "its line was kept: now it is gone"


def test_a_former_address_of_another_tag_stands_before_what_is_kept(site: SiteFolder) -> None:
    site.replace(BAL, "L’eau", "Air")
    site.replace("site.yaml", "languages:", "tags: {air: {aliases: [/tags/l-eau/]}}\nlanguages:")
    site.build(now="2026-11-12")

    assert statuses(site, TAG) == {"CONFIRMED"}, "the tag has another name: its events go on"


def test_a_section_that_is_gone_has_its_calendar_for_a_while(site: SiteFolder) -> None:
    """And the agenda stays, to which all pages lead."""
    take_away(site)
    site.remove("content/news/cafe.md")
    site.remove("content/news/cafe.en.md")
    site.build(now="2026-11-12")

    for path in ("news.ics", "agenda.ics", "agenda-outlook.ics"):
        assert statuses(site, path) == {"CANCELLED"}, path
    assert json.loads(site.page("agenda.json")) == {"total": 0, "events": []}
    assert "output-broken-link" not in {told.code for told in site.check()}
    assert is_as_clean(site, "2026-11-12")


@pytest.mark.parametrize(
    "line",
    [
        "= calendar:tag:eau",
        "= calendar:tag:eau /../eau.ics L’eau",
        "= calendar:tag:eau /tags/eau.html L’eau",
        "= calendar:mot:eau /tags/eau.ics L’eau",
        "= calendar:tag:eau /tags/eau.ics L’eau gone:demain",
        "= calendar:tag:eau /tags/eau.ics L’eau gone:99991231",
        "= calendar:tag:eau //a.example/eau.ics L’eau",
        "= calendar:tag:eau /.git/eau.ics L’eau",
        "= calendar:tag:eau /tags/%2egit/eau.ics L’eau",
        f"= calendar:tag:eau /{'a/' * 2100}eau.ics L’eau",
        "= event:a 0 20261031T230000Z - 20270205T200000/Europe/Paris 20270205 a.md A gone:99991231",
    ],
)
def test_a_line_that_notes_no_calendar_is_told(site: SiteFolder, line: str) -> None:
    site.write("published.txt", f"{line}\n")

    assert [(told.code, told.line) for told in site.build(now="2026-11-12").diagnostics] == [
        ("published-line", 1)
    ]


def test_a_section_that_is_private_now_leaves_no_public_calendar(site: SiteFolder) -> None:
    """Also where what was in it is gone: its address and its name were the readers' of before."""
    site.write("content/news/_index.md", "---\ntitle: Nouvelles\naccess: adherents\n---\n")
    take_away(site)
    site.build(now="2026-11-12")

    assert not site.has("news.ics")
    assert is_as_clean(site, "2026-11-12")


@pytest.mark.parametrize(
    ("key", "file"),
    [
        ("draft: true", "bal.md"),
        ("access: adherents", "bal.md"),
        ("embargo: 2027-01-01", "bal.md"),
        ("draft: true", "soiree.md"),
        ("embargo: 2027-01-01", "soiree.md"),
    ],
)
def test_a_text_that_is_moved_and_kept_from_readers_at_once_is_not_told_as_cancelled(
    site: SiteFolder, key: str, file: str
) -> None:
    """Under another name, too: the id of its event tells it."""
    text = (site.root / BAL).read_text(encoding="utf-8")
    site.remove("content/news/bal.en.md")
    site.remove(BAL)
    site.write(f"content/ca/{file}", text.replace("title: Le bal", f"title: Le bal\n{key}"))
    site.build(now="2026-11-12")

    assert not site.has(TAG)
    assert "Le bal" not in site.page("agenda.ics")


@pytest.mark.parametrize("address", ["/agenda.ics/x.ics", "/index.html/x.ics", "/tags.ics"])
def test_a_kept_calendar_takes_the_place_of_nothing(site: SiteFolder, address: str) -> None:
    site.write("content/tags.ics/a.txt", "Texte.")
    known = (site.root / "published.txt").read_text(encoding="utf-8")
    line = f"= calendar:tag:x {address} X gone:20261111\n"
    site.write("published.txt", f"{known}{line}")
    report = site.build(now="2026-11-12")

    assert not report.errors
    assert all(map(site.has, ("agenda.ics", "index.html", "tags.ics/a.txt")))


def test_the_calendar_of_a_section_with_a_space_in_its_name_stays_too(site: SiteFolder) -> None:
    bal = "content/vie locale/bal.md"
    site.write(bal, (site.root / BAL).read_text(encoding="utf-8"))
    take_away(site)
    publish(site, "2026-11-11")
    path = next(path for path in files_below(site.output) if path.endswith("ie-locale.ics"))
    site.remove(bal)
    site.build(now="2026-11-12")

    assert statuses(site, path) == {"CANCELLED"}


EVENT, MONTH, WEEK = "news/bal/event.ics", "agenda/2027/02.ics", "agenda/2027/s05.ics"


def test_files_of_an_event_that_is_gone_and_of_its_month_and_week_say_that_it_is_cancelled(
    site: SiteFolder,
) -> None:
    """Who took one along, and asks again, is told; for as long as the whole calendar tells it."""
    take_away(site)
    site.build(now="2026-11-12")

    for path in (EVENT, MONTH, WEEK, "en/news/bal/event.ics", "en/agenda/2027/w05.ics"):
        assert statuses(site, path) == {"CANCELLED"}, path
        assert not site.has(f"{path.removesuffix('event.ics').removesuffix('.ics')}/index.html")
    assert str(calendar(site, EVENT)["NAME"]) == "Hub – Le bal"
    assert str(calendar(site, "en/news/bal/event.ics")["NAME"]) == "The hub – The ball"
    assert is_as_clean(site, "2026-11-12")
    publish(site, "2026-11-13")
    publish(site, "2026-11-22")
    assert site.has(EVENT)
    site.build(now="2026-11-23")
    assert not any(map(site.has, (EVENT, MONTH, WEEK)))


def test_a_text_that_is_gone_is_told_at_each_address_where_it_stood_in_its_language(
    site: SiteFolder,
) -> None:
    """Also where it was shown for want of a translation, and where it has moved with no alias."""
    site.replace("site.yaml", "{title: The hub}", "{title: The hub, untranslated: show}")
    site.remove("content/news/bal.en.md")
    publish(site, "2026-11-11")
    site.replace(BAL, "title: Le bal", "title: Le bal\nslug: z")
    publish(site, "2026-11-11")
    site.remove(BAL)
    site.build(now="2026-11-12")

    for path in (EVENT, "news/z/event.ics", f"en/{EVENT}", "en/news/z/event.ics"):
        assert statuses(site, path) == {"CANCELLED"}, path
        name = "The hub – Le bal" if path.startswith("en/") else "Hub – Le bal"
        assert str(calendar(site, path)["NAME"]) == name
    assert is_as_clean(site, "2026-11-12")


def test_a_month_and_a_text_that_stay_tell_beside_their_dates_what_is_gone(
    site: SiteFolder,
) -> None:
    site.write(
        "content/news/ecole.md",
        "---\ntitle: L’école\ndate: 2026-11-01\nevent: {start: 2027-02-17}\n---\nTexte.\n",
    )
    site.replace(BAL, "23:00}", "23:00}\nevents: [{id: apres, name: Après, start: 2027-02-06}]")
    publish(site, "2026-11-11")
    text = (site.root / BAL).read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("event:")]
    site.write(BAL, "\n".join(kept))
    site.build(now="2026-11-12")
    told = {str(event["SUMMARY"]): str(event["STATUS"]) for event in calendar(site, MONTH).events}

    assert told == {
        "L’école": "CONFIRMED", "Après": "CONFIRMED", "ANNULÉ – Le bal": "CANCELLED",
    }  # fmt: skip
    assert statuses(site, EVENT) == {"CONFIRMED", "CANCELLED"}
    site.replace(BAL, "events: [{id: apres, name: Après, start: 2027-02-06}]\n", "")
    site.build(now="2026-11-12")
    assert statuses(site, EVENT) == {"CANCELLED"}, "the page stays, without a date"
    assert "event.ics" not in site.page("news/bal/index.html")
    assert is_as_clean(site, "2026-11-12")


def test_what_is_noted_in_a_language_that_was_given_up_is_told_and_can_be_forgotten(
    site: SiteFolder,
) -> None:
    site.replace("site.yaml", "languages: {en: {title: The hub}}\n", "")
    for name in ("bal", "cafe"):
        site.remove(f"content/news/{name}.en.md")
    noted = (site.root / "published.txt").read_text(encoding="utf-8")
    told = site.build(now="2026-11-12").diagnostics
    assert [each.values["language"] for each in told if each.code == "published-language"] == ["en"]
    assert "%20~en " in noted

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(site.root)
        result = CliRunner().invoke(cli, ["published", "--forget", "~en"])

    assert result.exit_code == 1, "addresses are gone as well"
    left = (site.root / "published.txt").read_text(encoding="utf-8")
    assert left == "".join(line for line in noted.splitlines(True) if "%20~en " not in line)
    again = {each.code for each in site.build(now="2026-11-12").diagnostics}
    assert "published-language" not in again


def test_an_address_that_was_forgotten_and_one_in_a_hidden_folder_have_no_file(
    site: SiteFolder,
) -> None:
    site.replace("published.txt", "/news/bal/ ", "/.git/bal/ ")
    take_away(site)
    report = site.build(now="2026-11-12")

    assert not report.errors
    assert not site.has(EVENT)
    assert not site.has(".git/bal/event.ics")
    assert statuses(site, MONTH) == {"CANCELLED"}
