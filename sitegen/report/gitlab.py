"""Diagnostics as GitLab's code quality report, which it shows beside a merge request's lines.

Its keys: docs.gitlab.com/ci/testing/code_quality, "Implement a custom tool".
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.digest import digest
from sitegen.errors import Diagnostic
from sitegen.names import SITE_FILE

_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def quality_report(diagnostics: Sequence[Diagnostic], *, prefix: str = "") -> list[dict[str, Any]]:
    """Return the report; *prefix* leads from the repository's root to the site.

    A fingerprint holds no line: what stood there before a merge request is the same when lines
    move, and GitLab shows what is new. What stands in no file is told at ``site.yaml``.
    """
    seen: Counter[bytes] = Counter()
    report = []
    for diagnostic in diagnostics:
        path = f"{prefix}{diagnostic.path or SITE_FILE}"
        values = sorted((name, str(value)) for name, value in diagnostic.values.items())
        known = digest(diagnostic.code, path, *(part for pair in values for part in pair))
        seen[known] += 1
        report.append(
            {
                "description": " ".join(filter(None, wording(diagnostic))),
                "check_name": MESSAGES[diagnostic.code].id,
                "fingerprint": f"{known.hex()}-{seen[known]}",
                "severity": _SEVERITIES[severity(diagnostic, is_check=True)],
                "location": {"path": path, "lines": {"begin": max(diagnostic.line, 1)}},
            }
        )
    return report
