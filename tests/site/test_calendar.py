"""Who falls on which day."""

import datetime as dt

from sitegen.border.moments import parse_moment
from sitegen.model import Event, Moment, Repeat
from sitegen.site.agenda.calendar import calendar_of, month_weeks
from sitegen.site.agenda.recurrence import occurrences

TODAY = dt.date(2026, 11, 22)


def moment(text: str, zone: str = "Europe/Paris") -> Moment:
    return parse_moment(text).in_zone(zone)


def event(start: str, end: str = "", *, id: str = "e", **fields: object) -> Event:
    ends = moment(end) if end else None
    return Event(id=id, name=id, start=moment(start), end=ends, **fields)  # type: ignore[arg-type]


def days(event: Event) -> list[str]:
    return [date.start.iso() for date in occurrences(event, dt.date(2027, 12, 31))]


def test_an_event_of_several_days_stands_on_each_month_that_it_touches() -> None:
    calendar = calendar_of([event("2027-01-30", "2027-02-02")], TODAY)

    assert calendar.months == [(2027, 1), (2027, 2)]
    assert [occurrence.event.id for occurrence in calendar.month(2027, 2)] == ["e"]


def test_events_of_one_day_stand_in_order_of_time_and_all_day_ones_first() -> None:
    calendar = calendar_of(
        [
            event("2027-01-30 14:00", id="afternoon"),
            event("2027-01-30", id="all-day"),
            event("2027-01-30 09:00", id="morning"),
            event("2027-01-29", "2027-01-30", id="since yesterday"),
        ],
        TODAY,
    )

    order = [occurrence.event.id for occurrence in calendar.month(2027, 1)]

    assert order == ["since yesterday", "all-day", "morning", "afternoon"]


def test_a_week_over_a_month_border_shows_the_other_months_days() -> None:
    weeks = month_weeks(2022, 3, 0)

    assert weeks[0][0] == dt.date(2022, 2, 28)
    assert weeks[-1][-1] == dt.date(2022, 4, 3)
    assert all(len(week) == 7 for week in weeks)


def test_weeks_start_on_sunday_where_they_do() -> None:
    assert month_weeks(2022, 3, 6)[0][0] == dt.date(2022, 2, 27)


def test_neighbours_of_a_month_are_the_nearest_that_hold_events() -> None:
    """Previous and next never lead to an empty page without end."""
    calendar = calendar_of([event("2019-01-05", id="a"), event("2027-06-05", id="b")], TODAY)

    assert calendar.neighbours(2019, 1) == (None, (2027, 6))
    assert calendar.neighbours(2020, 5) == ((2019, 1), (2027, 6))
    assert calendar.neighbours(2027, 6) == ((2019, 1), None)


def test_what_is_under_way_is_still_to_come() -> None:
    calendar = calendar_of([event("2026-11-21", "2026-11-22")], TODAY)

    assert len(calendar.upcoming(moment("2026-11-22 23:59").timestamp)) == 1
    assert len(calendar.upcoming(moment("2026-11-23").timestamp)) == 0
    assert len(calendar.past(moment("2026-11-23").timestamp)) == 1


def test_an_event_that_ends_at_midnight_does_not_stand_on_the_next_day() -> None:
    (occurrence,) = occurrences(event("2027-01-30 20:00", "2027-01-31 00:00"), dt.date(2028, 1, 1))

    assert occurrence.last_day == dt.date(2027, 1, 30)


def test_a_rule_keeps_its_hour_over_the_change_of_clocks() -> None:
    rule = Repeat(rrule="FREQ=WEEKLY;COUNT=3")
    dates = days(event("2027-03-21 09:00", repeat=rule))

    assert dates == [
        "2027-03-21T09:00:00+01:00",
        "2027-03-28T09:00:00+02:00",
        "2027-04-04T09:00:00+02:00",
    ]


def test_exceptions_and_additions_stand_apart_from_the_rule() -> None:
    rule = Repeat(
        rrule="FREQ=MONTHLY;BYDAY=1TH;COUNT=4",
        exceptions=(parse_moment("2027-02-04"),),
        also=(parse_moment("2027-02-11"), parse_moment("2027-02-12 18:00")),
    )

    dates = [day[:16] for day in days(event("2027-01-07 12:30", repeat=rule))]

    assert dates == [
        "2027-01-07T12:30",
        "2027-02-11T12:30",
        "2027-02-12T18:00",
        "2027-03-04T12:30",
        "2027-04-01T12:30",
    ]


def test_an_exception_or_addition_with_an_offset_is_that_instant() -> None:
    rule = Repeat(
        rrule="FREQ=DAILY;COUNT=2",
        exceptions=(parse_moment("2027-01-02 08:00Z"),),
        also=(parse_moment("2027-01-05 12:00Z"),),
    )

    dates = [day[:16] for day in days(event("2027-01-01 09:00", repeat=rule))]

    assert dates == ["2027-01-01T09:00", "2027-01-05T13:00"]


def test_until_in_utc_includes_its_instant() -> None:
    rule = Repeat(rrule="FREQ=DAILY;UNTIL=20270103T080000Z")

    assert len(days(event("2027-01-01 09:00", repeat=rule))) == 3


def test_an_endless_rule_is_expanded_24_months_ahead() -> None:
    calendar = calendar_of([event("2020-01-02", repeat=Repeat(rrule="FREQ=MONTHLY"))], TODAY)

    assert calendar.months[0] == (2020, 1)
    assert calendar.months[-1] == (2028, 11)
