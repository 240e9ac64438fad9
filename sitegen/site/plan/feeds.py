"""Feeds: of all articles, and of each list that has one."""

from collections.abc import Iterator

from sitegen.config import FeedFormat
from sitegen.model import WHOLE, Kind, Page, Scope
from sitegen.model.kinds import ATOM, BOX, JSON_FEED, OPML, RSS
from sitegen.model.taxonomies import ORGANISATION
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_of, scope_url

FORMATS: dict[FeedFormat, tuple[Kind, str]] = {
    "atom": (ATOM, "feed.xml"),
    "rss": (RSS, "rss.xml"),
    "json": (JSON_FEED, "feed.json"),
}
"""The kind of a feed's page and its file's name, by the format's name."""
OPML_URL = "/feeds.opml"
"""The address (from the site's root) of the list of all feeds."""
BOX_NAME = "box.htm"
"""A piece of HTML is no page: its ending tells the two apart, and every host serves it as HTML."""


def feed_pages(index: Index) -> Iterator[Page]:
    scopes = dict.fromkeys((WHOLE, *index.collections.lists))
    for scope in scopes:
        for name, (kind, _) in FORMATS.items():
            if url := feed_url(index, *scope, name):
                yield page_of(index, url, kind, scope)
    yield page_of(index, OPML_URL, OPML, WHOLE)
    organisations = (Scope(ORGANISATION.name, term) for term in index.terms(ORGANISATION.name))
    for scope in (WHOLE, *organisations):
        if url := box_url(index, *scope):
            yield page_of(index, url, BOX, scope)


def feed_url(index: Index, kind: str, value: str, format: FeedFormat = "atom") -> str:
    """Return the address (from the site's root) of a collection's feed, or nothing."""
    name = FORMATS[format][1]
    if kind == WHOLE.kind:
        return f"/{name}"
    if format not in index.config.feeds.formats:
        return ""
    url = scope_url(index, Scope(kind, value))
    term = index.terms(kind).get(value)
    has_feed = getattr(term, "feed", True)  # a section may do without
    return f"{url}{name}" if url and has_feed and index.collections.members(kind, value) else ""


def box_url(index: Index, kind: str, value: str) -> str:
    """Return the address (from the site's root) of the box that other sites show, or nothing.

    There is one of the whole site, and one for each organisation that signs something.
    """
    if kind == WHOLE.kind:
        return f"/{BOX_NAME}"
    url = scope_url(index, Scope(kind, value)) if kind == ORGANISATION.name else ""
    return f"{url}{BOX_NAME}" if url else ""
