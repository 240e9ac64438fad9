"""Lists of articles and their pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.border.moments import parse_moment
from sitegen.config import SiteConfig
from sitegen.model import Entry, Section
from sitegen.site.collections import Collections, collect, page_bounds, page_count
from sitegen.site.terms import Terms, shown_taxonomies

NEWS = Section(id="news", title="News", url="/news/")


def entry(id: str, date: str, *, pinned: bool = False) -> Entry:
    return Entry(
        id=id,
        url=f"/{id}/",
        path=f"{id}/index.html",
        title=id,
        date=parse_moment(date).in_zone("Europe/Paris"),
        section=NEWS,
        pinned=pinned,
    )


ARTICLES = [entry(f"a{day}", f"2026-01-{day:02d}") for day in range(1, 8)]


def lists_of(entries: list[Entry]) -> Collections:
    config = SiteConfig(title="Hub", url="https://hub.example.org/")
    return collect(entries, Terms(config, shown_taxonomies(None)))


def ids(entries: list[Entry]) -> list[str]:
    return [entry.id for entry in entries]


def test_the_newest_stands_first_and_pinned_ones_before_it() -> None:
    lists = lists_of([*ARTICLES, entry("old", "2020-01-01", pinned=True)])

    assert ids(lists.members("section", "news"))[:3] == ["old", "a7", "a6"]
    assert ids(lists.members("year", "2026"))[:2] == ["a7", "a6"]


def test_neighbours_follow_the_dates_whatever_is_pinned() -> None:
    lists = lists_of([*ARTICLES, entry("between", "2026-01-03 12:00", pinned=True)])

    earlier, later = lists.neighbours(ARTICLES[3])

    assert earlier is not None
    assert later is not None
    assert (earlier.id, later.id) == ("between", "a5")


def test_related_articles_are_those_nearest_in_date() -> None:
    """So that a new article changes its neighbours' pages, not all."""
    lists = lists_of(ARTICLES)

    assert ids(lists.related(ARTICLES[3], 4)) == ["a6", "a5", "a3", "a2"]
    assert ids(lists.related(ARTICLES[6], 4)) == ["a6", "a5", "a4", "a3"]


@pytest.mark.parametrize("count", range(2, 8))
def test_related_articles_are_never_none_when_the_section_has_others(count: int) -> None:
    lists = lists_of(ARTICLES[:count])

    for article in ARTICLES[:count]:
        assert len(lists.related(article, 4)) == min(4, count - 1)


@settings(deadline=None)
@given(total=st.integers(0, 500), per_page=st.integers(1, 40))
def test_pages_hold_every_article_once(total: int, per_page: int) -> None:
    seen = []
    for number in range(1, page_count(total, per_page) + 1):
        offset, length = page_bounds(total, per_page, number)
        seen += list(range(offset, offset + length))

    assert seen == list(range(total))


@given(total=st.integers(1, 500), per_page=st.integers(2, 40))
def test_a_new_article_changes_the_first_page_alone_until_it_is_split(
    total: int, per_page: int
) -> None:
    """Pages count from the oldest: page k from the end holds the same articles as before."""

    def from_the_oldest(total: int) -> list[tuple[int, int]]:
        pages = range(2, page_count(total, per_page) + 1)
        bounds = [page_bounds(total, per_page, number) for number in pages]
        return [(total - offset - length, total - offset) for offset, length in reversed(bounds)]

    before, after = from_the_oldest(total), from_the_oldest(total + 1)

    assert after[: len(before)] == before
    assert len(after) - len(before) in (0, 1)


@given(total=st.integers(1, 500), per_page=st.integers(1, 40))
def test_the_first_page_is_never_nearly_empty(total: int, per_page: int) -> None:
    _, length = page_bounds(total, per_page, 1)

    assert length < 1.5 * per_page + 1
    assert length >= min(total, per_page / 2)
