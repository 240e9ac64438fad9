"""The whole way: scan, parse, plan, find what is stale, render, write, record."""

from collections.abc import Iterator, Mapping
from itertools import chain

from sitegen import catalogue
from sitegen.engine.memory import Opened
from sitegen.engine.opening import OpenSite, Task
from sitegen.engine.options import BuildReport, Progress
from sitegen.engine.recording import Recorder, restamp
from sitegen.engine.render_stage import Batch, copy_files, render_pages
from sitegen.engine.staleness import Trace, find_stale
from sitegen.engine.tool import tool_digest
from sitegen.engine.unchanged import Standing, inputs_digest, remember, stamps_digest
from sitegen.errors import Diagnostic, unique
from sitegen.model import COPIED, Page, Withheld
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
        if disk.state.meta("tool") != tool_digest():
            disk.state.forget_pages()
        self.present = disk.output.listing() if disk.present is None else disk.present
        pages = disk.state.pages()
        self.restamped = restamp(pages, self.present, disk.output)
        self.trace = Trace(pages | self.restamped, disk.state.questions(), disk.state.numbers())
        self.changed = self.trace.changed(self.session.questions, self.changed_texts)
        held = _held_pages(self.plan.pages, self.diagnostics)
        self.planned = {path: page for path, page in self.plan.pages.items() if path not in held}
        self.stale = find_stale(self.planned, self.trace, self.changed, self.present)


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
    if not site.options.is_dry:
        if site.workers.are_elsewhere:
            site.state.checkpoint()
        recorder = Recorder(site.trace, site.planned, site.stale)
        for batch in _render(site):
            recorder.add(batch)
            _note(batch, report, site.progress)
        if not report.errors:  # a page whose document has errors now is no stray
            report.removed = sorted(set(site.present) - set(site.plan.pages))
            site.output.remove(report.removed)
        questions = site.session.questions
        stamps = recorder.record(site.state, questions, site.changed, site.restamped)
    report.diagnostics = unique(report.diagnostics)
    if not site.options.is_dry:
        remember(site.state, None if report.errors else _standing(site, config, stamps, report))
        _keep(site, stamps, report)
    return report


def _render(site: Inspection) -> Iterator[Batch]:
    pages = [site.planned[path] for path in site.stale]
    rendered = render_pages(
        [page for page in pages if page.kind not in COPIED],
        site.present,
        site.session,
        site.inputs.snapshot,
        site.state.path,
        site.output,
        site.workers,
    )
    copied = copy_files(
        [page for page in pages if page.kind in COPIED], site.inputs.disk_paths, site.output
    )
    return chain(copied, rendered)


def _note(batch: Batch, report: BuildReport, progress: Progress) -> None:
    """Count what was written, and note what went wrong."""
    report.written += [outcome.path for outcome in batch.outcomes if outcome.is_written]
    report.diagnostics += batch.diagnostics
    report.done += len(batch.outcomes) + len(batch.diagnostics)
    progress("render", report.done, len(report.rendered))


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
        left = {**site.present, **stamps}
        site.memory.stamps = {path: left[path] for path in left.keys() - set(report.removed)}
        site.memory.opened = Opened(
            site.config,
            site.inputs,
            site.session,
            site.bodies,
            site.plan,
            site.clock,
            report.until,
            report.withheld,
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
    if not site.scan.is_settled:
        return None
    return Standing(
        config=config,
        theme=site.config.theme,
        timezone=site.config.timezone,
        inputs=inputs_digest(site.scan),
        output=stamps_digest(stamps),
        since=site.clock.now.timestamp(),
        until=report.until,
        planned=report.planned,
        withheld=report.withheld,
        diagnostics=tuple(report.diagnostics),
    )
