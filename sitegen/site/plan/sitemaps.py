"""What search engines should know, in one sitemap or, where it is too long, in several."""

from collections.abc import Iterator

from sitegen.model import Entry, Moment, Page
from sitegen.model.kinds import NEWS_SITEMAP, SITEMAP
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_at
from sitegen.site.plan.content import pages_to_be_found

URLS_PER_SITEMAP = 50_000
"""The protocol's limit (sitemaps.org)."""

SITEMAP_URL = "/sitemap.xml"
NEWS_SITEMAP_URL = "/sitemap-news.xml"


def sitemap_pages(index: Index) -> Iterator[Page]:
    if index.config.sitemap.news:
        yield page_at(index, NEWS_SITEMAP_URL, NEWS_SITEMAP)
    total = sum(1 for _ in pages_to_be_found(index))
    if total <= URLS_PER_SITEMAP:
        yield page_at(index, SITEMAP_URL, SITEMAP, "all")
        return
    yield page_at(index, SITEMAP_URL, SITEMAP, "index")
    for number in range(1, 1 - (-total // URLS_PER_SITEMAP)):
        yield page_at(index, sitemap_part_url(number), SITEMAP, "part", number)


def sitemap_part_url(number: int) -> str:
    """Return the address of part *number* (from 1) of a sitemap that is too long for one file."""
    return f"/sitemap-{number}.xml"


def sitemap_entries(index: Index) -> list[tuple[str, Moment | None]]:
    """Return every address that search engines should know, with its last change if it has one."""
    modified = {
        entry.id: entry.modified.timestamp if entry.modified else 0.0
        for entry in index.entries.values()
    }

    def last_change(page: Page) -> Moment | None:
        entry: Entry | None = index.entries.get(page.subject)
        if entry is None and page.number == 1:
            members = index.collections.members(*page.scope)
            entry = max(members, key=lambda member: modified[member.id], default=None)
        return entry.modified if entry else None

    return [
        (page.url, last_change(page) if page.traits.in_sitemap == "dated" else None)
        for page in pages_to_be_found(index)
    ]
