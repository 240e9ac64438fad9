"""Calendars: what subscribers' programs read, with parsers that are not ours."""

import datetime as dt
import io
import re
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from dateutil import tz as dateutil_tz
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sitegen.model import Change, Event, Location, Moment, Organisation, Registration, Repeat, Term
from sitegen.rendering.calendars.write import MAX_SIZE, write_calendar
from sitegen.rendering.calendars.zone import timezone_lines
from sitegen.site.agenda.recurrence import occurrences
from tests.rendering.hub import NEWS, PARIS, Hub, make_entry, make_event, moment, utc

ZONES = [
    "Europe/Paris",
    "Indian/Reunion",
    "America/Guadeloupe",
    "Pacific/Noumea",
    "America/Miquelon",
    "Pacific/Marquesas",
    "Europe/Dublin",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
]
NAUGHTY = "Édité, « ici » ; C:\\News \\n \"q\" '🎉' \x00\x1b\ud800\u2028 fin"


def written(*events: Event, subject: str = "all:", **site: Any) -> bytes:
    hub = Hub(**site)
    hub.events = list(events)
    return hub.write(write_calendar, subject, "/agenda.ics")


def read(data: bytes) -> list[Any]:
    return icalendar.Calendar.from_ical(data).events


def lines_of(data: bytes) -> list[str]:
    """Return the content lines, unfolded (RFC 5545 §3.1)."""
    return data.decode().replace("\r\n ", "").split("\r\n")


def clock_of(data: bytes, tzid: str) -> dt.tzinfo:
    """Return the zone as the file's own VTIMEZONE tells it, read by dateutil."""
    text = data.decode().replace("\r\n ", "").replace("\r\n", "\n")
    for block in re.findall(r"BEGIN:VTIMEZONE.*?END:VTIMEZONE\n", text, re.DOTALL):
        if f"TZID:{tzid}\n" in block:
            zone = dateutil_tz.tzical(io.StringIO(block)).get(tzid)
            assert zone is not None
            return zone
    raise AssertionError(f"no VTIMEZONE for {tzid}")


def instant_of(data: bytes, name: str) -> dt.datetime:
    """Return the instant of the only event's DTSTART or DTEND, by the file's own zones."""
    event = data.decode().partition("BEGIN:VEVENT")[2]
    match = re.search(rf'^{name}(?:;TZID="?([^:"]+?)"?)?:(\d+T\d+)(Z?)\r$', event, re.M)
    assert match is not None
    local = dt.datetime.strptime(match[2], "%Y%m%dT%H%M%S")
    assert bool(match[1]) != bool(match[3]), "a zone, or UTC: never floating"
    zone = clock_of(data, match[1]) if match[1] else dt.UTC
    return local.replace(tzinfo=zone).astimezone(dt.UTC)


# Instants


LOCAL_TIMES = st.datetimes(dt.datetime(1975, 1, 1), dt.datetime(2046, 12, 31)).map(
    lambda local: local.replace(second=0, microsecond=0)
)
LOCAL_TIMES_OF_THE_WEB = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2046, 12, 31)).map(
    lambda local: local.replace(second=0, microsecond=0)
)
LAST_SUNDAYS = st.builds(
    lambda year, month, minutes: (
        max(
            dt.datetime(year, month, day)
            for day in range(25, 32)
            if dt.date(year, month, day).weekday() == 6
        )
        + dt.timedelta(minutes=minutes)
    ),
    st.integers(1977, 2046),
    st.sampled_from([3, 10]),
    st.integers(0, 299),
)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ZONES), LOCAL_TIMES | LAST_SUNDAYS)
@example("Europe/Paris", dt.datetime(2022, 3, 27, 2, 30))
@example("Europe/Paris", dt.datetime(2022, 10, 30, 2, 30))
def test_readers_see_the_instant_that_the_pages_show(zone: str, local: dt.datetime) -> None:
    start = Moment(local, zone=zone)
    end = Moment(local + dt.timedelta(hours=5), zone=zone)

    data = written(make_event(start=start, end=end))

    assert instant_of(data, "DTSTART") == utc(start.instant)
    assert instant_of(data, "DTEND") == utc(end.instant)
    event = read(data)[0]
    assert utc(event["dtstart"].dt) == utc(start.instant)
    assert utc(event["dtend"].dt) == utc(end.instant)


