"""Dates and times as authors write them."""

import pytest

from sitegen.border.moments import parse_moment


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
