"""The articles of the last two days, for the sitemap of Google News. Pure."""

from collections.abc import Iterator

from sitegen.model import Entry
from sitegen.site.index import Index

WINDOW = 48 * 3600
"""Seconds after its publication for which an article is news (Google's rule)."""
LIMIT = 1000
"""Addresses that a news sitemap may hold."""


def articles_of_news(index: Index) -> tuple[Entry, ...]:
    """Return the articles that are news at the index's clock, the latest first."""
    news = sorted(ends_of_news(index), key=lambda pair: (-pair[0], pair[1].id))
    return tuple(entry for _, entry in news[:LIMIT])


def ends_of_news(index: Index) -> Iterator[tuple[float, Entry]]:
    """Yield each article that is news now, with the timestamp from which it no longer is."""
    now = index.clock.now.timestamp()
    for entry in index.entries.values():
        is_own = not (entry.canonical or entry.is_elsewhere)
        if entry.is_article and entry.date and is_own:
            end = entry.date.in_zone(index.config.timezone).timestamp + WINDOW
            if end > now:
                yield end, entry