@pytest.mark.parametrize("zone", ZONES)
def test_the_zone_of_a_file_agrees_with_tzdata_for_years_to_come(zone: str) -> None:
    data = timezone_lines(zone, 2017, 2026)
    clock, reference = clock_of(data, zone), ZoneInfo(zone)

    hours = [dt.datetime(2017, 1, 1) + dt.timedelta(hours=37 * step) for step in range(7800)]
    differing = [
        hour
        for hour in hours
        if hour.replace(tzinfo=clock).utcoffset() != hour.replace(tzinfo=reference).utcoffset()
        and dateutil_tz.datetime_exists(hour, reference)
    ]

    assert differing == []


def test_a_zone_with_a_yearly_rule_is_told_by_rules_that_never_end() -> None:
    lines = lines_of(timezone_lines(PARIS, 2022, 2022))

    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in lines
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in lines
    assert "DTSTART:20210328T020000" in lines, "the onset is told on the clock before the change"
    assert not any(line.startswith("RDATE") for line in lines)


def test_a_yearly_rule_that_was_abolished_does_not_go_on() -> None:
    """Moscow changed its clocks as all of Europe did, until 2010."""
    data = timezone_lines("Europe/Moscow", 2005, 2005)

    assert b"RRULE" not in data
    summer = dt.datetime(2013, 7, 1)
    offsets = [
        summer.replace(tzinfo=zone).utcoffset()
        for zone in (clock_of(data, "Europe/Moscow"), ZoneInfo("Europe/Moscow"))
    ]
    assert offsets[0] == offsets[1]


def test_a_zone_without_summer_time_has_one_observance() -> None:
    lines = lines_of(timezone_lines("Indian/Reunion", 2022, 2022))

    assert lines.count("BEGIN:STANDARD") == 1
    assert "BEGIN:DAYLIGHT" not in lines
    assert "TZOFFSETTO:+0400" in lines


def test_each_zone_in_use_stands_in_the_file_once() -> None:
    noon = "2022-07-14 12:00"
    events = [
        make_event(id=f"{zone}-{number}", start=moment(noon, zone), end=None)
        for zone in ZONES
        for number in range(2)
    ]

    data = written(*events)

    assert sorted(line[5:] for line in lines_of(data) if line.startswith("TZID:")) == sorted(ZONES)


def test_a_time_with_an_offset_is_told_in_utc() -> None:
    data = written(make_event(start="2022-07-14 09:00+11:00", end="2022-07-14 10:30+11:00"))

    assert "DTSTART:20220713T220000Z" in lines_of(data)
    assert "DTEND:20220713T233000Z" in lines_of(data)


def test_the_zone_is_right_for_a_date_added_years_before() -> None:
    added = moment("1990-07-10", "")
    event = make_event(repeat=Repeat(also=(added,)))

    clock = clock_of(written(event), PARIS)

    assert dt.datetime(1990, 7, 10, 9, tzinfo=clock).utcoffset() == dt.timedelta(hours=2)


# Days


def test_an_event_of_whole_days_ends_on_the_day_after_its_last() -> None:
    data = written(make_event(start="2022-03-02", end="2022-03-03"))

    assert "DTSTART;VALUE=DATE:20220302" in lines_of(data)
    assert "DTEND;VALUE=DATE:20220304" in lines_of(data)
    assert b"VTIMEZONE" not in data


def test_an_event_of_one_day_ends_on_the_next() -> None:
    data = written(make_event(start="2022-12-31", end=None))

    assert "DTEND;VALUE=DATE:20230101" in lines_of(data)


def test_an_event_whose_end_nobody_told_lasts_an_hour() -> None:
    """Without DTEND or DURATION it would last no time at all (§3.6.1)."""
    data = written(make_event(end=None))

    assert "DURATION:PT1H" in lines_of(data)
    assert not any(line.startswith("DTEND") for line in lines_of(data))


# Identity


