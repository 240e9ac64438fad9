"""Bring the output up to date after an edit of texts and titles, without the rest of the site.

What the last build recorded stands: all its inputs but these are what they were, no instant has
passed at which the site changes, and the output is what it left. Then index, plan and all answers
but those about the texts, or with the titles, are what they were, too. Where anything is not so,
nothing is written, and the whole way is gone.
"""

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from sitegen.engine.configuring import Configuration
from sitegen.engine.options import BuildReport, Progress
from sitegen.engine.recalled.edits import Edit, as_recorded, bodies, edits
from sitegen.engine.recalled.found import Recalled
from sitegen.engine.recalled.made import Made, make
from sitegen.engine.recalled.put import (
    Brought,
    bring_indexes,
    draw_cards,
    has_other_texts,
    replace_cards,
    write_pages,
)
from sitegen.engine.recalled.titles import Retitled, retitled_entries
from sitegen.engine.recalled.told import changes_of, note_told
from sitegen.engine.stages.parse import parse_settings
from sitegen.engine.stages.texts_alone import forget_metadata
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.records import PageRecord, SourceRecord
from sitegen.engine.timing.watch import Watch
from sitegen.engine.unchanged import forget, remember
from sitegen.errors import SitegenError
from sitegen.site.questions.recorded import encode_entry


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
    _, disk, standing, seen, _, memory = recalled
    state, config = disk.state, configuration.config
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
        made = make(recalled, configuration, edited, retitled) if edited else Made({}, {})
    except (*BROKEN, SitegenError):
        raise
    except Exception:  # what was kept is not all that is asked: the whole way finds out, or tells
        return None
    drawn = draw_cards(recalled, made.cards) if made else None
    if made is None or drawn is None:
        return None
    written = drawn | write_pages(made.pages, disk.output, report)
    replace_cards(made.cards, drawn, disk.output, report)
    progress("render", len(written), len(written))
    watch.lap("render", len(written))
    _record(recalled, made, edited, retitled, sources, written, report.removed)
    watch.lap("record", len(written))
    if recalled.is_told:
        report.changes = changes_of(state, edited, retitled, config)
    stamps = {path: record.stamp for path, record in written.items()}
    is_searched = bool(config.search and edited) and recalled.options.with_search
    if config.search and not is_searched:
        report.is_index_due = standing.is_index_due or has_other_texts(made.pages, written)
    has_other_names = is_searched or bool(report.removed)
    before = recalled.stamps((*report.removed, *stamps)) if has_other_names else stamps
    brought = Brought(before, stamps)
    if is_searched:
        index = bring_indexes(recalled, configuration, written, report)
        brought = Brought({**brought.before, **index.before}, {**stamps, **index.after})
        watch.lap("search")
    is_index_whole = not (is_searched and report.is_index_due)  # it was not given up halfway
    if report.errors or not is_index_whole or not _remember(recalled, brought, report):
        forget(state)
    if memory:
        memory.go_round(brought.among(recalled.present()), made.kept)
    return report


def _remember(recalled: Recalled, brought: Brought, report: BuildReport) -> bool:
    """Keep what tells the next build that nothing changed; false if a file may change unseen."""
    state, seen, output = recalled.disk.state, recalled.seen, recalled.output
    recorded = as_recorded(seen.scan, state)
    if recorded is None:
        return False
    others = seen.tree.stamps_of(recorded.content[key] for key in seen.others or ())
    with state.transaction():
        standing = replace(
            recalled.standing,
            content_stamps=seen.tree.keep_more(state, seen.look, others),
            output=output.keep_names(state, recalled.listed, *brought)
            if brought.has_other_names
            else output.keep_more(state, recalled.listed, brought.after),
            is_index_due=report.is_index_due,
        )
        remember(state, standing)
    return True


def _record(
    recalled: Recalled,
    made: Made,
    edited: Mapping[str, Edit],
    retitled: Mapping[str, Retitled],
    sources: Mapping[str, SourceRecord],
    written: Mapping[str, PageRecord],
    removed: Collection[str],
) -> None:
    """Remember what was *made* of the edited texts, and what of it was *written* and *removed*."""
    state = recalled.disk.state
    with state.transaction():
        state.put_sources(sources)
        if edited:
            state.put_bodies(bodies(edited))
            state.put_documents(
                {key: edit.result.record for key, edit in edited.items() if edit.result.record}
            )
            state.settle_documents()
            state.put_pages(written)
            state.drop("page", removed)
            state.drop("question", [card.former_number for card in made.cards])
            state.put_entries((key, encode_entry(each.after)) for key, each in retitled.items())
            state.put_questions(
                (number, now.question, now.digest, now.answer)
                for number, now in made.answers.items()
            )
            if retitled:
                forget_metadata(state)
            note_told(recalled, edited, retitled)
