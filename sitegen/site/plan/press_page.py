"""Pages for the press: its page, cards of contacts, the press review by year, its feed."""

from collections.abc import Iterator

from sitegen.model import Organisation, Page, Scope
from sitegen.model.kinds import (
    CONTACT_CARD,
    COVERAGE,
    COVERAGE_FEED,
    COVERAGE_YEAR,
    ORGANISATION_CARD,
    PRESS,
)
from sitegen.model.taxonomies import ORGANISATION
from sitegen.site.index import Index
from sitegen.site.plan.addresses import own_url, page_at, page_of


def press_pages(index: Index) -> Iterator[Page]:
    """Yield the press page where ``_data/press.yaml`` is; the review where there are mentions."""
    room, urls = index.press_room, index.config.urls
    if room.press is not None:
        yield page_at(index, urls.press, PRESS)
        for contact in room.press.contacts:
            yield page_at(index, own_url(index, contact.card), CONTACT_CARD, contact.slug)
    if room.coverage:
        yield page_at(index, urls.coverage, COVERAGE)
        yield page_at(index, f"{urls.coverage}feed.xml", COVERAGE_FEED)
    for year in room.years():
        yield page_at(index, urls.coverage_of(year), COVERAGE_YEAR, year)
    for slug, organisation in index.terms(ORGANISATION.name).items():
        if isinstance(organisation, Organisation) and organisation.card:
            scope = Scope(ORGANISATION.name, slug)
            yield page_of(index, own_url(index, organisation.card), ORGANISATION_CARD, scope)
