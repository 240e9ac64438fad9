"""Cards of shared links, for texts that have another title. Pure; `drawing.py` draws them.

A card stands at an address that is made of what stands on it. So with another title it is another
file, and what told its address tells another one.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.config import SiteConfig
from sitegen.engine.state.records import AnswerRecord
from sitegen.imaging.recipes import Card
from sitegen.model import Entry, Page
from sitegen.site.picture_plan import pictures_of
from sitegen.site.pictures import Pictures
from sitegen.site.plan.pictures import card_pages
from sitegen.site.questions import pictures as questions
from sitegen.site.questions.recorded import encode_value


class Redrawn(NamedTuple):
    """A card with another title."""

    former: str
    """The path of the file that is gone."""
    former_card: Card
    former_number: int
    """Of the question that it asked, and that nobody asks any more."""
    number: int
    """Of the question that is asked in its place."""
    page: Page
    card: Card


def cards_of(config: SiteConfig, entries: Iterable[Entry]) -> Pictures:
    """Return the cards of *entries*, as the index has them, and what is told of these.

    Of an entry that names an image nothing is known here: whether that can be shown decides.
    """
    return pictures_of(config, {}, [entry for entry in entries if entry.image is None], ())


def told_of(pictures: Pictures, record: AnswerRecord) -> object:
    """Return what *pictures* answer to a question about a card; None where they do not know."""
    question = record.question
    if question.kind == questions.shared_image.name:
        return pictures.shared.get(str(question.arguments[0]))
    if question.kind == questions.card.name:
        return pictures.cards.get(str(question.arguments[0]))
    return None


def redrawn(
    before: Pictures, after: Pictures, former: tuple[int, AnswerRecord], number: int
) -> tuple[Redrawn, AnswerRecord]:
    """Return the card that takes the place of the one that *former* is the question about, with
    the question that it asks; its digest is to be made. *number*: the question's.
    """
    path = str(former[1].question.arguments[0])
    entry_id, _ = before.card_urls[path]
    page = next(page for page in card_pages(after) if page.subject == entry_id)
    card = after.cards[page.path]
    asked = questions.card.question(page.path)
    answer = AnswerRecord(asked, b"", encode_value(card))
    return Redrawn(path, before.cards[path], former[0], number, page, card), answer
