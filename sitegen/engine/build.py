"""Bring ``output/`` up to date: scan, parse, plan, stale, render, write, record."""

import os
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from itertools import chain

import msgspec

from sitegen import catalogue
from sitegen.config import FILE_NAME, SiteConfig, read_config
from sitegen.engine.lock import BuildLock
from sitegen.engine.output import Output, check_output_folder
from sitegen.engine.parsing import Progress
from sitegen.engine.reading import read_inputs
from sitegen.engine.recording import record, restamp
from sitegen.engine.render_stage import Outcome, copy_files, render_pages
from sitegen.engine.session import Session
from sitegen.engine.staleness import Reason, Trace, find_stale
from sitegen.engine.state import BodyReader, State
from sitegen.engine.tool import tool_digest
from sitegen.engine.workers import Workers
from sitegen.errors import Diagnostic, UsageError, unique
from sitegen.model import COPIED, Moment, Page, zone_info
from sitegen.rendering.themes import known_themes
from sitegen.site.links import check_links
from sitegen.site.plan import Plan
from sitegen.site.publication import Clock

STATE_FOLDER = ".sitegen"


class BuildOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a build is asked for."""

    root: str
    output: str
    """The output folder."""
    now: Moment
    """The clock; in the site's zone unless it has one."""
    with_drafts: bool = False
    with_future: bool = False
    base_url: str = ""
    jobs: int = 0
    """Processes; 0 is one for each core."""
    is_clean: bool = False
    """Forget the state first."""
    is_dry: bool = False
    """Find out what would be written, and write nothing."""


class BuildReport(msgspec.Struct, kw_only=True):
    """What a build did."""

    rendered: dict[str, Reason] = {}
    """The pages that were rendered (or would be), and why."""
    written: list[str] = []
    planned: int = 0
    """How many pages the site has."""
    removed: list[str] = []
    parsed: tuple[str, ...] = ()
    diagnostics: list[Diagnostic] = []
    state_reset: str = ""

    @property
    def unchanged(self) -> int:
        return self.planned - len(self.written)

    @property
    def errors(self) -> list[Diagnostic]:
        return [one for one in self.diagnostics if catalogue.severity(one) == "error"]


def build(
    options: BuildOptions, progress: Progress = lambda stage, done, total: None
) -> BuildReport:
    """Bring the output up to date and return what was done.

    Mistakes in content and theme are in the report. Raises `UsageError` when nothing can be built,
    `OutputError` when the disk refuses; what was published then stays.
    """
    config = load_config(options.root, options.base_url)
    check_output_folder(options.root, options.output)
    output = Output(options.output)
    folder = os.path.join(options.root, STATE_FOLDER)
    with BuildLock(os.path.join(folder, "lock")):
        output.claim()
        state = State(os.path.join(folder, "state.db"))
        try:
            if options.is_clean:
                state.reset("")
            return _build(options, config, output, state, progress)
        finally:
            state.close()


def load_config(root: str, base_url: str = "") -> SiteConfig:
    """Return the configuration of the site at *root*; raises `UsageError`."""
    try:
        with open(os.path.join(root, FILE_NAME), "rb") as file:
            raw = file.read()
    except FileNotFoundError:
        raise UsageError(Diagnostic("no-site", values={"folder": root})) from None
    except OSError as error:
        values = {"reason": error.strerror or str(error)}
        raise UsageError(Diagnostic("unreadable", FILE_NAME, values=values)) from error
    config = read_config(raw, base_url=base_url)
    if config.markdown.engine == "commonmark" and find_spec("pyromark") is None:
        values = {"what": "`markdown.engine: commonmark`", "extra": "commonmark"}
        raise UsageError(Diagnostic("missing-extra", FILE_NAME, values=values))
    if config.holidays and find_spec("holidays") is None:
        values = {"what": f"`holidays: {config.holidays}`", "extra": "holidays"}
        raise UsageError(Diagnostic("missing-extra", FILE_NAME, values=values))
    themes = known_themes(root)
    if config.theme not in themes:
        known = ", ".join(themes)
        values = {"theme": config.theme, "known": known}
        raise UsageError(Diagnostic("unknown-theme", FILE_NAME, values=values))
    return config


def _build(
    options: BuildOptions, config: SiteConfig, output: Output, state: State, progress: Progress
) -> BuildReport:
    if state.meta("tool") != tool_digest():
        state.forget_pages()
    workers = Workers(options.jobs)
    zone = zone_info(config.timezone)
    now = options.now.in_zone(config.timezone).instant.astimezone(zone)
    clock = Clock(now, options.with_drafts, options.with_future)
    inputs = read_inputs(options.root, config, clock, state, workers, progress)
    bodies = BodyReader(state.path)
    session = Session(inputs.snapshot, inputs.documents, bodies.read)
    plan = Plan(session.index, session.static.values())
    diagnostics = [*inputs.diagnostics, *session.index.diagnostics, *plan.diagnostics]
    diagnostics += check_links(session.index, plan.pages)

    present = output.listing()
    trace = restamp(Trace(state.pages(), state.questions()), present, output)
    held = _held_pages(plan.pages, diagnostics)
    planned = {path: page for path, page in plan.pages.items() if path not in held}
    stale = find_stale(planned, trace, session.questions, present)
    report = BuildReport(
        rendered=stale,
        parsed=inputs.parsed,
        diagnostics=diagnostics,
        state_reset=state.was_reset,
        planned=len(plan.pages),
    )
    if not options.is_dry:
        pages = [planned[path] for path in stale]
        rendering = render_pages(
            [page for page in pages if page.kind not in COPIED],
            present,
            session,
            inputs.snapshot,
            state.path,
            output,
            workers,
        )
        copying = copy_files(
            [page for page in pages if page.kind in COPIED], inputs.disk_paths, output
        )
        outcomes = _gather(chain(copying, rendering), report, progress)
        bodies.close()
        if not report.errors:  # a page whose document has errors now is no stray
            report.removed = sorted(set(present) - set(plan.pages))
            output.remove(report.removed)
        kept = {path: record for path, record in trace.pages.items() if path in planned}
        record(state, kept, trace, outcomes, stale, session.questions)
    report.diagnostics = unique(report.diagnostics)
    return report


def _gather(
    results: Iterable[Outcome | Diagnostic], report: BuildReport, progress: Progress
) -> list[Outcome]:
    """Return the outcomes; count what was written, and note what went wrong."""
    outcomes = []
    for done, result in enumerate(results, 1):
        if isinstance(result, Diagnostic):
            report.diagnostics.append(result)
        else:
            outcomes.append(result)
            if result.is_written:
                report.written.append(result.page.path)
        progress("render", done, len(report.rendered))
    return outcomes


def _held_pages(pages: Mapping[str, Page], diagnostics: list[Diagnostic]) -> set[str]:
    """Return the pages whose documents have errors: they keep the file that was published."""
    wrong = {one.path for one in diagnostics if catalogue.severity(one) == "error"}
    return {
        path
        for path, page in pages.items()
        if page.kind in ("article", "page") and f"content/{page.subject}" in wrong
    }
