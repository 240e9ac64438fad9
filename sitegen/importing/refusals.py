"""What stops an import before anything is written: one line, with place and mend. Pure."""

from sitegen.errors import Diagnostic, UsageError
from sitegen.wording.phrases import Words


def unlike(kind: str, path: str, reason: str, wanted: str) -> UsageError:
    """Return what to raise where *path* (empty: the source as a whole) is no site of *kind*.

    *wanted*: what to give instead.
    """
    values = {"kind": kind, "reason": reason, "wanted": wanted}
    return UsageError(Diagnostic("import-source-unlike", path, values=values))


def unreadable(path: str, what: str, reason: Words, line: int = 0, column: int = 0) -> UsageError:
    """Return what to raise where *path* breaks the rules of its format; line and column 1-based."""
    values: dict[str, Words] = {"what": what, "reason": reason}
    return UsageError(Diagnostic("import-unreadable", path, line, column, values))
