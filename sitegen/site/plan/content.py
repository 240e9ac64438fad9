"""All pages that the index leads to but sitemaps, which name them: the families of kinds."""

from collections.abc import Callable, Iterator, Mapping

from sitegen.model import KINDS, Page
from sitegen.site.index import Index
from sitegen.site.plan.agenda import agenda_pages
from sitegen.site.plan.archives import archive_pages
from sitegen.site.plan.articles import article_pages
from sitegen.site.plan.calendars import calendar_pages
from sitegen.site.plan.feeds import feed_pages
from sitegen.site.plan.files import file_pages
from sitegen.site.plan.hosts import host_pages
from sitegen.site.plan.letters import letter_pages
from sitegen.site.plan.pictures import picture_pages
from sitegen.site.plan.plugins import plugin_pages
from sitegen.site.plan.press import kits_pages
from sitegen.site.plan.press_page import press_pages
from sitegen.site.plan.private import private_pages
from sitegen.site.plan.services import service_pages
from sitegen.site.plan.taxonomies import taxonomy_pages

FAMILIES: dict[str, Callable[[Index], Iterator[Page]]] = {
    "articles": article_pages,
    "taxonomies": taxonomy_pages,
    "archives": archive_pages,
    "agenda": agenda_pages,
    "feeds": feed_pages,
    "calendars": calendar_pages,
    "pictures": picture_pages,
    "files": file_pages,
    "press": kits_pages,
    "services": service_pages,
    "press_page": press_pages,
    "hosts": host_pages,
    "letters": letter_pages,
    "private": private_pages,
    "plugins": plugin_pages,
}
"""The pages of each family (``model/kinds.py``), in the order in which they claim addresses."""

_TO_BE_FOUND = {kind.family for kind in KINDS.values() if kind.in_sitemap} | {"plugins"}


def content_pages(index: Index) -> Iterator[Page]:
    for pages in _pages_by_family(index).values():
        yield from pages


def _pages_by_family(index: Index) -> Mapping[str, tuple[Page, ...]]:
    """Return the pages of each family, found once: sitemaps ask for them after the plan."""
    known: Mapping[str, tuple[Page, ...]] | None = index.kept.get("pages")
    if known is None:
        known = {family: tuple(pages(index)) for family, pages in FAMILIES.items()}
        index.kept["pages"] = known
    return known


def pages_to_be_found(index: Index) -> Iterator[Page]:
    """Yield the pages that search engines are told of: none that is a copy of another site's."""
    copies = {entry.id for entry in index.entries.values() if entry.canonical}
    for family, pages in _pages_by_family(index).items():
        if family in _TO_BE_FOUND:
            listed = (page for page in pages if page.traits.in_sitemap)
            yield from (page for page in listed if page.subject not in copies)
