"""Pages for the press: its page, the cards of its contacts, the press review by year, its feed."""

from collections.abc import Iterator

from sitegen.model import Page
from sitegen.model.kinds import CONTACT_CARD, COVERAGE, COVERAGE_FEED, COVERAGE_YEAR, PRESS
from sitegen.site.index import Index
from sitegen.site.plan.addresses import own_url, page_at


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