def test_the_uid_survives_a_change_of_title_date_and_section() -> None:
    before = make_event()
    after = make_event(
        name="Autre titre", start="2023-01-01 10:00", end=None, section="agenda", url="/agenda/x/"
    )

    uids = [read(written(event))[0]["uid"] for event in (before, after)]

    assert uids == ["forum-2022@hub.example.org"] * 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=300), min_size=2, max_size=2, unique=True))
def test_uids_are_legal_and_as_different_as_the_ids(ids: list[str]) -> None:
    from sitegen.rendering.words.clean import clean
    from sitegen.site.uids import uid

    uids = [uid(event_id, "hub.example.org") for event_id in ids]

    assert all(re.fullmatch(r"[\w%/.~-]*@hub\.example\.org", uid, re.ASCII) for uid in uids)
    assert all(len(uid) <= 255 for uid in uids)
    assert (uids[0] == uids[1]) == (clean(ids[0]) == clean(ids[1]))


def test_a_long_uid_is_cut_to_255_octets_and_stays_itself() -> None:
    """RFC 7986 §5.3."""
    from sitegen.site.uids import uid

    long, other = (uid("é" * 400 + letter, "hub.example.org") for letter in "ab")

    assert len(long) <= 255
    assert long != other


def test_stamps_come_from_the_content_in_utc() -> None:
    event = make_event(created="2022-02-01 10:00", stamped="2022-02-20")

    lines = lines_of(written(event))

    assert "CREATED:20220201T090000Z" in lines
    assert "DTSTAMP:20220219T230000Z" in lines
    assert "LAST-MODIFIED:20220219T230000Z" in lines


def test_two_calls_give_the_same_bytes() -> None:
    events = [make_event(id=str(number), name=NAUGHTY) for number in range(3)]

    first = written(*events)
    _forget()
    second = written(*events)

    assert first == second


def _forget() -> None:
    from sitegen.rendering.calendars import event as ical_event
    from sitegen.rendering.calendars import zone as ical_zone

    ical_event._event_lines.cache_clear()
    ical_zone.timezone_lines.cache_clear()


def test_the_sequence_is_zero_until_the_announcement_is_updated() -> None:
    assert read(written(make_event()))[0]["sequence"] == 0


@given(
    st.lists(LOCAL_TIMES_OF_THE_WEB, min_size=2, max_size=2, unique=True),
    st.lists(st.sampled_from(["confirmed", "cancelled", "full"]), min_size=2, max_size=2),
    st.lists(LOCAL_TIMES, min_size=2, max_size=2),
)
def test_the_sequence_grows_with_updated_whatever_else_changes(
    updates: list[dt.datetime], statuses: list[str], dates: list[dt.datetime]
) -> None:
    from sitegen.site.agenda.editions import formula as sequence

    assume(all(updated != date for updated, date in zip(sorted(updates), dates, strict=True)))

    earlier, later = (
        sequence(
            make_event(
                stamped=Moment(updated, zone="UTC"), created=Moment(date, zone="UTC"), status=status
            )
        )
        for updated, status, date in zip(sorted(updates), statuses, dates, strict=True)
    )

    assert 0 <= earlier < later < 2**31


def test_a_cancellation_without_updated_is_heard_all_the_same() -> None:
    assert read(written(make_event(status="cancelled")))[0]["sequence"] == 1


# What became of it


@pytest.mark.parametrize(
    ("status", "wire", "prefix"),
    [
        ("confirmed", "CONFIRMED", ""),
        ("tentative", "TENTATIVE", "À CONFIRMER – "),
        ("postponed", "TENTATIVE", "REPORTÉ – "),
        ("rescheduled", "CONFIRMED", ""),
        ("cancelled", "CANCELLED", "ANNULÉ – "),
        ("full", "CONFIRMED", "COMPLET – "),
    ],
)
def test_the_status_stands_in_the_title_too(status: str, wire: str, prefix: str) -> None:
    """Google Calendar shows no STATUS."""
    event = read(written(make_event(status=status)))[0]

    assert event["status"] == wire
    assert event["summary"] == f"{prefix}Forum 2022"


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_does_not_take_place_leaves_the_hour_free(status: str) -> None:
    assert read(written(make_event(status=status)))[0]["transp"] == "TRANSPARENT"


