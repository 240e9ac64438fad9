"""Notices that quotations hold, as GitHub, Hugo and Obsidian write them: `> [!NOTE]`. Pure."""

import re

from sitegen.importing.links import outside_code
from sitegen.importing.shortcodes import ALERTS, shortcode

_NOTICE = re.compile(
    r"(?P<above>^[^\n]*\n|\A)[ ]{0,3}>[ \t]*\[!(?P<kind>[A-Za-z]+)\][+-]?[ \t]*(?P<title>[^\n]*)"
    r"(?P<rows>(?:\n[ ]{0,3}>[^\n]*)*+)",
    re.MULTILINE,
)
_SIGN = re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE)


def with_alerts(markdown: str) -> str:
    """Return *markdown* with `::: alert` for each quotation that is a notice, its title kept."""
    return outside_code(markdown, _changed) if "[!" in markdown else markdown


def _changed(text: str) -> str:
    return _NOTICE.sub(_alert, text)


def _alert(match: re.Match[str]) -> str:
    words = _SIGN.sub("", match["rows"]).strip("\n")
    above = match["above"]
    if not words.strip() or ":::" in words or above.lstrip().startswith(">"):
        return match[0]
    kind = ALERTS.get(match["kind"].lower(), "info")
    opened = shortcode("alert", kind, title=match["title"].strip())
    gap = "\n" if above.strip() else ""
    return f"{above}{gap}{opened}\n{words}\n:::\n"
