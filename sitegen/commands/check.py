"""``sitegen check``: mistakes in content, theme and links; what subscribers were not told."""

import os
import sys

import click

from sitegen.commands.options import parse_now, root_folder
from sitegen.errors import SitegenError, unique
from sitegen.report import print_diagnostics, write


@click.command("check")
@click.option("--against", metavar="FILE", help="A calendar published before.  "
              "[default: the agenda's in output/]")  # fmt: skip
@click.option("--now", metavar="T", help="The clock: 2027-01-15, or 2027-01-15T06:00+01:00.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def command(against: str | None, now: str | None, strict: bool) -> None:
    """Look for mistakes without publishing.

    Content, links, anchors, images and dates, as a build does; and whether an
    event's time, place or status changed since the calendar published last
    without `updated`, or an event vanished instead of being cancelled.
    """
    from sitegen.catalogue import severity
    from sitegen.engine.build import BuildOptions
    from sitegen.engine.calendar_check import check_calendar
    from sitegen.engine.look import opened
    from sitegen.site.links import check_links
    from sitegen.site.plan import Plan

    root = root_folder()
    try:
        options = BuildOptions(root=root, output=os.path.join(root, "output"), now=parse_now(now))
        with opened(options) as (session, diagnostics):
            plan = Plan(session.index, session.static.values())
            diagnostics += plan.diagnostics
            diagnostics += check_links(session.index, plan.pages)
            diagnostics += check_calendar(session, options.output, against)
    except SitegenError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(error.exit_code)
    found = unique(diagnostics)
    print_diagnostics(found)
    errors = [one for one in found if severity(one) == "error"]
    write(f"{len(errors)} errors, {len(found) - len(errors)} warnings.")
    if errors or (strict and found):
        sys.exit(1)
