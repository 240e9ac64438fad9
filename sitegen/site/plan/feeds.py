"""Feeds: of all articles, and of each list that has one."""

from collections.abc import Iterator

from sitegen.model import WHOLE, Page, Scope
from sitegen.model.kinds import ATOM, JSON_FEED, RSS
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_of, scope_url

RSS_URL = "/rss.xml"
"""The address (from the site's root) of the RSS feed, of all articles: lists have Atom feeds."""


def feed_pages(index: Index) -> Iterator[Page]:
    for url, kind in (("/feed.xml", ATOM), (RSS_URL, RSS), ("/feed.json", JSON_FEED)):
        yield page_of(index, url, kind, WHOLE)
    for scope in index.collections.lists:
        url = feed_url(index, *scope)
        if url and scope != WHOLE:
            yield page_of(index, url, ATOM, scope)


def feed_url(index: Index, kind: str, value: str) -> str:
    """Return the address (from the site's root) of a collection's Atom feed, or nothing."""
    if kind == WHOLE.kind:
        return "/feed.xml"
    url = scope_url(index, Scope(kind, value))
    term = index.terms(kind).get(value)
    has_feed = getattr(term, "feed", True)  # a section may do without
    return f"{url}feed.xml" if url and has_feed and index.collections.members(kind, value) else ""