def test_a_new_date_names_the_first_one() -> None:
    event = make_event(status="rescheduled", previous_start="2020-09-24 09:30")

    description = read(written(event))[0]["description"]

    assert "Date initiale\u00a0: jeudi 24\u00a0septembre 2020 à 9\u00a0h\u00a030" in description


def test_the_words_are_english_for_other_languages() -> None:
    event = read(written(make_event(status="cancelled"), language="sv"))[0]

    assert event["summary"] == "CANCELLED – Forum 2022"


# Place, links, people


def test_a_place_is_a_line_of_text_and_a_point() -> None:
    venue = Location(
        name="Cité, Nantes",
        address="5 rue de Valmy\nHall B",
        postcode="44000",
        city="Nantes",
        country="France",
        geo=(47, -1.54),
    )

    event = read(written(make_event(location=venue)))[0]

    assert event["location"] == "Cité, Nantes, 5 rue de Valmy, Hall B, 44000 Nantes, France"
    assert (event["geo"].latitude, event["geo"].longitude) == (47.0, -1.54)


def test_a_town_alone_is_said_once() -> None:
    event = make_event(location=Location(name="Nantes", city="Nantes"))

    assert read(written(event))[0]["location"] == "Nantes"


def test_an_event_online_has_a_conference() -> None:
    data = written(make_event(online="https://visio.example.org/a,b;c"))

    line = "CONFERENCE;LABEL=En ligne;VALUE=URI:https://visio.example.org/a,b;c"
    assert line in lines_of(data)
    assert read(data)[0]["location"] == "En ligne"


def test_the_description_tells_in_plain_text_how_to_take_part() -> None:
    event = make_event(
        summary="Deux jours; vingt propositions.",
        registration=(
            Registration(url="/inscription/"),
            Registration(email="a@example.org", phone="01 99 00 00 01"),
        ),
        organizer=Organisation(name="Les Interconnectés"),
    )

    assert read(written(event))[0]["description"] == (
        "Deux jours; vingt propositions.\n\n"
        "Inscription\u00a0: https://hub.example.org/inscription/\n"
        "Inscription\u00a0: a@example.org, 01 99 00 00 01\n"
        "Organisation\u00a0: Les Interconnectés\n\n"
        "https://hub.example.org/news/forum/"
    )


def test_an_organiser_with_an_address_can_be_written_to() -> None:
    organizer = Organisation(name='Mairie, service "presse"', email="presse@example.org")

    lines = lines_of(written(make_event(organizer=organizer)))

    expected = "ORGANIZER;CN=\"Mairie, service ^'presse^'\":mailto:presse@example.org"
    assert expected in lines


def test_the_name_of_an_organiser_is_one_line() -> None:
    """A parameter holds no line break, and a name ends neither it nor its line (RFC 5545 §3.2)."""
    organizer = Organisation(name='Mairie\nX:y;Z="z"', email="presse@example.org")

    event = written(make_event(organizer=organizer))

    assert not any(line.startswith("X:") for line in lines_of(event))
    (event_read,) = icalendar.Calendar.from_ical(event).walk("VEVENT")
    assert event_read["organizer"].params["CN"].replace("^'", '"') == 'Mairie X:y;Z="z"'


def test_an_organiser_without_an_address_is_no_organizer() -> None:
    data = written(make_event(organizer=Organisation(name="Mairie")))

    assert b"ORGANIZER" not in data


# Recurrence


