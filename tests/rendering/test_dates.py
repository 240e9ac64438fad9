"""Dates as a language writes them."""

import datetime as dt

import pytest

from sitegen.border.moments import parse_moment
from sitegen.model import Event, Occurrence
from sitegen.rendering.words.dates import (
    first_weekday,
    format_day,
    format_moment,
    format_month,
    format_period,
    weekday_names,
)


def period(start: str, end: str, language: str = "fr") -> str:
    first = parse_moment(start).in_zone("Europe/Paris")
    last = parse_moment(end).in_zone("Europe/Paris") if end else None
    event = Event(id="e", name="e", start=first, end=last)
    text = format_period(Occurrence(event=event, start=first, end=last), language)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2020-09-24", "", "jeudi 24 septembre 2020"),
        ("2020-09-24 09:30", "", "jeudi 24 septembre 2020 à 9 h 30"),
        ("2020-09-24 09:00", "2020-09-24 17:05", "jeudi 24 septembre 2020 de 9 h à 17 h 05"),
        ("2022-03-02", "2022-03-03", "du 2 au 3 mars 2022"),
        ("2022-03-01", "2022-03-04", "du 1er au 4 mars 2022"),
        ("2022-03-30", "2022-04-02", "du 30 mars au 2 avril 2022"),
        ("2022-12-30", "2023-01-01", "du 30 décembre 2022 au 1er janvier 2023"),
        (
            "2022-03-02 09:00",
            "2022-03-03 17:30",
            "du 2 mars 2022 à 9 h au 3 mars 2022 à 17 h 30",
        ),
        ("2022-03-02 20:00", "2022-03-03 00:00", "mercredi 2 mars 2022 de 20 h à 0 h"),
    ],
)
def test_periods_in_french(start: str, end: str, text: str) -> None:
    assert period(start, end) == text


@pytest.mark.parametrize(
    ("start", "end", "text", "american"),
    [
        ("2020-09-24", "", "Thursday, 24 September 2020", "Thursday, September 24, 2020"),
        ("2022-03-02", "2022-03-03", "2–3 Mar 2022", "Mar 2 – 3, 2022"),
        (
            "2020-09-24 09:30",
            "2020-09-24 17:00",
            "Thursday, 24 September 2020, 09:30 – 17:00",
            "Thursday, September 24, 2020, 9:30 AM – 5:00 PM",
        ),
    ],
)
def test_periods_in_english_are_those_of_europe_unless_it_is_american(
    start: str, end: str, text: str, american: str
) -> None:
    assert period(start, end, "en").replace("\u2009", " ") == text
    assert period(start, end, "en-US").replace("\u2009", " ") == american


def test_the_first_of_a_month_is_ordinal_in_french() -> None:
    assert plain(format_day(dt.date(2022, 3, 1), "fr", year=False)) == "1er mars"
    assert "\u00a0" in format_day(dt.date(2022, 3, 2), "fr")


def test_a_publication_has_its_hour() -> None:
    moment = parse_moment("2022-03-05 16:41").in_zone("Europe/Paris")

    assert plain(format_moment(moment, "fr")) == "5 mars 2022 à 16 h 41"


def test_months_and_weekdays() -> None:
    assert format_month(2022, 8, "fr") == "août 2022"
    assert [short for short, _ in weekday_names("fr")] == ["lu", "ma", "me", "je", "ve", "sa", "di"]
    assert weekday_names("fr")[0][1] == "lundi"


def test_weeks_start_as_the_language_has_it() -> None:
    assert (first_weekday("fr"), first_weekday("en"), first_weekday("en-US")) == (0, 0, 6)
