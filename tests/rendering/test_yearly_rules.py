"""Yearly series on days that not each year or month has, as Thunderbird's parser reads them."""

import datetime as dt
from itertools import islice, product
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr

from sitegen.model import Moment, Repeat
from sitegen.rendering.calendars.same_rules import same_rule
from sitegen.rendering.calendars.write import write_calendar
from sitegen.site.agenda.recurrence import occurrences
from tests.rendering.hub import Hub, make_event
from tests.validators.calendars import read_by_ical_js

UNTIL = dt.date(2033, 1, 1)
YEARLY = [
    ("2024-02-29", "FREQ=YEARLY"),
    ("2024-02-29", "FREQ=YEARLY;INTERVAL=2;COUNT=4"),
    ("2024-02-29", "FREQ=YEARLY;BYMONTH=2"),
    ("2026-01-31", "FREQ=YEARLY;BYMONTH=3,2,1"),
    ("2026-02-28", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;UNTIL=20300101"),
    ("2026-03-31", "FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=-1"),
    ("2026-01-01", "FREQ=YEARLY;BYMONTHDAY=15,1;COUNT=30"),
    ("2026-05-01", "FREQ=YEARLY"),
]


@pytest.mark.parametrize(("start", "rule"), YEARLY)
def test_thunderbird_sees_the_dates_of_a_yearly_series(
    start: str, rule: str, tmp_path: Path
) -> None:
    event = make_event(start=start, end=None, repeat=Repeat(rrule=rule))
    hub = Hub()
    hub.events = [event]
    path = tmp_path / "agenda.ics"
    path.write_bytes(hub.write(write_calendar, "all:", "/agenda.ics"))

    (seen,) = read_by_ical_js([path], UNTIL)

    ours = [occurrence.start.date.isoformat() for occurrence in occurrences(event, UNTIL)]
    assert len(ours) > 1
    assert sorted(date["start"] for date in seen) == ours


def test_a_rule_is_written_otherwise_and_means_the_same() -> None:
    # Where no year has such a date dateutil looks for one until the year 9999.
    starts = ("9960-02-29", "9962-01-31", "9962-03-30", "9962-04-30", "9962-03-02")
    months = ("", "BYMONTH=2", "BYMONTH=4,2", "BYMONTH=1,2,3", "BYMONTH=+1,3")
    days = (
        "",
        "BYMONTHDAY=29",
        "BYMONTHDAY=-1",
        "BYMONTHDAY=31,30",
        "BYMONTHDAY=15,-2",
        "BYDAY=1MO",
    )
    others = ("", "INTERVAL=1", "INTERVAL=4;WKST=SU", "COUNT=5", "UNTIL=99670101")
    changed = 0
    for start, *parts in product(starts, months, days, others):
        rule = ";".join(filter(None, ("FREQ=YEARLY", *parts)))
        begin = dt.datetime.fromisoformat(start)
        written = same_rule(rule, Moment(begin, is_date=True))
        dates, same = (list(islice(rrulestr(one, dtstart=begin), 30)) for one in (rule, written))
        assert same == dates, (start, rule, written)
        changed += written != rule
    assert changed > 200


@pytest.mark.parametrize(
    "rule", ["", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=YEARLY;BYWEEKNO=20"]
)
def test_any_other_rule_stays_as_it_is_written(rule: str) -> None:
    assert same_rule(rule, Moment(dt.datetime(2026, 1, 31), is_date=True)) == rule
