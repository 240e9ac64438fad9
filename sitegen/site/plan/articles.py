"""Pages of documents: articles and pages, the home page."""

from collections.abc import Iterator

from sitegen.model import Page
from sitegen.model.kinds import ARTICLE, HOME, PAGE
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_at


def article_pages(index: Index) -> Iterator[Page]:
    for entry in index.entries.values():
        if entry.is_elsewhere:
            continue
        kind = ARTICLE if entry.is_article else PAGE
        yield Page(entry.path, kind.name, entry.url, entry.id)
    if "/" not in index.urls.values():
        introduction = index.section_documents.get("")
        yield page_at(index, "/", HOME, introduction.id if introduction else "")
