"""``sitegen serve``: the site in the browser while it is written."""

import os
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import click

from sitegen.commands.command import (
    ALL_EXIT_CODES,
    EXIT_CODES,
    SHOWN,
    SPEED,
    WHERE,
    Command,
    option,
)
from sitegen.commands.options import build_options, jobs_option, now_option, parse_now, verbosity
from sitegen.commands.telling import make_watch
from sitegen.errors import SitegenError
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.numbers import decimal
from sitegen.report.progress import ProgressBar, Verbosity
from sitegen.report.streams import write
from sitegen.wording.phrases import in_words
from sitegen.wording.translation import _, ngettext

if TYPE_CHECKING:
    from sitegen.server.http import PreviewServer
    from sitegen.server.served_site import PreviewBuild


@click.command(
    "serve",
    cls=Command,
    examples=[
        ("sitegen serve --open", "see the site while you write"),
        ("sitegen serve --edit --open", "write in the browser, and see it beside"),
        ("sitegen serve --public", "what readers see, and nothing more"),
        ("sitegen serve --public --now 2027-01-18", "next Monday, for its readers"),
        ("sitegen serve --port 8123", "where another program has 8000"),
    ],
    exit_codes={2: EXIT_CODES[2], 130: ALL_EXIT_CODES[130], 143: ALL_EXIT_CODES[143]},
    read_on="docs/authors.md",
)
@option("--drafts", is_flag=True, group=SHOWN, help="Of what readers do not see, drafts alone.")
@option("--future", is_flag=True, group=SHOWN, help="… what is dated in the future alone.")
@option("--embargoed", is_flag=True, group=SHOWN, help="… what lies under embargo alone.")
@option("--public", is_flag=True, group=SHOWN, help="What readers see and nothing more.")
@now_option
@option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    group=WHERE,
    help="Where to listen; 8000 or a free one after it, if not given.",
)
@option(
    "--host",
    default="127.0.0.1",
    metavar="HOST",
    group=WHERE,
    help="{default}, if not given; 0.0.0.0 lets other machines see it.",
)
@option(
    "--edit",
    is_flag=True,
    group=WHERE,
    help="The editing page too: texts, events and pictures in the browser, saved into content/.",
)
@option("--open", "is_opened", is_flag=True, group=WHERE, help="Open the site in the browser.")
@option(
    "--poll",
    is_flag=True,
    group=SPEED,
    help="Look at the files every second instead of waiting for the system's events (network"
    " drives).",
)
@jobs_option
@verbosity
def command(
    port: int | None,
    host: str,
    edit: bool,
    is_opened: bool,
    drafts: bool,
    future: bool,
    embargoed: bool,
    public: bool,
    now: str | None,
    poll: bool,
    jobs: int,
    verbosity: Verbosity,
) -> None:
    """Build the site, show it in the browser, and again after each change.

    Drafts, articles dated in the future and those under embargo are shown, with
    a banner that says so. Of --drafts, --future and --embargoed, those that are
    given are shown and the others not.

    output/ and its state are left alone: the preview is kept in .sitegen/preview.
    With --quiet the address is told, and mistakes. Ctrl-C ends it.
    """
    from sitegen.engine.timing.watch import Watch
    from sitegen.server.additions import PREFIX
    from sitegen.server.addresses import is_local
    from sitegen.server.editing import ADDRESS
    from sitegen.server.listening import DEFAULT_PORT, Address
    from sitegen.server.network import url_for_others
    from sitegen.server.serve import serve

    if public and (drafts or future or embargoed):
        raise click.UsageError(_("--public shows none of --drafts, --future and --embargoed."))
    if edit and not is_local(host):
        raise click.UsageError(_("--edit is for this machine alone: leave --host out."))
    shows_all = not (public or drafts or future or embargoed)

    def on_start(url: str, server: "PreviewServer", are_images_due: bool) -> None:
        listening = server.server_address[1]
        if port is None and listening != DEFAULT_PORT:
            taken = _("Port {port} is taken: another one was chosen.")
            write(taken.format(port=DEFAULT_PORT))
        if not is_local(host):
            seen = _("Other machines can see it, also what is not public yet (--host {host}).")
            write(seen.format(host=host))
        if others := url_for_others(url, host):
            write(_("On your network it is opened as {url}").format(url=others))
        write(_("Serving {url} (Ctrl-C to stop)").format(url=url))
        shown = f"{Address(host).url(listening)}{PREFIX}{ADDRESS}" if edit else url
        if edit:
            write(_("Edit it at {url}").format(url=shown))
        if are_images_due:
            write(_("Images are being made; open pages show them when all are there."))
        sys.stdout.flush()
        if is_opened:
            import webbrowser

            webbrowser.open(shown)

    def on_polling(reason: str) -> None:
        told = _("The system tells no events of files ({reason}): they are looked at every second.")
        write(told.format(reason=in_words(reason)), sys.stderr)

    try:
        options = build_options(
            now,
            drafts=drafts or shows_all,
            future=future or shows_all,
            embargoed=embargoed or shows_all,
            jobs=jobs,
        )
        serve(
            options,
            Address(host, port or 0),
            clock=lambda: parse_now(now),
            is_clock_fixed=bool(now or os.environ.get("SOURCE_DATE_EPOCH")),
            is_polling=poll,
            is_edited=edit,
            on_start=on_start,
            on_built=partial(_print_built, is_quiet=verbosity is Verbosity.QUIET),
            on_polling=on_polling,
            progress=lambda: ProgressBar(verbosity),
            watch=lambda: make_watch(verbosity) or Watch(),
        )
    except SitegenError as error:
        print_diagnostics(error.diagnostics)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        write(_("Stopped."))
        sys.exit(130)


def _print_built(built: "PreviewBuild", *, is_quiet: bool) -> None:
    print_diagnostics(built.diagnostics)
    report = built.report
    if report is None:
        stays = _("{when}: not built. The last good pages stay.")
        write(stays.format(when=_when(built)))
    elif (report.written or report.removed or report.errors) and not is_quiet:
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
        values = {"when": _when(built), "done": done, "seconds": decimal(built.seconds)}
        write(_("{when}: {done} in {seconds} s").format_map(values))
    sys.stdout.flush()


def _when(built: "PreviewBuild") -> str:
    """Return the time of day and what was saved."""
    names = ", ".join(built.changed[:3])
    if len(built.changed) > 3:
        more = _("{names} and {number} more")
        names = more.format(names=names, number=len(built.changed) - 3)
    return f"{time.strftime('%H:%M:%S')} {names}".rstrip()
