"""What the lists of articles are given: of a section, a tag, an author."""

from sitegen.model import Page
from sitegen.model.kinds import AUTHOR, SECTION, TAG
from sitegen.rendering.templates.contexts.context import Context, Contexts
from sitegen.rendering.view.site import Site


def section_context(site: Site, page: Page) -> Context:
    section = site.section(page.subject)
    assert section is not None
    introduction = site.body(section.introduction) if section.introduction else ""
    context = _list_context(site, page, "section", section.per_page)
    hosts = site.frame_hosts(section.introduction) if section.introduction else ()
    return context | {"section": section, "introduction": introduction, "frame_hosts": hosts}


def tag_context(site: Site, page: Page) -> Context:
    per_page = int(site.setting("per_page"))
    return _list_context(site, page, "tag", per_page) | {"term": site.tag(page.subject)}


def author_context(site: Site, page: Page) -> Context:
    per_page = int(site.setting("per_page"))
    return _list_context(site, page, "author", per_page) | {"author": site.author(page.subject)}


def _list_context(site: Site, page: Page, kind: str, per_page: int) -> Context:
    first_url = _first_url(page)
    return {
        "entries": site.list_page(kind, page.subject, page.number, per_page),
        "pager": site.pager(kind, page.subject, page.number, per_page, first_url),
    }


def _first_url(page: Page) -> str:
    return page.url if page.number == 1 else page.url.removesuffix(f"page/{page.number}/")


CONTEXTS: Contexts = {SECTION: section_context, TAG: tag_context, AUTHOR: author_context}
