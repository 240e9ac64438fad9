"""``sitegen deploy``: the site, brought up to date and sent to where readers find it."""

import sys
import time
from typing import TYPE_CHECKING

import click

from sitegen.commands.command import DONE, EXIT_CODES, Command, option
from sitegen.commands.completing import complete_targets
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
from sitegen.errors import Diagnostic, SitegenError
from sitegen.report.closing import outcome_lines
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.numbers import decimal
from sitegen.report.progress import ProgressBar, Verbosity
from sitegen.report.streams import write
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.deploying.order import Difference

_MOST_OTHERS = 5
"""Files of others that are named."""


@click.command(
    "deploy",
    cls=Command,
    examples=[
        ("sitegen deploy", "to the first place under `deploy` in site.yaml"),
        ("sitegen deploy --dry-run", "what would be sent and removed"),
        ("sitegen deploy preview", "to the place of that name"),
        ("sitegen deploy sftp://name@host/www/", "to an address"),
    ],
    exit_codes={**EXIT_CODES, 1: "the site has errors, or could not be brought there whole"},
    read_on="docs/publishing.md",
)
@click.argument("target", default="", metavar="[TARGET]", shell_complete=complete_targets)
@now_option
@base_url_option
@output_option
@jobs_option
@option("--dry-run", is_flag=True, group=DONE, help="Say what would be sent; send nothing.")
@option(
    "--accept",
    is_flag=True,
    group=DONE,
    help="Where it would remove half of the pages, or replace files of others: it is meant.",
)
@option(
    "--remove-others",
    is_flag=True,
    group=DONE,
    help="Remove what sitegen did not bring there, too.",
)
@option("--with-errors", is_flag=True, group=DONE, help="Deploy what stands in spite of errors.")
@summary_option
@verbosity
def command(
    target: str,
    now: str | None,
    base_url: str | None,
    output: str | None,
    jobs: int,
    dry_run: bool,
    accept: bool,
    remove_others: bool,
    with_errors: bool,
    summary: str | None,
    verbosity: Verbosity,
) -> None:
    """Bring the site to where readers find it.

    The output is brought up to date first, as `sitegen build` does. Then only what differs is sent:
    new files, the pages that lead to them, and removals last. After a cut, deploy again.
    """
    from sitegen.config.deploying import first_arrival
    from sitegen.deploying.deploy import DeployOptions, deploy
    from sitegen.deploying.hub import tell_of_news
    from sitegen.deploying.manifest import DeployManifest
    from sitegen.deploying.mentions import Telling, tell_linked
    from sitegen.deploying.prepare import linked_by, prepare
    from sitegen.published.changes import Changes, changes
    from sitegen.published.edition import PublishedContent
    from sitegen.report.summary import summary_line, write_summary

    started = time.perf_counter()
    options = build_options(now, output=output, base_url=base_url, jobs=jobs)
    with ending_on_mistakes(), ProgressBar(verbosity) as bar:
        site, place, report = prepare(options, target, bar.advance)
        print_diagnostics(report.diagnostics)
        for line in outcome_lines(report.outcomes):
            write(line, sys.stderr)
        if report.errors and not with_errors:
            raise SitegenError(Diagnostic("deploy-errors"))

        def told(before: DeployManifest) -> Changes:
            known = before.edition if site.edition else None
            return changes(known, site.edition or PublishedContent())

        def tell_of_place() -> None:
            if misplaced := first_arrival(place.destination):
                print_diagnostics([misplaced])

        telling = Telling(site.edition, lambda texts: linked_by(options, texts))
        wish = DeployOptions(
            now=int(time.time()),
            is_dry=dry_run,
            is_accepted=accept,
            removes_others=remove_others,
            message=lambda before: summary_line(told(before), is_first=not before.files),
            on_first=tell_of_place,
            mentions=telling.mentions if site.tells_linked else lambda before: before.mentions,
        )
        difference, before, problem = deploy(site, place, wish, bar.advance)
        if summary is not None:
            write_summary(summary, told(before))
    if verbosity is not Verbosity.QUIET:
        if dry_run or verbosity is Verbosity.VERBOSE:
            _tell_files(difference)
        _tell_others(difference)
        write(visible(summary_line(told(before), is_first=not before.files)))
        write(_closing(difference, time.perf_counter() - started, is_dry=dry_run))
    if not (problem or dry_run):
        print_diagnostics(tell_of_news(site, difference))
        if telling.links:
            told_linked = tell_linked(telling.links, site.address)
            print_diagnostics(told_linked.diagnostics)
            if told_linked.told and verbosity is not Verbosity.QUIET:
                write(_told_of_links(told_linked.told))
    if problem:
        print_diagnostics([Diagnostic("deploy-guard", values={"problem": problem})])
        sys.exit(2)
    if report.errors:
        sys.exit(1)


def _tell_files(difference: "Difference") -> None:
    removed = [*difference.removed, *difference.strays]
    for sign, paths in (
        ("+", [file.path for file in difference.new]),
        ("~", [file.path for file in difference.changed]),
        ("-", removed),
    ):
        for path in sorted(paths):
            write(visible(f"{sign} {path}"))


def _tell_others(difference: "Difference") -> None:
    """Say what stands there that sitegen did not bring, and leaves alone."""
    others = sorted(set(difference.others) - set(difference.removed))
    if others:
        line = ngettext(
            "Left alone, because sitegen did not bring it: {paths}",
            "Left alone, because sitegen did not bring them: {paths}",
            len(others),
        )
        named, more = ", ".join(others[:_MOST_OTHERS]), len(others) - _MOST_OTHERS
        if more > 0:
            named = _("{sources} and {number} more").format(sources=named, number=more)
        write(visible(line.format(paths=named)), sys.stderr)


def _told_of_links(number: int) -> str:
    line = ngettext(
        "{number} page of another site told of a link to it",
        "{number} pages of other sites told of links to them",
        number,
    )
    return line.format(number=number)


def _closing(difference: "Difference", seconds: float, *, is_dry: bool) -> str:
    removed = len(difference.removed) + len(difference.strays)
    if is_dry:
        line = ngettext(
            "{sent} file would be sent, {removed} removed, {unchanged} unchanged",
            "{sent} files would be sent, {removed} removed, {unchanged} unchanged",
            difference.sent,
        )
    else:
        line = ngettext(
            "{sent} file sent, {removed} removed, {unchanged} unchanged",
            "{sent} files sent, {removed} removed, {unchanged} unchanged",
            difference.sent,
        )
    counts = {"sent": difference.sent, "removed": removed, "unchanged": len(difference.stamps)}
    done = line.format(**counts)
    return _("{done} in {seconds} s").format(done=done, seconds=decimal(seconds))
