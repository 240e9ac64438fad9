"""Bring the output up to date after an edit of texts and titles, without the rest of the site.

What the last build recorded stands: all its inputs but these are what they were, no instant has
passed at which the site changes, and the output is what it left. Then index, plan and all answers
but those about the texts, or with the titles, are what they were, too. Where anything is not so,
nothing is written, and the whole way is gone.
"""

from array import array
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.digest import digest
from sitegen.disk.stamps import Stamp
from sitegen.engine.compiled_themes import know_compiled
from sitegen.engine.configuring import Configuration
from sitegen.engine.options import BuildReport, Progress
from sitegen.engine.output import Output
from sitegen.engine.recalled.answers import RecalledIndex, RecalledQuestions
from sitegen.engine.recalled.answers_now import (
    Answers,
    hold_against_digests,
    other_answers,
    pages_given,
)
from sitegen.engine.recalled.cards import Redrawn
from sitegen.engine.recalled.edits import Edit, as_recorded, bodies, edits
from sitegen.engine.recalled.found import Recalled
from sitegen.engine.recalled.titles import Retitled, retitled_entries
from sitegen.engine.recalled.told import changes_of, note_told
from sitegen.engine.stages.contents import is_data
from sitegen.engine.stages.parse import parse_settings
from sitegen.engine.stages.read_data import read_data
from sitegen.engine.stages.read_theme import theme_of
from sitegen.engine.stages.scan import Scan
from sitegen.engine.stages.texts_alone import forget_metadata
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.mentions import with_mentions
from sitegen.engine.state.records import PageRecord, Reason
from sitegen.engine.state.state import State
from sitegen.engine.timing.watch import Watch
from sitegen.engine.unchanged import forget, remember
from sitegen.errors import BrokenStateError, SitegenError
from sitegen.names import CONTENT
from sitegen.plugins.known import plugins_of
from sitegen.rendering.render import Renderer
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.rendering.templates.theme import ThemeTemplates
from sitegen.site.editions import Noted
from sitegen.site.questions.recorded import UnansweredError, encode_entry
from sitegen.theme.folders import Theme, static_files
from sitegen.wording.phrases import with_gaps


class MadePage(NamedTuple):
    """A page that shows an edited text or title, made anew."""

    record: PageRecord
    asked: tuple[int, ...]
    content: bytes
    reason: Reason


class Made(NamedTuple):
    """What came of an edit."""

    answers: Answers
    """Those that are others now."""
    pages: dict[str, MadePage]
    """Those that were given them, by path."""
    cards: tuple[Redrawn, ...] = ()
    """Those with another title."""


