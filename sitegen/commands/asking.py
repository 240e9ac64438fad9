"""Questions to the person at the terminal, and whether there is one."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click
from msgspec.structs import replace

from sitegen.border.suggestions import plain
from sitegen.commands.command import Unanswered
from sitegen.errors import Diagnostic, SitegenError
from sitegen.report.diagnostics import print_diagnostics
from sitegen.wording.translation import _

Check = Callable[[str], str] | None
"""Raises `SitegenError` for an answer that cannot be."""


class _Named(click.IntRange):
    """The number of one of *choices*, or how it begins: `2`, `fr`."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__(1, len(choices))
        self._choices = [plain(choice) for choice in choices]

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        begun = plain(value) if isinstance(value, str) else ""
        numbers = [
            n for n, choice in enumerate(self._choices, 1) if begun and choice.startswith(begun)
        ]
        return super().convert(numbers[0] if len(numbers) == 1 else value, param, ctx)


def can_ask() -> bool:
    """Whether somebody sits at a terminal who can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(question: str, default: str = "", check: Check = None) -> str:
    """Return the answer to *question*; *check* raises `SitegenError` for one that cannot be."""
    while True:
        answer: str = _prompt(question, default=default, show_default=bool(default))
        try:
            if check is not None and answer.strip():
                check(answer.strip())
        except SitegenError as error:
            print_diagnostics([_about(question, diagnostic) for diagnostic in error.diagnostics])
        else:
            return answer.strip()


def choose(question: str, choices: Sequence[str], default: int = 1) -> int:
    """Return the index of the choice that was named by its number in a list."""
    for number, choice in enumerate(choices, 1):
        click.echo(f"  {number}  {choice}", err=True)
    answer: int = _prompt(question, type=_Named(choices), default=default)
    return answer - 1


def _prompt(question: str, **how: Any) -> Any:
    """Ask through click; raises `Unanswered` when nobody answers."""
    try:
        return click.prompt(question, prompt_suffix=_(": "), err=True, **how)
    except click.Abort:
        raise Unanswered from None


def _about(question: str, diagnostic: Diagnostic) -> Diagnostic:
    """Return *diagnostic* as it is told to who was asked *question*, and gave no option."""
    if diagnostic.code != "bad-answer":
        return diagnostic
    asked = question.partition(" (")[0]
    return replace(diagnostic, code="answer-unfit", values={**diagnostic.values, "question": asked})


def insist(question: str, check: Check = None) -> str:
    """Return the answer to *question*, which cannot be empty."""
    while True:
        if answer := ask(question, check=check):
            return answer
        click.echo(_("An answer is needed here."), err=True)
