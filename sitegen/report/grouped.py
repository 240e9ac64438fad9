"""Diagnostics for a person's eyes: by file, each with its place, its severity and its mend."""

from collections.abc import Sequence
from itertools import groupby

from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.errors import Diagnostic
from sitegen.report.diagnostics import COLOURS, with_first_hints
from sitegen.wording.translation import _


def grouped(diagnostics: Sequence[Diagnostic], *, is_check: bool, is_coloured: bool) -> str:
    """Return *diagnostics*, in order of places, as blocks with the file's name above each."""

    def paint(text: str, parameters: str) -> str:
        return f"\033[{parameters}m{text}\033[0m" if is_coloured else text

    blocks = []
    for path, members in groupby(with_first_hints(diagnostics), key=lambda pair: pair[0].path):
        lines = [paint(path or _("The site as a whole"), "1")]
        rows = list(members)
        width = max(len(_place(diagnostic)) for diagnostic, _is_first in rows)
        for diagnostic, is_first in rows:
            message, hint = wording(diagnostic)
            level = severity(diagnostic, is_check=is_check)
            shown = paint(_(level), f"1;{COLOURS[level]}")
            identifier = paint(f"[{MESSAGES[diagnostic.code].id}]", "2")
            lines.append(f"  {_place(diagnostic):<{width}}  {shown}  {message} {identifier}")
            if hint and is_first:
                lines.append(f"  {'':<{width}}  {hint}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _place(diagnostic: Diagnostic) -> str:
    if not diagnostic.line:
        return ""
    return f"{diagnostic.line}:{diagnostic.column}" if diagnostic.column else str(diagnostic.line)
