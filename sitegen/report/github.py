"""Diagnostics as commands that GitHub Actions shows beside the changed lines.

docs.github.com/actions/reference/workflow-commands: `::error file=…,line=…,col=…,title=…::message`.
"""

from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.errors import Diagnostic

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def workflow_command(diagnostic: Diagnostic, *, is_check: bool, prefix: str = "") -> str:
    """Return the line for *diagnostic*; *prefix* leads from the repository's root to the site."""
    properties = []
    if diagnostic.path:
        properties.append(("file", prefix + diagnostic.path))
    if diagnostic.line:
        properties.append(("line", str(diagnostic.line)))
        if diagnostic.column:
            properties.append(("col", str(diagnostic.column)))
    properties.append(("title", MESSAGES[diagnostic.code].id))
    written = ",".join(f"{name}={_property(value)}" for name, value in properties)
    message = "\n".join(filter(None, wording(diagnostic)))
    return f"::{LEVELS[severity(diagnostic, is_check=is_check)]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