def bring_texts(
    recalled: Recalled,
    suspected: list[str],
    configuration: Configuration,
    progress: Progress,
    watch: Watch,
) -> BuildReport | None:
    """Bring the output up to date and return what was done; None where that takes the whole way.

    *suspected*: the documents whose stamps are others (`suspects`).
    """
    _, disk, standing, seen, listed, memory = recalled
    state, config = disk.state, configuration.config
    if config.languages or (memory and config.search):  # the preview leaves the index for later
        return None
    if any(told.path.endswith(suspect) for told in standing.diagnostics for suspect in suspected):
        return None  # it may be told of another line
    shared = parse_settings(config, configuration.chain.shortcodes, configuration.plugins)
    read = edits(suspected, seen.scan, state, shared)
    if read is None:
        return None
    edited, sources = read
    watch.lap("parse", len(edited), seen.file_count)
    report = BuildReport(
        planned=standing.planned,
        diagnostics=list(standing.diagnostics),
        withheld=standing.withheld,
        until=standing.until,
        parsed=tuple(edited),
        plugins=configuration.plugins,
        url=config.url,
    )
    retitled = retitled_entries(state, edited, configuration, standing.diagnostics)
    if retitled is None:
        return None
    try:
        made = _make(recalled, configuration, edited, retitled) if edited else Made({}, {})
    except (*BROKEN, SitegenError):
        raise
    except Exception:  # what was kept is not all that is asked: the whole way finds out, or tells
        return None
    drawn = _draw(recalled, made.cards) if made else None
    if made is None or drawn is None:
        return None
    written = drawn | _write(made.pages, disk.output, report)
    _replace_cards(made.cards, drawn, disk.output, report)
    progress("render", len(written), len(written))
    watch.lap("render", len(written))
    with state.transaction():
        state.put_sources(sources)
        if edited:
            state.put_bodies(bodies(edited))
            state.put_documents(
                {key: edit.result.record for key, edit in edited.items() if edit.result.record}
            )
            state.settle_documents()
            state.put_pages(written)
            state.drop("page", report.removed)
            state.drop("question", [card.former_number for card in made.cards])
            state.put_entries((key, encode_entry(each.after)) for key, each in retitled.items())
            state.put_questions(
                (number, now.question, now.digest, now.answer)
                for number, now in made.answers.items()
            )
            if retitled:
                forget_metadata(state)
            note_told(recalled, edited, retitled)
    watch.lap("record", len(written))
    report.changes = changes_of(state, edited, retitled) if recalled.is_told else None
    stamps = {path: record.stamp for path, record in written.items()}
    is_searched = bool(config.search and edited)
    has_other_names = is_searched or bool(report.removed)
    present = dict(recalled.present()) if memory or has_other_names else {}
    present |= stamps
    for path in report.removed:
        del present[path]
    if is_searched:
        present = _bring_index(recalled, configuration, written, present, report)
        watch.lap("search")
    recorded = as_recorded(seen.scan, state)
    is_done = not (report.errors or report.is_index_due)
    if recorded is None or not is_done:
        forget(state)
    else:
        others = seen.tree.stamps_of(recorded.content[key] for key in seen.others or ())
        output = recalled.output
        with state.transaction():
            content_stamps = seen.tree.keep_more(state, seen.look, others)
            left = (
                output.keep(state, present)
                if has_other_names
                else output.keep_more(state, listed, stamps)
            )
            remember(state, replace(standing, content_stamps=content_stamps, output=left))
    if memory:
        memory.go_round(present)
    return report


def _make(
    recalled: Recalled,
    configuration: Configuration,
    edited: Mapping[str, Edit],
    retitled: Mapping[str, Retitled],
) -> Made | None:
    """Return what is made of the *edited* documents, of which some are *retitled*.

    None where more is another, or takes the whole way. Raises `UnansweredError` likewise.
    """
    state = recalled.disk.state
    theme = _theme(recalled.scan, configuration, state)
    before = _questions(recalled, configuration, theme, edited)
    entries = {key: each.after for key, each in retitled.items()}
    questions = before.retitled(entries) if entries else before
    retold = other_answers(state, before, questions, edited, retitled)
    stale = pages_given(state, retold.answers) if retold else None
    if retold is None or stale is None:
        return None
    others, cards = retold
    if cards and not _can_be_drawn(recalled, cards):
        return None
    language, plugins = configuration.config.language, plugins_of(configuration.plugins)
    last = recalled.memory.last_build if recalled.memory else None
    templates = last.session.templates_of(theme, language, plugins) if last else None
    know_compiled()
    templates = templates or ThemeTemplates(theme, language, plugins=plugins)
    renderer = Renderer(questions, templates)
    pages: dict[str, MadePage] = {}
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
    return Made(others, pages, tuple(cards))


def _as_now(known: Answers, others: Answers) -> Answers:
    """Return *known* answers, in place of those that are kept otherwise now the *others*."""
    kept = {number: now for number in known if (now := others.get(number)) and now.answer}
    return {**known, **kept}


def _can_be_drawn(recalled: Recalled, cards: Iterable[Redrawn]) -> bool:
    """Whether *cards* are to be drawn now, at addresses where nothing else stands."""
    present = recalled.present() if cards else {}
    is_free = not any(card.page.path in present for card in cards)
    return recalled.options.with_images and is_free


