"""``sitegen build``: bring the output up to date and say what was done."""

import gc
import sys
import time
from typing import TYPE_CHECKING

import click

from sitegen.commands.command import DONE, SAID, SHOWN, SPEED, WHERE, Command, option
from sitegen.commands.completing import complete_files
from sitegen.commands.options import (
    base_url_option,
    build_options,
    ending_on_mistakes,
    jobs_option,
    now_option,
    output_option,
    summary_option,
    verbosity,
)
from sitegen.commands.telling import (
    make_watch,
    tell_outcome,
    tell_pages,
    tell_profile,
    tell_reasons,
)
from sitegen.errors import SitegenError
from sitegen.report.closing import closing_line
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.progress import ProgressBar, Verbosity
from sitegen.report.streams import write
from sitegen.wording.translation import _
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.engine.options import BuildReport


@click.command(
    "build",
    cls=Command,
    examples=[
        ("sitegen build", "what readers see, in output/"),
        ("sitegen build --drafts --future", "with what is not public yet"),
        ("sitegen build --now 2027-01-18", "the site as it will be that day"),
        ("sitegen build --dry-run", "what would be rendered, and why"),
        ("sitegen build --strict --quiet", "in CI: silent, and no warning passes"),
        ("sitegen build --profile", "what took the time"),
        ("sitegen build --all", "every site of the workspace around"),
    ],
    read_on="docs/authors.md",
)
@option("--drafts", is_flag=True, group=SHOWN, help="Drafts too.")
@option("--future", is_flag=True, group=SHOWN, help="What is dated in the future too.")
@now_option
@base_url_option
@output_option
@jobs_option
@option("--executor", metavar="URL", group=SPEED, help="A Dask cluster works: dask://HOST:PORT.")
@option(
    "--all",
    "has_all",
    is_flag=True,
    group=WHERE,
    help="All sites of the workspace: those that workspace.yaml names.",
)
@option("--clean", is_flag=True, group=DONE, help="Forget all that is remembered; build anew.")
@option(
    "--dry-run", is_flag=True, group=DONE, help="Say what would be rendered and why; write nothing."
)
@summary_option
@option("--strict", is_flag=True, group=SAID, help="Exit code 1 for warnings too.")
@verbosity
@option("--profile", is_flag=True, group=SAID, help="Slowest stages, pages and templates.")
@option(
    "--profile-json",
    metavar="FILE",
    group=SAID,
    shell_complete=complete_files,
    help="Write to FILE, as JSON, what each stage, page and template took.",
)
def command(
    output: str | None,
    drafts: bool,
    future: bool,
    now: str | None,
    base_url: str | None,
    jobs: int,
    executor: str | None,
    has_all: bool,
    clean: bool,
    dry_run: bool,
    summary: str | None,
    strict: bool,
    profile: bool,
    profile_json: str | None,
    verbosity: Verbosity,
) -> None:
    """Bring output/ up to date.

    Only what changed is rendered. What has a mistake stands as it was published last, in pages,
    lists, feeds and calendars; nothing is lost by a build that fails or is interrupted.
    """
    from sitegen.engine.build import build
    from sitegen.engine.timing.watch import Watch

    if has_all:
        from sitegen.commands.all_sites import WantedBuilds, build_all

        one_site = (output, base_url, summary, profile_json, executor)
        if any(value is not None for value in one_site) or profile:
            raise click.UsageError(_("--all goes with no option that is for one site."))
        shown = {"drafts": drafts, "future": future}
        more = {"jobs": jobs, "is_clean": clean, "is_dry": dry_run}
        gc.disable()
        with ending_on_mistakes():
            sys.exit(build_all(WantedBuilds(now, {**shown, **more}, verbosity, strict)))
    started = time.perf_counter()
    gc.disable()  # a build makes much and leaves few cycles: a tenth less time, no more memory
    with ending_on_mistakes():
        options = build_options(
            now,
            output=output,
            base_url=base_url,
            drafts=drafts,
            future=future,
            jobs=jobs,
            executor=executor or "",
            is_clean=clean,
            is_dry=dry_run,
        )
        is_timed = profile or profile_json is not None
        watch = make_watch(verbosity, is_timed=is_timed)
        with ProgressBar(verbosity) as bar:
            report = build(options, bar.advance, watch=watch or Watch())
        if report.plugins:
            from sitegen.engine.after_build import follow_build

            report.diagnostics += follow_build(options, report)
    is_quiet = verbosity is Verbosity.QUIET
    if dry_run and not is_quiet:
        tell_reasons(report)
    elif verbosity is Verbosity.VERBOSE:
        tell_pages(report)
    print_diagnostics(report.diagnostics)
    tell_outcome(report)
    if summary is not None or report.changes is not None:
        with ending_on_mistakes():
            _tell_changes(report, summary, is_quiet=is_quiet)
    if not is_quiet:
        write(closing_line(report, time.perf_counter() - started, is_dry=dry_run))
    if watch is not None and is_timed:
        try:
            tell_profile(watch, is_shown=profile, path=profile_json)
        except SitegenError as error:
            print_diagnostics(error.diagnostics)
            sys.exit(error.exit_code)
    if report.errors or (strict and report.diagnostics):
        sys.exit(1)


def _tell_changes(report: "BuildReport", path: str | None, *, is_quiet: bool) -> None:
    """Say what is different for readers, if anything is, and write it to the file *path*."""
    from sitegen.report.summary import summary_line, write_summary

    if path is not None:
        write_summary(path, report.changes)
    if report.changes is not None and not (is_quiet or report.changes.tells_nothing):
        write(visible(summary_line(report.changes)))
