"""The whole way: scan, parse, plan, find what is stale, render, write, record."""

import os
from collections.abc import Callable, Iterator, Mapping

from sitegen import catalogue
from sitegen.engine import identities
from sitegen.engine.derive_stage import derive_images, planned_keys
from sitegen.engine.image_cache import ImageCache
from sitegen.engine.memory import Opened
from sitegen.engine.opening import OpenSite, Task
from sitegen.engine.options import BuildReport
from sitegen.engine.recording import Recorder, restamp
from sitegen.engine.records import PageRecord
from sitegen.engine.render_stage import Batch, copy_files, render_pages
from sitegen.engine.search_index import (
    INDEXED,
    SearchIndex,
    forget_index,
    pages_digest,
    pages_to_index,
)
from sitegen.engine.staleness import Trace, find_stale
from sitegen.engine.texts import Recorded
from sitegen.engine.tool import imaging_digest, tool_digest
from sitegen.engine.unchanged import Standing, inputs_digest, remember, stamps_digest
from sitegen.errors import Diagnostic, placed, unique
from sitegen.model import COPIED, DERIVED, Page, Withheld
from sitegen.names import IMAGES_FOLDER, STATE_FOLDER
from sitegen.site.horizon import next_change
from sitegen.site.publication import why_withheld
from sitegen.sources.scan import Stamp


class Inspection(OpenSite):
    """The site beside what was built last: what is stale, and why. The output is left as it is."""

    def __init__(self, task: Task) -> None:
        super().__init__(task)
        disk = task.disk
        self.output = disk.output
        self.progress = task.progress
        self.memory = task.memory
        self.watch = task.watch
        if disk.state.meta("tool") != tool_digest():
            disk.state.forget_pages()
        self.present = disk.output.listing() if disk.present is None else disk.present
        pages = disk.state.pages()
        self.restamped = restamp(pages, self.present, disk.output)
        questions = disk.state.questions()
        self.trace = Trace(pages | self.restamped, questions, disk.state.numbers(questions))
        self.changed = self.trace.changed(self.session.questions, self.changed_texts)
        held = _held_pages(self.plan.pages, self.diagnostics)
        self.planned = {path: page for path, page in self.plan.pages.items() if path not in held}
        self.stale = find_stale(self.planned, self.trace, self.changed, self.present)
        self.watch.lap("compare", len(self.stale), len(self.planned))


def bring_up_to_date(site: Inspection, config: bytes) -> BuildReport:
    """Render and write what is stale, remove strays, record; return what was done.

    *config* is the digest that tells the next build whether it was asked for the same.
    """
    report = BuildReport(
        rendered=site.stale,
        parsed=site.inputs.parsed,
        diagnostics=site.diagnostics,
        state_reset=site.state.was_reset,
        planned=len(site.plan.pages),
        withheld=site.known.withheld if site.known else _withheld(site),
        until=site.known.until if site.known else next_change(site.session.index),
    )
    index = SearchIndex(site.state, site.output, site.present) if site.config.search else None
    if site.options.is_dry:
        report.indexed = _why_index(site, index) if index else ""
    else:
        if site.workers.are_elsewhere:
            site.state.checkpoint()
        if any(site.planned[path].kind in DERIVED for path in site.stale):
            _claim_images(site)
            report.are_images_due = not site.options.with_images
        recorder = Recorder(site.trace, site.planned, site.stale)

        def leave_images() -> bool:
            is_left = site.memory is not None and site.memory.is_interrupted()
            report.are_images_due = report.are_images_due or is_left
            return is_left

        for stage, batches in _render(site, leave_images).items():
            count = 0
            for batch in batches:
                recorder.add(batch)
                _note(batch, report, site)
                count += len(batch.outcomes)
            if count:
                site.watch.lap(stage, count)
        if not report.errors:  # a page whose document has errors now is no stray
            strays = set(site.present) - set(site.plan.pages)
            report.removed = sorted(path for path in strays if not (index and index.owns(path)))
            site.output.remove(report.removed)
            _prune(site, report)
            site.watch.lap("remove", len(report.removed))
        questions = site.session.questions
        recorded = Recorded(site.metadata, site.clock.now.timestamp(), report.until)
        records = recorder.record(site.state, questions, site.changed, site.restamped, recorded)
        stamps = {path: record.stamp for path, record in records.items()}
        site.watch.lap("record", len(records))
        if index:  # last: all else is published, and remembered
            stamps |= _bring_index(site, index, records, report)
            site.watch.lap("search")
        else:
            forget_index(site.state)
    report.diagnostics = unique(placed(report.diagnostics, site.config.content_folder))
    if not site.options.is_dry:
        is_done = not (report.errors or report.is_index_due or report.are_images_due)
        if not (report.errors or site.known or report.withheld):
            host = "" if site.options.base_url else site.config.host  # another for once
            identities.remember(site.state, site.session.index, host)
        remember(site.state, _standing(site, config, stamps, report) if is_done else None)
        _keep(site, stamps, report)
    return report


