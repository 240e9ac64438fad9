"""Which template renders each kind of page, and what it is given beside `site` and `page`."""

from collections.abc import Callable
from typing import Any

from sitegen.model import Page
from sitegen.rendering.templates import agenda_contexts as agenda
from sitegen.rendering.view.site import Site

Context = dict[str, Any]


def entry_context(site: Site, page: Page) -> Context:
    entry = site.entry(page.subject)
    headings, words = site.ask("outline", page.subject)
    body = site.body(page.subject)
    hosts = site.frame_hosts(page.subject)
    return {
        "entry": entry,
        "body": body,
        "headings": headings,
        "words": words,
        "frame_hosts": hosts,
    }


def home_context(site: Site, page: Page) -> Context:
    return {
        "introduction": site.body(page.subject) if page.subject else "",
        "frame_hosts": site.frame_hosts(page.subject) if page.subject else (),
    }


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


def archives_context(site: Site, page: Page) -> Context:
    years: dict[str, list[tuple[str, int]]] = {}
    for month, count in site.archive:
        years.setdefault(month[:4], []).append((month, count))
    return {"years": years}


def archive_context(site: Site, page: Page) -> Context:
    kind = "year" if len(page.subject) == 4 else "month"
    total = site.size(kind, page.subject)
    entries = site.articles(total, kind, page.subject)
    return {"period": page.subject, "entries": entries, "total": total}


def redirect_context(site: Site, page: Page) -> Context:
    return {"entry": site.entry(page.subject)}


def no_context(site: Site, page: Page) -> Context:
    return {}


def layout_of(site: Site, context: Context) -> str:
    """Return the layout of the page that is shown in *context*; empty for the usual one."""
    section = context["section"] if "section" in context else context["entry"].section
    return section.layout if section else str(site.setting("layout"))


TEMPLATES: dict[str, tuple[str, Callable[[Site, Page], Context]]] = {
    "home": ("home.html", home_context),
    "article": ("article.html", entry_context),
    "page": ("page.html", entry_context),
    "section": ("section.html", section_context),
    "tags": ("tags.html", no_context),
    "tag": ("tag.html", tag_context),
    "authors": ("authors.html", no_context),
    "author": ("author.html", author_context),
    "archives": ("archives.html", archives_context),
    "archive_year": ("archive.html", archive_context),
    "archive_month": ("archive.html", archive_context),
    "agenda": ("agenda.html", agenda.coming_context),
    "agenda_past": ("agenda_past.html", agenda.past_context),
    "agenda_filter": ("agenda_filter.html", agenda.filter_context),
    "agenda_subscribe": ("agenda_subscribe.html", agenda.subscribe_context),
    "agenda_year": ("agenda_year.html", agenda.year_context),
    "agenda_month": ("agenda_month.html", agenda.month_context),
    "accessibility": ("accessibility.html", no_context),
    "search": ("search.html", no_context),
    "not_found": ("404.html", no_context),
    "redirect": ("redirect.html", redirect_context),
}
"""Kind of page to its template and the function that makes its context."""
