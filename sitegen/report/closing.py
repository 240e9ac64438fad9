"""The line that a build ends with."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.report.numbers import count, decimal
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.engine.options import BuildReport, Outcomes

__all__ = ["closing_line", "count", "outcome_lines"]


_MOST_NAMED = 20
"""Sources of one outcome that are named."""


def outcome_lines(outcomes: "Outcomes") -> Iterator[str]:
    """Yield what became of what has mistakes: online as before, withdrawn, not published."""
    if outcomes == type(outcomes)():
        return  # no words are read for it
    online = [f"{target} ({url})" if url else target for target, url in outcomes.online.items()]
    for line, sources in (
        (_("Online as published before: {sources}"), online),
        (_("Withdrawn, as it says: {sources}"), outcomes.withdrawn),
        (_("Not published: {sources}"), outcomes.left_out),
    ):
        if sources:
            more = len(sources) - _MOST_NAMED
            named = ", ".join(sources[:_MOST_NAMED])
            if more > 0:
                named = _("{sources} and {number} more").format(sources=named, number=more)
            yield visible(line.format(sources=named))


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