def _questions(
    recalled: Recalled,
    configuration: Configuration,
    theme: Theme,
    edited: Mapping[str, Edit],
) -> RecalledQuestions:
    state, content = recalled.disk.state, recalled.scan.content

    def data() -> dict[str, object]:
        files = {key[len(CONTENT) + 1 :]: source for key, source in content.items() if is_data(key)}
        return read_data(files, recalled.scan)[0]

    def noted() -> Mapping[str, Noted]:
        from sitegen.engine.published_file import read_published  # where a title's event is listed

        published = read_published(recalled.options.root)
        return published.listing.known().events if published else {}

    index = RecalledIndex(
        state,
        configuration.config,
        {key: edit.after for key, edit in edited.items()},
        data,
        noted,
    )

    def body(key: str) -> str:
        html = edited[key].result.body if key in edited else state.body(key)
        if digest(html) != index.documents[key].body_digest:  # SQLite keeps no checksums
            raise BrokenStateError(with_gaps("the text of {page} is damaged", page=key))
        return html

    naming_plugins = plugins_of(configuration.plugins).naming
    closures = TemplateClosures(theme, configuration.config.language, naming_plugins)
    return RecalledQuestions(index, body, closures.digest)


def _theme(scan: Scan, configuration: Configuration, state: State) -> Theme:
    theme, wrong = theme_of(
        scan, static_files(scan.layers, configuration.chain.without)[1], configuration.plugins
    )
    if wrong:
        raise UnansweredError
    return with_mentions(theme, state)


def _write(
    made: Mapping[str, MadePage], output: Output, report: BuildReport
) -> dict[str, PageRecord]:
    """Bring the pages to the output; return what is remembered of them."""
    written = {}
    for path, page in made.items():
        content, stamp, is_written = output.bring(path, page.content, is_there=True)
        written[path] = PageRecord(
            page.record.page, array("I", page.asked), content, stamp, page.reason
        )
        report.rendered[path] = page.reason
        if is_written:
            report.written.append(path)
    report.done = len(made)
    return written


def _draw(recalled: Recalled, cards: Collection[Redrawn]) -> dict[str, PageRecord] | None:
    """Draw *cards*; return what is remembered of them, None where one could not be drawn."""
    if not cards:
        return {}
    from sitegen.engine.recalled.drawing import draw  # what draws is loaded where that is wanted

    return draw(recalled, cards)


def _replace_cards(
    cards: Iterable[Redrawn],
    drawn: Mapping[str, PageRecord],
    output: Output,
    report: BuildReport,
) -> None:
    """Remove the cards in whose place others are *drawn*, and note both."""
    report.removed = sorted(card.former for card in cards)
    output.remove(report.removed)
    report.rendered |= {path: record.reason for path, record in drawn.items()}
    report.written += drawn
    report.made += len(drawn)
    report.done += len(drawn)


def _bring_index(
    recalled: Recalled,
    configuration: Configuration,
    written: Mapping[str, PageRecord],
    stamps: Mapping[str, Stamp],
    report: BuildReport,
) -> dict[str, Stamp]:
    """Bring the search index up to date; return the stamps of the output.

    Its pages are those that it had: of the others it knows what the state does.
    """
    from sitegen.engine.search.search_index import (  # where that is wanted
        SearchIndex,
        pages_to_index,
    )

    state, output = recalled.disk.state, recalled.disk.output
    present = recalled.present()
    index = SearchIndex(state, output, present, configuration.config.language, "")
    pages = index.known_pages()
    if pages is None:
        records = state.pages()
        planned = {path: record.page for path, record in records.items()}
        pages = pages_to_index(planned, records, present, output)
    pages |= {path: record.output for path, record in written.items() if path in pages}
    brought = index.bring(
        pages,
        report,
        lambda: False,
        lambda path: state.pages()[path].page.subject,
        is_sound=True,
    )
    return {path: stamp for path, stamp in stamps.items() if not index.owns(path)} | brought
