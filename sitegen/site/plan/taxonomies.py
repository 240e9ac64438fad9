"""Lists of articles by what they share: sections, tags, authors, each in pages."""

from collections.abc import Iterator

from sitegen.model import KINDS, Page, Scope
from sitegen.model.kinds import SECTION
from sitegen.site.index import Index
from sitegen.site.plan.addresses import numbered_pages, own_url, page_at
from sitegen.site.urls import with_base


def taxonomy_pages(index: Index) -> Iterator[Page]:
    config = index.config
    lists = index.collections
    for section in index.sections.values():
        if section.url == with_base(config.base_path, config.urls.agenda):
            continue  # the agenda takes its section's place, with its title and introduction
        url = own_url(index, section.url)
        scope = Scope("section", section.id)
        total = len(lists.members(*scope))
        yield from numbered_pages(index, url, SECTION, scope, total, section.per_page)
    for name, pattern, terms in (
        ("tag", config.urls.tag, lists.tags),
        ("author", config.urls.author, lists.authors),
    ):
        root = config.urls.list_of(name)
        if terms and root != "/":
            yield page_at(index, root, KINDS[f"{name}s"])
        for slug in terms:
            total = len(lists.members(name, slug))
            url = pattern.format(slug=slug)
            scope = Scope(name, slug)
            yield from numbered_pages(index, url, KINDS[name], scope, total, config.per_page)
