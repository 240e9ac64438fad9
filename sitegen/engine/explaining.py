"""Why a page is as it is: what it asked, why it was last rendered, what makes it stale now."""

from collections import Counter
from difflib import get_close_matches

import msgspec

from sitegen.engine.inspection import Inspection
from sitegen.engine.reasons import Reason
from sitegen.errors import Diagnostic, UsageError
from sitegen.model import Page, Question
from sitegen.model.kinds import ASSET
from sitegen.names import SECTION_TEXT, is_called, place_of


class AskedQuestion(msgspec.Struct, frozen=True):
    """A question, and whether its answer is another than it was."""

    question: Question
    is_changed: bool
    pages: int = 1
    """How many pages asked it."""


class Explanation(msgspec.Struct, frozen=True):
    """All that is known of a page."""

    page: Page
    built: Reason | None
    """Why it was last rendered; None when it never was."""
    asked: tuple[AskedQuestion, ...]
    stale: Reason | None
    """Why the next build would render it."""


def explain(site: Inspection, name: str) -> Explanation:
    """Return what is known of the page *name*: a path below the output, an address or a source.

    Raises `UsageError` when there is no such page.
    """
    page = _find(site, name)
    record = site.trace.pages.get(page.path)
    questions = site.trace.questions
    asked = tuple(
        AskedQuestion(questions[number][0], number in site.changed)
        for number in (record.asked if record else ())
        if number in questions
    )
    return Explanation(page, record.reason if record else None, asked, site.stale.get(page.path))


def fan_out(site: Inspection, limit: int) -> list[AskedQuestion]:
    """Return the questions that most pages asked: what renders most of the site when it changes."""
    counts: Counter[int] = Counter()
    for record in site.trace.pages.values():
        counts.update(set(record.asked))
    questions = site.trace.questions
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], str(questions[pair[0]][0])))
    return [
        AskedQuestion(questions[number][0], number in site.changed, count)
        for number, count in ranked[:limit]
    ]


def _is_of_source(page: Page) -> bool:
    """Whether *page* is what a file of the content becomes, known by that file's name."""
    return page.traits.is_of_document or page.kind == ASSET.name


def _find(site: Inspection, name: str) -> Page:
    pages = site.plan.pages
    config = site.config
    path = name.removeprefix(config.origin).removeprefix(config.base_path).lstrip("/")
    for candidate in (path, path.removeprefix("output/"), name):
        for ending in ("", "index.html", "/index.html"):
            if candidate + ending in pages:
                return pages[candidate + ending]
    folder = "" if config.content_folder == "." else f"{config.content_folder}/"
    subject = path.removeprefix(folder)
    tag, place = place_of(subject, config.typographies)
    index = site.session.index.version("" if tag == config.language else tag)
    is_text = is_called(place, SECTION_TEXT)
    section = index.sections.get(place.rpartition("/")[0] if is_text else subject.rstrip("/"))
    address = section.url if section else ""
    if is_text and "/" not in place:
        address = f"{index.config.base_path}/"
    for page in pages.values():
        if page.subject == subject and _is_of_source(page):
            return page
        if address == page.url and page.path.endswith("index.html"):
            return page
    document = site.inputs.documents.get(subject)
    if document and not site.session.index.readers.may_read(document):
        raise UsageError(Diagnostic("page-of-hidden", values={"page": name}))
    sources = [f"{folder}{page.subject}" for page in pages.values() if _is_of_source(page)]
    if path != subject:
        near = get_close_matches(path, sources, 1, 0.5)
    else:
        wanted = path if "." in path else f"{path.rstrip('/')}/index.html"
        near = get_close_matches(wanted, [page for page in pages if page != "index.html"], 1, 0.7)
    code = "unknown-page-near" if near else "unknown-page"
    suggestion = near[0] if near else ""
    if suggestion in pages:  # as readers know it
        suggestion = pages[suggestion].url
    values = {"page": name, "suggestion": suggestion}
    raise UsageError(Diagnostic(code, values=values))
