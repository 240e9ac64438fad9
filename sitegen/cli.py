"""The command line: which commands there are. Each is imported only when it runs."""

import importlib
import sys

import click

from sitegen import __version__

COMMANDS = {
    "build": "Bring output/ up to date.",
    "check": "Look for mistakes without publishing.",
    "next": "Say when the site will change by itself.",
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
      sitegen build                     bring output/ up to date
      sitegen build --drafts --future   with what is not public yet
      sitegen build --now 2027-01-15    the site as it will be that day

    Run it in the folder that holds site.yaml.
    """


def main() -> None:
    """Run the command line; the exit code is 0, 1 (content or theme has errors) or 2 (usage)."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write("sitegen: interrupted; what was published stays\n")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has left: nothing more to say
        sys.exit(141)
