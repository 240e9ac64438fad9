"""Pages that people read, beside the agenda: entries, lists, archives, the declaration."""

from collections.abc import Iterator

from sitegen.model import Page
from sitegen.site.index import Index
from sitegen.site.plan.addresses import (
    former_paths,
    numbered_pages,
    own_url,
    page_at,
)
from sitegen.site.urls import with_base


def entry_pages(index: Index) -> Iterator[Page]:
    for entry in index.entries.values():
        kind = "article" if entry.is_article else "page"
        yield Page(entry.path, kind, entry.url, entry.id)
        for path in former_paths(entry):
            yield Page(path, "redirect", entry.url, entry.id)
    if "/" not in index.urls.values():
        introduction = index.section_documents.get("")
        yield page_at(index, "/", "home", introduction.id if introduction else "")


def list_pages(index: Index) -> Iterator[Page]:
    config = index.config
    lists = index.collections
    for section in index.sections.values():
        if section.url == with_base(config.base_path, config.urls.agenda):
            continue  # the agenda takes its section's place, with its title and introduction
        url = own_url(index, section.url)
        total = len(lists.members("section", section.id))
        yield from numbered_pages(index, url, "section", section.id, total, section.per_page)
    for kind, pattern, terms in (
        ("tag", config.urls.tag, lists.tags),
        ("author", config.urls.author, lists.authors),
    ):
        root = config.urls.list_of(kind)
        if terms and root != "/":
            yield page_at(index, root, f"{kind}s")
        for slug in terms:
            total = len(lists.members(kind, slug))
            url = pattern.format(slug=slug)
            yield from numbered_pages(index, url, kind, slug, total, config.per_page)


def archive_pages(index: Index) -> Iterator[Page]:
    urls = index.config.urls
    if not index.collections.members("all"):
        return
    yield page_at(index, urls.archives, "archives")
    for kind, value in index.collections.lists:
        if kind in ("year", "month"):
            yield page_at(index, urls.archive(value), f"archive_{kind}", value)


def declaration_pages(index: Index) -> Iterator[Page]:
    """Yield the declaration of accessibility, unless a page of the site's own stands there."""
    url = index.config.urls.accessibility
    if (
        index.config.accessibility
        and with_base(index.config.base_path, url) not in index.urls.values()
    ):
        yield page_at(index, url, "accessibility")
