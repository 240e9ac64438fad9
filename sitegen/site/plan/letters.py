"""Pages of the letters that were sent."""

from collections.abc import Iterator

from sitegen.model import Page
from sitegen.model.kinds import LETTER, LETTERS
from sitegen.site.index import Index
from sitegen.site.plan.addresses import own_url, page_at


def letter_pages(index: Index) -> Iterator[Page]:
    """Yield a page for each, and one for all; of one that is being sent nobody knows yet."""
    letters = index.letters.sent
    if letters:
        yield page_at(index, index.config.urls.letters, LETTERS)
    for letter in letters:
        yield page_at(index, own_url(index, letter.url), LETTER, letter.id)
