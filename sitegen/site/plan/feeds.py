"""Feeds: of all articles, and of each list that has one."""

from collections.abc import Iterator

from sitegen.model import Page
from sitegen.site.index import Index
from sitegen.site.plan.addresses import own_url, page_at


def feed_pages(index: Index) -> Iterator[Page]:
    yield page_at(index, "/feed.xml", "atom", "all:")
    yield page_at(index, "/rss.xml", "rss", "all:")
    yield page_at(index, "/feed.json", "json_feed", "all:")
    for kind, value in index.collections.lists:
        url = feed_url(index, kind, value)
        if url and kind != "all":
            yield page_at(index, url, "atom", f"{kind}:{value}")


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