def _bring_index(
    site: Inspection, index: SearchIndex, records: Mapping[str, PageRecord], report: BuildReport
) -> dict[str, Stamp]:
    """Return the stamps of the search index's files, made anew if that is due and wanted now."""
    pages = pages_to_index(site.plan.pages, records, site.present, site.output)
    if not site.options.with_search:
        return index.leave(pages, site.config.language, report)
    is_interrupted = site.memory.is_interrupted if site.memory else lambda: False
    return index.bring(pages, site.config.language, report, is_interrupted)


def _why_index(site: Inspection, index: SearchIndex) -> str:
    """Return why a build would make the search index; empty if it would not."""
    if any(site.planned[path].kind in INDEXED for path in site.stale):
        return "pages changed"
    pages = pages_to_index(site.plan.pages, site.trace.pages, site.present, site.output)
    return index.why_stale(pages_digest(pages, site.config.language))


def _render(site: Inspection, leave_images: Callable[[], bool]) -> dict[str, Iterator[Batch]]:
    """Return the batches of the stale pages, by the stage that brings them.

    *leave_images*: whether those that are not made yet are left to the next build.
    """
    pages = [site.planned[path] for path in site.stale]
    rendered = render_pages(
        [page for page in pages if page.kind not in (*COPIED, *DERIVED)],
        site.present,
        site.session,
        site.inputs.snapshot,
        site.state.path,
        site.output,
        site.workers,
        is_timed=site.watch.times_pages,
    )
    copied = copy_files(
        [page for page in pages if page.kind in COPIED], site.inputs.disk_paths, site.output
    )
    derived = derive_images(
        [page for page in pages if page.kind in DERIVED and site.options.with_images],
        site.present,
        site.session.index,
        site.inputs.disk_paths,
        _cache(site),
        imaging_digest(),
        site.output,
        site.workers,
        leave_images,
    )
    return {"copy": copied, "images": derived, "render": rendered}


def _cache(site: Inspection) -> ImageCache:
    """Return the cache, one for all that build the site: its publication and its preview."""
    folder = os.path.join(site.options.root, STATE_FOLDER, IMAGES_FOLDER)
    return ImageCache(folder, imaging_digest())


def _claim_images(site: Inspection) -> None:
    """Tell others that build the site which images this build's pages show."""
    cache = _cache(site)
    owner = os.path.relpath(site.options.state_folder, site.options.root)
    cache.claim(owner, planned_keys(site.session.index, cache))


def _prune(site: Inspection, report: BuildReport) -> None:
    """Let go of images that no page shows any more; there are such only if something changed."""
    if report.removed or report.made:
        _claim_images(site)
        _cache(site).prune()


def _note(batch: Batch, report: BuildReport, site: Inspection) -> None:
    """Count what was written, and note what went wrong."""
    report.written += [outcome.path for outcome in batch.outcomes if outcome.is_written]
    report.diagnostics += batch.diagnostics
    report.made += batch.made
    report.done += len(batch.outcomes) + len(batch.diagnostics)
    site.progress("render", report.done, len(report.rendered))
    if batch.times is not None:
        site.watch.add(batch.times)


def _held_pages(pages: Mapping[str, Page], diagnostics: list[Diagnostic]) -> set[str]:
    """Return the pages whose documents have errors: they keep the file that was published."""
    wrong = {one.path for one in diagnostics if catalogue.severity(one) == "error"}
    return {
        path
        for path, page in pages.items()
        if page.kind in ("article", "page") and f"content/{page.subject}" in wrong
    }


def _keep(site: Inspection, stamps: dict[str, Stamp], report: BuildReport) -> None:
    """Leave to the next build of this process what it need not make again."""
    if site.memory is not None:
        left = dict(stamps)  # without errors all else was removed
        if report.errors:
            gone = set(report.removed)
            left |= {
                path: stamp
                for path, stamp in site.present.items()
                if path not in left and path not in gone
            }
        site.memory.stamps = left
        site.memory.opened = Opened(
            site.metadata, site.session, site.bodies, site.plan, report.until, report.withheld
        )


def _withheld(site: Inspection) -> dict[str, Withheld]:
    """Return the pages that readers do not see yet, shown because the build was asked for them."""
    clock, zone = site.clock, site.config.timezone
    if not (clock.with_drafts or clock.with_future or clock.with_embargoed):
        return {}
    documents = site.session.index.documents
    return {
        entry.path: found
        for entry in site.session.index.entries.values()
        if (found := why_withheld(documents[entry.id], clock, zone)) is not None
    }


def _standing(
    site: Inspection, config: bytes, stamps: Mapping[str, Stamp], report: BuildReport
) -> Standing | None:
    """Return what tells the next build that nothing changed; None if a file may change unseen."""
    read = {one.disk_path: one.stamp for layer in site.scan.layers for one in layer.values()}
    if not site.scan.is_settled or not site.chain.stamps.items() <= read.items():
        return None  # a file is being written, or a `theme.yaml` was after it had been read
    return Standing(
        config=config,
        content=site.config.content_folder,
        themes=site.chain.names,
        timezone=site.config.timezone,
        inputs=inputs_digest(site.scan),
        output=stamps_digest(stamps),
        since=site.clock.now.timestamp(),
        until=report.until,
        planned=report.planned,
        withheld=report.withheld,
        diagnostics=tuple(report.diagnostics),
    )
