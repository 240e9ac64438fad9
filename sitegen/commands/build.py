"""``sitegen build``: bring the output up to date and say what was done."""

import gc
import os
import sys
import time

import click

from sitegen.commands.options import parse_now, root_folder
from sitegen.errors import SitegenError
from sitegen.names import SEARCH_FOLDER
from sitegen.report.closing import closing_line
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.progress import ProgressBar
from sitegen.report.streams import write


@click.command("build")
@click.option("--output", metavar="DIR", help="Where the site is written.  [default: output]")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@click.option("--future", is_flag=True, help="Show what is dated in the future too.")
@click.option("--now", metavar="T", help="The clock: 2027-01-15, or 2027-01-15T06:00+01:00.")
@click.option("--base-url", metavar="URL", help="Instead of the url in site.yaml.")
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes; 0 is one a core.")
@click.option("--executor", metavar="URL", help="A Dask cluster: dask://HOST:PORT.")
@click.option("--clean", is_flag=True, help="Forget what is remembered and build from nothing.")
@click.option("--dry-run", is_flag=True, help="Say what would be rendered and why; write nothing.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors and warnings.")
def command(
    output: str | None,
    drafts: bool,
    future: bool,
    now: str | None,
    base_url: str | None,
    jobs: int,
    executor: str | None,
    clean: bool,
    dry_run: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Bring output/ up to date.

    \b
    Exit codes: 0 all well; 1 the content or the theme has errors (what could be
    built is built, and nothing that was published is lost); 2 wrong usage or
    configuration.
    """
    from sitegen.engine.build import build
    from sitegen.engine.options import BuildOptions

    started = time.perf_counter()
    gc.disable()  # a build makes much and leaves few cycles: a tenth less time, no more memory
    try:
        root = root_folder()
        options = BuildOptions(
            root=root,
            output=os.path.abspath(output) if output else os.path.join(root, "output"),
            now=parse_now(now),
            with_drafts=drafts,
            with_future=future,
            base_url=base_url or "",
            jobs=jobs,
            executor=executor or "",
            is_clean=clean,
            is_dry=dry_run,
        )
        with ProgressBar(is_quiet=quiet) as bar:
            report = build(options, bar.advance)
    except SitegenError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(error.exit_code)
    if report.state_reset:
        write(f"The state was thrown away ({report.state_reset}); built anew.", sys.stderr)
    if dry_run and not quiet:
        for path, reason in sorted(report.rendered.items()):
            write(f"{path}: {reason}")
        if report.indexed:
            write(f"{SEARCH_FOLDER}: {report.indexed}")
    print_diagnostics(report.diagnostics)
    if not quiet:
        write(closing_line(report, time.perf_counter() - started, is_dry=dry_run))
    if report.errors or (strict and report.diagnostics):
        sys.exit(1)
