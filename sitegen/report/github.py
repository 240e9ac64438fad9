"""Diagnostics as commands that GitHub Actions shows beside the changed lines.

docs.github.com/actions/reference/workflow-commands: `::error file=…,line=…,col=…,title=…::message`.
"""

from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.errors import Diagnostic

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def workflow_command(one: Diagnostic, *, is_check: bool, prefix: str = "") -> str:
    """Return the line for *one*; *prefix* leads from the repository's root to the site."""
    properties = []
    if one.path:
        properties.append(("file", prefix + one.path))
    if one.line:
        properties.append(("line", str(one.line)))
        if one.column:
            properties.append(("col", str(one.column)))
    properties.append(("title", MESSAGES[one.code].id))
    written = ",".join(f"{name}={_property(value)}" for name, value in properties)
    message = "\n".join(filter(None, wording(one)))
    return f"::{LEVELS[severity(one, is_check=is_check)]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
