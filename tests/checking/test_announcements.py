"""What is announced as coming and is over."""

import datetime as dt
import time

import pytest

from sitegen.checking.editorial.announcements import check_announcements
from tests.checking.texts import text_of, told

OVER = ((dt.date(2026, 3, 2), dt.date(2026, 3, 3)),)
COMING = ((dt.date(2026, 12, 3), dt.date(2026, 12, 3)),)
LATE = "announced-late"


def test_an_archive_keeps_its_future_tense() -> None:
    text = text_of("Le forum aura lieu le 2 mars 2026.", "date: 2026-02-01", days=OVER)

    assert told(check_announcements, text) == []


@pytest.mark.parametrize(
    "words",
    [
        "Le forum aura lieu le 2 mars 2026.",
        "Le forum se\ntiendra à Nantes, du 2 au 3 mars.",
        "Le 2 mars 2026 aura lieu le forum.",
        "Inscrivez-vous avant le 1er mars 2026 !",
        "Rendez-vous le 2 mars 2026 à Nantes.",
        "Nous vous donnons rendez-vous le 2 mars 2026.",
        "Nous vous attendons les 2 et 3 mars 2026.",
    ],
)
def test_what_was_over_when_it_was_published_is_told(words: str) -> None:
    text = text_of(words, "date: 2026-03-12", days=OVER)

    assert [line.split()[1] for line in told(check_announcements, text)] == [LATE]


@pytest.mark.parametrize(
    "words",
    [
        "La prochaine édition aura lieu en 2028.",
        "La suivante aura lieu le 4 mars.",
        "Après le forum du 2 mars 2026, un autre aura lieu à Tours.",
        "Elle a eu lieu le 2 mars 2026. La prochaine aura lieu à Tours.",
        "Le forum s’est tenu les 2 et 3 mars 2026.",
        "Le rendez-vous du 2 mars 2026 a réuni trente communes.",
        "Un premier rendez-vous le 2 mars 2026 a réuni trente communes.",
    ],
)
def test_a_report_may_tell_of_the_next_time(words: str) -> None:
    text = text_of(words, "date: 2026-03-12", days=OVER)

    assert told(check_announcements, text) == []


def test_a_page_and_a_pinned_article_are_read_long_afterwards() -> None:
    words = "Le forum aura lieu à Nantes. Inscrivez-vous."

    assert told(check_announcements, text_of(words, days=OVER)) == [f"4:10 {LATE}", f"4:30 {LATE}"]
    assert told(check_announcements, text_of(words, "date: 2026-02-01\npinned: true", days=OVER))
    assert told(check_announcements, text_of(words, days=OVER + COMING)) == []
    assert told(check_announcements, text_of(words)) == []


def test_a_page_that_names_a_past_day_needs_no_event() -> None:
    text = text_of("The meeting will take place on 3 March 2026.", language="en")

    assert told(check_announcements, text) == [f"4:13 {LATE}"]
    text = text_of("- Registration is open\n- 3 March 2026: report", language="en")
    assert told(check_announcements, text) == []


def test_the_day_itself_is_not_past() -> None:
    text = text_of("La fête aura lieu le 22 novembre 2026.")

    assert told(check_announcements, text) == []


def test_a_pinned_event_that_is_over_takes_no_registrations() -> None:
    event = "event: {start: 2026-03-02, end: 2026-03-03, registration: https://a.example/}"
    pinned = f"date: 2026-02-01\npinned: true\n{event}"

    assert told(check_announcements, text_of(front=pinned, days=OVER)) == ["5:59 registration-over"]
    assert told(check_announcements, text_of(front=pinned, days=COMING)) == []
    assert told(check_announcements, text_of(front=f"date: 2026-02-01\n{event}", days=OVER)) == []


def test_a_text_that_says_so_thousands_of_times_is_read_once() -> None:
    """One sentence, one paragraph, dates in all of it: each word before it is not read again."""
    start = time.process_time()
    for words, number in (
        ("Le forum aura lieu ", 0),
        ("Le forum aura lieu le 2 mars 2026 ", 5000),
        ("Il aura lieu le 2 mars 2026. ", 5000),
        ("Il aura lieu\n", 0),
    ):
        text = text_of(words * 5000, "date: 2026-03-12", days=OVER)
        assert len(told(check_announcements, text)) == number

    assert time.process_time() - start < 10
