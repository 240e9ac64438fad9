"""The calendar for Outlook: the dates of the one for all programs, in the rules that it reads."""

import datetime as dt
from collections.abc import Callable

import icalendar
import pytest
import recurring_ical_events

from sitegen.model import Moment
from sitegen.rendering.calendars.outlook import outlook_rule
from tests.support import SiteFolder

FILES = ("agenda.ics", "agenda-outlook.ics")
START = Moment(dt.datetime(2026, 12, 1, 18, 30), zone="Europe/Paris")


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        ("FREQ=DAILY;COUNT=5", "FREQ=DAILY;COUNT=5"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        ("FREQ=MONTHLY;UNTIL=20271231", "FREQ=MONTHLY;UNTIL=20271231"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;BYDAY=2TH", "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2"),
        ("FREQ=MONTHLY;BYDAY=-1MO", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
         "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=3SU", "FREQ=YEARLY;BYMONTH=6;BYDAY=SU;BYSETPOS=3"),
        ("FREQ=YEARLY", "FREQ=YEARLY"),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", None),
        ("FREQ=MONTHLY;BYDAY=5TH", None),
        ("FREQ=MONTHLY;BYDAY=MO,TH;BYSETPOS=1", None),
        ("FREQ=MONTHLY;BYMONTHDAY=31", None),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", None),
        ("FREQ=DAILY;BYDAY=MO,TU", None),
        ("FREQ=WEEKLY;BYMONTH=1,2", None),
        ("FREQ=YEARLY;BYMONTH=1,7", None),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", None),
        ("FREQ=YEARLY;BYWEEKNO=20", None),
        ("FREQ=YEARLY;BYDAY=20MO", None),
        ("FREQ=WEEKLY;COUNT=1000", None),
        ("FREQ=HOURLY", None),
    ],
)  # fmt: skip
def test_a_rule_is_one_of_outlooks_templates_or_none(rule: str, written: str | None) -> None:
    assert outlook_rule(rule, START) == written


SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
sections: {news: {title: Nouvelles}}
calendars: {outlook: true}
-- content/news/2026-01-10-a.md --
---
title: Le café du mardi
event:
  id: cafe
  start: 2026-01-06 18:30
  end: 2026-01-06 20:00
  repeat:
    rrule: FREQ=MONTHLY;BYDAY=1TU,3TU
    except: [2026-02-03]
    also: [2026-02-05 18:30]
    changes:
      - {date: 2026-03-03, start: 2026-03-04 19:00}
      - {date: 2026-03-17, status: cancelled}
---
-- content/news/2026-01-11-b.md --
---
title: La permanence
event: {start: 2026-01-08, repeat: {rrule: "FREQ=MONTHLY;BYDAY=2TH"}}
---
-- content/news/2026-01-12-c.md --
---
title: Une fois
event: {start: 2026-02-08 10:00}
---
"""


def _dates(data: bytes) -> set[tuple[str, str, str]]:
    dates = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(
        dt.date(2026, 1, 1), dt.date(2027, 6, 1)
    )
    return {
        (str(date["SUMMARY"]), str(date["DTSTART"].dt), str(date["DTEND"].dt)) for date in dates
    }


def test_outlook_is_told_the_dates_that_all_programs_are_told(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)

    assert site.build().diagnostics == []

    whole, outlook = ((site.output / name).read_bytes() for name in FILES)
    assert _dates(outlook) == _dates(whole)
    assert len(_dates(outlook)) > 50
    rules = [part for part in outlook.decode().split("\r\n") if part.startswith("RRULE:FREQ=M")]
    assert rules == ["RRULE:FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2"]
    assert outlook.count(b"X-MICROSOFT-CDO-ALLDAYEVENT:TRUE") == 1
    uids = [str(event["UID"]) for event in icalendar.Calendar.from_ical(outlook).events]
    assert len(uids) == len(set(uids))
    assert "cafe+20260303T1830@hub.example.org" in uids
    assert 'href="https://hub.example.org/agenda-outlook.ics"' in site.page(
        "agenda/abonnement/index.html"
    )


def test_there_is_none_where_nobody_asked(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE.replace("outlook: true", "months_back: 12"))

    site.build()

    assert not site.has("agenda-outlook.ics")
    assert "outlook.ics" not in site.page("agenda/abonnement/index.html")
