"""What a build leaves in the state: pages with their questions, in one transaction."""

from array import array
from collections.abc import Iterable, Mapping

import msgspec

from sitegen.engine.output import Output
from sitegen.engine.render_stage import Outcome
from sitegen.engine.staleness import Reason, Trace
from sitegen.engine.state import PageRecord, State
from sitegen.engine.tool import tool_digest
from sitegen.site.questions import Questions
from sitegen.sources.scan import Stamp


def restamp(trace: Trace, present: Mapping[str, Stamp], output: Output) -> Trace:
    """Return *trace* with the stamps of files that were only copied: same bytes, another inode.

    A cache restored in CI has every stamp new, and is worth restoring all the same.
    """
    pages = dict(trace.pages)
    for path, known in trace.pages.items():
        stamp = present.get(path)
        if stamp is not None and stamp != known.stamp and output.digest(path) == known.output:
            pages[path] = msgspec.structs.replace(known, stamp=stamp)
    return Trace(pages, trace.questions)


def record(
    state: State,
    kept: Mapping[str, PageRecord],
    trace: Trace,
    outcomes: Iterable[Outcome],
    stale: Mapping[str, Reason],
    questions: Questions,
) -> dict[str, Stamp]:
    """Remember what was rendered, and forget what is not on the site or failed.

    Every question gets the digest of today's answer: a page that is not stale had that answer.
    Return the stamps of the output's files.
    """
    numbers = {question: number for number, (question, _) in trace.questions.items()}
    following = max(trace.questions, default=0) + 1
    pages = {path: known for path, known in kept.items() if path not in stale}
    rendered: dict[str, PageRecord] = {}
    for outcome in outcomes:
        asked = array("I")
        for question in outcome.asked:
            number = numbers.get(question)
            if number is None:
                number = numbers[question] = following
                following += 1
            asked.append(number)
        path = outcome.page.path
        reason = str(stale[path])
        rendered[path] = PageRecord(outcome.page, asked, outcome.content, outcome.stamp, reason)
    in_use: set[int] = set()
    for one in (*pages.values(), *rendered.values()):
        in_use.update(one.asked)
    fresh = [
        (number, question, questions.digest(question))
        for question, number in numbers.items()
        if number in in_use
        and trace.questions.get(number, (None, None))[1] != questions.digest(question)
    ]
    with state.transaction():
        state.put_pages(rendered)
        state.put_restamped(pages)
        state.drop("page", set(trace.pages) - set(pages) - set(rendered))
        state.put_questions(fresh)
        state.drop("question", set(trace.questions) - in_use)
        state.set_meta("tool", tool_digest())
    return {path: one.stamp for path, one in (*pages.items(), *rendered.items())}
