"""``sitegen check``: mistakes in content, theme and links; what subscribers were not told."""

import os
import sys

import click

from sitegen.commands.options import parse_now, root_folder
from sitegen.errors import Diagnostic, SitegenError, placed, unique
from sitegen.report.closing import count
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.streams import write


@click.command("check")
@click.option("--against", metavar="FILE", help="A calendar published before.  "
              "[default: the agenda's in output/]")  # fmt: skip
@click.option("--now", metavar="T", help="The clock: 2027-01-15, or 2027-01-15T06:00+01:00.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def command(against: str | None, now: str | None, strict: bool) -> None:
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

    root = root_folder()
    try:
        options = BuildOptions(root=root, output=os.path.join(root, "output"), now=parse_now(now))

        def ask(site: OpenSite) -> list[Diagnostic]:
            found = site.diagnostics + check_calendar(site.session, options.output, against)
            return placed(found, site.config.content_folder)

        found = unique(look(options, ask))
    except SitegenError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(error.exit_code)
    print_diagnostics(found, is_check=True)
    errors = [one for one in found if severity(one, is_check=True) == "error"]
    write(f"{count(len(errors), 'error')}, {count(len(found) - len(errors), 'warning')}.")
    if errors or (strict and found):
        sys.exit(1)
