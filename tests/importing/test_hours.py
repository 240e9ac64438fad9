"""Hours out of free text: what is told without doubt becomes hours, the rest stays words."""

import datetime as dt

import pytest

from sitegen.importing.hours import read_duration, read_hours

TWO, FIVE = dt.time(14), dt.time(17)


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("18h", dt.time(18), None),
        ("18 h 30", dt.time(18, 30), None),
        ("18 heures précises", dt.time(18), None),
        ("14:00", TWO, None),
        ("à partir de 18h", dt.time(18), None),
        ("de 14 h à 17 h", TWO, FIVE),
        ("14h–17h", TWO, FIVE),
        ("14-17h", TWO, FIVE),
        ("14h/17h", TWO, FIVE),
    ],
)
def test_hours_alone_are_read(said: str, start: dt.time, end: dt.time | None) -> None:
    assert read_hours(said) == (start, end, True)


def test_of_an_hour_within_words_the_words_are_known_to_say_more() -> None:
    assert read_hours("Rendez-vous à 18h au local") == (dt.time(18), None, False)


@pytest.mark.parametrize(
    "said",
    [
        "", "en fin de journée", "10h et 15h", "de 9h à 12h et de 14h à 17h", "jusqu'à 18h",
        "2 heures de marche", "25h", "17h-14h", "le 14/05",
    ],
)  # fmt: skip
def test_what_could_mean_several_things_is_no_hour(said: str) -> None:
    assert read_hours(said) is None


def test_several_days_stay_days_since_the_hours_may_be_those_of_each() -> None:
    hours, first, last = read_hours("14h-17h"), dt.date(2019, 9, 12), dt.date(2019, 9, 13)

    assert hours is not None
    assert hours.between(first, last) == (first, last)
    assert hours.between(first, None) == (
        dt.datetime(2019, 9, 12, 14), dt.datetime(2019, 9, 12, 17),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("2:00:00", 120), ("1:30", 90), ("1 h 30", 90), ("2h", 120), ("90 min", 90), ("PT1H", 60),
        ("PT45M", 45), ("2", None), ("2 jours", None), ("", None), ("longtemps", None),
    ],
)  # fmt: skip
def test_how_long_something_takes_is_read_where_hours_or_minutes_are_told(
    said: str, minutes: int | None
) -> None:
    assert read_duration(said) == (dt.timedelta(minutes=minutes) if minutes else None)
