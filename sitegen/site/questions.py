"""Every kind of question that a page may ask about the site: its answer, and the answer's digest.

Answers are frozen values. The digest is made from the answer itself, so that the two cannot drift
apart: a page whose answers all have the digests they had is the same page.
"""

from collections.abc import Callable, Iterable, Set
from itertools import chain
from typing import Any

import msgspec

from sitegen.digest import NOTHING, digest
from sitegen.markup.values import Heading
from sitegen.model import (
    Author,
    Entry,
    Event,
    Moment,
    Node,
    Occurrence,
    Question,
    Section,
    Term,
    Translation,
)
from sitegen.site.agenda_questions import AgendaQuestions
from sitegen.site.assets import Asset
from sitegen.site.collections import page_bounds, page_count
from sitegen.site.guides import guide
from sitegen.site.index import Index
from sitegen.site.news import articles_of_news
from sitegen.site.picture_questions import PictureQuestions
from sitegen.site.plan.feeds import feed_url
from sitegen.site.plan.sitemaps import sitemap_entries
from sitegen.site.urls import with_base

Answer = Any
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_OF_NO_ANSWER = digest(_ENCODER.encode(()))


def about(questions: Iterable[Question], documents: Set[str]) -> list[Question]:
    """Return those of *questions* that name one of *documents* (ids), as all about a text do."""
    return [one for one in questions if one.arguments and one.arguments[0] in documents]


