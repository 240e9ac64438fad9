"""Pages that show an edited text or title, rendered from answers."""

import gc
from collections.abc import Mapping
from typing import NamedTuple

from sitegen.engine.reasons import Reason
from sitegen.engine.recalled.answers import RecalledQuestions
from sitegen.engine.recalled.answers_now import Answers, hold_against_digests
from sitegen.engine.recalled.kits import told_sizes
from sitegen.engine.state.records import PageRecord
from sitegen.engine.state.state import State
from sitegen.engine.workers.time_limit import limit_time
from sitegen.rendering.render import Renderer

Stale = Mapping[str, tuple[PageRecord, Reason]]
"""Pages by path, each with why it is to be made."""


class MadePage(NamedTuple):
    """A page that shows an edited text or title, made anew."""

    record: PageRecord
    asked: tuple[int, ...]
    content: bytes
    reason: Reason


class Recalling(NamedTuple):
    """What pages are rendered from."""

    state: State
    questions: RecalledQuestions
    renderer: Renderer
    others: Answers
    """Those that are others now; more come when kits are made."""


def render_pages(stale: Stale, recalling: Recalling) -> dict[str, MadePage] | None:
    """Return the *stale* pages; None where one cannot be made so. Raises `UnansweredError`."""
    state, questions, renderer, others = recalling
    pages = {}
    for path, (record, reason) in stale.items():
        known = _as_now(state.answers(record.asked), others)
        questions.know(known)
        hold_against_digests(questions, known, others)
        rendered, wrong = renderer.render(record.page)
        numbers = {answer.question: number for number, answer in known.items()}
        if rendered is None or wrong or not all(question in numbers for question in rendered.asked):
            return None
        asked = tuple(numbers[question] for question in rendered.asked)
        pages[path] = MadePage(record, asked, rendered.content, reason)
    return pages


def render_kits(kits: Stale, recalling: Recalling) -> dict[str, MadePage] | None:
    """Return what `render_pages` does, of parts of *kits*: those of one together, each kit in a
    bounded time.
    """
    pages: dict[str, MadePage] = {}
    if not kits:
        return pages
    from sitegen.engine.stages.render import KIT_SECONDS  # where a kit is made

    by_kit: dict[tuple[str, str], dict[str, tuple[PageRecord, Reason]]] = {}
    for path, given in kits.items():
        page = given[0].page
        by_kit.setdefault((page.language, page.subject), {})[path] = given
    for kit in by_kit.values():
        with limit_time(KIT_SECONDS) as limit, limit.running():
            made = render_pages(kit, recalling)
        if made is None:
            return None
        pages |= made
        gc.collect(0)  # as `kit_chunk` does
    return pages


def told_of_kits(recalling: Recalling, kits: Mapping[str, MadePage]) -> Answers:
    """Return the answers that tell how large *kits* are, where they are others now."""
    state, questions = recalling.state, recalling.questions
    sizes = {made.record.page: len(made.content) for made in kits.values()}
    subjects = {page.subject for page in sizes}
    asked = {number for subject in subjects for number in state.questions_about(subject)}
    return told_sizes(state.answers(sorted(asked)), questions, sizes)


def _as_now(known: Answers, others: Answers) -> Answers:
    """Return *known* answers, in place of those that are kept otherwise now the *others*."""
    kept = {number: now for number in known if (now := others.get(number)) and now.answer}
    return {**known, **kept}
