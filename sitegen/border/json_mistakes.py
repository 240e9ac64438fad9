"""What is wrong with a text of JSON, told the same whichever Python reads it."""

import json

_BEFORE_AN_END = {
    "Expecting property name enclosed in double quotes": ("}", "object"),
    "Expecting value": ("]", "array"),
}
"""What Python before 3.13 tells of a comma before an end, at that end."""


def json_mistake(error: json.JSONDecodeError) -> tuple[str, int, int]:
    """Return what is wrong, and its line and column, both from 1, as Python 3.13 and later do.

    A comma after the last value is told as such, where it stands.
    """
    end, kind = _BEFORE_AN_END.get(error.msg, ("", ""))
    before = error.doc[: error.pos].rstrip(" \t\n\r")
    if kind and error.doc.startswith(end, error.pos) and before.endswith(","):
        error = json.JSONDecodeError(
            f"Illegal trailing comma before end of {kind}", error.doc, len(before) - 1
        )
    return error.msg, error.lineno, error.colno
