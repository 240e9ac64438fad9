"""``sitegen check``: what to mend in content, theme and links before the site is published."""

import os
import sys
from collections.abc import Sequence

import click

from sitegen.commands.options import parse_now, root_folder
from sitegen.errors import Diagnostic, SitegenError
from sitegen.report.formats import FORMATS, Format, counts, print_findings


@click.command("check")
@click.option("--against", metavar="FILE", help="A calendar published before.  "
              "[default: the agenda's in output/]")  # fmt: skip
@click.option("--output", metavar="DIR", help="Look at the files in DIR, as they stand there.  "
              "[default: at what a build would publish now]")  # fmt: skip
@click.option("--base-url", metavar="URL", help="Instead of the url in site.yaml.")
@click.option("--external", is_flag=True, help="Ask for links to other hosts too.")
@click.option("--external-timeout", type=click.FloatRange(0), default=300.0, metavar="SECONDS",
              help="When to stop asking.  [default: 300]")  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS), default="text",
              help="For a person, or for a program: github shows what is found beside the changed"
              " lines, sarif is for code scanning.  [default: text]")  # fmt: skip
@click.option("--now", metavar="T", help="The clock: 2027-01-15, or 2027-01-15T06:00+01:00.")
@click.option("--strict", is_flag=True, help="Warnings count as errors; notes never do.")
def command(
    against: str | None,
    output: str | None,
    base_url: str | None,
    external: bool,
    external_timeout: float,
    form: Format,
    now: str | None,
    strict: bool,
) -> None:
    """Look for mistakes without publishing.

    Content, links, anchors, images and dates, as a build does; then as an editor
    reads before publishing: weekdays that do not match their date, what is
    announced and past, images without a credit, headings that leave out a level,
    link texts that say nothing, what was left to be replaced; and whether an event
    changed since the calendar published last without `updated`. An image without
    alternative text, a warning of a build, is an error here.

    Then the files that a build would publish, which are made below .sitegen/:
    links and anchors of all pages, HTML that does not nest, ids, feeds,
    calendars and sitemaps. Nothing is fetched from elsewhere without --external.

    What you want as it is: `check: {ignore: [SG165]}`, in a document's front
    matter or in site.yaml.

    \b
    Exit codes: 0 no errors (with --strict, no warnings either); 1 errors;
    2 wrong usage or configuration.
    """
    from sitegen.checking.run import CheckOptions, run_checks
    from sitegen.engine.build import look
    from sitegen.engine.options import BuildOptions

    root = root_folder()
    found: Sequence[Diagnostic]
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
        print_findings(error.diagnostics, form, root=root)
        sys.exit(error.exit_code)
    print_findings(found, form, root=root)
    number = counts(found)
    if number["error"] or (strict and number["warning"]):
        sys.exit(1)
