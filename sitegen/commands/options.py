"""What several commands read from their command line and environment."""

import contextlib
import datetime as dt
import functools
import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from sitegen.commands.command import SAID, SHOWN, SPEED, WHERE, option
from sitegen.commands.completing import complete_files, complete_folders
from sitegen.errors import Diagnostic, SitegenError, UsageError
from sitegen.model import Moment
from sitegen.report.progress import Verbosity
from sitegen.wording.translation import _

if TYPE_CHECKING:
    from sitegen.engine.options import BuildOptions

now_option = option(
    "--now",
    metavar="WHEN",
    group=SHOWN,
    help="The site at that moment: 2027-01-15, or 2027-01-15T06:00+01:00. Now, if not given.",
)
base_url_option = option(
    "--base-url",
    metavar="URL",
    group=WHERE,
    help="The site's address, in place of `url` in site.yaml.",
)
output_option = option(
    "--output",
    metavar="DIR",
    group=WHERE,
    shell_complete=complete_folders,
    help="The folder of the finished site; output, if not given.",
)
jobs_option = option(
    "--jobs",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    group=SPEED,
    help="How many processes work; 0, if not given: one for each core.",
)
summary_option = option(
    "--summary",
    metavar="FILE",
    group=SAID,
    shell_complete=complete_files,
    help="Write what is different for readers to FILE: .md for a merge request, or .json.",
)


def verbosity(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give *command* the options --quiet and --verbose, and what they say as `verbosity`."""

    @functools.wraps(command)
    def chosen(*arguments: Any, quiet: bool, verbose: bool, **named: Any) -> Any:
        if quiet and verbose:
            raise click.UsageError(_("Choose one of --quiet and --verbose."))
        how = Verbosity.QUIET if quiet else Verbosity.VERBOSE if verbose else Verbosity.NORMAL
        return command(*arguments, verbosity=how, **named)

    quiet = option("-q", "--quiet", is_flag=True, group=SAID, help="Only errors and warnings.")
    verbose = option(
        "-v", "--verbose", is_flag=True, group=SAID, help="Each stage, with counts and times."
    )
    return quiet(verbose(chosen))


def root_folder() -> str:
    """Return the site's folder: the working folder."""
    return os.getcwd()


def output_folder(written: str | None) -> str:
    """Return the folder of the finished site: what `--output` says, else the usual one."""
    return os.path.abspath(written) if written else os.path.join(root_folder(), "output")


def build_options(
    now: str | None,
    *,
    output: str | None = None,
    base_url: str | None = None,
    drafts: bool = False,
    future: bool = False,
    embargoed: bool = False,
    **more: Any,
) -> "BuildOptions":
    """Return what a build is asked for, from what stands on the command line.

    *more* are fields of `BuildOptions` as they are. Raises `UsageError`.
    """
    from sitegen.commands.keys import read_keys
    from sitegen.engine.options import BuildOptions

    if base_url is not None:
        _check_base_url(base_url)
    return BuildOptions(
        root=root_folder(),
        output=output_folder(output),
        now=parse_now(now),
        base_url=base_url or "",
        with_drafts=drafts,
        with_future=future,
        with_embargoed=embargoed,
        keys=read_keys(),
        **more,
    )


def _check_base_url(written: str) -> None:
    """Refuse what is no address; an empty one too: a variable of CI that nobody has set."""
    from sitegen.config.validation import is_site_address

    if not is_site_address(written):
        raise UsageError(Diagnostic("bad-base-url", values={"value": written}))


@contextlib.contextmanager
def ending_on_mistakes() -> Iterator[None]:
    """Where what is done within cannot be done, say why and end with the error's exit code."""
    try:
        yield
    except SitegenError as error:
        from sitegen.report.diagnostics import print_diagnostics

        print_diagnostics(error.diagnostics)
        sys.exit(error.exit_code)


def parse_now(text: str | None) -> Moment:
    """Return the clock: `--now`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else now.

    What is written without an offset is in the site's zone; a date is its first instant. Raises
    `UsageError` for what is no instant.
    """
    if text:
        from sitegen.border.moments import parse_moment

        try:
            return parse_moment(text)
        except ValueError:
            raise UsageError(Diagnostic("bad-clock", values={"value": text})) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            instant = dt.datetime.fromtimestamp(int(epoch), dt.UTC)
        except (ValueError, OverflowError, OSError):
            raise UsageError(Diagnostic("bad-clock", values={"value": epoch})) from None
    else:
        instant = dt.datetime.now(dt.UTC)
    return Moment(instant.replace(tzinfo=None), zone="+00:00")
