"""Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1: three ways to write one `Feed`. Pure."""

from functools import lru_cache
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from sitegen.model import Page
from sitegen.names import OWN_WORDS
from sitegen.rendering.feeds.box import ascii_html, box
from sitegen.rendering.feeds.elements import element, made_of, nested
from sitegen.rendering.feeds.items import Feed, FeedLink, Item, make_feed
from sitegen.rendering.feeds.opml import opml
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.clean import clean
from sitegen.site.questions import pictures

_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_ATOM = "http://www.w3.org/2005/Atom"
_RSS_NAMESPACES = {
    "xmlns:atom": _ATOM,
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}
STYLE_SHEET = "assets/feed.css"
"""Of the theme's static files: how a browser shows a feed."""
_AS_HTML = {"type": "html"}
_ATOM_TYPE = "application/atom+xml"
_RSS_TYPE = "application/rss+xml"
_AT_HAND = 512
"""Terms and authors whose elements stay written: a site has some dozens, each in many articles."""


def write_atom(site: Site, page: Page) -> bytes:
    """Return the page's scope as an Atom feed."""
    return atom(make_feed(site, page), site)


def atom(feed: Feed, site: Site) -> bytes:
    """Return *feed* of *site* as Atom."""
    lines: list[str | bytes] = [element("id", feed.id), element("title", feed.title)]
    if feed.description:
        lines.append(element("subtitle", feed.description))
    lines += (
        element("updated", feed.updated.rfc3339),
        element("link", "", {"rel": "alternate", "type": "text/html", "href": feed.home_url}),
        element("link", "", {"rel": "self", "type": _ATOM_TYPE, "href": feed.url}),
    )
    if feed.hub:
        lines.append(element("link", "", {"rel": "hub", "href": feed.hub}))
    lines += (
        nested("author", [element("name", feed.author)], depth=1),
        element("generator", "sitegen"),
        *map(_atom_entry, feed.items),
    )
    return _shown(nested("feed", lines, {"xmlns": _ATOM, "xml:lang": feed.language}), site)


def _atom_entry(item: Item) -> bytes:
    lines: list[str | bytes] = [
        element("id", item.id),
        element("title", item.title),
        element("link", "", _page_of(item)),
        element("published", item.published.rfc3339),
        element("updated", item.updated.rfc3339),
    ]
    lines += (  # who fetches it again knows it (RFC 4287 §4.2.7.2)
        element("link", "", {"rel": "via", "href": source.url, "title": source.name})
        for source in item.sources
    )
    lines += map(_atom_author, item.authors)
    lines += (_atom_category(slug, name) for slug, name in item.categories)
    for file in (*item.attachments, *([item.image] if item.image else [])):  # most show the first
        lines.append(element("link", "", _enclosure(file, "href") | {"rel": "enclosure"}))
    if item.summary:
        # As HTML, like the content: who is sent plain text prefers a plain summary to it.
        lines.append(element("summary", escape(item.summary, quote=False), _AS_HTML))
    if item.content:
        lines.append(made_of("content", item.content, _AS_HTML))
    return nested("entry", lines, {"xml:lang": item.language} if item.language else {}, depth=1)


def _page_of(item: Item) -> dict[str, str]:
    """Return what the link to the page of *item* says: for people, its day in words, which a style
    sheet cannot make of `published` (`title`, RFC 4287 §4.2.7.5).
    """
    link = {"rel": "alternate", "type": "text/html", "href": item.url}
    return link | {"title": item.day} if item.day else link


@lru_cache(_AT_HAND)
def _atom_author(author: FeedLink) -> bytes:
    return nested("author", (element("name", author.name), element("uri", author.url)), depth=2)


@lru_cache(_AT_HAND)
def _atom_category(slug: str, name: str) -> bytes:
    return element("category", "", {"term": slug, "label": name}).encode()


def write_rss(site: Site, page: Page) -> bytes:
    """Return the page's scope as an RSS 2.0 feed."""
    feed = make_feed(site, page)
    lines: list[str | bytes] = [
        element("title", feed.title),
        element("link", feed.home_url),
        element("description", feed.description or feed.title),
        element("language", feed.language),
        element("lastBuildDate", feed.updated.rfc822),
        element("generator", "sitegen"),
        element("atom:link", "", {"rel": "self", "type": _RSS_TYPE, "href": feed.url}),
    ]
    if feed.hub:
        lines.append(element("atom:link", "", {"rel": "hub", "href": feed.hub}))
    lines += (_rss_item(item, feed.author) for item in feed.items)
    channel = nested("channel", lines, depth=1)
    # The language again, for the theme's sheet: a selector knows of no element's text.
    attributes = {"version": "2.0", "xml:lang": feed.language, **_RSS_NAMESPACES}
    return _shown(nested("rss", [channel], attributes), site)


