"""HTML within former Markdown loses its dress; frames become what is meant. Pure.

A build would drop most of it too, and tell each: what is dropped here without a word is dress that
a theme decides (`style=`, `<font>`), and nothing that readers read.
"""

import re
from html import unescape

from sitegen.importing.former import ImportNote
from sitegen.importing.links import outside_code
from sitegen.importing.shortcodes import embedded

_STYLE = re.compile(
    r"(<[A-Za-z][^<>]*?)\s(?:style|align|bgcolor|border|cellpadding|cellspacing|valign|onclick)"
    r"\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s<>\"']+)"
)
_UNWRAPPED = re.compile(r"</?(?:font|center|button|big|u|nobr|tt)\b[^<>]*>", re.IGNORECASE)
_FRAME = re.compile(
    r"(?P<opened><p>\s*)?<iframe\b(?P<attributes>[^<>]*)>.*?</iframe\s*>(?(opened)\s*</p>)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"\b(src|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_MAIL = re.compile(r"(\]\(\s*<?)(?=[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?\s*\))")


def undress(markdown: str) -> tuple[str, list[ImportNote]]:
    """Return *markdown* without dress, its frames as shortcodes or links, and what to tell."""
    notes: list[ImportNote] = []

    def frame(match: re.Match[str]) -> str:
        known = {name.lower(): unescape(double or single)
                 for name, double, single in _ATTRIBUTE.findall(match["attributes"])}  # fmt: skip
        block = embedded(known.get("src", ""), known.get("title", ""))
        if not block.startswith(":::"):
            notes.append(ImportNote("frame", "iframe", known.get("src", "")[:80]))
        return f"\n\n{block}\n\n" if block else ""

    def clean(text: str) -> str:
        text = _FRAME.sub(frame, text)
        while (bare := _STYLE.sub(r"\1", text)) != text:
            text = bare
        return _MAIL.sub(r"\1mailto:", _UNWRAPPED.sub("", text))

    whole = outside_code(markdown, clean)
    return (re.sub(r"\n{4,}", "\n\n\n", whole) if whole != markdown else whole), notes
