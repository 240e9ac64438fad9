"""``sitegen check``: what to mend in content, theme and links before the site is published."""

import os
import sys
from collections.abc import Callable, Sequence

import click

from sitegen.commands.command import DONE, EXIT_CODES, SAID, SHOWN, WHERE, Command, option
from sitegen.commands.completing import complete_files, complete_folders
from sitegen.commands.options import build_options, now_option, root_folder, verbosity
from sitegen.commands.telling import make_watch
from sitegen.errors import Diagnostic, SitegenError
from sitegen.report.formats import FORMATS, Format, counts, print_findings
from sitegen.report.progress import ProgressBar, Verbosity
from sitegen.report.streams import write
from sitegen.wording.translation import _
from sitegen.wording.visible import visible

Found = tuple[Sequence[Diagnostic], int]
"""What is wrong, and the exit code where that stopped everything else; else 0."""
_ROUNDS = 5
"""How often at most is looked for what a mend brought to light."""


@click.command(
    "check",
    cls=Command,
    examples=[
        ("sitegen check", "all mistakes, nothing published"),
        ("sitegen check --drafts --future --embargoed", "what is not public yet, too"),
        ("sitegen check --strict --format github", "in CI: no warning passes either"),
        ("sitegen check --fix", "mend misspelt keys, links to files that moved, pasted bullets …"),
        ("sitegen check --external", "links to other sites too"),
        ("sitegen check --plugins", "whether plugins read what they must not"),
    ],
    exit_codes={**EXIT_CODES, 1: "there are errors, or warnings with --strict"},
    read_on="docs/check.md",
)
@option("--drafts", is_flag=True, group=SHOWN, help="Drafts too, as if they were public.")
@option("--future", is_flag=True, group=SHOWN, help="What is dated in the future, too.")
@option("--embargoed", is_flag=True, group=SHOWN, help="What is under embargo, too.")
@now_option
@option("--external", is_flag=True, group=SHOWN, help="Ask for links to other hosts too.")
@option(
    "--external-timeout",
    type=click.FloatRange(0),
    default=300,
    metavar="SECONDS",
    group=SHOWN,
    help="When to stop asking; {default}, if not given.",
)
@option(
    "--plugins",
    is_flag=True,
    group=SHOWN,
    help="Build twice, under other seeds, zones and clocks, and watch what plugins read.",
)
@option(
    "--against",
    metavar="FILE|URL",
    group=WHERE,
    shell_complete=complete_files,
    help="A calendar published before, or the address at which it is online (the only request that"
    " is made then); the agenda's in output/, if not given.",
)
@option(
    "--output",
    metavar="DIR",
    group=WHERE,
    shell_complete=complete_folders,
    help="Look at the files in DIR as they stand there; at what a build would publish now, if not"
    " given.",
)
@option(
    "--fix",
    "is_fixing",
    is_flag=True,
    group=DONE,
    help="Mend in your texts what has one mend, say each, and look again.",
)
@option("--base-url", metavar="URL", group=WHERE, help="Instead of the url in site.yaml.")
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    group=SAID,
    help="For a person (text), or for a program: github and gitlab show what is found beside"
    " the changed lines, sarif is for code scanning.",
)
@option("--strict", is_flag=True, group=SAID, help="Exit code 1 for warnings too; never for notes.")
@verbosity
def command(
    drafts: bool,
    future: bool,
    embargoed: bool,
    now: str | None,
    external: bool,
    external_timeout: float,
    plugins: bool,
    against: str | None,
    output: str | None,
    is_fixing: bool,
    base_url: str | None,
    form: Format,
    strict: bool,
    verbosity: Verbosity,
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
    """
    from sitegen.checking.run import CheckOptions, run_checks
    from sitegen.engine.build import look
    from sitegen.engine.opening import OpenSite
    from sitegen.engine.timing.watch import Watch

    root = root_folder()
    watch = make_watch(verbosity) or Watch()
    try:
        options = build_options(
            now, base_url=base_url, drafts=drafts, future=future, embargoed=embargoed
        )
    except SitegenError as error:
        print_findings(error.diagnostics, form, root=root)
        sys.exit(error.exit_code)
    looked_at = os.path.abspath(output) if output else None

    def ask(site: OpenSite) -> Sequence[Diagnostic]:
        how = (looked_at, external, external_timeout, bar.advance, watch)
        diagnostics = run_checks(site, CheckOptions(options.output, against, *how))
        watch.lap("checks")
        return diagnostics

    def find() -> Found:
        try:
            told = list(look(options, ask, bar.advance, watch))
            if plugins:  # last: what keeps a site from being built is told by then
                from sitegen.checking.plugins import check_plugins

                told += check_plugins(options)
            return told, 0
        except SitegenError as error:
            return error.diagnostics, error.exit_code

    # A program that reads both streams gets a document and nothing else.
    shown = verbosity if form in ("text", "github") else Verbosity.QUIET
    with ProgressBar(shown) as bar:
        diagnostics, exit_code = find()
        if is_fixing:
            diagnostics, exit_code = _fix(root, (diagnostics, exit_code), find)
    if exit_code:
        print_findings(diagnostics, form, root=root)
        sys.exit(exit_code)
    print_findings(diagnostics, form, root=root, is_quiet=verbosity is Verbosity.QUIET)
    number = counts(diagnostics)
    if number["error"] or (strict and number["warning"]):
        sys.exit(1)


def _fix(root: str, findings: Found, find: Callable[[], Found]) -> Found:
    """Mend what can be, say each thing, and return what is left; a mend may show other mistakes."""
    from sitegen.config import SiteFile
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.formatting.files import fix_files

    for _round in range(_ROUNDS):
        folder = SiteFile(read_site_file(root)).content
        fixes, refused = fix_files(root, folder, findings[0])
        for fix in fixes:
            place = f"{fix.diagnostic.path}:{fix.diagnostic.line}"
            values = {"before": fix.before.strip(), "after": fix.after.strip()}
            line = _("{place}: mended, `{before}` is `{after}` now")
            write(visible(line.format(place=place, **values)), sys.stderr)
        if not fixes:
            return [*findings[0], *refused], findings[1]
        findings = find()
    return findings
