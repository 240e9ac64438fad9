"""What templates see of lists of articles, and of the terms that they are ordered by."""

from collections.abc import Sequence

import msgspec

from sitegen.model import Author, Term
from sitegen.rendering.view.asking import Asking, Fact, asks
from sitegen.site.plan.addresses import numbered_url
from sitegen.site.questions import lists, sections


class Pager(msgspec.Struct, frozen=True):
    """Where a page stands in its list; addresses are empty where there is no such page."""

    number: int
    count: int
    newer: str
    older: str
    urls: Sequence[str]
    """The addresses of all pages, the first one first."""


class ListView(Asking):
    """Lists of articles, terms of taxonomies, archives."""

    articles = asks(lists.articles)
    list_page = asks(lists.list_page)
    size = asks(lists.size)
    archive = Fact(lists.archive)
    terms = asks(sections.terms)
    term = asks(sections.term)

    def pager(self, kind: str, value: str, number: int, per_page: int, url: str) -> Pager:
        """Return the links between the pages of a collection whose first page is at *url*."""
        count = self.ask(lists.page_count, kind, value, per_page)
        urls = [numbered_url(url, page) for page in range(1, count + 1)]
        newer = urls[number - 2] if 1 < number <= count else ""
        older = urls[number] if number < count else ""
        return Pager(number, count, newer, older, urls)

    def tag(self, slug: str) -> Term | None:
        """Return the tag of that slug, if an article has it."""
        term = self.ask(sections.term, "tag", slug)
        return term if isinstance(term, Term) else None

    def author(self, slug: str) -> Author | None:
        """Return the author of that slug, if anyone writes under it."""
        author = self.ask(sections.term, "author", slug)
        return author if isinstance(author, Author) else None
