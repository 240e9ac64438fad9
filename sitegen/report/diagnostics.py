"""The layout of diagnostics on a terminal."""

import os
import sys
from collections.abc import Sequence

from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.errors import Diagnostic
from sitegen.report.streams import write
from sitegen.translation import _

COLOURS = {"error": "31", "warning": "33", "note": "36"}
"""Of each severity: parameters of SGR (ECMA-48 §8.3.117)."""


def format_diagnostic(
    diagnostic: Diagnostic, *, is_coloured: bool = False, is_check: bool = False
) -> str:
    """Return `path:line:column: error: what is wrong [SG031]` and, indented, the mend."""
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
    line = f"{head}{level_shown}: {message} [{MESSAGES[diagnostic.code].id}]"
    return f"{line}\n    {hint}" if hint else line


def print_diagnostics(diagnostics: Sequence[Diagnostic], *, is_check: bool = False) -> None:
    is_coloured = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    for diagnostic in diagnostics:
        line = format_diagnostic(diagnostic, is_coloured=is_coloured, is_check=is_check)
        write(line, sys.stderr)
