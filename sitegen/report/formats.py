"""What a command found, for a person or for a program: the formats of `sitegen check`.

`json` is a contract (docs/check.md): keys may be added to it, none changes its meaning.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal

from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.errors import Diagnostic
from sitegen.report.colours import shows_colours
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.documentation import help_url
from sitegen.report.streams import write
from sitegen.wording.translation import ngettext

Format = Literal["text", "json", "github", "gitlab", "sarif"]
FORMATS: tuple[Format, ...] = ("text", "json", "github", "gitlab", "sarif")


def print_findings(
    diagnostics: Sequence[Diagnostic], form: Format, *, root: str, is_quiet: bool = False
) -> None:
    """Print what a check of the site at *root* found, in order of its places.

    For a person: findings on the error stream and a closing line. By file where that is a terminal,
    else a line for each, which begins with its place; no closing line if *is_quiet*. For a program:
    a document on standard output.
    """
    if form == "json":
        write(json.dumps(json_report(diagnostics), indent=2), is_data=True)
    elif form == "sarif":
        from sitegen.report.sarif import sarif_log

        log = sarif_log(diagnostics, is_check=True, prefix=repository_prefix(root))
        write(json.dumps(log, indent=2), is_data=True)
    elif form == "gitlab":
        from sitegen.report.gitlab import quality_report

        report = quality_report(diagnostics, prefix=repository_prefix(root))
        write(json.dumps(report, indent=2), is_data=True)
        print_diagnostics(diagnostics, is_check=True)  # the job's log shows them too
    elif form == "github":
        from sitegen.report.github import workflow_command

        for diagnostic in diagnostics:
            command = workflow_command(diagnostic, is_check=True, prefix=repository_prefix(root))
            write(command, is_data=True)
        write(counted(diagnostics))
    elif sys.stderr is not None and sys.stderr.isatty():
        from sitegen.report.grouped import grouped

        if diagnostics:
            text = grouped(diagnostics, is_check=True, is_coloured=shows_colours(sys.stderr))
            write(f"{text}\n", sys.stderr)
        if not is_quiet:
            write(counted(diagnostics))
    else:
        print_diagnostics(diagnostics, is_check=True)
        if not is_quiet:
            write(counted(diagnostics))


def counts(diagnostics: Sequence[Diagnostic]) -> dict[str, int]:
    """Return how many there are of each severity."""
    levels = Counter(severity(diagnostic, is_check=True) for diagnostic in diagnostics)
    return {level: levels[level] for level in ("error", "warning", "note")}


def counted(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the closing line: `1 error, 2 warnings.`, and the notes if there are any."""
    number = counts(diagnostics)
    parts = [
        ngettext("{number} error", "{number} errors", number["error"]).format(
            number=number["error"]
        ),
        ngettext("{number} warning", "{number} warnings", number["warning"]).format(
            number=number["warning"]
        ),
    ]
    if number["note"]:
        notes = ngettext("{number} note", "{number} notes", number["note"])
        parts.append(notes.format(number=number["note"]))
    return ", ".join(parts) + "."


def json_report(diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    """Return what is printed as JSON."""
    return {
        "version": 1,
        "counts": counts(diagnostics),
        "diagnostics": [_record(diagnostic) for diagnostic in diagnostics],
    }


def _record(diagnostic: Diagnostic) -> dict[str, Any]:
    message, hint = wording(diagnostic)
    return {
        "id": MESSAGES[diagnostic.code].id,
        "code": diagnostic.code,
        "severity": severity(diagnostic, is_check=True),
        "path": diagnostic.path,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "message": message,
        "hint": hint,
        "help": help_url(diagnostic.code),
    }


def repository_prefix(root: str) -> str:
    """Return the way from the repository's root to the site's: `docs/`, or nothing.

    GITHUB_WORKSPACE and CI_PROJECT_DIR tell the former on GitHub and GitLab; elsewhere they are
    taken for one.
    """
    workspace = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR")
    if not workspace:
        return ""
    way = os.path.relpath(os.path.realpath(root), os.path.realpath(workspace)).replace(os.sep, "/")
    return "" if way == "." or way.startswith("..") else f"{way}/"
