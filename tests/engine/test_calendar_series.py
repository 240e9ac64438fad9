"""What a strict subscriber holds of series, of several times and of translations, over a year."""

from collections.abc import Callable
from typing import Any

import icalendar
import pytest

from tests.engine.test_calendar_memory import publish, told
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
calendars: {keep_removed: 10}
languages: {en: {title: The hub}}
-- content/news/cafe.md --
---
title: Le café
date: 2026-11-03
event:
  id: cafe
  start: 2027-01-07 08:30
  end: 2027-01-07 10:00
  repeat: {rrule: "FREQ=WEEKLY;COUNT=4"}
---
Texte.
-- content/news/bal.md --
---
title: Le bal
date: 2026-11-01
event: {id: bal, start: 2027-02-05 20:00, end: 2027-02-05 23:00, location: Tours}
---
Texte.
"""
CAFE, BAL = "content/news/cafe.md", "content/news/bal.md"
OWN, FRIDAY = "cafe@hub.example.org", "bal@hub.example.org"
Held = dict[tuple[str, str], Any]
"""Components by UID and the date of the rule that they replace."""


class StrictSubscriber:
    """Keeps what it has until a greater SEQUENCE comes (RFC 5546 §2.1.4), also of single dates.

    A rule of a greater number begins the series anew: dates that differed are those of its file.
    """

    def __init__(self) -> None:
        self.held: Held = {}

    def fetch(self, site: SiteFolder, name: str = "agenda.ics") -> None:
        there = components(site, name)
        for key, event in there.items():
            held = self.held.get(key)
            if held is not None and number(event) <= number(held):
                continue
            if not key[1]:
                self.held = {
                    other: each
                    for other, each in self.held.items()
                    if other[0] != key[0] or other in there
                }
            self.held[key] = event


def components(site: SiteFolder, name: str = "agenda.ics") -> Held:
    calendar = icalendar.Calendar.from_ical((site.output / name).read_bytes())
    return {(str(event["UID"]), replaced(event)): event for event in calendar.events}


def replaced(event: Any) -> str:
    return event["RECURRENCE-ID"].to_ical().decode() if "RECURRENCE-ID" in event else ""


def number(event: Any) -> int:
    return int(event["SEQUENCE"])


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def stepping(site: SiteFolder, *names: str) -> Callable[[str], Held]:
    """Return what publishes, and lets a subscriber of each calendar hold what the site says."""
    subscribers = {name: StrictSubscriber() for name in names or ("agenda.ics",)}

    def step(now: str) -> Held:
        publish(site, now)
        for name, subscriber in subscribers.items():
            subscriber.fetch(site, name)
            there = {key: told(event) for key, event in components(site, name).items()}
            shown = {key: told(event) for key, event in subscriber.held.items()}
            assert {key: shown.get(key) for key in there} == there, (now, name)
            for key in shown.keys() - there.keys():
                assert shown[key]["STATUS"] == "CANCELLED", (now, name, key)
        return subscribers[next(iter(subscribers))].held

    return step


def test_one_date_of_a_series_moves_is_cancelled_and_then_the_series_ends(
    site: SiteFolder,
) -> None:
    step = stepping(site)
    second = (OWN, "20270114T083000")
    changes = ', changes: [{date: 2027-01-14, start: "2027-01-15 09:00"}]}'

    step("2026-11-10")
    site.replace(CAFE, 'COUNT=4"}', f'COUNT=4"{changes}')
    assert told(step("2026-11-12")[second])["DTSTART"] == "20270115T090000"
    site.replace(CAFE, "2027-01-15 09:00", "2027-01-15 10:00")
    assert told(step("2026-11-13")[second])["DTSTART"] == "20270115T100000", "moved again"
    site.replace(CAFE, 'start: "2027-01-15 10:00"', "status: cancelled")
    held = step("2026-11-14")
    assert told(held[second])["STATUS"] == "CANCELLED"
    site.replace(CAFE, changes.replace('start: "2027-01-15 09:00"', "status: cancelled"), "}")
    held = step("2026-11-15")
    assert second not in held, "it takes place after all, as the rule says"
    site.replace(CAFE, "COUNT=4", "COUNT=2")
    assert "COUNT=2" in told(step("2026-11-16")[OWN, ""])["RRULE"], "it ends sooner"
    site.remove(CAFE)
    assert told(step("2026-11-17")[OWN, ""])["STATUS"] == "CANCELLED"


def test_one_date_becomes_several_times_and_one_again(site: SiteFolder) -> None:
    step = stepping(site)
    first = "start: 2027-02-05 20:00, end: 2027-02-05 23:00"
    times = "times: [{start: 2027-02-05 20:00, end: 23:00}, {start: 2027-02-06 20:00, end: 23:00}]"
    evening = ("bal+20270206@hub.example.org", "")

    step("2026-11-10")
    site.replace(BAL, first, times)
    held = step("2026-11-12")
    assert told(held[FRIDAY, ""])["DTSTART"] == "20270205T200000"
    assert told(held[evening])["DTSTART"] == "20270206T200000"
    site.replace(BAL, "{start: 2027-02-06 20:00", "{start: 2027-02-06 21:00")
    assert told(step("2026-11-13")[evening])["DTSTART"] == "20270206T210000"
    site.replace(BAL, times.replace("06 20:00", "06 21:00"), first)
    held = step("2026-11-14")
    assert told(held[evening])["STATUS"] == "CANCELLED"
    assert told(held[FRIDAY, ""])["STATUS"] == "CONFIRMED"


def test_a_date_becomes_a_rule_and_one_date_again(site: SiteFolder) -> None:
    step = stepping(site)
    rule = ', repeat: {rrule: "FREQ=WEEKLY;COUNT=3"}}'

    step("2026-11-10")
    site.replace(BAL, "location: Tours}", f"location: Tours{rule}")
    assert "COUNT=3" in told(step("2026-11-12")[FRIDAY, ""])["RRULE"]
    site.replace(BAL, f"location: Tours{rule}", "location: Tours}")
    assert "RRULE" not in told(step("2026-11-13")[FRIDAY, ""])


def test_subscribers_of_a_language_see_the_same_event_in_their_words(site: SiteFolder) -> None:
    """One UID and one number in both calendars, over a translation and a new domain."""
    step = stepping(site, "agenda.ics", "en/agenda.ics")
    site.write("content/news/bal.en.md", "---\ntitle: The ball\n---\nText.\n")
    site.write("content/about.en.md", "---\ntitle: About\n---\nText.\n")

    step("2026-11-10")
    assert told(components(site, "en/agenda.ics")[FRIDAY, ""])["SUMMARY"] == "The ball"
    site.replace(BAL, "location: Tours", "location: Blois")
    step("2026-11-12")
    site.replace("content/news/bal.en.md", "The ball", "The great ball")
    step("2026-11-13")
    site.replace("site.yaml", "https://hub.", "https://neuf.")
    step("2026-11-14")
    translation = (site.root / "content/news/bal.en.md").read_text(encoding="utf-8")
    site.remove("content/news/bal.en.md")
    step("2026-11-15")
    site.replace(BAL, "location: Blois", "location: Amboise")
    step("2026-11-15T12:00")
    untranslated = components(site, "en/agenda.ics")[FRIDAY, ""]
    assert untranslated["SUMMARY"] == "Le bal", "it takes place, so subscribers are told of it"
    assert untranslated["LOCATION"] == "Amboise"
    assert untranslated["URL"] == "https://neuf.example.org/news/bal/"
    site.build(now="2026-11-26")
    assert not (site.output / "en/agenda.ics").exists(), "for ten days"
    site.write("content/news/bal.en.md", translation)
    step("2026-11-15T13:00")
    assert told(components(site, "en/agenda.ics")[FRIDAY, ""])["SUMMARY"] == "The great ball"
    site.remove("content/news/bal.en.md")
    site.remove(BAL)
    held = step("2026-11-16")

    assert {uid for uid, _replaced in held} == {OWN, FRIDAY}
    gone = told(components(site, "en/agenda.ics")[FRIDAY, ""])
    assert (gone["SUMMARY"], gone["STATUS"]) == ("CANCELLED – The great ball", "CANCELLED")
    site.build(now="2026-11-28")
    assert not (site.output / "en/agenda.ics").exists(), "it was told for ten days"


def test_the_last_event_of_a_site_is_cancelled_too(site: SiteFolder) -> None:
    """The calendar stays for it, where it would be an address that answers no more."""
    step = stepping(site)
    site.remove(CAFE)
    step("2026-11-10")
    site.remove(BAL)

    held = step("2026-11-12")

    assert told(held[FRIDAY, ""])["STATUS"] == "CANCELLED"
    site.build(now="2026-11-20")
    incremental = (site.output / "agenda.ics").read_bytes()
    assert incremental.count(b"STATUS:CANCELLED") == 1
    site.build(now="2026-11-23")
    assert not (site.output / "agenda.ics").exists()
