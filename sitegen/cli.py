"""The command line: which commands there are. Each is imported only when it runs."""

import importlib
import os
import signal
import sys

import click
from click.utils import PacifyFlushWrapper

from sitegen import __version__

COMMANDS = {
    "init": "Make a new site.",
    "new": "Begin a document.",
    "build": "Bring output/ up to date.",
    "serve": "Show the site in the browser while it is written.",
    "check": "Look for mistakes without publishing.",
    "next": "Say when the site will change by itself.",
    "explain": "Say why a page is rendered, or what most pages depend on.",
    "schema": "Print the keys that authors write as JSON Schema, for editors.",
    "clean": "Remove output/ and the state.",
}


class LazyGroup(click.Group):
    """A group that knows its commands' names and imports `sitegen.commands.<name>` on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"sitegen.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1, 0.5)
            if near:
                message = f"{error.message} Did you mean '{near[0]}'?"
                raise click.UsageError(message, ctx) from None
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="sitegen %(version)s")
def cli() -> None:
    """A static site generator for an association's news hub.

    \b
    Examples:
      sitegen serve --open              see the site while you write
      sitegen build                     bring output/ up to date
      sitegen build --drafts --future   with what is not public yet
      sitegen build --now 2027-01-15    the site as it will be that day

    Run it in the folder that holds site.yaml.
    """


class Terminated(BaseException):
    """SIGTERM arrived: what Ctrl-C does, without asking click."""


def _terminate(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # a second one would interrupt the mending
    raise Terminated


def main() -> None:
    """Run the command line and exit: 0 all well, 1 content or theme has errors, 2 wrong usage.

    After a signal the code is 128 and the signal's number, as shells have it: 130, 141, 143.
    """
    signal.signal(signal.SIGTERM, _terminate)
    try:
        try:
            cli.main(standalone_mode=False)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # here a reader that has left, or a full disk, can still be told
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write("sitegen: interrupted; what was published stays\n")
        sys.exit(130)
    except SystemExit:
        if type(sys.stdout) is PacifyFlushWrapper:  # click has met a reader that has left
            sys.exit(141)
        raise
    except Terminated:
        sys.stderr.write("sitegen: terminated; what was published stays\n")
        sys.exit(143)
    except BrokenPipeError:
        _drop_stdout()  # the reader has left: nothing more to say
        sys.exit(141)
    except OSError as error:
        _drop_stdout()
        sys.stderr.write(f"sitegen: {error}\n")
        sys.exit(1)


def _drop_stdout() -> None:
    """Send what is still to be printed nowhere, or Python would complain when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
