"""Weekdays that do not match, days that do not exist."""

import datetime as dt

import pytest

from sitegen.checking.editorial.written_dates import check_written_dates
from tests.checking.texts import text_of, told

WRONG = ["4:1 weekday-wrong"]
DATED = "date: 2026-11-12"


@pytest.mark.parametrize(
    "words",
    [
        "Lundi 3 mars 2027",
        "lundi 1er mars 2026",
        "jeudi 3\u00a0décembre\u202f2027",
        "VENDREDI 3 DÉCEMBRE 2026",
        "mardi 3 decembre 2026",
        "mardi 3 août\n2026",
    ],
)
def test_a_weekday_beside_a_whole_date_is_right_or_wrong(words: str) -> None:
    assert told(check_written_dates, text_of(words)) == WRONG


@pytest.mark.parametrize(
    "words",
    [
        "mercredi 3 mars 2027",
        "lundi 1er mars 2027",
        "jeudi 3 décembre 2026",
        "du jeudi 3 au vendredi 4 décembre 2026",
        "mercredi 30 décembre et samedi 2 janvier 2027",
        "lundi 14 h 30 et mardi 16 h",
        "`lundi 3 mars 2027`",
        "Le lundi 3 personnes. Mars 2027 est loin.",
        "tous les lundis 3 mars 2027",
    ],
)
def test_a_weekday_that_matches_is_no_matter(words: str) -> None:
    assert told(check_written_dates, text_of(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Monday 3 March 2027",
        "Monday, 3rd of March 2027",
        "Monday, March 3, 2027",
        "Monday March 3rd, 2027",
    ],
)
def test_english_dates_are_written_in_two_orders(words: str) -> None:
    assert told(check_written_dates, text_of(words, "lang: en")) == ["5:1 weekday-wrong"]
    assert told(check_written_dates, text_of(words.replace("Mon", "Wednes"), "lang: en")) == []


def test_other_languages_have_their_names() -> None:
    assert told(check_written_dates, text_of("Montag, 3. März 2027", "lang: de")) == [
        "5:1 weekday-wrong"
    ]
    assert told(check_written_dates, text_of("lunes 3 de marzo de 2027", "lang: es")) == [
        "5:1 weekday-wrong"
    ]


def test_the_message_names_the_right_day() -> None:
    (diagnostic,) = check_written_dates(text_of("Le lundi 3 mars\n2027."))

    assert (diagnostic.line, diagnostic.column) == (4, 4)
    assert diagnostic.values == {"written": "lundi 3 mars 2027", "weekday": "mercredi"}


def test_titles_and_summaries_are_read_too() -> None:
    text = text_of(front="summary: Rendez-vous lundi 3 mars 2027.")

    assert told(check_written_dates, text) == ["3:10 weekday-wrong"]


def test_the_month_and_the_year_of_the_last_date_count_for_those_before() -> None:
    assert told(check_written_dates, text_of("du lundi 2 au jeudi 4 mars 2027")) == [
        "4:4 weekday-wrong"
    ]
    assert told(check_written_dates, text_of("mardi 30 décembre et samedi 2 janvier 2027")) == WRONG


def test_without_a_year_the_date_nearest_to_the_publication_counts() -> None:
    assert told(check_written_dates, text_of("Mardi 5 janvier", DATED)) == []
    assert told(check_written_dates, text_of("Lundi 5 janvier", DATED)) == ["5:1 weekday-doubtful"]


def test_half_a_year_away_both_dates_may_be_meant() -> None:
    assert told(check_written_dates, text_of("Mardi 12 mai", DATED)) == []
    assert told(check_written_dates, text_of("Mercredi 12 mai", DATED)) == []
    assert told(check_written_dates, text_of("Jeudi 12 mai", DATED)) == ["5:1 weekday-doubtful"]


def test_a_year_in_the_text_explains_a_weekday() -> None:
    assert told(check_written_dates, text_of("Mardi 11 septembre", DATED)) == [
        "5:1 weekday-doubtful"
    ]
    assert told(check_written_dates, text_of("En 2001, le mardi 11 septembre…", DATED)) == []


def test_without_a_year_a_page_is_read_beside_its_events_alone() -> None:
    days = ((dt.date(2024, 6, 20), dt.date(2024, 6, 21)),)

    assert told(check_written_dates, text_of("Lundi 20 juin")) == []
    assert told(check_written_dates, text_of("Jeudi 20 juin", days=days)) == []
    assert told(check_written_dates, text_of("Lundi 20 juin", days=days)) == [
        "4:1 weekday-doubtful"
    ]
    assert told(check_written_dates, text_of("Lundi 8 juin", days=days)) == []


@pytest.mark.parametrize(
    "words", ["30 février", "le 29 février 2027", "31 juin", "31/04/2027", "29 février 1900"]
)
def test_a_day_that_no_month_has_is_told(words: str) -> None:
    (diagnostic,) = check_written_dates(text_of(words))

    assert diagnostic.code == "date-impossible"
    assert diagnostic.values["written"] in words


@pytest.mark.parametrize(
    "words", ["29 février", "29 février 2028", "31 mai", "2,31 avril", "130 février", "12/31/2027"]
)
def test_other_days_exist_or_are_no_days(words: str) -> None:
    assert told(check_written_dates, text_of(words)) == []


def test_in_english_a_number_behind_a_month_may_be_no_day() -> None:
    for words in ("In February 30 members joined.", "04/31/2027"):
        assert told(check_written_dates, text_of(words, language="en")) == []
    for words in ("February 30th", "April 31, 2027", "31 April"):
        assert told(check_written_dates, text_of(words, language="en")) == ["4:1 date-impossible"]


def test_a_language_that_nobody_knows_has_no_dates() -> None:
    assert told(check_written_dates, text_of("30 février", "lang: xx-yy")) == []
