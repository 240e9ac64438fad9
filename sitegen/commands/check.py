"""``sitegen check``: mistakes in content, theme and links; what subscribers were not told."""

import os
import sys

import click

from sitegen.commands.options import parse_now, root_folder
from sitegen.errors import SitegenError
from sitegen.report.closing import count
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.streams import write


@click.command("check")
@click.option("--against", metavar="FILE", help="A calendar published before.  "
              "[default: the agenda's in output/]")  # fmt: skip
@click.option("--output", metavar="DIR", help="Look at the files in DIR, as they stand there.  "
              "[default: at what a build would publish now]")  # fmt: skip
@click.option("--base-url", metavar="URL", help="Instead of the url in site.yaml.")
@click.option("--external", is_flag=True, help="Ask for links to other hosts too.")
@click.option("--external-timeout", type=click.FloatRange(0), default=300.0, metavar="SECONDS",
              help="When to stop asking.  [default: 300]")  # fmt: skip
@click.option("--now", metavar="T", help="The clock: 2027-01-15, or 2027-01-15T06:00+01:00.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def command(
    against: str | None,
    output: str | None,
    base_url: str | None,
    external: bool,
    external_timeout: float,
    now: str | None,
    strict: bool,
) -> None:
    """Look for mistakes without publishing.

    Content, links, anchors, images and dates, as a build does; and whether an
    event's time, place or status changed since the calendar published last
    without `updated`, or an event vanished instead of being cancelled. An image
    without alternative text, a warning of a build, is an error here.

    And the files that a build would publish, which is made below .sitegen/:
    links and anchors of all pages, HTML that does not nest, ids, feeds,
    calendars and sitemaps. Nothing is fetched from elsewhere without
    --external.
    """
    from sitegen.catalogue import severity
    from sitegen.checking.run import CheckOptions, run_checks
    from sitegen.engine.build import look
    from sitegen.engine.options import BuildOptions

    root = root_folder()
    try:
        options = BuildOptions(
            root=root,
            output=os.path.join(root, "output"),
            now=parse_now(now),
            base_url=base_url or "",
        )
        looked_at = os.path.abspath(output) if output else None
        asked = CheckOptions(options.output, against, looked_at, external, external_timeout)
        found = look(options, lambda site: run_checks(site, asked))
    except SitegenError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(error.exit_code)
    print_diagnostics(found, is_check=True)
    errors = [one for one in found if severity(one, is_check=True) == "error"]
    write(f"{count(len(errors), 'error')}, {count(len(found) - len(errors), 'warning')}.")
    if errors or (strict and found):
        sys.exit(1)
