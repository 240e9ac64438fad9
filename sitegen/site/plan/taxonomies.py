"""Lists of articles by what they share: sections, tags, authors …, each in pages."""

from collections.abc import Iterator

from sitegen.model import Page, Scope, Taxonomy
from sitegen.model.kinds import OVERVIEW, SECTION, TERM
from sitegen.site.index import Index
from sitegen.site.plan.addresses import numbered_pages, own_url, page_at


def taxonomy_pages(index: Index) -> Iterator[Page]:
    yield from _section_pages(index)
    for taxonomy in index.taxonomies:
        if taxonomy.overview:
            yield from _term_pages(index, taxonomy)


def _section_pages(index: Index) -> Iterator[Page]:
    for section in index.sections.values():
        if index.is_agenda(section):
            continue
        url, scope = own_url(index, section.url), Scope(SECTION.name, section.id)
        total = len(index.collections.members(*scope))
        yield from numbered_pages(index, url, SECTION, scope, total, section.per_page)


def _term_pages(index: Index, taxonomy: Taxonomy) -> Iterator[Page]:
    """Yield the page of all terms, unless it were the home page, and the list of each.

    A taxonomy that a theme may do without takes no address from a page or a section of the site:
    that stands in the place of its page.
    """
    urls, name = index.config.urls, taxonomy.name
    taken = set() if taxonomy.is_for_every_theme else _own_addresses(index)
    root, terms = urls.list_of(name), index.terms(name)
    if terms and root not in ("/", *taken):
        yield page_at(index, root, OVERVIEW[name])
    for slug in terms:
        scope = Scope(name, slug)
        total = len(index.collections.members(*scope))
        url = urls.of_term(*scope)
        if url in taken:
            continue
        yield from numbered_pages(index, url, TERM[name], scope, total, index.config.per_page)


def _own_addresses(index: Index) -> set[str]:
    """Return the addresses of documents and sections, from the site's root."""
    sections = (own_url(index, section.url) for section in index.sections.values())
    return {*index.urls.values(), *sections}
