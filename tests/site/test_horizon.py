"""When the site changes by itself: between two of these instants a build has nothing to do."""

import datetime as dt
from collections.abc import Callable

import pytest

from sitegen.border.moments import parse_moment
from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from sitegen.site.horizon import InstantOfChange, instants_of_change
from tests.engine.edited_hub import SITE as MINI
from tests.support import NOW, SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
timezone: Indian/Reunion
-- content/news/a.md --
---
title: À paraître
date: 2026-12-01 10:00
embargo: 2026-12-02 06:00
expires: 2027-01-01
---
Texte.
-- content/news/b.md --
---
title: Fête
date: 2026-01-01
event: {id: fete, start: 2026-12-24, end: 2026-12-26}
---
Texte.
-- content/news/c.md --
---
title: Brouillon
date: 2026-12-05
draft: true
---
Texte.
"""


def instants(site: SiteFolder, now: str = NOW, *, drafts: bool = False) -> list[InstantOfChange]:
    options = BuildOptions(
        root=str(site.root),
        output=str(site.output),
        now=parse_moment(now),
        with_drafts=drafts,
        keys=site.known_keys(),
    )
    return look(options, lambda open_site: instants_of_change(open_site.session.index))


def told(changing: list[InstantOfChange]) -> list[tuple[str, str, str]]:
    return [
        (
            dt.datetime.fromtimestamp(instant.timestamp, dt.UTC).isoformat()[:16],
            instant.kind,
            instant.id,
        )
        for instant in changing
        if instant.kind != "month"
    ]


def test_the_instants_are_those_of_the_zones(make_site: Callable[[str], SiteFolder]) -> None:
    """A date alone brings nothing while the embargo lasts; a draft never appears."""
    assert told(instants(make_site(SITE))) == [
        ("2026-12-02T02:00", "appears", "news/a.md"),
        ("2026-12-23T20:00", "begins", "fete"),
        ("2026-12-26T20:00", "ends", "fete"),
        ("2026-12-31T20:00", "disappears", "news/a.md"),
    ]


def test_what_few_read_changes_at_its_instants_and_tells_nothing(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """The end of a preview, events of members: for whom they are, and no name of theirs."""
    every = instants(make_site(MINI))

    told = [(instant.timestamp, instant.kind, instant.title) for instant in every if not instant.id]
    at = [dt.datetime.fromtimestamp(instant, dt.UTC).strftime("%m-%d %H") for instant, _, _ in told]
    assert [(day, *rest) for day, (_, *rest) in zip(at, told, strict=True)][:6] == [
        ("11-30 17", "begins", "(members)"),
        ("11-30 23", "ends", "(members)"),
        ("12-01 23", "appears", "(members)"),
        ("12-14 23", "begins", "(press)"),
        ("12-15 23", "ends", "(press)"),
        ("12-19 23", "previews", "(press)"),
    ]


def test_drafts_appear_where_they_are_asked_for(make_site: Callable[[str], SiteFolder]) -> None:
    lines = told(instants(make_site(SITE), drafts=True))

    assert ("2026-12-04T20:00", "appears", "news/c.md") in lines


def test_what_has_begun_has_its_end_to_come(make_site: Callable[[str], SiteFolder]) -> None:
    lines = told(instants(make_site(SITE), "2026-12-25"))

    assert lines == [
        ("2026-12-26T20:00", "ends", "fete"),
        ("2026-12-31T20:00", "disappears", "news/a.md"),
    ]


def test_a_month_is_an_instant_of_the_agenda(make_site: Callable[[str], SiteFolder]) -> None:
    months = [instant for instant in instants(make_site(SITE)) if instant.kind == "month"]

    assert [month.id for month in months][:2] == ["2026-12", "2027-01"]
    assert dt.datetime.fromtimestamp(months[0].timestamp, dt.UTC).hour == 20
    assert len(months) == 24


@pytest.mark.slow
def test_between_two_instants_a_build_does_nothing(make_site: Callable[[str], SiteFolder]) -> None:
    """And at each instant something changes: the list is neither too short nor too long."""
    site = make_site(MINI)
    now = "2026-11-22T12:00+01:00"
    site.build(now=now)
    timestamps = sorted({instant.timestamp for instant in instants(site, now)})[:9]

    for timestamp in timestamps:
        second = dt.datetime.fromtimestamp(timestamp, dt.UTC)
        just_before = site.build(now=(second - dt.timedelta(seconds=1)).isoformat())
        at_it = site.build(now=second.isoformat())

        assert (just_before.rendered, just_before.removed) == ({}, [])
        assert at_it.rendered or at_it.removed, second
