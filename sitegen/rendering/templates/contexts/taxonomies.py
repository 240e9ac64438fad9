"""What the lists of articles are given: of a section, a tag, an author …"""

from sitegen.model import Page
from sitegen.model.kinds import SECTION, TERM
from sitegen.rendering.templates.contexts.context import Context, Contexts
from sitegen.rendering.view.site import Site


def section_context(site: Site, page: Page) -> Context:
    section = site.section(page.subject)
    assert section is not None
    introduction = site.body(section.introduction) if section.introduction else ""
    context = _list_context(site, page, "section", section.per_page)
    hosts = site.frame_hosts(section.introduction) if section.introduction else ()
    return context | {"section": section, "introduction": introduction, "frame_hosts": hosts}


def term_context(site: Site, page: Page) -> Context:
    """Return the list of a term, which stands there as `term` and under its taxonomy's name."""
    term = site.term(*page.scope)
    context = _list_context(site, page, page.kind, int(site.setting("per_page")))
    return context | {"term": term, page.kind: term}


def _list_context(site: Site, page: Page, kind: str, per_page: int) -> Context:
    first_url = _first_url(page)
    return {
        "entries": site.list_page(kind, page.subject, page.number, per_page),
        "pager": site.pager(kind, page.subject, page.number, per_page, first_url),
    }


def _first_url(page: Page) -> str:
    return page.url if page.number == 1 else page.url.removesuffix(f"page/{page.number}/")


CONTEXTS: Contexts = {SECTION: section_context, **dict.fromkeys(TERM.values(), term_context)}
