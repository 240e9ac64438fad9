"""The layout of diagnostics on a terminal."""

import sys
from collections.abc import Iterator, Sequence

from sitegen.errors import Diagnostic
from sitegen.report.colours import shows_colours
from sitegen.report.streams import write
from sitegen.wording.translation import _

COLOURS = {"error": "31", "warning": "33", "note": "36"}
"""Of each severity: parameters of SGR (ECMA-48 §8.3.117)."""


def format_diagnostic(
    diagnostic: Diagnostic,
    *,
    is_coloured: bool = False,
    is_check: bool = False,
    is_with_hint: bool = True,
) -> str:
    """Return `path:line:column: error: what is wrong [SG031]` and, indented, the mend."""
    from sitegen.catalogue import MESSAGES, severity, wording

    message, hint = wording(diagnostic)
    place = diagnostic.path
    if diagnostic.line:
        place += f":{diagnostic.line}"
        if diagnostic.column:
            place += f":{diagnostic.column}"
    level = severity(diagnostic, is_check=is_check)
    word = _(level)
    level_shown = f"\033[1;{COLOURS[level]}m{word}\033[0m" if is_coloured else word
    head = f"{place}: " if place else ""
    line = f"{head}{level_shown}{_(': ')}{message} [{MESSAGES[diagnostic.code].id}]"
    return f"{line}\n    {hint}" if hint and is_with_hint else line


def print_diagnostics(diagnostics: Sequence[Diagnostic], *, is_check: bool = False) -> None:
    """Print *diagnostics* on the error stream; a mend that several share is said with the first."""
    has_colours = shows_colours(sys.stderr)
    for diagnostic, is_first in with_first_hints(diagnostics):
        line = format_diagnostic(
            diagnostic, is_coloured=has_colours, is_check=is_check, is_with_hint=is_first
        )
        write(line, sys.stderr)


def with_first_hints(diagnostics: Sequence[Diagnostic]) -> Iterator[tuple[Diagnostic, bool]]:
    """Yield each of *diagnostics*, and whether its mend has not been said before it."""
    said: set[tuple[str, str]] = set()
    if not diagnostics:
        return  # no catalogue is read for it
    from sitegen.catalogue import wording

    for diagnostic in diagnostics:
        key = (diagnostic.code, wording(diagnostic)[1])
        yield diagnostic, key not in said
        said.add(key)
