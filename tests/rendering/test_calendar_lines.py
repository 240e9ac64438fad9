"""Properties that are written without icalendar are those that it would write."""

import datetime as dt
import sys
from zoneinfo import ZoneInfo

import icalendar
import pytest

from sitegen.model import Attachment, Event, Location, Organisation
from sitegen.rendering.calendars.event import Settings, event_component, event_lines
from sitegen.rendering.calendars.lines import Component, in_utc, text
from sitegen.rendering.calendars.times import duration
from sitegen.rendering.calendars.zone import timezone_lines
from tests.rendering.hub import make_event

SETTINGS = Settings("hub.example.org", "https://hub.example.org", "fr")
PARIS = ZoneInfo("Europe/Paris")
EVENTS = {
    "usual": make_event(),
    "all day": make_event(start="2026-05-01", end="2026-05-03"),
    "without an end, online, in another zone": make_event(
        start="2026-05-01 09:30", end=None, online="https://visio.example.org/?a=1;b=2,c"
    ),
    "of signs and long lines": make_event(
        name='« Un, deux ; trois : \\n "quatre" » é🎉 ' * 9,
        summary="Une ligne.\nUne autre, plus longue ; \\ fin. " * 12,
        location=Location(name="Salle; 1, rue\\x", city="Tours", geo=(47.39, 0.69)),
        categories=("a,b", "c;d"),
        status="postponed",
        organizer=Organisation(name="Une, association", slug="a", email="a@example.org"),
        attachments=(
            Attachment(name="Le plan", url="/plan.pdf", size=12, media_type="application/pdf"),
        ),
        url="/é à/",
    ),
}


def unfolded(lines: bytes) -> list[bytes]:
    """Return content lines whole: where they are folded is a matter of taste."""
    return lines.replace(b"\r\n ", b"").split(b"\r\n")


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_that_the_library_reads_is_written_by_it_alike(name: str) -> None:
    event: Event = EVENTS[name]
    lines = event_lines(event, SETTINGS)

    read = icalendar.Event.from_ical(lines)

    assert unfolded(read.to_ical()) == unfolded(lines)


@pytest.mark.parametrize(
    ("value", "tzid"),
    [
        (dt.date(2026, 1, 2), ""),
        (dt.datetime(2026, 7, 2, 9, 5, 7), "Europe/Paris"),
        (dt.datetime(1026, 7, 2), "America/Argentina/Buenos_Aires"),
        (dt.datetime(2026, 7, 2, 9, 5), "UTC+05:30"),
        (dt.datetime(2026, 7, 2, 9, 5, tzinfo=dt.UTC), ""),
    ],
)
def test_times_are_written_as_the_library_writes_them(value: dt.date, tzid: str) -> None:
    own, librarys = Component("VEVENT"), icalendar.Event()

    own.put_time("DTSTART", value, tzid)

    librarys.add("dtstart", value, parameters={"TZID": tzid} if tzid else None)
    assert own.lines() == librarys.to_ical()


def test_stamps_numbers_and_texts_are_written_as_the_library_writes_them() -> None:
    own, librarys = Component("VEVENT", ("SUMMARY", "DTSTAMP")), icalendar.Event()
    stamp, words = dt.datetime(2026, 7, 2, 1, 5, tzinfo=PARIS), "a, b; c\nd «é» \\e"

    own.put("DTSTAMP", in_utc(stamp))
    own.put("SEQUENCE", "3")
    own.put("SUMMARY", text(words))

    librarys.add("dtstamp", stamp)
    librarys.add("sequence", 3)
    librarys.add("summary", words)
    assert own.lines() == librarys.to_ical()


@pytest.mark.parametrize(
    "tzid", ["Europe/Paris", "Africa/Casablanca", "Europe/Dublin", "UTC+09:30"]
)
@pytest.mark.parametrize("years", [(2026, 2027), (1890, 1912)], ids=str)
def test_a_zone_that_the_library_reads_is_written_by_it_alike(
    tzid: str, years: tuple[int, int]
) -> None:
    lines = timezone_lines(tzid, *years)

    read = icalendar.Timezone.from_ical(lines)

    assert unfolded(read.to_ical()) == unfolded(lines)


def test_a_usual_event_and_its_zone_are_written_without_the_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)  # an import of it fails

    event = event_component(EVENTS["usual"], "uid@example.org", SETTINGS).lines()
    zone = timezone_lines.__wrapped__("Europe/Paris", 2026, 2027)

    assert event.startswith(b"BEGIN:VEVENT\r\nSUMMARY:")
    assert b"TZID:Europe/Paris" in zone


@pytest.mark.parametrize(
    ("minutes", "wanted"), [(60, "PT1H"), (90, "PT1H30M"), (45, "PT45M"), (1500, "PT25H")]
)
def test_a_length_is_written_as_icalendar_would(minutes: int, wanted: str) -> None:
    length = dt.timedelta(minutes=minutes)

    assert duration(length) == wanted
    assert icalendar.vDuration.from_ical(wanted) == length
