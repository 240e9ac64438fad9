"""Feeds: of all articles, and of each list that has one."""

from collections.abc import Iterator

from sitegen.model import WHOLE, Page
from sitegen.model.kinds import ATOM, JSON_FEED, RSS
from sitegen.site.index import Index
from sitegen.site.plan.addresses import own_url, page_of


def feed_pages(index: Index) -> Iterator[Page]:
    for url, kind in (("/feed.xml", ATOM), ("/rss.xml", RSS), ("/feed.json", JSON_FEED)):
        yield page_of(index, url, kind, WHOLE)
    for scope in index.collections.lists:
        url = feed_url(index, *scope)
        if url and scope != WHOLE:
            yield page_of(index, url, ATOM, scope)


def feed_url(index: Index, kind: str, value: str) -> str:
    """Return the address (from the site's root) of a collection's Atom feed, or nothing."""
    if kind == "all":
        return "/feed.xml"
    if kind == "section":
        section = index.sections.get(value)
        is_shown = section and section.feed and index.collections.members(kind, value)
        return f"{own_url(index, section.url)}feed.xml" if section and is_shown else ""
    term = index.collections.term(kind, value)
    return f"{own_url(index, term.url)}feed.xml" if term else ""
