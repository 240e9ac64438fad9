"""The pattern of addresses is the one that leaves most articles where readers know them."""

import datetime as dt

import pytest

from sitegen.importing.addresses import Place, best_pattern

DAY = dt.date(2019, 5, 14)


@pytest.mark.parametrize(
    ("addresses", "pattern"),
    [
        (["/actus/forum/", "/actus/bilan/"], "/{section}/{slug}/"),
        (["/2019/05/forum/", "/2019/05/bilan/", "/actus/x/"], "/{year}/{month}/{slug}/"),
        (["/blog/forum/", "/blog/bilan/", "/forum-3/"], "/blog/{slug}/"),
        (["/blog/2019/05/forum/"], "/blog/{year}/{month}/{slug}/"),
        (["/blog/2019/05/14/forum.html"], "/blog/{year}/{month}/{day}/{slug}.html"),
        (["/index.php/forum/", "/?p=3"], "/{section}/{slug}/"),
        ([], "/{section}/{slug}/"),
    ],
)
def test_the_pattern_that_keeps_most(addresses: list[str], pattern: str) -> None:
    assert best_pattern(Place(one, "actus", DAY) for one in addresses) == pattern
