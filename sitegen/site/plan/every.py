"""All pages of all versions of the site, but for those that lead on from former addresses."""

from collections.abc import Iterator

from msgspec.structs import replace

from sitegen.model import Page
from sitegen.site.index import Index
from sitegen.site.plan.content import content_pages
from sitegen.site.plan.sitemaps import sitemap_pages


def every_page(index: Index) -> Iterator[Page]:
    """Yield the pages of the site that *index* is of, those of its other versions after them."""
    yield from content_pages(index)
    yield from sitemap_pages(index)
    for language, version in index.versions.items():
        for pages in (content_pages(version), sitemap_pages(version)):
            yield from (replace(page, language=language) for page in pages)
