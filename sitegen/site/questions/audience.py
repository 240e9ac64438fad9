"""What the readers of private pages are answered: of theirs by their index, else what all are."""

from sitegen.model import Question
from sitegen.site.access import Readership
from sitegen.site.agenda.event_ids import split_reference
from sitegen.site.answers import Answers
from sitegen.site.questions.answering import KINDS, Questions
from sitegen.site.questions.private import private

_OF_EVENTS = ("event_id", "reference")
_ROUTED = frozenset(
    kind.name
    for kind in KINDS.values()
    if kind.parameters[:1] in (("document_id",), ("section_id",), ("event_id",), ("reference",))
    or {"kind", "value"} <= set(kind.parameters)
) | {"address", "asset", "file_content", "original", "picture", "rendition"}
"""Kinds of questions that may be about what is theirs alone."""


class AudienceQuestions(Questions):
    """Answers one audience: nothing of another one's can be in an answer, since its index has
    nothing of them.
    """

    def __init__(self, answers: Answers, audience: Readership, public: Questions) -> None:
        """*answers*: from the audience's index."""
        super().__init__(answers)
        self._audience = audience
        self._public = public

    @property
    def keys_mark(self) -> bytes:
        return self._audience.ring.identity

    @property
    def files_mark(self) -> bytes:
        return self._audience.files_mark

    def answer(self, question: Question) -> object:
        if self._is_theirs(question):
            return super().answer(question)
        return self._public.answer(question)

    def digest(self, question: Question) -> bytes:
        if self._is_theirs(question):
            return super().digest(question)
        return self._public.digest(question)

    def noted(self, question: Question) -> Question:
        """Return what a page that is sealed is remembered to have asked.

        What may be theirs is asked again of them: today's public answer may be theirs tomorrow.
        """
        if question.kind not in _ROUTED:
            return question
        return Question(private.name, (self._audience.name, question.kind, *question.arguments))

    def _is_theirs(self, question: Question) -> bool:
        if question.kind not in _ROUTED:
            return False
        index, around = self._audience.index, self._audience.index.around
        values = dict(zip(KINDS[question.kind].parameters, question.arguments, strict=True))
        first = str(question.arguments[0])
        if question.kind in ("address", "original", "rendition"):
            return True  # the index asks the public's itself
        if question.kind in ("asset", "file_content"):
            return first in index.assets and (around is None or first not in around.assets)
        if question.kind == "picture":
            return first in self._audience.own_images
        if "document_id" in values:
            return first in self._audience.documents
        if "section_id" in values:
            return bool(index.folders.name_at(first)) and first in index.sections
        if any(name in values for name in _OF_EVENTS):
            return split_reference(first)[0] in index.calendar.events
        value = str(values["value"])
        if values["kind"] == "section":
            return bool(index.folders.name_at(value)) and value in index.sections
        return values["kind"] == "entry" and value in self._audience.documents
