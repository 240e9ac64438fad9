"""``sitegen completion``: the script with which a shell completes sitegen's words."""

import click
from click.shell_completion import get_completion_class

from sitegen.commands.command import EXIT_CODES, Command
from sitegen.wording.translation import _

HOW = {
    "bash": 'eval "$(sitegen completion bash)"   # ~/.bashrc',
    "zsh": 'eval "$(sitegen completion zsh)"   # in ~/.zshrc, after compinit',
    "fish": "sitegen completion fish > ~/.config/fish/completions/sitegen.fish",
}
"""How each shell learns it, for every session to come."""
VARIABLE = "_SITEGEN_COMPLETE"
"""Set by the script when it asks sitegen what comes next; click makes the name."""


@click.command(
    "completion",
    cls=Command,
    examples=[
        ("sitegen completion bash", "for bash 4.4 or newer"),
        ("sitegen completion zsh", "for zsh"),
        ("sitegen completion fish", "for fish"),
    ],
    exit_codes={code: EXIT_CODES[code] for code in (0, 2)},
)
@click.argument("shell", metavar="SHELL", type=click.Choice(list(HOW)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what lets the Tab key complete sitegen's words in a shell.

    The first lines of what is printed say where it goes. Completed are commands, options, files,
    and pages after `sitegen explain`.
    """
    shell_class = get_completion_class(shell)
    assert shell_class is not None
    script = shell_class(ctx.find_root().command, {}, "sitegen", VARIABLE).source()
    comment = _("To complete sitegen's words in every session:")
    head = f"# {comment}\n#   {HOW[shell]}\n"
    if script.startswith("#compdef"):  # zsh wants that first in a file of its own
        first, _end, script = script.partition("\n")
        head = f"{first}\n{head}"
    click.echo(head + script)
