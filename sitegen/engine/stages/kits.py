"""What goes to the press with releases: what can be made here, and which pages tell of it."""

from collections.abc import Iterable, Mapping, Set

from sitegen.engine.reasons import Reason
from sitegen.engine.stages.compare import Trace
from sitegen.errors import Diagnostic
from sitegen.model import Page
from sitegen.model.kinds import PRESS_PICTURES, PRESS_TEXT, SEALED
from sitegen.site.index import Index
from sitegen.site.questions import press
from sitegen.site.questions.answering import Questions
from sitegen.site.questions.versions import in_version

WITHOUT_SOFTWARE = (PRESS_TEXT.name, PRESS_PICTURES.name)
"""The kinds that need nothing but sitegen."""


def is_of_kit(page: Page, index: Index) -> bool:
    """Whether *page* is part of a kit, or one that is sealed."""
    return natural(page, index).traits.made == "kit"


def natural(page: Page, index: Index) -> Page:
    """Return *page*, or of one that is sealed what it was if it were public."""
    if page.kind != SEALED.name:
        return page
    return index.version(page.language).audiences[page.scope.value].natural[page.path]


def makeable(pages: list[Page], index: Index) -> tuple[list[Page], list[Diagnostic]]:
    """Return those of *pages*, parts of kits, that can be made here, and why the others cannot.

    What is missing is no mistake of a document: its page is published, and of the kit what there
    was stays.
    """
    simple = [page for page in pages if natural(page, index).kind in WITHOUT_SOFTWARE]
    if len(simple) == len(pages):
        return pages, []
    from sitegen.rendering.press.software import software_problem

    problem = software_problem()
    return (pages, []) if problem is None else (simple, [problem])


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
    documents = {(page.language, page.subject) for page in kits if page.traits.made == "kit"}
    for language, document_id in documents:
        question = in_version(language, press.kit.question(document_id))
        number = trace.numbers.get(question)
        if number is not None and questions.digest(question) != trace.questions[number][1]:
            changed.add(number)
    reasons = {}
    if changed:
        for path, record in trace.pages.items():
            number = next((number for number in record.asked if number in changed), None)
            if number is not None and path in planned and path not in stale:
                reasons[path] = Reason("question", trace.questions[number][0])
    return reasons, changed
