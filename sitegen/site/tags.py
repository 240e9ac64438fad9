"""What authors write as tags becomes terms: how each is shown, and where its page is. Pure."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from sitegen.config import SiteConfig
from sitegen.model import Term
from sitegen.model.taxonomies import TAG
from sitegen.site.urls import slugify, with_base
from sitegen.sources.document import Document


def tag_names(documents: Iterable[Document]) -> dict[str, str]:
    """Return how each tag is shown: as most authors spell it, the first in order if they differ."""
    counts = Counter(tag for document in documents for tag in document.front.tags if tag)
    spellings: dict[str, list[str]] = {}
    for tag in counts:
        spellings.setdefault(slugify(tag), []).append(tag)
    return {
        slug: min(names, key=lambda name: (-counts[name], name))
        for slug, names in spellings.items()
    }


def tag_terms(
    documents: Iterable[Document],
    names: Mapping[str, str],
    config: SiteConfig,
    shown: Container[str] | None = None,
) -> dict[str, Term]:
    """Return the term of each tag of *documents*, as it is spelled there.

    *names*: see `tag_names`. *shown*: those that have a page, by slug (None: all of them).
    """
    tags = {tag: slugify(tag) for document in documents for tag in document.front.tags if tag}
    return {
        tag: Term(
            names.get(slug, tag),
            slug,
            with_base(config.base_path, config.urls.of_term(TAG.name, slug)),
        )
        for tag, slug in tags.items()
        if shown is None or slug in shown
    }
