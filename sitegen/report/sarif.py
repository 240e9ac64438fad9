"""Diagnostics as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), for code scanning."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from sitegen import __version__
from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.errors import Diagnostic
from sitegen.report.documentation import help_url
from sitegen.wording.translation import _

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class _Blanks(dict[str, str]):
    """What stands for the values of a message that nobody has given yet."""

    def __missing__(self, name: str) -> str:
        return "…"


def sarif_log(
    diagnostics: Sequence[Diagnostic], *, is_check: bool, prefix: str = ""
) -> dict[str, Any]:
    """Return the log of one run; *prefix* leads from the repository's root to the site.

    The rules are those that were broken, as the catalogue words them.
    """
    codes = sorted(
        {diagnostic.code for diagnostic in diagnostics}, key=lambda code: MESSAGES[code].id
    )
    driver = {
        "name": "sitegen",
        "version": __version__,
        "rules": [_rule(code, is_check=is_check) for code in codes],
    }
    results = [
        _result(diagnostic, codes, is_check=is_check, prefix=prefix) for diagnostic in diagnostics
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, *, is_check: bool) -> dict[str, Any]:
    message = MESSAGES[code]
    rule: dict[str, Any] = {
        "id": message.id,
        "name": code,
        "shortDescription": {"text": _(message.text).format_map(_Blanks())},
        "defaultConfiguration": {"level": severity(Diagnostic(code), is_check=is_check)},
    }
    if message.hint:
        rule["help"] = {"text": _(message.hint).format_map(_Blanks()).strip()}
    if address := help_url(code):
        rule["helpUri"] = address
    return rule


def _result(
    diagnostic: Diagnostic, codes: Sequence[str], *, is_check: bool, prefix: str
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": MESSAGES[diagnostic.code].id,
        "ruleIndex": codes.index(diagnostic.code),
        "level": severity(diagnostic, is_check=is_check),
        "message": {"text": "\n".join(filter(None, wording(diagnostic)))},
    }
    if diagnostic.path:
        place: dict[str, Any] = {"artifactLocation": {"uri": quote(prefix + diagnostic.path)}}
        if diagnostic.line:
            place["region"] = {"startLine": diagnostic.line}
            if diagnostic.column:
                place["region"]["startColumn"] = diagnostic.column
        result["locations"] = [{"physicalLocation": place}]
    return result
