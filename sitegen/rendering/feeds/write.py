"""Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1: three ways to write one `Feed`. Pure."""

import json
from email.utils import format_datetime
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

from sitegen.model import Page
from sitegen.rendering.feeds.box import ascii_html, box
from sitegen.rendering.feeds.items import Feed, FeedLink, Item, make_feed
from sitegen.rendering.feeds.opml import opml
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.clean import clean, rfc3339
from sitegen.site.questions import pictures

# ElementTree keeps its prefixes in a table that the whole process shares: names are written out
# with theirs instead, and the prefixes declared on the root.
_ATOM = "http://www.w3.org/2005/Atom"
_RSS_NAMESPACES = {
    "xmlns:atom": _ATOM,
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}
STYLE_SHEET = "assets/feed.css"
"""Of the theme's static files: how a browser shows a feed."""
_ATOM_TYPE = "application/atom+xml"
_RSS_TYPE = "application/rss+xml"


def write_atom(site: Site, page: Page) -> bytes:
    """Return the page's scope as an Atom feed."""
    return atom(make_feed(site, page), site)


def atom(feed: Feed, site: Site) -> bytes:
    """Return *feed* of *site* as Atom."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.description:
        _add(root, "subtitle", feed.description)
    _add(root, "updated", rfc3339(feed.updated))
    _add(root, "link", rel="self", type=_ATOM_TYPE, href=feed.url)
    _add(root, "link", rel="alternate", type="text/html", href=feed.home_url)
    if feed.hub:
        _add(root, "link", rel="hub", href=feed.hub)
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "generator", "sitegen")
    for item in feed.items:
        _add_atom_entry(root, item)
    return _xml(root, site)


def _add_atom_entry(root: ET.Element, item: Item) -> None:
    entry = _add(root, "entry", **({"xml:lang": item.language} if item.language else {}))
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "link", rel="alternate", type="text/html", href=item.url)
    _add(entry, "published", rfc3339(item.published))
    _add(entry, "updated", rfc3339(item.updated))
    for author in item.authors:
        person = _add(entry, "author")
        _add(person, "name", author.name)
        _add(person, "uri", author.url)
    for slug, name in item.categories:
        _add(entry, "category", term=slug, label=name)
    for file in (*item.attachments, *([item.image] if item.image else [])):  # most show the first
        _add(entry, "link", **_enclosure(file, "href"), rel="enclosure")
    if item.summary:
        # As HTML, like the content: who is sent plain text prefers a plain summary to it.
        _add(entry, "summary", escape(item.summary, quote=False), type="html")
    if item.content:
        _add(entry, "content", item.content, type="html")


def write_rss(site: Site, page: Page) -> bytes:
    """Return the page's scope as an RSS 2.0 feed."""
    feed = make_feed(site, page)
    root = ET.Element("rss", {"version": "2.0", **_RSS_NAMESPACES})
    channel = _add(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.home_url)
    _add(channel, "description", feed.description or feed.title)
    _add(channel, "language", feed.language)
    _add(channel, "lastBuildDate", format_datetime(feed.updated))
    _add(channel, "generator", "sitegen")
    _add(channel, "atom:link", rel="self", type=_RSS_TYPE, href=feed.url)
    if feed.hub:
        _add(channel, "atom:link", rel="hub", href=feed.hub)
    for item in feed.items:
        _add_rss_item(channel, item, feed.author)
    return _xml(root, site)


def _add_rss_item(channel: ET.Element, item: Item, organisation: str) -> None:
    entry = _add(channel, "item")
    _add(entry, "title", item.title)
    _add(entry, "link", item.url)
    _add(entry, "guid", item.id, isPermaLink="false")
    _add(entry, "pubDate", format_datetime(item.published))
    # RSS's own <author> wants an e-mail address; of several creators most readers show one. The
    # organisation signs what nobody does, as in Atom, where it is the feed's author.
    names = ", ".join(author.name for author in item.authors)
    _add(entry, "dc:creator", names or organisation)
    for _, name in item.categories:
        _add(entry, "category", name)
    if item.summary or not item.content:
        _add(entry, "description", escape(item.summary or item.title, quote=False))
    if item.content:
        _add(entry, "content:encoded", item.content)
    for file in item.attachments[:1]:  # one to an item, as readers understand it
        _add(entry, "enclosure", **{"length": "0"} | _enclosure(file, "url"))
    if item.image:
        _add(entry, "media:content", url=item.image.url, type=item.image.media_type, medium="image")


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
    return (json.dumps(_filled(content), ensure_ascii=False, indent=2) + "\n").encode()


def _json_item(item: Item) -> dict[str, Any]:
    body = "content_html" if item.content else "content_text"
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        body: item.content or item.summary or item.title,
        "summary": item.summary,
        "image": item.image.url if item.image else "",
        "date_published": rfc3339(item.published),
        "date_modified": rfc3339(item.updated),
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


def _filled(value: Any) -> Any:
    """Return *value* cleaned, without the keys that have nothing to say; a list of items stays."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_filled(one) for one in value]
    if isinstance(value, dict):
        return {key: _filled(one) for key, one in value.items() if one or key == "items"}
    return value


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _enclosure(file: FeedLink, address: str) -> dict[str, str]:
    size = {"length": str(file.size)} if file.size else {}
    return {address: file.url, "type": file.media_type} | size


def write_opml(site: Site, page: Page) -> bytes:  # noqa: ARG001
    """Return the list of the site's feeds as OPML 2.0."""
    return _xml(opml(site))


def write_box(site: Site, page: Page) -> bytes:
    """Return what other sites show of the page's scope: a piece of HTML in ASCII."""
    return ascii_html(box(site, *page.scope))


def _xml(root: ET.Element, site: Site | None = None) -> bytes:
    """Return the document, cleaned as a whole so that no text can be forgotten.

    A browser shows a feed of *site* with the theme's style sheet for feeds, if there is one. XSLT
    could do more, and browsers are taking it out.
    """
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    style = ""
    if site is not None and site.ask(pictures.static, STYLE_SHEET):
        style = f'<?xml-stylesheet type="text/css" href="{escape(site.static(STYLE_SHEET))}"?>\n'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{style}{clean(text)}\n'.encode()
