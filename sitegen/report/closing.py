"""The line that a build ends with."""

from typing import TYPE_CHECKING

from sitegen.report.numbers import count, decimal
from sitegen.wording.translation import _, ngettext

if TYPE_CHECKING:
    from sitegen.engine.options import BuildReport

__all__ = ["closing_line", "count"]


def closing_line(report: "BuildReport", seconds: float, *, is_dry: bool) -> str:
    """Return the one line that a build ends with."""
    errors = len(report.errors)
    warnings = len(report.diagnostics) - errors
    if is_dry:
        would = _("{pages} would be rendered of {planned}")
        parts = [would.format(pages=count(len(report.rendered), "page"), planned=report.planned)]
    else:
        written, removed = len(report.written), len(report.removed)
        if report.indexed:
            line = _("{pages} and the search index written")
        else:
            line = ngettext("{pages} written", "{pages} written", written)
        unchanged = ngettext("{number} unchanged", "{number} unchanged", report.unchanged)
        parts = [
            line.format(pages=count(written, "page")),
            unchanged.format(number=report.unchanged),
            ngettext("{number} removed", "{number} removed", removed).format(number=removed),
        ]
    for number, word in ((errors, "error"), (warnings, "warning")):
        if number:
            parts.append(count(number, word))
    return _("{done} in {seconds} s").format(done=", ".join(parts), seconds=decimal(seconds))
