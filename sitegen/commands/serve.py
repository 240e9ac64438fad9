"""``sitegen serve``: the site in the browser while it is written."""

import os
import sys
import time
from typing import TYPE_CHECKING

import click

from sitegen.commands.options import parse_now, root_folder
from sitegen.errors import SitegenError
from sitegen.phrases import phrase
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.progress import ProgressBar
from sitegen.report.streams import write
from sitegen.translation import _, ngettext

if TYPE_CHECKING:
    from sitegen.server.http import PreviewServer
    from sitegen.server.serve import Built


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), metavar="N",
              help="Where to listen.  [default: 8000, or a free one after it]")  # fmt: skip
@click.option("--host", default="127.0.0.1", metavar="HOST",
              help="0.0.0.0 lets other machines see it.  [default: 127.0.0.1]")  # fmt: skip
@click.option("--open", "is_opened", is_flag=True, help="Open the site in the browser.")
@click.option("--drafts", is_flag=True, help="Of what readers do not see, show drafts alone.")
@click.option("--future", is_flag=True, help="… what is dated in the future alone.")
@click.option("--embargoed", is_flag=True, help="… what lies under embargo alone.")
@click.option("--public", is_flag=True, help="Show what readers see and nothing more.")
@click.option("--now", metavar="T", help="The clock: 2027-01-15, or 2027-01-15T06:00+01:00.")
@click.option("--poll", is_flag=True, help="Look at the files every second instead of waiting for "
              "the system's events (network drives).")  # fmt: skip
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes; 0 is one a core.")
def command(
    port: int | None,
    host: str,
    is_opened: bool,
    drafts: bool,
    future: bool,
    embargoed: bool,
    public: bool,
    now: str | None,
    poll: bool,
    jobs: int,
) -> None:
    """Build the site, show it in the browser, and again after each change.

    \b
    Drafts, articles dated in the future and those under embargo are shown, with
    a banner that says so. Of --drafts, --future and --embargoed, those that are
    given are shown and the others not. The site of next Monday, for its readers:
      sitegen serve --public --now 2027-01-18

    output/ and its state are left alone: the preview is kept in .sitegen/preview.
    Ctrl-C ends it.
    """
    from sitegen.engine.options import BuildOptions
    from sitegen.server.addresses import is_local
    from sitegen.server.serve import DEFAULT_PORT, Address, serve

    if public and (drafts or future or embargoed):
        raise click.UsageError("--public shows none of --drafts, --future and --embargoed.")
    shows_all = not (public or drafts or future or embargoed)
    root = root_folder()

    def on_start(url: str, server: "PreviewServer") -> None:
        listening = server.server_address[1]
        if port is None and listening != DEFAULT_PORT:
            taken = _("Port {port} is taken: another one was chosen.")
            write(taken.format(port=DEFAULT_PORT))
        if not is_local(host):
            seen = _("Other machines can see it, also what is not public yet (--host {host}).")
            write(seen.format(host=host))
        write(_("Serving {url} (Ctrl-C to stop)").format(url=url))
        sys.stdout.flush()
        if is_opened:
            import webbrowser

            webbrowser.open(url)

    def on_polling(reason: str) -> None:
        told = _("The system tells no events of files ({reason}): they are looked at every second.")
        write(told.format(reason=phrase(reason)), sys.stderr)

    try:
        options = BuildOptions(
            root=root,
            output="",
            now=parse_now(now),
            with_drafts=drafts or shows_all,
            with_future=future or shows_all,
            with_embargoed=embargoed or shows_all,
            jobs=jobs,
        )
        serve(
            options,
            Address(host, port or 0),
            clock=lambda: parse_now(now),
            is_clock_fixed=bool(now or os.environ.get("SOURCE_DATE_EPOCH")),
            is_polling=poll,
            on_start=on_start,
            on_built=_print_built,
            on_polling=on_polling,
            progress=lambda: ProgressBar(is_quiet=False),
        )
    except SitegenError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        write(_("Stopped."))
        sys.exit(130)


def _print_built(built: "Built") -> None:
    print_diagnostics(built.diagnostics)
    report = built.report
    if report is None:
        stays = _("{when}: not built. The last good pages stay.")
        write(stays.format(when=_when(built)))
    elif report.written or report.removed or report.errors:
        counted = (
            (len(report.written), ("{number} page written", "{number} pages written")),
            (len(report.removed), ("{number} page removed", "{number} pages removed")),
            (len(report.errors), ("{number} error", "{number} errors")),
        )
        done = ", ".join(
            ngettext(*words, number).format(number=number)
            for position, (number, words) in enumerate(counted)
            if number or not position
        )
        values = {"when": _when(built), "done": done, "seconds": f"{built.seconds:.2f}"}
        write(_("{when}: {done} in {seconds} s").format_map(values))
    sys.stdout.flush()


def _when(built: "Built") -> str:
    """Return the time of day and what was saved."""
    names = ", ".join(built.changed[:3])
    if len(built.changed) > 3:
        more = _("{names} and {number} more")
        names = more.format(names=names, number=len(built.changed) - 3)
    return f"{time.strftime('%H:%M:%S')} {names}".rstrip()
