"""``sitegen help``: what `--help` says, for those who ask in words."""

import click

from sitegen.commands.command import EXIT_CODES, Command
from sitegen.commands.completing import complete_commands


@click.command(
    "help",
    cls=Command,
    examples=[
        ("sitegen help", "all commands"),
        ("sitegen help build", "one of them: the same as sitegen build --help"),
    ],
    exit_codes={code: EXIT_CODES[code] for code in (0, 2)},
    read_on="docs/commands.md",
)
@click.argument("name", metavar="[COMMAND]", required=False, shell_complete=complete_commands)
@click.pass_context
def command(ctx: click.Context, name: str | None) -> None:
    """Explain a command."""
    root = ctx.find_root()
    if name is None:
        click.echo(root.get_help())
        return
    assert isinstance(root.command, click.Group)
    _, subcommand, _ = root.command.resolve_command(root, [name])
    assert subcommand is not None
    with subcommand.context_class(subcommand, info_name=name, parent=root) as shown:
        click.echo(subcommand.get_help(shown))
