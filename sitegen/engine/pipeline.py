"""The whole way: scan, parse, plan, find what is stale, render, write, record."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sitegen.catalogue import is_error
from sitegen.disk.stamps import Stamp
from sitegen.engine.batches import Batch
from sitegen.engine.inspection import Inspection, inspect_site
from sitegen.engine.left import keep_in_memory, leave_sound_build, withheld_pages
from sitegen.engine.let_go import let_go_of_documents
from sitegen.engine.lost_plugins import without_consequences
from sitegen.engine.making import claim_images, prune, stages_of, stale_kits
from sitegen.engine.opening import Task
from sitegen.engine.options import BuildReport, IndexReason
from sitegen.engine.outcomes import outcomes
from sitegen.engine.plugins import remember_plugins
from sitegen.engine.search.forgetting import forget_index
from sitegen.engine.searching import bring_index, search_indexes, why_index
from sitegen.engine.stages.blame import blamed_for_pages
from sitegen.engine.stages.kits import makeable
from sitegen.engine.stages.record import Recorder
from sitegen.engine.stages.texts_alone import Recorded
from sitegen.engine.state import identities, told_before
from sitegen.engine.state.accepted import published
from sitegen.engine.state.records import PageRecord
from sitegen.engine.tool import tool_digest
from sitegen.engine.unchanged import forget
from sitegen.errors import Diagnostic, placed, unique
from sitegen.names import CONTENT
from sitegen.published.changes import changes
from sitegen.published.edition import edition_of

if TYPE_CHECKING:  # the program of the search is loaded by sites that are searched
    from sitegen.engine.search.search_index import SearchIndex

Stamps = dict[str, Stamp]
"""Of the files in the output, by their path."""


def bring_up_to_date(task: Task, config: bytes) -> BuildReport:
    """Render and write what is stale, remove strays, record; return what was done.

    *config* is the digest that tells the next build whether it was asked for the same. Where pages
    cannot be rendered, what answers for that is held back, and the rest brought up to date again.
    """
    held: frozenset[str] = frozenset()
    report = BuildReport(state_reset=task.disk.state.was_reset)
    is_first = False
    while True:
        with inspect_site(task, held, is_first=is_first) as site:
            _begin(report, site)
            if site.is_blocked:
                report.diagnostics.append(Diagnostic("nothing-written"))
                return _end(site, report)
            more = _bring(site, config, report)
        if not more:
            # What was held back after it had been written is told as it ended, and once.
            gone = set(report.removed)
            report.written = [path for path in dict.fromkeys(report.written) if path not in gone]
            return report
        held, is_first = site.held | more, site.is_first
        task = task._replace(disk=task.disk._replace(present=None))


def _begin(report: BuildReport, site: Inspection) -> None:
    report.rendered = report.rendered | site.stale
    report.parsed = (*report.parsed, *site.inputs.parsed)
    report.diagnostics += site.diagnostics
    report.planned = len(site.plan.pages)
    report.withheld = site.known.withheld if site.known else withheld_pages(site)
    report.until = site.until
    report.plugins, report.url = site.inputs.snapshot.plugins, site.config.url
    report.held = sorted(site.held)
    if not site.is_blocked:
        stands = site.inputs.snapshot.held
        left_out = {f"{CONTENT}/{document_id}" for document_id in stands.left_out}
        report.outcomes = outcomes(site.session, site.held | left_out, stands)


def _bring(site: Inspection, config: bytes, report: BuildReport) -> frozenset[str]:
    """Bring the output up to date; or return what must be held back first, and record nothing."""
    indexes = search_indexes(site)
    stamps: Stamps = {}
    if site.options.is_dry:
        why: Iterator[IndexReason] = (why_index(site, *named) for named in indexes.items())
        report.indexed = next(filter(None, why), "")
    else:
        let_go_of_documents(site)
        recorder = Recorder(site.trace, site.planned, site.stale)
        made = _make(site, recorder, report)
        if made.to_hold:
            return made.to_hold
        report.rendered = report.rendered | site.stale  # with what tells of kits
        is_sound = site.is_sound and not made.has_failed
        _remove_strays(site, indexes, report, is_sound=is_sound)
        records = _record(site, recorder, report, is_sound=is_sound)
        stamps = {path: record.stamp for path, record in records.items()}
        # Last: all else is published, and remembered.
        for language, index in indexes.items():
            stamps |= bring_index(site, language, index, records, report)
        if indexes:
            site.watch.lap("search")
        else:
            forget_index(site.state)
    _end(site, report)
    _tell_changes(site, report)
    if not site.options.is_dry:
        _remember(site, config, report, stamps)
    return frozenset()


class _Made(NamedTuple):
    """How the stages ended."""

    to_hold: frozenset[str] = frozenset()
    """What must be held back, and all be made again."""
    has_failed: bool = False


def _make(site: Inspection, recorder: Recorder, report: BuildReport) -> _Made:
    """Make what is stale, stage by stage, until one fails for which something can be held back."""
    if site.workers.are_elsewhere:
        site.state.checkpoint()
    if any(site.planned[path].traits.made == "pixels" for path in site.stale):
        claim_images(site)
        report.are_images_due = not site.options.with_images
    if site.options.shows_unpublished:
        site.output.mark(is_preview=True)
    kits, lacking_software = makeable(stale_kits(site), site.session.index)
    report.diagnostics += lacking_software
    if not site.options.with_images:
        report.are_images_due = report.are_images_due or bool(kits)
        kits = []

    def leave_images() -> bool:
        is_left = site.memory is not None and site.memory.is_interrupted()
        report.are_images_due = report.are_images_due or is_left
        return is_left

    failed: list[Diagnostic] = []
    count = 0
    for stage, tried, batches in stages_of(site, kits, leave_images):
        for batch in batches:
            recorder.add(batch)
            _note(batch, report, site)
            failed += (diagnostic for diagnostic in batch.diagnostics if is_error(diagnostic))
            count += len(batch.outcomes)
        lacking = [page for page in tried if recorder.lacks(page.path)]
        if failed and (more := blamed_for_pages(failed, lacking, site.changes, site.held)):
            return _Made(more)
        if count and stage:
            site.watch.lap(stage, count)
            count = 0
    return _Made(has_failed=bool(failed))


def _remove_strays(
    site: Inspection, indexes: "Mapping[str, SearchIndex]", report: BuildReport, *, is_sound: bool
) -> None:
    """Remove what stands in the output and is nobody's."""
    strays = set(site.present) - set(site.plan.pages)
    report.removed = sorted(
        path for path in strays if not any(index.owns(path) for index in indexes.values())
    )
    site.output.remove(report.removed)
    prune(site, report)
    if is_sound and not site.options.shows_unpublished:
        site.output.mark(is_preview=False)
    site.watch.lap("remove", len(report.removed))


