"""Which answers are others after edits of texts and titles, and which pages were given them."""

from collections.abc import Mapping

from msgspec.structs import replace

from sitegen.engine.reasons import Reason
from sitegen.engine.recalled.answers import RecalledQuestions
from sitegen.engine.recalled.edits import Edit
from sitegen.engine.recalled.titles import Retitled, Retold, answers_retitled
from sitegen.engine.state.records import AnswerRecord, PageRecord
from sitegen.engine.state.state import State
from sitegen.site.audiences import SCOPE
from sitegen.site.questions import documents
from sitegen.site.questions.answering import asked_of, naming
from sitegen.site.questions.recorded import UnansweredError

MOST = 256
"""Pages that show an edited text or title, up to which this is the shorter way."""
_OF_TEXTS = frozenset(kind.name for kind in documents.OF_TEXTS)
_ENTRY = documents.entry.name
_MADE = ("template", "writer", "kit")

Answers = dict[int, AnswerRecord]
"""By the numbers of the questions."""


def other_answers(
    state: State,
    before: RecalledQuestions,
    after: RecalledQuestions,
    edited: Mapping[str, Edit],
    retitled: Mapping[str, Retitled],
) -> Retold | None:
    """Return the answers that are others now that texts are *edited*, some of them *retitled*, and
    the cards that are; None: more may be others.

    *before* answers with the entries as they were, *after* as they are.
    Raises `UnansweredError` where an answer is not the one that was recorded.
    """
    retold = answers_retitled(state, before, after, retitled)
    if retold is None:
        return None
    others = dict(retold.answers)
    for document_id, edit in edited.items():
        if not any(document_id in each.index.entries for each in after.everywhere):
            return None  # it is not public: its index knows for whom it is
        about = state.questions_about(document_id)
        named = set(naming((question for question, _ in about.values()), {document_id}))
        told = _OF_TEXTS | {_ENTRY} if edit.has_other_title else _OF_TEXTS
        for number, (question, recorded) in about.items():
            asked = asked_of(question)
            if question not in named or asked.question.kind not in told:
                continue
            if asked.audience:
                return None  # a page that is sealed shows it
            known = state.answers([number])
            after.know(known)  # the entry may be that of a translation
            now = after.digest(question)
            if now != recorded and number not in others:
                others[number] = replace(known[number], digest=now)
    return retold._replace(answers=others)


def pages_given(state: State, others: Answers) -> dict[str, tuple[PageRecord, Reason]] | None:
    """Return the pages that asked for *others*, by path, each with why it is stale.

    None: there are many, or some that are made otherwise than from answers.
    """
    stale: dict[str, tuple[PageRecord, Reason]] = {}
    for path, record in state.pages_asking(others).items():
        if record.page.traits.made not in _MADE or len(stale) == MOST:
            return None
        if record.page.scope.kind == SCOPE:
            return None  # it is sealed
        first = next(number for number in record.asked if number in others)
        stale[path] = (record, Reason("question", others[first].question))
    return stale


def hold_against_digests(questions: RecalledQuestions, known: Answers, others: Answers) -> None:
    """Raise `UnansweredError` unless all answers of *questions* are those that were given."""
    for number, record in known.items():
        digest = others[number].digest if number in others else record.digest
        if questions.digest(record.question) != digest:
            raise UnansweredError(str(record.question))
