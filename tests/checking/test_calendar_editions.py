"""Two editions of a calendar: another way to write the same dates is no change."""

import datetime as dt

import pytest

from sitegen.checking.calendar_editions import compare, series_uid

TODAY = dt.date(2027, 1, 1)
HEAD = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//x//x//EN\r
"""


def edition(*events: str) -> bytes:
    """Return a calendar of events, each its properties after UID, without the zone of Paris."""
    parts = (f"BEGIN:VEVENT\r\nSUMMARY:Forum\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return (HEAD + "".join(parts).replace("\n ", "\r\n") + "END:VCALENDAR\r\n").encode()


def event(uid: str, start: str, *lines: str) -> str:
    hours = f"DTSTART;TZID=Europe/Paris:{start}T180000\r\nDURATION:PT2H"
    return "\r\n".join((f"UID:{uid}@x", hours, *lines))


FORMER = event(
    "a",
    "20270107",
    "RRULE:FREQ=WEEKLY;COUNT=4",
    "EXDATE;TZID=Europe/Paris:20270107T180000",
    "RDATE;TZID=Europe/Paris:20270210T180000",
)
SERIES = event("a", "20270114", "RRULE:FREQ=WEEKLY;UNTIL=20270128T170000Z")
ADDED = event("a+20270210", "20270210")


def test_dates_that_were_added_by_rdate_and_now_stand_alone_are_the_same() -> None:
    assert compare(edition(FORMER), edition(SERIES, ADDED), TODAY, 12) == []


@pytest.mark.parametrize(
    ("after", "what"),
    [
        ([SERIES], ("time",)),
        ([SERIES.replace("0128", "0121"), ADDED], ("time",)),
        ([SERIES.replace("T180000", "T190000"), ADDED], ("time",)),
        ([SERIES.replace("PT2H", "PT3H"), ADDED], ("time",)),
        ([ADDED], ()),
    ],
    ids=["added date gone", "a week less", "an hour later", "longer", "series gone"],
)
def test_what_did_change_is_told(after: list[str], what: tuple[str, ...]) -> None:
    (change,) = compare(edition(FORMER), edition(*after), TODAY, 12)

    assert (change.uid, change.what) == ("a@x", what)


def test_an_added_date_that_is_gone_is_told_under_its_event() -> None:
    (change,) = compare(edition(SERIES, ADDED), edition(SERIES), TODAY, 12)

    assert (change.uid, change.what) == ("a+20270210@x", ())
    assert series_uid(change.uid) == "a@x"
    assert series_uid("a%2B20270210@x") == "a%2B20270210@x"
