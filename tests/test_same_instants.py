"""Grid, list, structured data, links and iCalendar give the same instants, in any zone."""

import datetime as dt
import json
import re
import tempfile
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.html_checks import Page
from tests.support import SiteFolder

ZONES = [
    "Europe/Paris",
    "Indian/Reunion",
    "America/Guadeloupe",
    "Pacific/Noumea",
    "America/Miquelon",
    "Pacific/Marquesas",
    "Asia/Kolkata",
]
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
timezone: {zone}
"""
CHANGES_OF_CLOCKS = [dt.date(2027, 3, 28), dt.date(2027, 10, 31), dt.date(2027, 3, 14)]
DAYS = st.dates(dt.date(2027, 1, 1), dt.date(2027, 12, 1)) | st.sampled_from(CHANGES_OF_CLOCKS)
Written = tuple[str, dt.datetime, int, bool]
"""Zone, start on its clock, length in minutes, whether it recurs for five weeks."""


@st.composite
def events(draw: st.DrawFn) -> Written:
    hour, minute = draw(st.integers(0, 23)), draw(st.sampled_from([0, 5, 30]))
    zone = draw(st.sampled_from(ZONES))
    local = dt.datetime.combine(draw(DAYS), dt.time(hour, minute))
    aware = local.replace(tzinfo=ZoneInfo(zone))
    if aware.astimezone(dt.UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local:
        local += dt.timedelta(hours=1)  # an hour that does not exist, in spring
    return zone, local, draw(st.integers(5, 1500)), draw(st.booleans())


def article(number: int, event: Written) -> str:
    zone, start, minutes, recurs = event
    end = start + dt.timedelta(minutes=minutes)
    rule = "  repeat: {rrule: FREQ=WEEKLY;COUNT=5}\n" if recurs else ""
    return (
        f"---\ntitle: Rendez-vous {number}.\ndate: 2026-01-01\n"
        f"event:\n  id: e{number}\n  start: {start:%Y-%m-%d %H:%M}\n  end: {end:%Y-%m-%d %H:%M}\n"
        f"  timezone: {zone}\n{rule}---\nTexte.\n"
    )


def expected(event: Written) -> list[dt.datetime]:
    zone, start, _, recurs = event
    weeks = range(5 if recurs else 1)
    locals_ = [start + dt.timedelta(weeks=week) for week in weeks]
    return [utc(local.replace(tzinfo=ZoneInfo(zone))) for local in locals_]


def utc(instant: dt.datetime) -> dt.datetime:
    return instant.astimezone(dt.UTC)


def shown(pages: list[Page], selector: str, number: int) -> set[dt.datetime]:
    """Return the instants of `<time>` in a `<li>` of that class that names the event."""
    return {
        utc(dt.datetime.fromisoformat(time.attrib["datetime"]))
        for page in pages
        for item in page.all("li")
        if selector in item.attrib.get("class", "").split()
        and f"Rendez-vous {number}." in "".join(item.itertext())
        for time in item.iter("time")
        if "T" in time.attrib["datetime"]
    }


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(ZONES), st.lists(events(), min_size=4, max_size=8))
@example("Indian/Reunion", [("Europe/Paris", dt.datetime(2027, 3, 21, 2, 30), 60, False)])
def test_all_that_is_published_gives_the_same_instants(zone: str, written: list[Written]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = SiteFolder(Path(folder))
        site.lay_out(SITE.format(zone=zone))
        for number, event in enumerate(written):
            site.write(f"content/news/{number}.md", article(number, event))
        assert site.build(now="2026-11-22").diagnostics == []
        months = [
            Page(site.output, path) for path in site.tree() if re.match(r"agenda/2027/\d\d/", path)
        ]
        calendar = icalendar.Calendar.from_ical((site.output / "agenda.ics").read_bytes())
        dates = recurring_ical_events.of(calendar).between((2026, 12, 1), (2028, 3, 1))

        for number, event in enumerate(written):
            instants = expected(event)
            assert shown(months, "event-line", number) == set(instants)
            assert shown(months, "day-event", number) == set(instants)
            uid = f"e{number}@hub.example.org"
            of_uid = [date for date in dates if date["uid"] == uid]
            assert sorted(utc(date["dtstart"].dt) for date in of_uid) == instants
            page = site.page(f"news/{number}/index.html")
            blocks = re.findall(r'ld\+json">(.*?)</script>', page)
            (block,) = [block for block in blocks if json.loads(block)["@type"] == "Event"]
            data = json.loads(block)
            assert utc(dt.datetime.fromisoformat(data["startDate"])) == instants[0]
            links = [unescape(link) for link in re.findall(r'href="(https://[^"]+)"', page)]
            queries = {urlsplit(link).hostname: parse_qs(urlsplit(link).query) for link in links}
            google = queries["calendar.google.com"]["dates"][0].partition("/")[0]
            assert google == f"{instants[0]:%Y%m%dT%H%M%SZ}"
            outlook = queries["outlook.live.com"]["startdt"]
            assert outlook == [f"{instants[0]:%Y-%m-%dT%H:%M:%SZ}"]
