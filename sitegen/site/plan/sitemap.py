"""What search engines should know, in one sitemap or, where it is too long, in several."""

from collections.abc import Iterator

from sitegen.model import Entry, Moment, Page
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_at
from sitegen.site.plan.agenda import agenda_pages
from sitegen.site.plan.html_pages import archive_pages, declaration_pages, entry_pages, list_pages

URLS_PER_SITEMAP = 50_000
"""The protocol's limit (sitemaps.org)."""

NEWS_SITEMAP = "/sitemap-news.xml"


def sitemap_pages(index: Index) -> Iterator[Page]:
    total = sum(1 for _ in _pages_to_be_found(index))
    if total <= URLS_PER_SITEMAP:
        yield page_at(index, "/sitemap.xml", "sitemap", "all")
        return
    yield page_at(index, "/sitemap.xml", "sitemap", "index")
    for number in range(1, 1 - (-total // URLS_PER_SITEMAP)):
        yield page_at(index, f"/sitemap-{number}.xml", "sitemap", "part", number)


def sitemap_entries(index: Index) -> list[tuple[str, Moment | None]]:
    """Return every address that search engines should know, with its last change if it has one."""
    modified = {
        entry.id: entry.modified.timestamp if entry.modified else 0.0
        for entry in index.entries.values()
    }

    def last_change(page: Page) -> Moment | None:
        entry: Entry | None = index.entries.get(page.subject)
        if entry is None and page.number == 1:
            kind, value = ("all", "") if page.kind == "home" else (page.kind, page.subject)
            members = index.collections.members(kind, value)
            entry = max(members, key=lambda member: modified[member.id], default=None)
        return entry.modified if entry else None

    return [
        (page.url, last_change(page) if page.traits.in_sitemap == "dated" else None)
        for page in _pages_to_be_found(index)
    ]


def _pages_to_be_found(index: Index) -> Iterator[Page]:
    for pages in (entry_pages, list_pages, archive_pages, agenda_pages, declaration_pages):
        yield from (page for page in pages(index) if page.traits.in_sitemap)
