"""What subscribers hold over the edits of a year, where the site keeps a list of its addresses."""

import datetime as dt
import shutil
from collections.abc import Callable
from typing import Any

import icalendar
import pytest
from click.testing import CliRunner

from sitegen.checking.calendar_editions import compare
from sitegen.cli import cli
from sitegen.published.listing import read_listing
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
calendars: {keep_removed: 10}
-- content/news/bal.md --
---
title: Le bal
date: 2026-11-01
event: {id: bal, start: 2027-02-05 20:00, end: 2027-02-05 23:00, location: Tours}
---
Texte.
-- content/news/ateliers.md --
---
title: Les ateliers
date: 2026-11-02
event:
  times: [{start: 2027-02-10 09:00, end: 12:00}, {start: 14:00, end: 17:00}]
---
Texte.
-- content/news/cafe.md --
---
title: Le café
date: 2026-11-03
event: {id: cafe, start: 2027-01-07 08:30, repeat: {rrule: "FREQ=MONTHLY;BYDAY=1TH;COUNT=4"}}
---
Texte.
"""
BAL, ATELIERS = "content/news/bal.md", "content/news/ateliers.md"
SHOWN = ("SUMMARY", "DTSTART", "DTEND", "LOCATION", "STATUS", "RRULE")


class Subscriber:
    """A calendar program as strict as RFC 5546: only a greater SEQUENCE replaces what it holds."""

    def __init__(self) -> None:
        self.held: dict[str, Any] = {}

    def fetch(self, site: SiteFolder) -> None:
        for uid, event in events_of(site).items():
            held = self.held.get(uid)
            if held is None or int(event["SEQUENCE"]) > int(held["SEQUENCE"]):
                self.held[uid] = event

    def shows(self) -> dict[str, dict[str, str]]:
        return {uid: told(event) for uid, event in self.held.items()}


def events_of(site: SiteFolder) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical((site.output / "agenda.ics").read_bytes())
    return {str(event["UID"]): event for event in calendar.events}


def told(event: Any) -> dict[str, str]:
    return {name: event[name].to_ical().decode() for name in SHOWN if name in event}  # type: ignore


def publish(site: SiteFolder, now: str) -> None:
    """Build as CI does, in a fresh checkout, and note what readers know now."""
    shutil.rmtree(site.root / ".sitegen", ignore_errors=True)
    shutil.rmtree(site.output, ignore_errors=True)
    report = site.build(now=now)
    assert not report.errors
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(site.root)
        result = CliRunner().invoke(cli, ["published", "--now", now, "--write"])
        assert result.exit_code == 0, result.output


def number(site: SiteFolder, uid: str) -> int:
    return int(events_of(site)[uid]["SEQUENCE"])


@pytest.mark.slow
def test_who_subscribed_sees_each_edit_of_a_year(make_site: Callable[[str], SiteFolder]) -> None:
    site, subscriber = make_site(SITE), Subscriber()
    own = "bal@hub.example.org"
    afternoon = "news/ateliers+20270210@hub.example.org"

    def step(now: str) -> None:
        publish(site, now)
        subscriber.fetch(site)
        there = {uid: told(event) for uid, event in events_of(site).items()}
        shown = subscriber.shows()
        assert {uid: shown[uid] for uid in there} == there
        calling_off = [event for uid, event in shown.items() if uid not in there]
        assert all(event["STATUS"] == "CANCELLED" for event in calling_off)

    step("2026-11-10")
    assert number(site, own) == 0
    site.replace(BAL, "2027-02-05 20:00, end: 2027-02-05", "2027-02-06 20:00, end: 2027-02-06")
    step("2026-11-12")
    assert subscriber.shows()[own]["DTSTART"] == "20270206T200000"
    assert number(site, own) == 1
    step("2026-11-13")
    assert number(site, own) == 1, "what stays the same is no new edition"
    site.replace(BAL, "location: Tours", "location: Blois")
    step("2026-11-14")
    (site.root / BAL).rename(site.root / "content/news/grand-bal.md")
    site.replace("site.yaml", "https://hub.", "https://neuf.")
    step("2026-11-15")
    assert subscriber.shows()[own]["LOCATION"] == "Blois"
    assert len(subscriber.held) == 4, "neither a renamed file nor a new domain makes a second event"
    site.replace(ATELIERS, ", {start: 14:00, end: 17:00}", "")
    step("2026-11-16")
    assert subscriber.shows()[afternoon]["STATUS"] == "CANCELLED"
    site.remove("content/news/grand-bal.md")
    step("2026-11-17")
    gone = subscriber.shows()[own]
    assert (gone["STATUS"], gone["SUMMARY"]) == ("CANCELLED", "ANNULÉ – Le bal")
    step("2026-11-26")
    assert own in events_of(site)
    step("2026-11-28")
    assert own not in events_of(site), "it was told for ten days"
    site.replace("content/news/cafe.md", "COUNT=4", "COUNT=5")
    step("2026-11-29")
    site.write(BAL, SITE.partition("bal.md --\n")[2].partition("-- ")[0])
    step("2026-11-30")
    assert subscriber.shows()[own]["STATUS"] == "CONFIRMED", "it takes place after all"


def test_a_build_between_two_notes_tells_the_same_number(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """The output is a function of what is committed: clean and incremental builds are equal."""
    site = make_site(SITE)
    publish(site, "2026-11-10")
    before = (site.output / "agenda.ics").read_bytes()
    site.replace(BAL, "location: Tours", "location: Blois")
    site.build(now="2026-11-11")
    changed = (site.output / "agenda.ics").read_bytes()
    shutil.rmtree(site.root / ".sitegen")
    shutil.rmtree(site.output)
    site.build(now="2026-11-12")

    assert (site.output / "agenda.ics").read_bytes() == changed
    assert number(site, "bal@hub.example.org") == 1
    publish(site, "2026-11-13")
    site.build(now="2026-11-13")
    assert number(site, "bal@hub.example.org") == 1
    assert "LAST-MODIFIED:20261112T230000Z" in site.page("agenda.ics")
    assert "event-changed-silently" not in {diagnostic.code for diagnostic in site.check()}
    after = (site.output / "agenda.ics").read_bytes()
    assert compare(before, after, dt.date(2026, 11, 13), 12) == []


def test_what_its_author_withdraws_is_not_told_as_cancelled(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    publish(site, "2026-11-10")
    for key in ("draft: true", "embargo: 2027-01-01", "expires: 2026-11-05"):
        site.replace(BAL, "title: Le bal", f"title: Le bal\n{key}")
        site.build(now="2026-11-11")

        assert "bal" not in site.page("agenda.ics").lower(), key
        site.replace(BAL, f"\n{key}", "")


def test_who_subscribed_to_a_part_hears_of_what_is_gone_too(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """In the calendars that held it: of its section, by whatever folder, its tag and its type."""
    site = make_site(SITE)
    site.write(
        "content/news/eau.md", "---\ntitle: L’eau\ndate: 2026-11-02\ntags: [eau]\n---\nTexte."
    )
    site.replace(BAL, "title: Le bal", "title: Le bal\nsection: agenda\ntags: [eau]")
    site.replace(BAL, "{id: bal,", "{id: bal, type: fête,")
    publish(site, "2026-11-10")
    assert statuses(site, "tags/eau.ics") == {"CONFIRMED"}
    site.remove(BAL)

    site.build(now="2026-11-12")

    assert statuses(site, "tags/eau.ics") == {"CANCELLED"}
    assert statuses(site, "news.ics") == {"CONFIRMED"}, "it was never there"
    publish(site, "2026-11-13")
    assert statuses(site, "tags/eau.ics") == {"CANCELLED"}
    site.build(now="2026-11-24")
    assert not site.has("tags/eau.ics"), "for ten days"


def statuses(site: SiteFolder, path: str) -> set[str]:
    calendar = icalendar.Calendar.from_ical((site.output / path).read_bytes())
    return {str(event["STATUS"]) for event in calendar.events}


def test_two_branches_that_note_one_event_agree_on_the_later(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    publish(site, "2026-11-10")
    line = next(line for line in site_list(site).splitlines() if line.startswith("= event:bal"))
    first, other = line.replace("event:bal 0 ", "event:bal 3 "), line

    for rows in ((first, other), (other, first)):
        listing, wrong = read_listing("\n".join(rows))

        assert wrong == []
        assert listing.events["event:bal"].sequence == 3


def site_list(site: SiteFolder) -> str:
    return (site.root / "published.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "= event:bal",
        "= event:bal x 20261101T000000Z a 20270205/Europe/Paris 20270205 a.md Bal",
        "= event:bal 1 20261301T000000Z a 20270205/Europe/Paris 20270205 a.md Bal",
        "= event:bal 1 20261101T000000Z a 20270205/Nulle/Part 20270205 a.md Bal",
        "= event:bal 1 20261101T000000Z a 20270205/../../etc/passwd 20270205 a.md Bal",
        "= event:bal 1 20261101T000000Z a 20270205/Europe/Paris 20270205 a.md Bal gone:demain",
        "=",
    ],
)
def test_a_line_that_is_none_is_told(line: str) -> None:
    listing, wrong = read_listing(line)

    assert [diagnostic.code for diagnostic in wrong] == ["published-line"]
    assert listing.events == {}
