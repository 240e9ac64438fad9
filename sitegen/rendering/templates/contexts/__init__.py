"""What each kind of page is given beside `site` and `page`: a module for each family."""

from sitegen.model import Page
from sitegen.rendering.templates.contexts import (
    agenda,
    archives,
    articles,
    letters,
    press_page,
    private,
    services,
    taxonomies,
)
from sitegen.rendering.templates.contexts.context import Context
from sitegen.rendering.view.site import Site

__all__ = ["Context", "context_of", "layout_of"]

_MAKERS = {
    kind.name: make
    for family in (articles, taxonomies, archives, agenda, press_page, letters, services, private)
    for kind, make in family.CONTEXTS.items()
}


def context_of(site: Site, page: Page) -> Context:
    """Return what the template of *page* is given; empty for kinds that show `site` alone."""
    make = _MAKERS.get(page.kind)
    return make(site, page) if make else {}


def layout_of(site: Site, context: Context) -> str:
    """Return the layout of the page that is shown in *context*; empty for the usual one."""
    section = context["section"] if "section" in context else context["entry"].section
    return section.layout if section else str(site.setting("layout"))
