"""Calendars as three programs of others read them, and as the RFC's rules see their bytes."""

import datetime as dt
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events

from sitegen.model import Change, Event, Location, Repeat
from sitegen.rendering.calendars.write import write_calendar
from sitegen.site.agenda.recurrence import occurrences
from tests.rendering.hub import Hub, make_event, moment
from tests.rendering.ical_wire import faults
from tests.validators.calendars import read_by_ical_js, told

UNTIL = dt.date(2023, 1, 1)
CHANGES = (
    Change(date=moment("2022-03-10", ""), start=moment("2022-03-11 14:00", "")),
    Change(date=moment("2022-03-17", ""), status="cancelled"),
    Change(date=moment("2022-03-24 18:00", ""), location=Location(name="Blois"), name="À Blois"),
    Change(date=moment("2022-03-31", ""), end=moment("2022-03-31 22:00", "")),
)
EVENTS = {
    "one hour": make_event(end=None),
    "several days": make_event(start="2022-03-02", end="2022-03-04"),
    "the night when summer begins": make_event(start="2022-03-26 22:00", end="2022-03-27 06:00"),
    "the night when it ends": make_event(start="2022-10-29 22:00", end="2022-10-30 06:00"),
    "overseas": make_event(
        start=moment("2022-07-01 08:30", "Pacific/Noumea"),
        end=moment("2022-07-01 12:00", "Pacific/Noumea"),
    ),
    "weekly over summer time": make_event(
        start="2022-02-24 18:00",
        end="2022-02-24 20:00",
        repeat=Repeat(
            rrule="FREQ=WEEKLY;UNTIL=20220630",
            exceptions=(moment("2022-04-07", ""),),
            also=(moment("2022-04-08 19:00", ""),),
        ),
    ),
    "single dates changed": make_event(
        start="2022-02-24 18:00",
        end="2022-02-24 20:00",
        repeat=Repeat(rrule="FREQ=WEEKLY;COUNT=8", changes=CHANGES),
    ),
    "a day of several moved": make_event(
        start="2022-03-01",
        end="2022-03-02",
        repeat=Repeat(
            rrule="FREQ=MONTHLY;COUNT=4",
            changes=(Change(date=moment("2022-04-01", ""), start=moment("2022-04-05", "")),),
        ),
    ),
    "overseas, one date in another zone": make_event(
        start=moment("2022-03-07 09:00", "Indian/Reunion"),
        end=moment("2022-03-07 10:00", "Indian/Reunion"),
        repeat=Repeat(
            rrule="FREQ=WEEKLY;BYDAY=MO;COUNT=5",
            changes=(
                Change(
                    date=moment("2022-03-14", ""),
                    start=moment("2022-03-14 10:00", "Europe/Paris"),
                    end=moment("2022-03-14 12:00", "Europe/Paris"),
                ),
            ),
        ),
    ),
}
each_event = pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)


def written(*events: Event) -> bytes:
    hub = Hub()
    hub.events = list(events)
    return hub.write(write_calendar, "all:", "/agenda.ics")


def ours(event: Event) -> list[tuple[str, str]]:
    """Return start and name of each date, as the agenda's pages have them."""
    return sorted(
        (
            told(occurrence.start.date if occurrence.start.is_date else occurrence.start.instant),
            occurrence.event.name,
        )
        for occurrence in occurrences(event, UNTIL)
    )


@each_event
def test_the_bytes_break_no_rule(event: Event) -> None:
    assert faults(written(event)) == []


@each_event
def test_python_readers_see_the_dates_of_the_agenda(event: Event) -> None:
    calendar = icalendar.Calendar.from_ical(written(event))

    occurrences_read = recurring_ical_events.of(calendar).between((2022, 1, 1), (2023, 1, 1))

    names = {
        occurrence["dtstart"].dt: str(occurrence["summary"]).removeprefix("ANNULÉ – ")
        for occurrence in occurrences_read
    }
    assert sorted((told(start), name) for start, name in names.items()) == ours(event)


@each_event
def test_thunderbird_sees_the_dates_of_the_agenda(event: Event, tmp_path: Path) -> None:
    path = tmp_path / "agenda.ics"
    path.write_bytes(written(event))

    (events,) = read_by_ical_js([path], UNTIL)

    assert (
        sorted(
            (event["start"].replace(".000Z", "Z"), event["summary"].removeprefix("ANNULÉ – "))
            for event in events
        )
    ) == ours(event)
    assert all(event["start"] < event["end"] for event in events)


def test_a_changed_date_has_the_uid_of_its_series_and_says_which_it_stands_for() -> None:
    events = icalendar.Calendar.from_ical(written(EVENTS["single dates changed"])).events

    assert len({event["uid"] for event in events}) == 1
    changed = {str(event["recurrence-id"].dt)[:16]: event for event in events[1:]}
    assert list(changed) == [f"2022-03-{day} 18:00" for day in (10, 17, 24, 31)]
    assert changed["2022-03-10 18:00"]["dtstart"].dt.hour == 14
    assert "Date initiale" in changed["2022-03-10 18:00"]["description"]
    assert changed["2022-03-17 18:00"]["status"] == "CANCELLED"
    assert changed["2022-03-24 18:00"]["location"] == "Blois"
    assert not any("rrule" in event for event in events[1:])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\r\n", b"\n"),
        (b"DTSTAMP:20220201T090000Z", b"DTSTAMP:20220201T090000"),
        (b"DTSTART;TZID=Europe/Paris:", b"DTSTART:"),
        (b"TZID:Europe/Paris", b"TZID:Europe/Rome"),
        (b"STATUS:CONFIRMED", b"STATUS:ANNULE"),
        (b"SUMMARY:Forum", b"SUMMARY:Forum, "),
        (b"SUMMARY:Forum 2022", b"SUMMARY:Forum 2022" + b"x" * 70),
        (b"DTEND;TZID=Europe/Paris:20220302", b"DTEND;TZID=Europe/Paris:20220301"),
        (b"REFRESH-INTERVAL;VALUE=DURATION", b"REFRESH-INTERVAL"),
        (b"END:VEVENT", b"END:VTODO"),
    ],
)
def test_the_checker_of_the_bytes_finds_faults(old: bytes, new: bytes) -> None:
    """A checker that cannot fail proves nothing."""
    data = written(make_event())
    assert old in data

    assert faults(data.replace(old, new)) != []
