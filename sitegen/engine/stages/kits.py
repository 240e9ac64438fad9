"""What goes to the press with releases: what can be made here, and which pages tell of it."""

from collections.abc import Iterable, Mapping, Set

from sitegen.engine.stages.compare import Trace
from sitegen.engine.state.records import Reason
from sitegen.errors import Diagnostic
from sitegen.model import Page
from sitegen.model.kinds import PRESS_PICTURES, PRESS_TEXT
from sitegen.site.questions import press
from sitegen.site.questions.answering import Questions

WITHOUT_SOFTWARE = (PRESS_TEXT.name, PRESS_PICTURES.name)
"""The kinds that need nothing but sitegen."""


def makeable(pages: list[Page]) -> tuple[list[Page], list[Diagnostic]]:
    """Return those of *pages*, parts of kits, that can be made here, and why the others cannot.

    What is missing is no mistake of a document: its page is published, and of the kit what there
    was stays.
    """
    if all(page.kind in WITHOUT_SOFTWARE for page in pages):
        return pages, []
    from sitegen.rendering.press.software import software_problem

    problem = software_problem()
    if problem is None:
        return pages, []
    return [page for page in pages if page.kind in WITHOUT_SOFTWARE], [problem]


def told_otherwise(
    kits: Iterable[Page],
    planned: Mapping[str, Page],
    stale: Mapping[str, Reason],
    trace: Trace,
    questions: Questions,
) -> tuple[dict[str, Reason], Set[int]]:
    """Return the pages that tell of *kits* which are others now, beyond those that are *stale*.

    How large a file of a kit is, is known once it is made. Return too the ids of the questions
    whose answers that changed.
    """
    changed = set()
    for document_id in {page.subject for page in kits}:
        question = press.kit.question(document_id)
        number = trace.numbers.get(question)
        if number is not None and questions.digest(question) != trace.questions[number][1]:
            changed.add(number)
    found = {}
    if changed:
        for path, record in trace.pages.items():
            number = next((one for one in record.asked if one in changed), None)
            if number is not None and path in planned and path not in stale:
                found[path] = Reason("question", trace.questions[number][0])
    return found, changed