RULES = [
    Repeat(rrule="FREQ=MONTHLY;COUNT=6"),
    Repeat(rrule="FREQ=WEEKLY;BYDAY=TH;UNTIL=20220630"),
    Repeat(rrule="FREQ=WEEKLY;BYDAY=TH;UNTIL=20220331T180000"),
    Repeat(rrule="freq=weekly;until=20220331T160000Z"),
    Repeat(rrule="FREQ=DAILY;COUNT=30"),
    Repeat(rrule="FREQ=MONTHLY;BYDAY=-1TH;COUNT=5"),
]
EXCEPTIONS = [
    (),
    (moment("2022-03-31", ""),),
    (moment("2022-02-24", ""),),
    (moment("2022-03-10 18:00", ""), moment("2022-03-24", ""), moment("2022-03-25 11:00", "")),
]
ADDITIONS = [(), (moment("2022-03-29", ""), moment("2022-04-02 10:30", ""))]


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(RULES),
    st.sampled_from(EXCEPTIONS),
    st.sampled_from(ADDITIONS),
    st.sampled_from([PARIS, "Indian/Reunion", "Pacific/Noumea", "+11:00", "-03:00", "+09:30"]),
)
def test_readers_see_the_dates_of_the_agenda(
    rule: Repeat, exceptions: tuple[Moment, ...], also: tuple[Moment, ...], zone: str
) -> None:
    event = make_event(
        start=moment("2022-02-24 18:00", zone),
        end=moment("2022-02-24 20:00", zone),
        repeat=Repeat(rrule=rule.rrule, exceptions=exceptions, also=also),
    )
    ours = [utc(occurrence.start.instant) for occurrence in occurrences(event, dt.date(2023, 1, 1))]

    calendar = icalendar.Calendar.from_ical(written(event))
    theirs = recurring_ical_events.of(calendar).between((2022, 1, 1), (2023, 1, 1))

    assert sorted(utc(occurrence["dtstart"].dt) for occurrence in theirs) == ours


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Miquelon"])
@pytest.mark.parametrize("until", ["20220501", "20220501T120000", "20220501T220000Z"])
def test_readers_see_the_days_of_the_agenda(zone: str, until: str) -> None:
    event = make_event(
        start=moment("2022-03-01", zone),
        end=moment("2022-03-02", zone),
        repeat=Repeat(
            rrule=f"FREQ=MONTHLY;UNTIL={until}",
            exceptions=(moment("2022-04-01", ""),),
            also=(moment("2022-03-20", ""),),
        ),
    )
    ours = [occurrence.start.date for occurrence in occurrences(event, dt.date(2023, 1, 1))]

    data = written(event)
    theirs = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(
        (2022, 1, 1), (2023, 1, 1)
    )

    assert sorted(occurrence["dtstart"].dt for occurrence in theirs) == ours
    assert re.search(rb"UNTIL=\d{8}\r\n", data), "of the type of DTSTART"


def test_until_is_in_utc_for_an_event_with_an_hour() -> None:
    repeat = Repeat(rrule="FREQ=WEEKLY;UNTIL=20220630")

    lines = lines_of(written(make_event(repeat=repeat)))

    assert "RRULE:FREQ=WEEKLY;UNTIL=20220630T215959Z" in lines


def test_an_exception_without_an_hour_takes_away_that_day() -> None:
    repeat = Repeat(
        rrule="FREQ=MONTHLY;COUNT=6",
        exceptions=(moment("2022-05-02", ""), moment("2022-05-03", "")),
        also=(moment("2022-03-09", ""),),
    )

    lines = lines_of(written(make_event(repeat=repeat)))

    assert "EXDATE;TZID=Europe/Paris:20220502T090000" in lines
    assert "RRULE:FREQ=MONTHLY;UNTIL=20220802T070000Z" in lines, "some count what is taken away"


def test_a_date_that_is_added_is_an_event_of_its_own_under_the_day_it_was_added_for() -> None:
    also = (moment("2022-03-09", ""), moment("2022-03-09 14:00", ""), moment("2022-04-09", ""))
    moved = Change(date=moment("2022-04-09", ""), start=moment("2022-04-11 09:00", ""))
    repeat = Repeat(rrule="FREQ=MONTHLY;COUNT=2", also=also, changes=(moved,))

    events = read(written(make_event(id="forum", repeat=repeat)))

    dates = {str(event["uid"]): f"{event['dtstart'].dt:%m-%d %H}" for event in events}
    assert dates == {
        "forum@hub.example.org": "03-02 09",
        "forum+20220309@hub.example.org": "03-09 09",
        "forum+20220309T1400@hub.example.org": "03-09 14",
        "forum+20220409@hub.example.org": "04-11 09",
    }
    assert not any("rdate" in event or "recurrence-id" in event for event in events)


