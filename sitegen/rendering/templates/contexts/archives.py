"""What the archives are given: months with how many articles, the articles of a period."""

from sitegen.model import Page
from sitegen.model.kinds import ARCHIVE_MONTH, ARCHIVE_YEAR, ARCHIVES
from sitegen.rendering.templates.contexts.context import Context, Contexts
from sitegen.rendering.view.site import Site


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


CONTEXTS: Contexts = {
    ARCHIVES: archives_context,
    ARCHIVE_YEAR: archive_context,
    ARCHIVE_MONTH: archive_context,
}
