"""What a source does not say any more is past, withdrawn, or a reason to ask somebody."""

import datetime as dt

import pytest

from sitegen.fetching.announcements import Announcement
from sitegen.fetching.judging import Judgement, judge
from sitegen.fetching.ledger import Known

TODAY = dt.date(2026, 11, 22)


def known(day: int, *, is_event: bool = False, month: int = 11) -> Known:
    return Known(
        path=f"a/{day}.md", title=f"Texte {day}", day=f"2026-{month}-{day:02}", is_event=is_event
    )


def said(day: int, key: str = "") -> Announcement:
    return Announcement(
        id=key or str(day), title=f"Texte {day}", published=f"2026-11-{day:02} 09:00"
    )


def judged(
    before: dict[str, Known], now: list[Announcement], *, is_window: bool = True
) -> Judgement:
    return judge(before, now, now, is_window=is_window, today=TODAY)


def test_a_feed_that_has_only_newer_texts_has_lost_none() -> None:
    """As after a month in which nobody fetched."""
    before = {str(day): known(day) for day in range(1, 7)}

    judgement = judged(before, [said(day) for day in range(10, 16)])

    assert judgement.doubt == ""
    assert {known.state for known in judgement.known.values()} == {"past"}


def test_what_is_newer_than_the_oldest_and_not_said_is_withdrawn() -> None:
    before = {str(day): known(day) for day in range(1, 7)}

    judgement = judged(before, [said(day) for day in (2, 3, 5, 6)])

    assert {key: known.state for key, known in judgement.known.items()} == {
        "1": "past", "2": "", "3": "", "4": "withdrawn", "5": "", "6": ""
    }  # fmt: skip


@pytest.mark.parametrize(("month", "state"), [(11, "past"), (12, "withdrawn")])
def test_an_event_that_a_calendar_leaves_out_is_past_or_withdrawn(month: int, state: str) -> None:
    before = {str(day): known(day, is_event=True, month=month) for day in range(1, 6)}

    judgement = judged(before, [said(day) for day in (2, 3, 4, 5)], is_window=False)

    assert judgement.known["1"].state == state


def test_a_source_of_three_may_lose_them_all() -> None:
    before = {str(day): known(day, is_event=True, month=12) for day in range(1, 4)}

    assert judged(before, [said(9)], is_window=False).doubt == ""


def test_what_no_rule_lets_in_any_more_is_kept_from_readers() -> None:
    before = {"1": known(1), "2": known(2)}

    judgement = judge(before, [said(1), said(2)], [said(2)], is_window=True, today=TODAY)

    assert (judgement.known["1"].state, judgement.known["2"].state) == ("unwanted", "")


def test_an_identity_that_moves_is_known_again_by_title_and_day() -> None:
    before = {str(day): known(day) for day in range(1, 9)}

    judgement = judged(before, [said(1, "neuf"), *(said(day) for day in range(2, 9))])

    assert judgement.doubt == ""
    assert judgement.known["neuf"].path == "a/1.md"
    assert "1" not in judgement.known
