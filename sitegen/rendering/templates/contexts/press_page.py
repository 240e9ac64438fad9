"""What pages for the press are given: latest releases, coming dates, mentions of a year."""

from sitegen.model import Entry, Occurrence, Page
from sitegen.model.kinds import COVERAGE, COVERAGE_YEAR, PRESS
from sitegen.model.press_room import MediaPicture, Press
from sitegen.rendering.templates.contexts.context import Context, Contexts
from sitegen.rendering.view.site import Site
from sitegen.site.urls import slugify

LATEST = 30
"""Mentions on the first page of the press review; the others stand in their years."""
A_YEAR = 10_000


def press_context(site: Site, page: Page) -> Context:
    press = site.press
    assert press is not None  # or the page were not planned
    pictures: dict[str, list[MediaPicture]] = {}
    for picture in press.pictures:
        pictures.setdefault(picture.kind, []).append(picture)
    return {
        "press": press,
        "releases": _releases(site, press),
        "coming": _dates(site, press),
        "pictures": pictures,
        "mentions": site.coverage(4),
    }


def _releases(site: Site, press: Press) -> list[Entry]:
    """Return the latest articles of the sections, pinned or not."""
    limit = press.releases
    scopes = [("section", name) for name in press.sections] or [("all", "")]
    releases = {article.id: article for scope in scopes for article in site.articles(limit, *scope)}
    return sorted(releases.values(), key=_newest_first)[:limit]


def _newest_first(entry: Entry) -> tuple[float, str]:
    return (-entry.date.timestamp if entry.date else 0.0, entry.id)


def _dates(site: Site, press: Press) -> list[Occurrence]:
    wanted = press.agenda
    scopes = [("type", slugify(name)) for name in wanted.types]
    scopes += [("tag", slugify(name)) for name in wanted.tags]
    by_id = {
        (date.event.id, date.start.iso()): date
        for scope in scopes or [("all", "")]
        for date in site.upcoming(wanted.limit, *scope)
    }
    ordered = sorted(by_id.values(), key=lambda entry: (entry.event.has_no_date, entry.sort_key))
    return ordered[: wanted.limit]


def coverage_context(site: Site, page: Page) -> Context:
    return {"mentions": site.coverage(LATEST), "years": site.coverage_years}


def coverage_year_context(site: Site, page: Page) -> Context:
    mentions = site.coverage(A_YEAR, page.subject)
    return {"year": page.subject, "mentions": mentions, "years": site.coverage_years}


CONTEXTS: Contexts = {
    PRESS: press_context,
    COVERAGE: coverage_context,
    COVERAGE_YEAR: coverage_year_context,
}
