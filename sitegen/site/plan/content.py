"""All pages that the index leads to, in the order in which they claim their addresses."""

from collections.abc import Iterator

from sitegen.imaging.kinds import RASTERS
from sitegen.model import Page
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_at
from sitegen.site.plan.agenda import agenda_pages, calendar_pages
from sitegen.site.plan.feeds import feed_pages
from sitegen.site.plan.html_pages import archive_pages, declaration_pages, entry_pages, list_pages
from sitegen.site.plan.sitemap import NEWS_SITEMAP, sitemap_pages


def content_pages(index: Index) -> Iterator[Page]:
    yield from entry_pages(index)
    yield from list_pages(index)
    yield from archive_pages(index)
    yield from agenda_pages(index)
    yield from feed_pages(index)
    yield from calendar_pages(index)
    yield from _image_pages(index)
    for asset in index.assets.values():
        kind = "original" if index.config.images.active and asset.format in RASTERS else "asset"
        yield Page(asset.path, kind, asset.url, asset.id)
    for path, kind in (("robots.txt", "robots"), ("404.html", "not_found")):
        if path not in index.assets:
            yield page_at(index, f"/{path}", kind)
    yield from declaration_pages(index)
    if index.config.search:
        yield page_at(index, index.config.urls.search, "search")
    if index.config.sitemap.news:
        yield page_at(index, NEWS_SITEMAP, "news_sitemap")
    yield from sitemap_pages(index)


def _image_pages(index: Index) -> Iterator[Page]:
    pictures = index.pictures
    for one in pictures.renditions.values():
        yield Page(one.path, "rendition", one.url, one.asset.id)
    for entry_id, (path, url) in pictures.card_urls.items():
        yield Page(path, "card", url, entry_id)