@pytest.mark.parametrize(
    ("rrule", "excluded", "wire"),
    [
        ("FREQ=WEEKLY;COUNT=3", ["2022-03-02"], ["20220309T090000", "20220316T090000"]),
        ("FREQ=WEEKLY;COUNT=3", ["2022-03-16"], ["20220302T090000", "20220309T090000"]),
        ("FREQ=YEARLY;UNTIL=20240401", ["2022-03-02"], ["20230302T090000", "20240302T090000"]),
        ("FREQ=WEEKLY;COUNT=2", ["2022-03-02", "2022-03-09"], []),
    ],
)
def test_the_first_date_of_a_series_takes_place(
    rrule: str, excluded: list[str], wire: list[str]
) -> None:
    """Some programs show DTSTART even where EXDATE names it."""
    exceptions = tuple(moment(day, "") for day in excluded)

    data = written(make_event(repeat=Repeat(rrule=rrule, exceptions=exceptions)))

    occurrences_read = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).all()
    assert [f"{occurrence.start:%Y%m%dT%H%M%S}" for occurrence in occurrences_read] == wire
    assert b"EXDATE" not in data


def test_a_date_within_which_the_clocks_change_is_told_apart() -> None:
    """RRULE keeps the exact length (RFC 5545 §3.8.5.3): 22:00 to 6:00 would end at 7:00."""
    event = make_event(
        start="2022-10-22 22:00", end="2022-10-23 06:00", repeat=Repeat(rrule="FREQ=WEEKLY;COUNT=3")
    )

    series, apart = read(written(event))

    assert (series["dtstart"].dt.day, series["dtend"].dt.hour) == (22, 6)
    assert (apart["recurrence-id"].dt.day, apart["dtend"].dt.hour) == (29, 6)


@pytest.mark.parametrize(
    ("start", "end", "wire"),
    [
        ("2022-10-29 22:00", "2022-10-30 06:00", ["20221029T200000Z", "20221030T050000Z"]),
        ("2022-03-26 22:00", "2022-03-27 06:00", ["20220326T210000Z", "20220327T040000Z"]),
        ("2022-10-30 22:00", "2022-10-31 06:00", ["20221030T220000", "20221031T060000"]),
        ("2022-10-29", "2022-10-30", ["20221029", "20221031"]),
    ],
)
def test_a_night_of_its_own_in_which_the_clocks_change_is_told_in_utc(
    start: str, end: str, wire: list[str]
) -> None:
    """Evolution reckons the end of another one on the clock of the evening."""
    (event,) = read(written(make_event(start=start, end=end)))

    assert [event[name].to_ical().decode() for name in ("dtstart", "dtend")] == wire
    tzid = PARIS if len(wire[0]) == 15 else None
    assert [event[name].params.get("TZID") for name in ("dtstart", "dtend")] == [tzid, tzid]


def test_an_event_that_recurs_by_day_expands_nothing_for_the_clocks() -> None:
    event = make_event(repeat=Repeat(rrule="FREQ=DAILY"))

    assert len(read(written(event))) == 1


def test_the_one_date_of_an_event_that_differs_stands_for_it() -> None:
    change = Change(date=moment("2022-03-02", ""), status="cancelled")
    repeat = Repeat(also=(moment("2022-03-09", ""),), changes=(change,))

    first, second = read(written(make_event(id="forum", repeat=repeat)))

    assert (first["uid"], first["status"]) == ("forum@hub.example.org", "CANCELLED")
    assert "recurrence-id" not in first
    assert (second["uid"], second["status"]) == ("forum+20220309@hub.example.org", "CONFIRMED")


def test_a_monday_in_noumea_stays_a_monday() -> None:
    """9:00 there is Sunday in UTC, where BYDAY=MO would be another day."""
    event = make_event(
        start=moment("2022-03-07 09:00", "+11:00"),
        end=moment("2022-03-07 10:00", "+11:00"),
        repeat=Repeat(rrule="FREQ=WEEKLY;BYDAY=MO;COUNT=4"),
    )

    assert "DTSTART;TZID=Etc/GMT-11:20220307T090000" in lines_of(written(event))


