"""What a build leaves in the state: pages with their questions, in one transaction."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat

import msgspec

from sitegen.digest import NOTHING, SIZE
from sitegen.disk.stamps import Stamp
from sitegen.engine.batches import Batch
from sitegen.engine.output import Output
from sitegen.engine.reasons import Reason
from sitegen.engine.stages.compare import Trace
from sitegen.engine.stages.numbering import Numbering
from sitegen.engine.stages.rendered import RenderedPages
from sitegen.engine.stages.texts_alone import Recorded, settle
from sitegen.engine.state.accepted import Published
from sitegen.engine.state.records import NOT_KEPT, NOT_KEPT_EVENTS, PageRecord, entry_key
from sitegen.engine.state.state import State
from sitegen.engine.tool import tool_digest
from sitegen.model import Page, Question
from sitegen.site.questions import documents
from sitegen.site.questions.answering import Questions, asked_of
from sitegen.site.questions.held import OF_EVENTS, WITHOUT_TITLES
from sitegen.site.questions.recorded import (
    encode_answer,
    encode_entry,
)

_ENTRY = documents.entry.name
_OF_TEXTS = frozenset(kind.name for kind in documents.OF_TEXTS)


def restamp(
    pages: Mapping[str, PageRecord], present: Mapping[str, Stamp], output: Output
) -> dict[str, PageRecord]:
    """Return the records of files that were only copied, with their new stamps.

    A cache restored in CI has every stamp new, same bytes in another inode, and is worth restoring
    all the same.
    """
    restamped = {}
    for path, known in pages.items():
        stamp = present.get(path)
        if stamp is not None and stamp != known.stamp and output.digest(path) == known.output:
            restamped[path] = msgspec.structs.replace(known, stamp=stamp)
    return restamped


class Recorder:
    """Gathers what was rendered, in few bytes a page, and writes it down at the end."""

    def __init__(self, trace: Trace, planned: Mapping[str, Page], stale: Mapping[str, Reason]):
        self._trace = trace
        self._planned = planned
        self._stale = stale
        self._numbers = Numbering(trace.numbers, max(trace.questions, default=0) + 1)
        self._rendered = RenderedPages(planned, stale)
        self._digests = bytearray()
        """Of the questions that are new, one after the other; `NOTHING` where it is not known."""
        subjects = (planned[path].subject for path in stale)
        self._words: dict[str, str] = {subject: subject for subject in subjects}
        """Each text of a new question: the same few stand in many, and pages hold most of them."""
        self._recalled = bytearray()
        """By number: 1 for the questions of pages that show a text or title, whose answers are
        kept. A set of them would take eighty times as much."""

    def add(self, batch: Batch) -> None:
        digests = batch.digests or repeat(NOTHING)
        numbers = [self._number(*asked) for asked in zip(batch.questions, digests, strict=False)]
        edited = {
            number
            for number, question in zip(numbers, batch.questions, strict=True)
            if (kind := asked_of(question).question.kind) in _OF_TEXTS or kind not in WITHOUT_TITLES
        }
        recalled: set[int] = set()
        for outcome in batch.outcomes:
            asked = array("I", [numbers[position] for position in array("I", outcome.asked)])
            if not edited.isdisjoint(asked):
                recalled.update(asked)
            page = self._planned[outcome.path]
            self._rendered.add(page, asked, outcome.content, outcome.stamp)
        self._recalled.extend(bytes(self._numbers.following - len(self._recalled)))
        for number in recalled:
            self._recalled[number] = True

    def _number(self, question: Question, digest: bytes) -> int:
        number = self._numbers.known(question)
        if number is None:
            number = self._numbers.add(self._with_one_copy(question))
            self._digests += digest if len(digest) == SIZE else NOTHING
        return number

    def _with_one_copy(self, question: Question) -> Question:
        """Return *question* made of the texts that others hold too: half the bytes."""
        copy = self._words.setdefault
        return Question(
            copy(question.kind, question.kind),
            tuple(
                copy(argument, argument) if isinstance(argument, str) else argument
                for argument in question.arguments
            ),
        )

    def _digest(self, number: int) -> bytes:
        """Return what a worker told of a new question's answer; nothing if none did."""
        at = (number - self._numbers.first) * SIZE
        answer = bytes(self._digests[at : at + SIZE]) if at >= 0 else NOTHING
        return b"" if answer == NOTHING else answer

    def _answer(self, number: int, question: Question, questions: Questions) -> bytes:
        """Return the answer as it is kept; nothing where no page that is recalled asks for it."""
        is_recalled = number < len(self._recalled) and self._recalled[number]
        if not is_recalled:
            return b""
        own = asked_of(question).question
        if own.kind == _ENTRY and not _is_of_another(question, questions):
            return b""  # it is kept by itself
        if kept := encode_answer(question, questions):
            return kept
        if own.kind in OF_EVENTS:
            return NOT_KEPT_EVENTS
        return b"" if own.kind in WITHOUT_TITLES else NOT_KEPT

    def lacks(self, path: str) -> bool:
        """Whether the page at *path* was to be rendered and was not."""
        return path in self._stale and path not in self._rendered

    def record(
        self,
        state: State,
        questions: Questions,
        changed: set[int],
        restamped: Mapping[str, PageRecord],
        site: Recorded,
        taken: Published,
    ) -> Mapping[str, PageRecord]:
        """Remember what was rendered, and forget what is not on the site or failed.

        Every question gets the digest of today's answer: a page that is not stale had that answer.
        *changed*: the questions whose answers are others than the state knows. *site*: what it is
        but for its texts. *taken*: the forms of the sources that it was made from.
        Return what is remembered of the output's files.
        """
        kept = {
            path: known
            for path, known in self._trace.pages.items()
            if path in self._planned and path not in self._stale
        }
        in_use: set[int] = set()
        for record in kept.values():
            in_use.update(record.asked)
        for asked in self._rendered.asked():
            in_use.update(asked)
        known = self._trace.questions
        gone = known.keys() - in_use
        entries_gone = [entry_key(*each) for each in _of_entries(known[n][0] for n in gone)]

        def fresh() -> Iterator[tuple[int, Question]]:  # in no list: there are half a million
            for question, number in self._numbers.items():
                if number in in_use and (number in changed or number not in known):
                    yield number, question

        rows = (
            (
                number,
                question,
                self._digest(number) or questions.digest(question),
                self._answer(number, question, questions),
            )
            for number, question in fresh()
        )
        with state.transaction():
            state.put_pages(self._rendered)
            state.put_restamped({path: stamp for path, stamp in restamped.items() if path in kept})
            state.drop("page", self._trace.pages.keys() - kept.keys() - self._rendered.keys())
            # First entries: with the questions what is known of them is another.
            state.put_entries(_entries((question for _, question in fresh()), questions))
            state.put_questions(rows)
            state.drop("question", gone)
            state.drop("entry", entries_gone)
            state.set_meta("tool", tool_digest())
            settle(state, site)
            taken.record(state)
        return {**kept, **self._rendered} if kept else self._rendered


def _of_entries(asked: Iterable[Question]) -> Iterator[tuple[str, str]]:
    """Yield the entries of public pages that questions ask for: each language, with the id."""
    for language, audience, own in map(asked_of, asked):
        if own.kind == _ENTRY and not audience:
            yield language, str(own.arguments[0])


def _entries(asked: Iterable[Question], questions: Questions) -> Iterator[tuple[str, bytes]]:
    """Yield the entries that questions ask for, each by its key as it is kept."""
    index = questions.index
    for language, entry_id in _of_entries(asked):
        entry = index.version(language).entries.get(entry_id)
        yield entry_key(language, entry_id), encode_entry(entry) if entry else b""


def _is_of_another(question: Question, questions: Questions) -> bool:
    """Whether a question for an entry is answered with that of another document: a translation."""
    entry = questions.answer(question)
    return entry is not None and entry.id != asked_of(question).question.arguments[0]
