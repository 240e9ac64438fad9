"""Pages that help readers: the declaration of accessibility, the search, what is not found."""

from collections.abc import Iterator

from sitegen.model import Page
from sitegen.model.kinds import ACCESSIBILITY, NOT_FOUND, SEARCH
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_at

_NOT_FOUND_FILE = "404.html"


def service_pages(index: Index) -> Iterator[Page]:
    """Yield them; the declaration of accessibility unless a page of the site's own stands there."""
    config = index.config
    if _NOT_FOUND_FILE not in index.assets:
        yield page_at(index, f"/{_NOT_FOUND_FILE}", NOT_FOUND)
    declaration = config.urls.accessibility
    if config.accessibility and declaration not in index.urls.values():
        yield page_at(index, declaration, ACCESSIBILITY)
    if config.search:
        yield page_at(index, config.urls.search, SEARCH)
