"""``sitegen check``: mistakes in content, theme and links; what subscribers were not told."""

import os
import sys

import click

from sitegen.commands.command import EXIT_CODES, SAID, SHOWN, Command, option
from sitegen.commands.completing import complete_files
from sitegen.commands.options import now_option, parse_now, root_folder, verbosity
from sitegen.commands.watching import make_watch
from sitegen.errors import Diagnostic, SitegenError, unique
from sitegen.report.closing import count
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.progress import ProgressBar, Verbosity
from sitegen.report.streams import write


@click.command(
    "check",
    cls=Command,
    examples=[
        ("sitegen check", "all mistakes, nothing published"),
        ("sitegen check --strict", "no warning passes either"),
        ("sitegen check --against public.ics", "beside a calendar published elsewhere"),
    ],
    exit_codes={**EXIT_CODES, 1: "there are errors, or warnings with --strict"},
    read_on="docs/authors.md",
)
@option(
    "--against",
    metavar="FILE",
    group=SHOWN,
    shell_complete=complete_files,
    help="A calendar published before; the agenda's in output/, if not given.",
)
@now_option
@option("--strict", is_flag=True, group=SAID, help="Exit code 1 for warnings too.")
@verbosity
def command(against: str | None, now: str | None, strict: bool, verbosity: Verbosity) -> None:
    """Look for mistakes without publishing.

    Content, links, anchors, images and dates, as a build does; and whether an
    event's time, place or status changed since the calendar published last
    without `updated`, or an event vanished instead of being cancelled. An image
    without alternative text, a warning of a build, is an error here.
    """
    from sitegen.catalogue import severity
    from sitegen.checking.calendars import check_calendar
    from sitegen.engine.build import look
    from sitegen.engine.opening import OpenSite
    from sitegen.engine.options import BuildOptions
    from sitegen.engine.watch import Watch

    root = root_folder()
    try:
        options = BuildOptions(root=root, output=os.path.join(root, "output"), now=parse_now(now))

        def ask(site: OpenSite) -> list[Diagnostic]:
            found = site.diagnostics + check_calendar(site.session, options.output, against)
            watch.lap("checks")
            return found

        watch = make_watch(verbosity) or Watch()
        with ProgressBar(verbosity) as bar:
            found = unique(look(options, ask, bar.advance, watch))
    except SitegenError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(error.exit_code)
    print_diagnostics(found, is_check=True)
    errors = [one for one in found if severity(one, is_check=True) == "error"]
    if verbosity is not Verbosity.QUIET:
        write(f"{count(len(errors), 'error')}, {count(len(found) - len(errors), 'warning')}.")
    if errors or (strict and found):
        sys.exit(1)
