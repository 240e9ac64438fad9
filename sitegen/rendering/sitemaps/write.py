"""``sitemap.xml`` (sitemaps.org). Pure."""

from collections.abc import Iterable
from html import escape

from sitegen.model import Entry, Page
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.clean import clean
from sitegen.site.plan.sitemaps import (
    NEWS_SITEMAP_URL,
    SITEMAP_URL,
    URLS_PER_SITEMAP,
    sitemap_part_url,
)
from sitegen.site.questions import lists
from sitegen.site.questions import versions as asked_of_versions
from sitegen.site.urls import encode_url

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def write_sitemap(site: Site, page: Page) -> bytes:
    """Return all addresses, a part of them, or the index of the parts: by the page's subject."""
    origin = str(site.setting("origin"))
    rows = site.ask(lists.sitemap)
    if page.subject == "index":
        parts = -(-len(rows) // URLS_PER_SITEMAP)
        urls = (site.own_url(sitemap_part_url(number)) for number in range(1, parts + 1))
        return _document("sitemapindex", (_element("sitemap", origin + url, "") for url in urls))
    if page.subject == "part":
        rows = rows[(page.number - 1) * URLS_PER_SITEMAP : page.number * URLS_PER_SITEMAP]
    last_changes: dict[str, str] = {}
    for url, last_change in rows:
        when = last_change.iso() if last_change else ""
        last_changes.setdefault(origin + url, when)  # each address once
    if not site.languages:
        return _document("urlset", (_element("url", *row) for row in last_changes.items()))
    versions = {origin + url: pairs for url, pairs in site.ask(asked_of_versions.sitemap_versions)}
    rows_in_all = (
        _element("url", url, when, _alternates(versions.get(url, ())))
        for url, when in last_changes.items()
    )
    return _document("urlset", rows_in_all, xhtml=_XHTML)


def sitemap_urls(site: Site) -> list[str]:
    """Return the whole addresses of the site's sitemaps, as ``robots.txt`` names them."""
    paths = [SITEMAP_URL] + ([NEWS_SITEMAP_URL] if site.setting("sitemap").news else [])
    urls = [site.own_url(path) for path in paths]
    if site.languages:
        urls += site.ask(asked_of_versions.sitemaps_of_versions)
    return [encode_url(site.absolute(url)) for url in urls]


def write_news_sitemap(site: Site, _page: Page) -> bytes:
    """Return the articles of the last two days, as Google News reads them (sitemap-news/0.9)."""
    return _document("urlset", (_news(site, entry) for entry in site.ask(lists.news)), news=_NEWS)


def _news(site: Site, entry: Entry) -> str:
    language = (entry.lang or site.language).lower()
    if language not in ("zh-cn", "zh-tw"):  # the only languages that are told with their region
        language = language.split("-")[0]
    date = entry.date.in_zone(site.timezone).iso() if entry.date else ""
    parts = (
        f"<loc>{encode_url(site.absolute(entry.url))}</loc>".replace("&", "&amp;"),
        "<news:news><news:publication>",
        f"<news:name>{escape(clean(site.title), quote=False)}</news:name>",
        f"<news:language>{language}</news:language>",
        f"</news:publication><news:publication_date>{date}</news:publication_date>",
        f"<news:title>{escape(clean(entry.title), quote=False)}</news:title></news:news>",
    )
    return f"<url>{''.join(parts)}</url>"


def _document(root: str, elements: Iterable[str], **namespaces: str) -> bytes:
    others = "".join(f' xmlns:{name}="{uri}"' for name, uri in namespaces.items())
    lines = ('<?xml version="1.0" encoding="utf-8"?>', f'<{root} xmlns="{_SCHEMA}"{others}>')
    return "\n".join((*lines, *elements, f"</{root}>", "")).encode()


def _alternates(versions: Iterable[tuple[str, str]]) -> str:
    """Return the same page in all languages, as search engines read it (itself among them)."""
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(url, quote=False)}"/>'
        for language, url in versions
    )


def _element(name: str, url: str, last_change: str, more: str = "") -> str:
    """Return `<url>` or `<sitemap>`: percent-encoded, escaped, with its last change if known."""
    address = escape(
        url if url.isascii() and url.isprintable() else encode_url(clean(url)), quote=False
    )
    change = f"<lastmod>{last_change}</lastmod>" if last_change else ""
    return f"<{name}><loc>{address}</loc>{change}{more}</{name}>"
