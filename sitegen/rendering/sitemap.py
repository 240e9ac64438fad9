"""``sitemap.xml`` (sitemaps.org) and ``robots.txt`` (RFC 9309). Pure."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from sitegen.model import Page
from sitegen.rendering.feed_text import clean
from sitegen.rendering.site_view import Site
from sitegen.site.plan import URLS_PER_SITEMAP
from sitegen.site.urls import encode_url

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(site: Site, page: Page) -> bytes:
    """Return all addresses, a part of them, or the index of the parts: by the page's subject."""
    origin = str(site.setting("origin"))
    rows: tuple[tuple[str, str], ...] = site.ask("sitemap")
    if page.subject == "index":
        parts = -(-len(rows) // URLS_PER_SITEMAP)
        urls = (site.url(f"/sitemap-{number}.xml") for number in range(1, parts + 1))
        return _document("sitemapindex", (_element("sitemap", origin + url, "") for url in urls))
    if page.subject == "part":
        rows = rows[(page.number - 1) * URLS_PER_SITEMAP : page.number * URLS_PER_SITEMAP]
    last_changes: dict[str, str] = {}
    for url, last_change in rows:
        last_changes.setdefault(origin + url, last_change)  # each address once
    return _document("urlset", (_element("url", *row) for row in last_changes.items()))


def write_robots(site: Site, _page: Page) -> bytes:
    """Return ``robots.txt``: everything may be read, and here is the sitemap."""
    sitemap = encode_url(site.absolute(site.url("/sitemap.xml")))
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()


def _document(root: str, elements: Iterable[str]) -> bytes:
    lines = ('<?xml version="1.0" encoding="utf-8"?>', f'<{root} xmlns="{_SCHEMA}">')
    return "\n".join((*lines, *elements, f"</{root}>", "")).encode()


def _element(name: str, url: str, last_change: str) -> str:
    """Return `<url>` or `<sitemap>`: percent-encoded, escaped, with its last change if known."""
    address = escape(url if url.isascii() and url.isprintable() else encode_url(clean(url)))
    change = f"<lastmod>{last_change}</lastmod>" if last_change else ""
    return f"<{name}><loc>{address}</loc>{change}</{name}>"
