"""Every question that a page may ask about the site: its answer, and the answer's digest.

Answers are frozen values. The digest is made from the answer itself, so that the two cannot drift
apart: a page whose answers all have the digests they had is the same page.
"""

from collections.abc import Iterable, Set
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from sitegen.digest import NOTHING, digest
from sitegen.errors import PluginError, PluginGoneError
from sitegen.model import Entry, Event, Occurrence, Question
from sitegen.site.answers import Answers
from sitegen.site.questions import (
    agenda,
    calendars,
    documents,
    events,
    letters,
    lists,
    pictures,
    plugins,
    press,
    press_page,
    private,
    sections,
    settings,
    versions,
)
from sitegen.site.questions.kind import QuestionKind

Answer = Any
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
STANDS = b"stands"
"""The digest of what nobody can answer now: it is what it was, whatever that was."""
_OF_NO_ANSWER = digest(_ENCODER.encode(()))

FAMILIES = (
    settings,
    documents,
    lists,
    sections,
    agenda,
    events,
    calendars,
    pictures,
    press,
    press_page,
    letters,
    private,
    plugins,
    versions,
)
KINDS: dict[str, QuestionKind[..., Answer]] = {
    kind.name: kind
    for family in FAMILIES
    for kind in vars(family).values()
    if isinstance(kind, QuestionKind)
}
"""Every kind of question by name."""


def naming(questions: Iterable[Question], documents: Set[str]) -> list[Question]:
    """Return those of *questions* that name one of *documents* (ids), as all about a text do."""
    return [
        question
        for question in questions
        if question.arguments
        and (question.arguments[0] in documents or _is_of_others(question, documents))
    ]


OF_OTHERS = (private.private.name, versions.version.name)
"""What readers of private pages, or those in another language, were asked: `(name, kind, …)`."""


class Asked(NamedTuple):
    """A question, and of whom it is asked."""

    language: str
    """The version of the site; empty: the first."""
    audience: str
    """The readers of private pages; empty: everybody."""
    question: Question


def asked_of(question: Question) -> Asked:
    """Return what *question* asks, and whom: all, or readers of private pages, in a language."""
    language = audience = ""
    while question.kind in OF_OTHERS and len(question.arguments) > 1:
        name, kind, *arguments = question.arguments
        if question.kind == versions.version.name:
            language = str(name)
        else:
            audience = str(name)
        question = Question(str(kind), tuple(arguments))
    return Asked(language, audience, question)


def _is_of_others(question: Question, documents: Set[str]) -> bool:
    """Whether readers of other pages were answered something about one of *documents*."""
    arguments = question.arguments
    if question.kind not in OF_OTHERS:
        return False
    while len(arguments) > 2 and arguments[1] in OF_OTHERS:  # private pages in another language
        arguments = arguments[2:]
    return len(arguments) > 2 and arguments[2] in documents


class Questions:
    """Answers questions about one snapshot, and tells their answers apart."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.index = answers.index
        self.kinds = KINDS | plugins.questions_of(answers.plugins) if answers.plugins else KINDS
        self._digests: dict[Question, bytes] = {}
        self._dates: dict[int, tuple[Event | Occurrence, bytes]] = {}

    def answer(self, question: Question) -> Answer:
        return self.kinds[question.kind].answer(self.answers, *question.arguments)

    def digest(self, question: Question) -> bytes:
        """Return the digest of the answer; a question of no known kind has none (stale state)."""
        kind = self.kinds.get(question.kind)
        if kind is None:
            return b"unknown"
        # To keep what few pages ask takes much room; what others are asked, these know.
        if kind.is_of_document or question.kind in OF_OTHERS:
            return self._digest(question)
        known = self._digests.get(question)
        if known is None:
            known = self._digests[question] = self._digest(question)
        return known

    def forget(self, documents: Set[str]) -> None:
        """Forget the digests of all questions about *documents* (ids)."""
        for question in naming(self._digests, documents):
            del self._digests[question]

    def _digest(self, question: Question) -> bytes:
        kind = self.kinds[question.kind]
        if kind.digest is not None:
            return kind.digest(self.answers, *question.arguments)
        if isinstance(kind, plugins.PluginQuestion):
            return self._digest_of_plugins(kind, question)
        return self._digest_value(kind.answer(self.answers, *question.arguments))

    def _digest_of_plugins(self, kind: plugins.PluginQuestion, question: Question) -> bytes:
        """Return the digest of what a plugin answers; one that fails answers nothing: the pages
        that asked are made, and say why they cannot be.
        """
        try:
            answer = kind.answer(self.answers, *question.arguments)
        except PluginGoneError:
            return STANDS
        except PluginError:
            return b"failed"
        return self._digest_value(answer)

    def _digest_value(self, answer: Answer) -> bytes:
        if isinstance(answer, Entry):
            return self.index.digest_of(answer.id)
        if not isinstance(answer, tuple):
            return digest(_ENCODER.encode(answer))
        if not answer:  # no translation, no frame: so for most documents
            return _OF_NO_ANSWER
        if _is_dated_entry(answer[0]):
            parts = ((self.index.digest_of(entry.id), day) for entry, day in answer)
            return digest(*chain.from_iterable(parts))
        if isinstance(answer[0], Entry) or any(isinstance(member, Entry) for member in answer):
            digest_of = self.index.digest_of
            digests = [digest_of(entry.id) if entry else NOTHING for entry in answer]
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


def _is_dated_entry(answer: Answer) -> bool:
    return isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], Entry)
