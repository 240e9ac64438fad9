"""The line that a build ends with."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.engine.options import BuildReport


def closing_line(report: "BuildReport", seconds: float, *, is_dry: bool) -> str:
    """Return the one line that a build ends with."""
    errors = len(report.errors)
    warnings = len(report.diagnostics) - errors
    if is_dry:
        line = f"{count(len(report.rendered), 'page')} would be rendered of {report.planned}"
    else:
        line = count(len(report.written), "page")
        if report.indexed:
            line += " and the search index"
        line += f" written, {report.unchanged} unchanged, {len(report.removed)} removed"
    for number, word in ((errors, "error"), (warnings, "warning")):
        if number:
            line += f", {count(number, word)}"
    return f"{line} in {seconds:.2f} s"


def count(number: int, noun: str) -> str:
    """Return `1 page`, `2 pages`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
