"""Which pages are stale and why: one function decides and explains."""

from collections.abc import Mapping, Set

import msgspec

from sitegen.disk.stamps import Stamp
from sitegen.engine.reasons import Reason
from sitegen.engine.state.records import PageRecord
from sitegen.model import Page, Question
from sitegen.site.questions.answering import STANDS, Questions, naming

_NEW, _DEFINITION, _OUTPUT = Reason("new"), Reason("definition"), Reason("output")
"""One of each: a cold build has as many reasons as pages."""


class Trace(msgspec.Struct, frozen=True):
    """What the state remembers of all pages and of the questions that they asked."""

    pages: Mapping[str, PageRecord]
    questions: Mapping[int, tuple[Question, bytes]]
    numbers: Mapping[Question, int]
    """The ids of the questions."""

    def changed(self, questions: Questions, texts: Set[str] | None = None) -> set[int]:
        """Return the ids of the questions whose answers have another digest now.

        *texts*: the documents of which alone the texts may be others than when all was recorded.
        """
        known = self.questions
        if texts is not None:
            numbers = [self.numbers[question] for question in naming(self.numbers, texts)]
            known = {number: known[number] for number in numbers}
        return {
            number
            for number, (question, digest) in known.items()
            if (now := questions.digest(question)) != digest and now != STANDS
        }


def find_stale(
    planned: Mapping[str, Page],
    trace: Trace,
    changed: set[int],
    present: Mapping[str, Stamp],
) -> dict[str, Reason]:
    """Return the pages of *planned* that must be rendered, with the reason.

    *changed*: the ids of the questions whose answers are others now.
    """
    reasons = (
        (path, why_stale(page, trace, changed, present.get(path))) for path, page in planned.items()
    )
    return {path: reason for path, reason in reasons if reason is not None}


def why_stale(page: Page, trace: Trace, changed: set[int], stamp: Stamp | None) -> Reason | None:
    """Return why *page* must be rendered, or None when its file is what it would be.

    *stamp* is that of the file in the output now. A page is stale if it was never built, is planned
    otherwise, its file is not the one that was written, or an answer that it was given changed.
    """
    record = trace.pages.get(page.path)
    if record is None:
        return _NEW
    if record.page != page:
        return _DEFINITION
    if record.stamp != stamp:
        return _OUTPUT
    if not changed.isdisjoint(record.asked):
        first = next(number for number in record.asked if number in changed)
        return Reason("question", trace.questions[first][0])
    return None
