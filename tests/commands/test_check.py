"""`sitegen check`: what subscribers of the calendar would not be told."""

from collections.abc import Callable

import pytest

from tests.commands.support import sitegen
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/a.md --
---
title: Bal
date: 2026-01-01
event: {id: bal, start: 2026-12-24 18:00, end: 2026-12-24 23:00, location: Tours}
---
Texte.
-- content/news/b.md --
---
title: Vieux
date: 2024-01-01
event: {id: vieux, start: 2025-12-02}
---
Texte.
"""
NOW = ("--now", "2026-11-22")
BAL = "content/news/a.md"


@pytest.fixture
def published(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    assert sitegen(site, "build", *NOW).returncode == 0
    return site


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("18:00", "19:00", "time"),
        ("location: Tours", "location: Blois", "place"),
        ("end: 2026-12-24 23:00", "repeat: {rrule: FREQ=DAILY;COUNT=3}", "time"),
    ],
)
def test_a_change_without_updated_is_a_warning_at_the_event(
    published: SiteFolder, old: str, new: str, what: str
) -> None:
    published.replace(BAL, old, new)

    result = sitegen(published, "check", "-q", *NOW)

    assert result.returncode == 0
    assert result.stderr.startswith(
        f"content/news/a.md:4:8: warning: `Bal` has changed ({what}) since output/agenda.ics, "
        "without `updated` [SG111]"
    )
    assert sitegen(published, "check", "--strict", *NOW).returncode == 1


def test_what_gitlab_pages_publishes_is_compared_too(published: SiteFolder) -> None:
    """Its job writes `public/`; any other folder of that name is none of sitegen's."""
    published.output.rename(published.root / "public")
    published.replace(BAL, "18:00", "19:00")

    told = sitegen(published, "check", "-q", *NOW).stderr
    (published.root / "public/.sitegen").unlink()
    silent = sitegen(published, "check", "-q", *NOW).stderr

    assert "has changed (time) since public/agenda.ics, without `updated` [SG111]" in told
    assert "SG111" not in silent


def test_with_updated_the_change_is_told(published: SiteFolder) -> None:
    published.replace(BAL, "18:00", "19:00")
    published.replace(BAL, "date: 2026-01-01", "date: 2026-01-01\nupdated: 2026-11-22")

    assert sitegen(published, "check", "-q", *NOW).stderr == ""


def test_a_cancellation_is_told_by_itself(published: SiteFolder) -> None:
    published.replace(BAL, "location: Tours", "status: cancelled, location: Tours")

    assert sitegen(published, "check", "-q", *NOW).stderr == ""


def test_an_event_that_vanished_is_a_warning(published: SiteFolder) -> None:
    published.remove(BAL)

    result = sitegen(published, "check", *NOW)

    assert "output/agenda.ics: warning: `Bal` (bal@hub.example.org) was in" in result.stderr


def test_what_ended_a_year_ago_may_leave(published: SiteFolder) -> None:
    published.remove("content/news/b.md")

    assert "Vieux" in sitegen(published, "check", *NOW).stderr
    assert sitegen(published, "check", "-q", "--now", "2027-01-02").stderr == ""


def test_another_calendar_can_be_named(published: SiteFolder) -> None:
    old = "DTSTART;TZID=Europe/Paris:20261224T1"
    calendar = published.page("agenda.ics").replace(f"{old}8", f"{old}7")
    published.write("old.ics", calendar)
    published.write("broken.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n")

    assert "SG111" in sitegen(published, "check", "--against", "old.ics", *NOW).stderr
    for name in ("broken.ics", "none.ics"):
        result = sitegen(published, "check", "-q", "--against", name, *NOW)
        assert (result.returncode, result.stderr.count("\n")) == (1, 2)
        assert f"{name}: error: no calendar to compare with" in result.stderr


def test_mistakes_in_content_are_errors_and_nothing_is_published(published: SiteFolder) -> None:
    before = published.tree()
    published.replace(BAL, "Texte.", "[Texte](absent.md).")

    result = sitegen(published, "check", *NOW)

    assert result.returncode == 1
    assert "broken link" in result.stderr
    assert published.tree() == before
