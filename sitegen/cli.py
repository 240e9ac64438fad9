"""The command line: which commands there are. Each is imported only when it runs."""

import importlib
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import click

from sitegen import __version__
from sitegen.commands.command import (
    ALL_EXIT_CODES,
    HELP_SETTINGS,
    CommandOption,
    Example,
    Teaching,
    Unanswered,
    did_you_mean,
    unknown_option,
)
from sitegen.names import SITE_FILE
from sitegen.wording.translation import _, translate_libraries

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "init": "Make a new site.",
    "import": "Bring a former site over, texts, pictures and addresses.",
    "fetch": "Bring in what partners announce.",
    "new": "Begin a document.",
    "build": "Bring output/ up to date.",
    "serve": "Show the site in the browser while it is written.",
    "admin": "Make the page on which texts are written without a terminal.",
    "check": "Look for mistakes without publishing.",
    "format": "Bring documents into one form.",
    "digest": "Write or send the letter of what is new.",
    "next": "Say when the site will change by itself.",
    "explain": "Say why a page is rendered, or what most pages depend on.",
    "schema": "Print the keys that authors write as JSON Schema, for editors.",
    "theme": "List themes; begin, change and check the site's own.",
    "messages": "Bring the catalogues of a site's own words up to date.",
    "plugins": "List the site's plugins, and what they promise.",
    "deploy": "Bring the site to where readers find it.",
    "access": "Make the keys of private pages, and the links to them.",
    "published": "Compare the addresses that readers know with the site.",
    "clean": "Remove output/ and the state.",
    "completion": "Print what lets the Tab key complete sitegen's words.",
    "help": "Explain a command.",
}
"""Each is `command` in the module of its name in `sitegen.commands`."""
_MODULES = {"import": "import_site"}
"""Modules of another name: `import` is a word of Python."""


class LazyGroup(Teaching, click.Group):
    """A group that knows its commands' names and imports `sitegen.commands.<name>` on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"sitegen.commands.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list["CompletionItem"]:
        """Offer commands without importing them, as click would for their help."""
        from click.shell_completion import CompletionItem

        return [
            CompletionItem(name, help=_(about))
            for name, about in COMMANDS.items()
            if name.startswith(incomplete)
        ] + click.Command.shell_complete(self, ctx, incomplete)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise unknown_option(error, self, ctx) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1, 0.5)
            raise click.UsageError(f"{error.message}{did_you_mean(near)}", ctx) from None

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [_("[OPTIONS]"), _("COMMAND …")]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.write_beginning(ctx, formatter)
        self.format_usage(ctx, formatter)
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)
        self.write_end(formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(about)) for name, about in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings=HELP_SETTINGS,
    invoke_without_command=True,
)
@click.version_option(
    __version__, message="sitegen %(version)s", cls=CommandOption, help="Show the version and exit."
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """A static site generator for an association's news hub.

    Run it in the folder that holds site.yaml.
    """
    if ctx.invoked_subcommand is None:
        has_site = os.path.exists(SITE_FILE)
        click.echo(ctx.get_help() if has_site else first_steps(ctx.make_formatter()))


assert isinstance(cli, LazyGroup)
cli.examples = (
    Example("sitegen serve --open", "see the site while you write"),
    Example("sitegen build", "bring output/ up to date"),
    Example("sitegen build --drafts --future", "with what is not public yet"),
    Example("sitegen build --now 2027-01-15", "the site as it will be that day"),
    Example("sitegen help build", "all about one command"),
)
cli.exit_codes = ALL_EXIT_CODES
cli.read_on = "docs/commands.md, docs/authors.md"


def first_steps(formatter: click.HelpFormatter) -> str:
    """Return what helps where there is no site yet."""
    formatter.write_text(_("There is no site in this folder: it has no site.yaml."))
    steps = [
        ("init", "sitegen init", "make a site here, with its first files"),
        ("new", "sitegen new", "write a first article"),
        ("serve", "sitegen serve --open", "see it in the browser while you write"),
        ("build", "sitegen build", "make what you publish, in output/"),
    ]
    if "init" not in COMMANDS:
        formatter.write_paragraph()
        formatter.write_text(_("Write site.yaml with two lines, `title: …` and `url: https://…`."))
    with formatter.section(_("First steps")):
        formatter.write_dl([(line, _(about)) for name, line, about in steps if name in COMMANDS])
    formatter.write_paragraph()
    formatter.write_text(_("All commands: sitegen --help"))
    return formatter.getvalue().rstrip()


class Terminated(BaseException):
    """SIGTERM arrived: what Ctrl-C does, without asking click."""


def _terminate(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # a second one would interrupt the mending
    raise Terminated


def run() -> NoReturn:
    """Run the command line as a process of its own, whose end is not worth a last look.

    Python would take apart all that a build holds, object by object: a quarter of a second for
    10,000 documents. Commands have closed what they opened; the streams are written out here.
    """
    try:
        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # the reader has left, or the disk is full: `main` told
            stream.flush()
    os._exit(code)


def main() -> None:
    """Run the command line and exit with one of `ALL_EXIT_CODES`.

    After a signal the code is 128 and the signal's number, as shells have it: 130, 141, 143.
    """
    signal.signal(signal.SIGTERM, _terminate)
    translate_libraries()
    try:
        try:
            cli.main(prog_name="sitegen", standalone_mode=False)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # here a reader that has left, or a full disk, can still be told
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Unanswered:
        _say(_("interrupted; nothing was written"))
        sys.exit(130)
    except (click.Abort, KeyboardInterrupt):
        _say(_("interrupted; what was published stays"))
        sys.exit(130)
    except SystemExit:
        # Click has met a reader that has left; the name of its class has `_` before it or not.
        if type(sys.stdout).__name__.endswith("PacifyFlushWrapper"):
            sys.exit(141)
        raise
    except Terminated:
        _say(_("terminated; what was published stays"))
        sys.exit(143)
    except BrokenPipeError:
        _drop_stdout()  # the reader has left: nothing more to say
        sys.exit(141)
    except OSError as error:
        _drop_stdout()
        _say(str(error))
        sys.exit(1)
    except Exception as error:  # whatever is left is a mistake of ours
        from sitegen.report.internal import report_internal_error

        report_internal_error(error)
        sys.exit(1)


def _say(what: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"sitegen: {what}\n")


def _drop_stdout() -> None:
    """Send what is still to be printed nowhere, or Python would complain when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
