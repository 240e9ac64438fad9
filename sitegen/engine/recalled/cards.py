"""Cards of shared links, for texts that have another title. Pure; `drawing.py` draws them.

A card stands at an address that is made of what stands on it. So with another title it is another
file, and what told its address tells another one.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.config import SiteConfig
from sitegen.engine.state.records import AnswerRecord
from sitegen.imaging.recipes import Card
from sitegen.model import Entry, Page, Question
from sitegen.site.picture_plan import pictures_of
from sitegen.site.pictures import Pictures
from sitegen.site.plan.pictures import card_pages
from sitegen.site.questions import pictures as questions
from sitegen.site.questions.answering import asked_of
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


class Cards:
    """The cards of some entries, as the index has them, and what is told of these.

    Of an entry that names an image they are what is drawn where that cannot be shown: which it was,
    the former answers tell.
    """

    def __init__(self, config: SiteConfig, entries: Iterable[tuple[str, Entry]]) -> None:
        """*entries*: each with the language of the version of the site that has it."""
        by_language: dict[str, list[Entry]] = {}
        for language, entry in entries:
            by_language.setdefault(language, []).append(entry)
        none = pictures_of(config, {}, (), ())
        self._told: dict[str, Pictures] = {}
        self._drawn: dict[str, Pictures] = {}
        """The same at their addresses in the whole output."""
        for language, its in by_language.items():
            own = config.versions[language] if language else config
            told = self._told[language] = pictures_of(own, {}, its, ())
            self._drawn[language] = none.with_files_of(told, own)

    @property
    def paths(self) -> Iterator[str]:
        return (path for drawn in self._drawn.values() for path in drawn.cards)

    def told_of(self, question: Question) -> object:
        """Return the answer to a question about a card; None where nothing is known of it."""
        language, audience, own = asked_of(question)
        if own.kind == questions.shared_image.name and language in self._told and not audience:
            return self._told[language].shared.get(str(own.arguments[0]))
        if question.kind == questions.card.name:
            found = (drawn.cards.get(str(own.arguments[0])) for drawn in self._drawn.values())
            return next(filter(None, found), None)
        return None

    def at(self, path: str) -> tuple[str, str, Card]:
        """Return whose the card at *path* is: a language and an entry's id; and what it shows."""
        language = next(key for key, drawn in self._drawn.items() if path in drawn.cards)
        drawn = self._drawn[language]
        return language, drawn.card_urls[path][0], drawn.cards[path]

    def of(self, language: str, entry_id: str) -> tuple[Page, Card]:
        """Return the card of an entry in a version of the site."""
        drawn = self._drawn[language]
        page = next(page for page in card_pages(drawn) if page.subject == entry_id)
        return page, drawn.cards[page.path]


def redrawn(
    before: Cards, after: Cards, former: tuple[int, AnswerRecord], number: int
) -> tuple[Redrawn, AnswerRecord]:
    """Return the card that takes the place of the one that *former* is the question about, with
    the question that it asks; its digest is to be made. *number*: the question's.
    """
    path = str(former[1].question.arguments[0])
    language, entry_id, former_card = before.at(path)
    page, card = after.of(language, entry_id)
    asked = questions.card.question(page.path)
    answer = AnswerRecord(asked, b"", encode_value(card))
    return Redrawn(path, former_card, former[0], number, page, card), answer