class Questions(AgendaQuestions, PictureQuestions):
    """Answers questions about one snapshot. Bodies and templates come from who holds them."""

    def __init__(
        self,
        index: Index,
        static: dict[str, Asset],
        read_body: Callable[[str], str],
        template_digest: Callable[[str], bytes],
    ) -> None:
        super().__init__(index)
        self._static = static
        self._read_body = read_body
        self._template_digest = template_digest
        self._digests: dict[Question, bytes] = {}
        self._dates: dict[int, tuple[Event | Occurrence, bytes]] = {}

    def answer(self, question: Question) -> Answer:
        return KINDS[question.kind](self, *question.arguments)

    def digest(self, question: Question) -> bytes:
        """Return the digest of the answer; a question of no known kind has none (stale state)."""
        if question.kind in _OF_ONE_DOCUMENT:
            return self._digest(question)
        known = self._digests.get(question)
        if known is None:
            known = self._digests[question] = self._digest(question)
        return known

    def forget(self, documents: Set[str]) -> None:
        """Forget the digests of all questions about *documents* (ids)."""
        for question in about(self._digests, documents):
            del self._digests[question]

    def _digest(self, question: Question) -> bytes:
        if question.kind not in KINDS:
            return b"unknown"
        if question.kind == "body":  # known without reading the body
            return self._body_digest(str(question.arguments[0]))
        if question.kind == "outline":
            return self._outline_digest(str(question.arguments[0]))
        if question.kind == "template":
            return self._template_digest(str(question.arguments[0]))
        if question.kind == "holidays":  # known without the library, whose version is the tool's
            return digest(self.index.config.holidays, self.index.config.language)
        return self._digest_value(self.answer(question))

    def _digest_value(self, answer: Answer) -> bytes:
        if isinstance(answer, Entry):
            return self.index.digest_of(answer.id)
        if answer == ():  # no translation, no frame: so for most documents
            return _OF_NO_ANSWER
        if not isinstance(answer, tuple):
            return digest(_ENCODER.encode(answer))
        if _is_dated_entry(answer[0]):
            parts = ((self.index.digest_of(entry.id), day) for entry, day in answer)
            return digest(*chain.from_iterable(parts))
        if any(isinstance(one, Entry) for one in answer):
            digests = [self.index.digest_of(one.id) if one else NOTHING for one in answer]
            return digest(b"".join(digests))
        if isinstance(answer[0], Event | Occurrence):
            return digest(b"".join(map(self._digest_date, answer)))
        return digest(_ENCODER.encode(answer))

    def _digest_date(self, date: Event | Occurrence) -> bytes:
        """Return the digest of an event or a date; made once: events stand in many answers."""
        _, known = self._dates.get(id(date), (None, b""))
        if not known:
            if isinstance(date, Occurrence):
                times = _ENCODER.encode((date.start, date.end, date.rule_start))
                known = digest(self._digest_date(date.event), times)
            else:
                known = digest(_ENCODER.encode(date))
            self._dates[id(date)] = (date, known)  # kept: no other one can have its id()
        return known

    def _body_digest(self, document_id: str) -> bytes:
        document = self.index.documents.get(document_id)
        is_public = document_id in self.index.entries or (
            document is not None and self.index.section_documents.get(document.folder) is document
        )
        return document.body_digest if document and is_public else b""

    def _outline_digest(self, document_id: str) -> bytes:
        is_shown = document_id in self.index.entries
        return self.index.documents[document_id].outline_digest if is_shown else b""

    # One method for each kind; its name is the kind, its arguments are the question's.

    def setting(self, name: str) -> Answer:
        """A setting of ``site.yaml``."""
        return getattr(self.index.config, name)

    def entry(self, document_id: str) -> Entry | None:
        """A document's metadata, without its body."""
        return self.index.entries.get(document_id)

    def body(self, document_id: str) -> str:
        """A document's HTML; its internal addresses are not resolved yet."""
        return self._read_body(document_id) if self._body_digest(document_id) else ""

    def outline(self, document_id: str) -> tuple[tuple[Heading, ...], int]:
        """A body's headings and how many words it has: no part of the metadata that lists show."""
        if document_id not in self.index.entries:
            return (), 0
        document = self.index.documents[document_id]
        return document.details.headings, document.words

    def frame_hosts(self, document_id: str) -> tuple[str, ...]:
        """Scheme and host of the frames that a body loads when a reader asks for them."""
        return (
            self.index.documents[document_id].frame_hosts if self._body_digest(document_id) else ()
        )

    def address(self, target: str) -> str | None:
        """What an internal link stands for."""
        return self.index.resolve(target)

    def listing(self, kind: str, value: str, offset: int, limit: int) -> tuple[Entry, ...]:
        """A slice of a collection, in its order."""
        return tuple(self.index.collections.members(kind, value)[offset : offset + limit])

    def list_page(self, kind: str, value: str, number: int, per_page: int) -> tuple[Entry, ...]:
        """A page of a collection, from 1."""
        members = self.index.collections.members(kind, value)
        offset, length = page_bounds(len(members), per_page, number)
        return tuple(members[offset : offset + length])

    def page_count(self, kind: str, value: str, per_page: int) -> int:
        return page_count(len(self.index.collections.members(kind, value)), per_page)

    def size(self, kind: str, value: str) -> int:
        """How many articles a collection holds."""
        return len(self.index.collections.members(kind, value))

    def neighbours(self, document_id: str) -> tuple[Entry | None, Entry | None]:
        """The articles before and after in the same section."""
        entry = self.index.entries.get(document_id)
        return self.index.collections.neighbours(entry) if entry else (None, None)

    def related(self, document_id: str, limit: int) -> tuple[Entry, ...]:
        """Articles of the same section, nearest in date."""
        entry = self.index.entries.get(document_id)
        return tuple(self.index.collections.related(entry, limit)) if entry else ()

    def guide(self, trunk: str) -> tuple[Node, ...]:
        """The tree of a guide's pages, by the section that it begins with; empty: the site's."""
        return guide(self.index, trunk)

    def translations(self, document_id: str) -> tuple[Translation, ...]:
        """The pages that say the same in other languages."""
        return self.index.translations.of(document_id)

    def section(self, section_id: str) -> Section | None:
        return self.index.sections.get(section_id)

    def sections(self) -> tuple[Section, ...]:
        """All sections, in the order of ``site.yaml``."""
        return tuple(self.index.sections.values())

    def terms(self, kind: str) -> tuple[Any, ...]:
        """All tags or authors in use with how many articles each has, in order of name."""
        lists = self.index.collections
        terms: dict[str, Any] = lists.tags if kind == "tag" else dict(lists.authors)
        counted = [(term, len(lists.members(kind, slug))) for slug, term in terms.items()]
        return tuple(sorted(counted, key=lambda pair: (pair[0].slug, pair[0].name)))

    def term(self, kind: str, slug: str) -> Term | Author | None:
        """A tag or an author in use."""
        return self.index.collections.term(kind, slug)

    def archive(self) -> tuple[tuple[str, int], ...]:
        """Months that have articles (`2022-03`) with how many, the latest first."""
        lists = self.index.collections.lists
        months = [(value, len(found)) for (kind, value), found in lists.items() if kind == "month"]
        return tuple(sorted(months, reverse=True))

    def feed_address(self, kind: str, value: str) -> str:
        url = feed_url(self.index, kind, value)
        return with_base(self.index.config.base_path, url) if url else ""

    def data(self, name: str) -> Answer:
        """The value of a file of ``content/_data/``, by its name without ending."""
        return self.index.data.get(name)

    def asset(self, path: str) -> Asset | None:
        """A published file of ``content/``."""
        return self.index.assets.get(path)

    def static(self, path: str) -> Asset | None:
        """A file of the theme's ``static/``; one of the site at the same address comes first."""
        return self.index.assets.get(path) or self._static.get(path)

    def option(self, name: str) -> Answer:
        """The value of an option of the theme; None for one that it does not declare."""
        return self.index.config.theme_options.get(name)

    def template(self, name: str) -> bytes:
        """A template with all that it includes, imports and extends."""
        return self._template_digest(name)

    def sitemap(self) -> tuple[tuple[str, Moment | None], ...]:
        """Every address for search engines, with its last change."""
        return tuple(sitemap_entries(self.index))

    def news(self) -> tuple[Entry, ...]:
        """The articles of the last two days."""
        return articles_of_news(self.index)


def _is_dated_entry(answer: Answer) -> bool:
    return isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], Entry)


_OF_ONE_DOCUMENT = frozenset(("body", "entry", "frame_hosts", "neighbours", "outline"))
"""Kinds that few pages ask, and each of another document: to keep their digests takes much room."""
_METHODS = ("answer", "digest", "forget")
KINDS: dict[str, Callable[..., Answer]] = {
    name: method
    for name, method in (vars(AgendaQuestions) | vars(PictureQuestions) | vars(Questions)).items()
    if callable(method) and not name.startswith("_") and name not in _METHODS
}
"""Every kind of question by name."""
