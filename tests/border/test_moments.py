"""Dates and times as authors write them."""

import pytest

from sitegen.border.convert import Converter
from sitegen.border.moments import parse_moment
from sitegen.border.yaml_nodes import compose
from sitegen.errors import Diagnostic
from sitegen.model import Moment
from sitegen.model.written_events import Change, EventFields


@pytest.mark.parametrize(
    ("text", "iso", "is_date"),
    [
        ("2022-03-05", "2022-03-05", True),
        ("2022-3-5", "2022-03-05", True),
        ("2022-03-05 16:41", "2022-03-05T16:41:00+01:00", False),
        ("2022-07-05T16h41", "2022-07-05T16:41:00+02:00", False),
        ("2022-03-05 16h", "2022-03-05T16:00:00+01:00", False),
        ("2022-03-05T16:41:30Z", "2022-03-05T16:41:30+00:00", False),
        ("2022-03-05 16:41 -0400", "2022-03-05T16:41:00-04:00", False),
        ("2022-03-05\u00a016:41", "2022-03-05T16:41:00+01:00", False),
    ],
)
def test_forms_that_are_read(text: str, iso: str, is_date: bool) -> None:
    moment = parse_moment(text).in_zone("Europe/Paris")

    assert (moment.iso(), moment.is_date) == (iso, is_date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hier",
        "2022-03-05 24:00",
        "2022-03-05 24:01",
        "05/03/2022",
        "2022-02-30",
        "2022-13-01",
        "0000-01-01",
        "0001-01-01",
        "9999-12-31",
        "24:01",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_moment(text)


def test_a_bare_date_begins_with_the_day_of_its_zone() -> None:
    """Not at midnight UTC."""
    assert parse_moment("2022-07-05").in_zone("Indian/Reunion").timestamp == 1656964800.0


@pytest.mark.parametrize(
    ("event", "end"),
    [
        ("start: 2027-03-02 09:30, end: 16:00", "2027-03-02 16:00"),
        ("end: 16h, start: 2027-03-02 9h30", "2027-03-02 16:00"),
        ("start: 2027-03-02 09:30, end: 9 h 30", "2027-03-02 09:30"),
        ("start: 2027-03-02 20:00, end: 01:00", "2027-03-03 01:00"),
        ("start: 2026-12-31 21:00, end: 09:00", "2027-01-01 09:00"),
        ("start: 2027-03-02 20:00, end: 19:00", "2027-03-02 19:00"),  # told: before it starts
        ("start: 2027-03-02 09:30+04:00, end: 10:00", "2027-03-02 10:00+04:00"),
        ("start: 2027-03-02, end: 10:00", "2027-03-02 10:00"),  # told: one has no hour
    ],
)
def test_an_hour_alone_is_of_the_day_of_its_start_or_of_the_night_after_it(
    event: str, end: str
) -> None:
    assert _read(EventFields, event) == (parse_moment(end), [])


@pytest.mark.parametrize(
    ("change", "start", "end"),
    [
        ("date: 2027-02-04, start: 19:00, end: 22:00", "2027-02-04 19:00", "2027-02-04 22:00"),
        ("date: 2027-02-04 20:00, start: 18:30", "2027-02-04 18:30", None),
        (
            "date: 2027-02-04, start: 2027-02-05 21:00, end: 00:30",
            "2027-02-05 21:00",
            "2027-02-06 00:30",
        ),
        ("date: 2027-02-04, end: 22:00", None, "2027-02-04 22:00"),
    ],
)
def test_an_hour_alone_of_a_changed_date_is_of_that_date(
    change: str, start: str | None, end: str | None
) -> None:
    told: list[Diagnostic] = []
    node = compose(f"{{{change}}}", "a.md", 1, told)
    assert node is not None
    read = Converter(change, "a.md", 1).convert(node, Change)

    assert read is not None
    assert read.start == (start and parse_moment(start))
    assert read.end == (end and parse_moment(end))


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("start: 2027-03-02 09:30, end: 25:00", ["bad-date"]),
        ("start: 16:00", ["bad-date"]),
        ("start: demain, end: 16:00", ["bad-date"]),
        ("end: 16:00", ["event-without-start"]),
        ("start: [2027-03-02], end: 16:00", ["several-dates"]),
    ],
)
def test_an_hour_without_its_day_is_told_once(event: str, told: list[str]) -> None:
    assert _read(EventFields, event) == (None, told)


def _read(struct: type[EventFields], text: str) -> tuple[Moment | None, list[str]]:
    node = compose(f"{{{text}}}", "a.md", 1, [])
    assert node is not None
    converter = Converter(f"{{{text}}}", "a.md", 1)
    read = converter.convert(node, struct)
    return read.end if read else None, [diagnostic.code for diagnostic in converter.diagnostics]