# The wire


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=400))
@example(NAUGHTY * 9)
@example("\\N\\n,;\\\\" * 20)
@example("é" * 200 + "🎉" * 60)
def test_any_text_comes_back_from_folded_lines_of_75_octets(text: str) -> None:
    data = written(make_event(name=text, summary=text, categories=(text, "b"), id=text))

    assert data.endswith(b"END:VCALENDAR\r\n")
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
        line.decode()  # a fold splits no character
    summary = next(line for line in lines_of(data) if line.startswith("SUMMARY"))[8:]
    assert _unescaped(summary) == _as_read(text)


def _as_read(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in text if sign in "\t\n\x85" or not 0x7F <= ord(sign) < 0xA0)
    text = "".join(sign for sign in kept if sign in "\t\n" or ord(sign) >= 32)
    return re.sub("[\ud800-\udfff\ufffe\uffff]", "", text)


def _unescaped(text: str) -> str:
    return re.sub(r"\\([\\;,nN])", lambda match: "\n" if match[1] in "nN" else match[1], text)


def test_commas_semicolons_backslashes_and_line_breaks_are_escaped() -> None:
    lines = lines_of(written(make_event(name='a,b;c\\News\nd: "e"', categories=("a,b", "c;d"))))

    assert 'SUMMARY:a\\,b\\;c\\\\News\\nd: "e"' in lines
    assert "CATEGORIES:a\\,b,c\\;d" in lines


def test_the_head_names_the_calendar_and_how_often_to_look_again() -> None:
    lines = lines_of(written(make_event(), title="Élus, le hub"))

    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert {
        "NAME:Élus\\, le hub",
        "X-WR-CALNAME:Élus\\, le hub",
        "X-WR-TIMEZONE:Europe/Paris",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    } < set(lines)
    assert not any(line.startswith("METHOD") for line in lines)


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("section:news", f"Le hub – {NEWS.title}"),
        ("tag:label", "Le hub – Label"),
        ("entry:news/forum.md", "Le hub – Forum 2022"),
    ],
)
def test_a_calendar_of_a_part_is_named_after_it(subject: str, name: str) -> None:
    hub = Hub()
    hub.add(make_entry())
    hub.terms["tag", "label"] = Term("Label", "label", "/tags/label/")
    hub.events = [make_event()]

    data = hub.write(write_calendar, subject, "/x.ics")

    assert f"NAME:{name}" in lines_of(data)
    assert f"X-WR-CALNAME:{name}" in lines_of(data)


def test_a_calendar_without_events_still_holds_a_component() -> None:
    lines = lines_of(written())

    assert "BEGIN:VTIMEZONE" in lines
    assert "TZID:Europe/Paris" in lines


def test_a_calendar_too_large_goes_without_its_oldest_past_events() -> None:
    first = dt.datetime(2020, 1, 1, 9)
    events = [
        make_event(
            id=f"event-{1000 - day:04}",
            start=Moment(first + dt.timedelta(days=day), zone=PARIS),
            end=None,
            summary="x" * 1000,
        )
        for day in range(1000)
    ]
    daily = make_event(
        id="daily", start="2019-01-01 09:00", end=None, repeat=Repeat(rrule="FREQ=DAILY")
    )

    data = written(daily, *events)

    kept = re.findall(r"^UID:(.+)@", data.decode(), re.M)
    assert MAX_SIZE - 1500 < len(data) <= MAX_SIZE
    assert kept[0] == "daily", "what recurs is not past"
    assert kept[1:] == [event.id for event in events[-len(kept) + 1 :]]


def test_an_event_that_moved_in_keeps_its_uid_to_the_letter() -> None:
    """A date that was added to it is told apart before the host, as of events of our own."""
    event = make_event(
        uid="040000008200E00074C5B7101A82E008",
        start=moment("2027-01-07 18:00"),
        repeat=Repeat(also=(moment("2027-02-04 18:00"),)),
    )
    other = make_event(id="b", uid="{AB,c}; 1@Outlook", start=moment("2027-01-08 18:00"))

    assert [str(event["UID"]) for event in read(written(event, other))] == [
        "040000008200E00074C5B7101A82E008",
        "040000008200E00074C5B7101A82E008+20270204",
        "{AB,c}; 1@Outlook",
    ]
