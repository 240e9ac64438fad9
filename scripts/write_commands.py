#!/usr/bin/env python3
"""Write docs/commands.md from the commands themselves; with --check, say whether it is current."""

import os
import sys
import textwrap
from pathlib import Path

os.environ["LANGUAGE"] = "en"  # the page is English, whoever writes it

import click

from sitegen.cli import COMMANDS, LazyGroup, cli
from sitegen.commands.command import (
    ALL_EXIT_CODES,
    Command,
    Example,
    Teaching,
    grouped,
)

TARGET = Path(__file__).parent.parent / "docs/commands.md"
COMMAND = "python scripts/write_commands.py"

HEAD = f"""---
title: Commands
summary: What each command does, with all its options.
weight: 52
kind: Reference
---

# Commands

<!-- Made by `{COMMAND}` from the commands themselves: edit their help, not this page. -->

What each command does, with all its options. `sitegen COMMAND --help` and `sitegen help COMMAND`
say the same, in French where the system's language is French.
"""

TAIL = """## Exit codes

| code | meaning |
|---|---|
{codes}

All that is wrong is told on standard error, as `file:line:column: error: what [SG031]` and, below
it, how to mend it. What a command was asked for stands on standard output.

## Environment

| variable | effect |
|---|---|
| `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG` | its language: French or English |
| `NO_COLOR` | set to anything: no colours ([no-color.org](https://no-color.org)) |
| `FORCE_COLOR`, `CLICOLOR_FORCE` | set to 1: colours where there is no terminal too |
| `TERM=dumb`, `CI` | no progress bar; a line every ten seconds where a build takes longer |
| `SOURCE_DATE_EPOCH` | the clock, where there is no `--now` |
| `SITEGEN_ACCESS_KEYS` | the keys of private pages, from `sitegen access export`: for CI |
| `SITEGEN_ACCESS_FILE` | the file of these keys, where it is not `~/.config/sitegen/access.json` |
| `SITEGEN_DEBUG` | set to 1: tracebacks of sitegen's own mistakes |

## Completion with the Tab key

| shell | once |
|---|---|
| bash (4.4 or newer) | add `eval "$(sitegen completion bash)"` to `~/.bashrc` |
| zsh | add `eval "$(sitegen completion zsh)"` to `~/.zshrc`, after `compinit` |
| fish | `sitegen completion fish > ~/.config/fish/completions/sitegen.fish` |

Commands, options, files and folders are completed, and pages after `sitegen explain`.

## Where the time goes

`sitegen build --verbose` tells each stage as it ends, and why pages were written. `--profile`
adds tables: the stages, the slowest pages and the slowest templates; `--profile-json FILE` has
all of them for programs. Three things to know when reading them:

- What many pages show alike (header, rows of lists) is made once in each process. The page that
  comes first pays for it, and for compiling its templates, so a page that looks slow may only
  have been early.
- A template's first time is its own code, with the macros that it calls and the answers that it
  waits for; the second one counts what it extends, includes and shows as parts too.
- With several processes the times of pages and templates are added up, so they may exceed those
  of the stages.
"""


def page() -> str:
    """Return docs/commands.md."""
    assert isinstance(cli, LazyGroup)
    root = click.Context(cli, info_name="sitegen", **cli.context_settings)
    parts = [HEAD, _examples(cli.examples), _list()]
    for name in COMMANDS:
        command = cli.get_command(root, name)
        assert command is not None
        parts.append(_command(command, click.Context(command, info_name=name, parent=root)))
    codes = "\n".join(f"| {code} | {meaning} |" for code, meaning in ALL_EXIT_CODES.items())
    return "\n".join([*parts, TAIL.format(codes=codes)])


def _list() -> str:
    rows = [
        f"| [`sitegen {name}`](#sitegen-{name}) | {about} |" for name, about in COMMANDS.items()
    ]
    return "\n".join(["| | |", "|---|---|", *rows, ""])


def _command(command: click.Command, context: click.Context) -> str:
    lines = [f"## sitegen {command.name}", ""]
    if isinstance(command, Teaching):
        sentence, *others = command.paragraphs()
        lines += [sentence, "", _examples(command.examples)]
        for paragraph in others:
            lines += [textwrap.fill(paragraph, 110, break_on_hyphens=False), ""]
    usage = " ".join(command.collect_usage_pieces(context))
    lines += ["```", f"{context.command_path} {usage}", "```", ""]
    for group, options in grouped(command, context).items():
        lines += [f"| {group} | |", "|---|---|"]
        for record in (option.get_help_record(context) for option in options):
            if record is not None:
                lines.append(f"| `{record[0]}` | {_escaped(record[1])} |")
        lines.append("")
    if isinstance(command, Command):
        lines += ["| Exit code | |", "|---|---|"]
        lines += [f"| {code} | {meaning} |" for code, meaning in command.exit_codes.items()]
        lines.append("")
    return "\n".join(lines)


def _examples(examples: "list[Example] | tuple[Example, ...]") -> str:
    width = max(len(example.line) for example in examples)
    lines = [f"{example.line:{width}}  # {example.about}" for example in examples]
    return "\n".join(["```sh", *lines, "```", ""])


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if TARGET.read_text(encoding="utf-8") != page():
            sys.exit(f"{TARGET} is not up to date: {COMMAND}")
    else:
        TARGET.write_text(page(), encoding="utf-8")