def _record(
    site: Inspection, recorder: Recorder, report: BuildReport, *, is_sound: bool
) -> Mapping[str, PageRecord]:
    """Remember the pages with their questions, and what the plugins planned."""
    recorded = Recorded(site.metadata, site.clock.now.timestamp(), report.until)
    written = site.written.inputs
    snapshot, session = site.inputs.snapshot, site.session
    taken = published(
        session,
        snapshot,
        written.documents.keys() | written.snapshot.unread,
        site.site_yaml,
        is_sound=is_sound,
    )
    records = recorder.record(
        site.state, session.questions, site.changed, site.restamped, recorded, taken
    )
    with site.state.transaction():
        remember_plugins(site.state, snapshot.plugins, session.index.of_plugins)
    site.watch.lap("record", len(records))
    return records


def _remember(site: Inspection, config: bytes, report: BuildReport, stamps: Stamps) -> None:
    """Keep what the next build needs to know to have nothing to do."""
    is_index_left = report.is_index_due and not site.options.with_search
    is_index_done = is_index_left or not report.is_index_due  # else it was given up halfway
    is_done = is_index_done and not (report.errors or report.are_images_due)
    if not (report.errors or site.known or report.withheld):
        host = "" if site.options.base_url else site.config.host  # another for once
        identities.remember(site.state, site.session.index, host)
    if not is_done or not leave_sound_build(site, config, stamps, report):
        forget(site.state)
    keep_in_memory(site, stamps, report)


def _tell_changes(site: Inspection, report: BuildReport) -> None:
    """Say what is different for readers since the last build that they could see."""
    if site.known or report.withheld or site.options.base_url:
        return
    session = site.session
    written = session.documents if session.versions else None
    edition = edition_of(session.index, tool_digest().hex(), written)
    listing = site.published.listing if site.published else None
    report.changes = changes(told_before.recall(site.state), edition, listing)
    if not site.options.is_dry:
        told_before.remember(site.state, edition)


def _end(site: Inspection, report: BuildReport) -> BuildReport:
    told = without_consequences(report.diagnostics, site.inputs.snapshot.plugins)
    report.diagnostics = unique(placed(told, site.config.content_folder))
    return report


def _note(batch: Batch, report: BuildReport, site: Inspection) -> None:
    """Count what was written, and note what went wrong."""
    report.written += [
        site.planned[outcome.path].path for outcome in batch.outcomes if outcome.is_written
    ]
    report.diagnostics += batch.diagnostics
    report.made += batch.made
    report.done += len(batch.outcomes)
    site.progress("render", report.done, len(report.rendered))
    if batch.times is not None:
        site.watch.add(batch.times)