def _rss_item(item: Item, organisation: str) -> bytes:
    # RSS's own <author> wants an e-mail address; of several creators most readers show one. The
    # organisation signs what nobody does, as in Atom, where it is the feed's author.
    names = ", ".join(author.name for author in item.authors)
    lines: list[str | bytes] = [
        element("title", item.title),
        element("link", item.url),
        element("guid", item.id, {"isPermaLink": "false"}),
        element("pubDate", item.published.rfc822),
        element("dc:creator", names or organisation),
        # RSS's own <source> names a feed, not a text: Atom's link does, and tells whose it is.
        *(
            element("atom:link", "", {"rel": "via", "href": source.url, "title": source.name})
            for source in item.sources
        ),
        *(_rss_category(name) for _, name in item.categories),
    ]
    if item.summary or not item.content:
        lines.append(element("description", escape(item.summary or item.title, quote=False)))
    if item.content:
        lines.append(made_of("content:encoded", item.content))
    lines += (
        element("enclosure", "", {"length": "0"} | _enclosure(file, "url"))
        for file in item.attachments[:1]  # one to an item, as readers understand it
    )
    if item.image:
        shown = {"url": item.image.url, "type": item.image.media_type, "medium": "image"}
        credit = [element("media:credit", item.image_credit)] if item.image_credit else []
        lines.append(
            nested("media:content", credit, shown, depth=3)
            if credit
            else element("media:content", "", shown)
        )
    return nested("item", lines, depth=2)


@lru_cache(_AT_HAND)
def _rss_category(name: str) -> bytes:
    return element("category", name).encode()


def write_json_feed(site: Site, page: Page) -> bytes:
    """Return the page's scope as a JSON Feed 1.1."""
    feed = make_feed(site, page)
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.url,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
        "items": [_json_item(item) for item in feed.items],
    }
    return msgspec.json.format(msgspec.json.encode(_filled(content)), indent=2) + b"\n"


def _json_item(item: Item) -> dict[str, Any]:
    body = "content_html" if item.content else "content_text"
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        body: item.content or item.summary or item.title,
        "summary": item.summary,
        "image": item.image.url if item.image else "",
        OWN_WORDS: _own_words(item),
        "date_published": item.published.rfc3339,
        "date_modified": item.updated.rfc3339,
        "authors": [{"name": author.name, "url": author.url} for author in item.authors],
        "tags": [name for _, name in item.categories],
        "language": item.language,
        "attachments": [
            {
                "url": file.url,
                "mime_type": file.media_type,
                "title": file.name,
                "size_in_bytes": file.size,
            }
            for file in item.attachments
        ],
    }


def _own_words(item: Item) -> dict[str, Any]:
    """Return what JSON Feed has no field for: other sites made by sitegen read it there."""
    told = {
        "image_credit": item.image_credit,
        "signatories": list(item.signatories),
        "contact": msgspec.to_builtins(item.contact) if item.contact else {},
        "sources": [{"name": source.name, "url": source.url} for source in item.sources],
    }
    return {key: value for key, value in told.items() if value}


def _filled(value: Any) -> Any:
    """Return *value* cleaned, without the keys that have nothing to say; a list of items stays."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bytes):  # the content of an item, which is clean
        return value.decode()
    if isinstance(value, list):
        return [_filled(part) for part in value]
    if isinstance(value, dict):
        return {
            key: clean(part) if isinstance(part, str) else _filled(part)
            for key, part in value.items()
            if part or key == "items"
        }
    return value


def _enclosure(file: FeedLink, address: str) -> dict[str, str]:
    size = {"length": str(file.size)} if file.size else {}
    return {address: file.url, "type": file.media_type} | size


def write_opml(site: Site, page: Page) -> bytes:  # noqa: ARG001
    """Return the list of the site's feeds as OPML 2.0."""
    root = opml(site)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    return f"{_DECLARATION}{clean(text)}\n".encode()


def write_box(site: Site, page: Page) -> bytes:
    """Return what other sites show of the page's scope: a piece of HTML in ASCII."""
    return ascii_html(box(site, *page.scope))


def _shown(xml: bytes, site: Site) -> bytes:
    """Return the document *xml*; a browser shows it with the theme's style sheet for feeds, if any.

    XSLT could do more, and browsers are taking it out.
    """
    style = ""
    if site.ask(pictures.static, STYLE_SHEET):
        style = f'<?xml-stylesheet type="text/css" href="{escape(site.static(STYLE_SHEET))}"?>\n'
    return b"".join((_DECLARATION.encode(), style.encode(), xml, b"\n"))
