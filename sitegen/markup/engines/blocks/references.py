"""Definitions of links, `[label]: address "title"`, which are no part of the text."""

import re

from sitegen.patterns import lazy_pattern

Reference = tuple[str, str]
"""An address, and the title of what leads there (None, which the stubs of Python-Markdown hide)."""

_REFERENCE = lazy_pattern(
    r"^[ ]{0,3}\[([^\[\]]*)\]:[ ]*(?:\n[ ]*)?(<[^<>\n]*>(?=\s|$)|\S+)[ ]*(?:\n[ ]*)?"
    r"""((["'])(.*)\4[ ]*|\((.*)\)[ ]*)?$""",
    re.MULTILINE,
)
"""Python-Markdown's, with spaces in angle brackets."""


def without_references(text: str, known: dict[str, Reference]) -> str:
    """Return the *text* of a paragraph without the definitions in it, which are added to those
    *known*, by label; the first of a label counts.
    """
    if "]:" not in text:
        return text

    def keep(match: re.Match[str]) -> str:
        label = match[1].strip().lower()
        address = match[2].removeprefix("<").removesuffix(">")
        known.setdefault(label, (address, match[5] or match[6]))
        return "\x00"

    text = _REFERENCE.sub(keep, text)
    return text.replace("\n\x00", "").lstrip("\x00\n")
