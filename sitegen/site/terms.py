"""The terms of articles: what each has of the taxonomies that the site has pages for."""

from collections.abc import Container, Iterable
from functools import lru_cache

from sitegen.config import SiteConfig
from sitegen.model import TAXONOMIES, AnyTerm, Entry, Scope, Taxonomy, Term
from sitegen.model.kinds import OVERVIEW, TERM
from sitegen.site.urls import slugify, with_base


class Terms:
    """Finds the terms of an article."""

    def __init__(self, config: SiteConfig, taxonomies: Iterable[Taxonomy]) -> None:
        self.taxonomies = tuple(taxonomies)
        """Those that the site has pages for."""
        self._of_articles = [
            (taxonomy, taxonomy.terms_of) for taxonomy in self.taxonomies if taxonomy.terms_of
        ]
        self._config = config
        self._named: dict[tuple[str, str], Term] = {}

    def of(self, entry: Entry) -> list[tuple[Taxonomy, AnyTerm]]:
        """Return each term of *entry* with its taxonomy."""
        return [
            (taxonomy, self._named_term(taxonomy.name, term) if isinstance(term, str) else term)
            for taxonomy, terms_of in self._of_articles
            for term in terms_of(entry)
        ]

    def scopes(self, entry: Entry) -> tuple[Scope, ...]:
        """Return whose calendars hold the events that *entry* announces, beside that of all."""
        return tuple(
            _scope(taxonomy.name, term.slug)
            for taxonomy, term in self.of(entry)
            if taxonomy.has_calendar
        )

    def _named_term(self, taxonomy: str, name: str) -> Term:
        """Return the term that is nothing but its *name*, as it is written first."""
        slug = slugify(name)
        known = self._named.get((taxonomy, slug))
        if known is None:
            url = with_base(self._config.base_path, self._config.urls.of_term(taxonomy, slug))
            known = self._named[taxonomy, slug] = Term(name, slug, url)
        return known


@lru_cache(maxsize=4096)  # events share few, and each has several
def _scope(taxonomy: str, slug: str) -> Scope:
    return Scope(taxonomy, slug)


def shown_taxonomies(templates: Container[str] | None) -> tuple[Taxonomy, ...]:
    """Return the taxonomies that a theme with these *templates* has pages for (None: any)."""
    return tuple(
        taxonomy
        for taxonomy in TAXONOMIES.values()
        if taxonomy.is_for_every_theme
        or templates is None
        or all(pages[taxonomy.name].template in templates for pages in (TERM, OVERVIEW))
    )
