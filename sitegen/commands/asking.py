"""Questions to the person at the terminal, and whether there is one."""

import sys
from collections.abc import Callable, Sequence

import click

from sitegen.errors import SitegenError
from sitegen.report.diagnostics import print_diagnostics
from sitegen.translation import _

Check = Callable[[str], str] | None
"""Raises `SitegenError` for an answer that cannot be."""


def can_ask() -> bool:
    """Whether somebody sits at a terminal who can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(question: str, default: str = "", check: Check = None) -> str:
    """Return the answer to *question*; *check* raises `SitegenError` for one that cannot be."""
    while True:
        answer: str = click.prompt(
            question,
            default=default,
            show_default=bool(default),
            prompt_suffix=_(": "),
            err=True,
        )
        try:
            if check is not None and answer.strip():
                check(answer.strip())
        except SitegenError as error:
            print_diagnostics(error.diagnostics)
        else:
            return answer.strip()


def choose(question: str, choices: Sequence[str], default: int = 1) -> int:
    """Return the index of the choice that was named by its number in a list."""
    for number, choice in enumerate(choices, 1):
        click.echo(f"  {number}  {choice}", err=True)
    known = click.IntRange(1, len(choices))
    answer: int = click.prompt(
        question, type=known, default=default, prompt_suffix=_(": "), err=True
    )
    return answer - 1


def insist(question: str, check: Check = None) -> str:
    """Return the answer to *question*, which cannot be empty."""
    while True:
        if answer := ask(question, check=check):
            return answer
        click.echo(_("An answer is needed here."), err=True)
