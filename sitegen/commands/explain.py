"""``sitegen explain``: why a page is as it is, and what would render it again."""

import os
import sys
from typing import TYPE_CHECKING

import click

from sitegen.commands.options import parse_now, root_folder
from sitegen.errors import SitegenError
from sitegen.phrases import phrase
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.streams import write
from sitegen.translation import _

if TYPE_CHECKING:
    from sitegen.engine.explaining import Asked, Explanation


@click.command("explain")
@click.argument("page", required=False)
@click.option("--fan-out", is_flag=True, help="The questions that most pages asked.")
@click.option("-n", "limit", type=click.IntRange(1), default=20, show_default=True,
              metavar="N", help="How many of these.")  # fmt: skip
@click.option("--output", metavar="DIR", help="Where the site was written.  [default: output]")
@click.option("--now", metavar="T", help="The clock: 2027-01-15, or 2027-01-15T06:00+01:00.")
def command(
    page: str | None, fan_out: bool, limit: int, output: str | None, now: str | None
) -> None:
    """Say what PAGE asked, why it was last rendered, and what makes it stale now.

    \b
    PAGE is an address (/agenda/), a file of the output (agenda/index.html)
    or a source (content/agenda/2022-10-13-forum.md).
    """
    if bool(page) == fan_out:
        raise click.UsageError("Name one page, or ask for --fan-out.")
    from sitegen.engine import explaining
    from sitegen.engine.build import inspect
    from sitegen.engine.options import BuildOptions

    root = root_folder()
    try:
        options = BuildOptions(
            root=root,
            output=os.path.abspath(output) if output else os.path.join(root, "output"),
            now=parse_now(now),
        )
        if page:
            _print_page(inspect(options, lambda site: explaining.explain(site, page)))
        else:
            _print_fan_out(inspect(options, lambda site: explaining.fan_out(site, limit)))
    except SitegenError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(error.exit_code)


def _print_page(found: "Explanation") -> None:
    page = found.page
    subject = _(", of {subject}").format(subject=page.subject) if page.subject else ""
    write(f"{page.path} ({page.kind}{subject})")
    rendered = _("Last rendered: {reason}.").format(reason=phrase(str(found.built)))
    write(rendered if found.built else _("It was never built."))
    if found.asked:
        asked = _("It asked {number} questions (* the answer is another now):")
        write(asked.format(number=len(found.asked)))
        for one in sorted(found.asked, key=lambda one: one.question):
            write(f"{'*' if one.is_changed else ' '} {one.question}")
    renders = _("The next build renders it: {reason}.").format(reason=phrase(str(found.stale)))
    write(renders if found.stale else _("It is up to date."))


def _print_fan_out(found: "list[Asked]") -> None:
    write(_("pages  question (* the answer is another now)"))
    for one in found:
        write(f"{one.pages:5} {'*' if one.is_changed else ' '} {one.question}")
