"""HTML within former Markdown loses its dress; frames become what is meant. Pure.

A build would drop most of it too, and tell each: what is dropped here without a word is dress that
a theme decides (`style=`, `<font>`) and what programs read, and nothing that readers read.
"""

import re
from html import unescape

from sitegen.importing.former import ImportNote
from sitegen.importing.links import CODE, outside_code
from sitegen.importing.shortcodes import embedded
from sitegen.markup.elements import ELEMENTS, EVERYWHERE

_DRESS = frozenset((
    "style", "align", "bgcolor", "border", "cellpadding", "cellspacing", "valign", "onclick",
))  # fmt: skip
_SILENT = ("script", "style", "template", "noscript")
_TOLD = ("form", "object", "svg", "math", "select", "textarea", "canvas", "applet")
_GONE = re.compile(
    rf"<(?P<name>{'|'.join(_SILENT + _TOLD)})\b[^<>]*>(?P<held>.*?)</(?P=name)\s*>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"<!--.*?-->|(?<!\]\()(?<!\]: )<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)"  # no address within `<…>`
    r"(?P<rest>(?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]+))?)*)(?P<tail>\s*/?)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?P<gap>\s+)(?P<key>[^\s\"'<>/=]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]+))?"
)
_FRAME = re.compile(
    r"(?P<opened><p>\s*)?<iframe\b(?P<attributes>[^<>]*)>.*?</iframe\s*>(?(opened)\s*</p>)",
    re.IGNORECASE | re.DOTALL,
)
_OF_FRAME = re.compile(
    r"\b(src|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE
)
_MAIL = re.compile(r"(\]\(\s*<?)(?=[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?\s*\))")
_COMMENT = re.compile(rf"(?P<closed><!--.*?-->)|(?P<open><!--.*\Z)|{CODE.pattern}", CODE.flags)


def undress(markdown: str) -> tuple[str, list[ImportNote]]:
    """Return *markdown* without dress, its frames as shortcodes or links, and what to tell."""
    notes: list[ImportNote] = []

    def frame(match: re.Match[str]) -> str:
        known = {
            name.lower(): unescape(double or single or bare)
            for name, double, single, bare in _OF_FRAME.findall(match["attributes"])
        }
        block = embedded(known.get("src", ""), known.get("title", ""))
        if not block.startswith(":::"):
            notes.append(ImportNote("frame", "iframe", known.get("src", "")[:80]))
        return f"\n\n{block}\n\n" if block else ""

    def gone(match: re.Match[str]) -> str:
        name = match["name"].lower()
        if name in _TOLD:
            words = " ".join(re.sub(r"<[^<>]*>", " ", match["held"]).split())
            notes.append(ImportNote("element", name, words[:60]))
        return ""

    def clean(text: str) -> str:
        text = _GONE.sub(gone, _FRAME.sub(frame, text))
        return _MAIL.sub(r"\1mailto:", _TAG.sub(_plain, text))

    whole = _ended(outside_code(_closed(markdown), clean))
    return (re.sub(r"\n{4,}", "\n\n\n", whole) if whole != markdown else whole), notes


def _plain(match: re.Match[str]) -> str:
    """Return a tag with what pages show of it: nothing, where they do not know its element."""
    name = (match["name"] or "").lower()
    if not name:
        return match[0]  # a comment
    if name not in ELEMENTS:
        return ""
    if match["end"] or not match["rest"]:
        return match[0]
    known = EVERYWHERE | ELEMENTS[name]
    kept = ""
    for attribute in _ATTRIBUTE.finditer(match["rest"]):
        key = attribute["key"].lower()
        if (key in known or key.startswith("data-")) and key not in _DRESS:
            kept += attribute[0]
    if kept == match["rest"]:
        return match[0]
    holds_markdown = re.search(r"\bmarkdown\s*=", match["rest"]) is not None  # kramdown's
    return f"<{match['name']}{kept}{match['tail'].rstrip()}>" + ("\n\n" if holds_markdown else "")


def _ended(markdown: str) -> str:
    """Return *markdown* with end tags for the blocks that its end would end."""
    plain = _COMMENT.sub("", markdown) if "<div" in markdown or "<section" in markdown else ""
    ends = ""
    for name in ("div", "section"):
        opened = len(re.findall(rf"<{name}\b[^<>]*(?<!/)>", plain))
        ends += f"</{name}>\n" * (opened - plain.count(f"</{name}>"))
    return f"{markdown.rstrip()}\n\n{ends}" if ends else markdown


def _closed(markdown: str) -> str:
    """Return *markdown* with its last comment closed: what it hid to the end stays hidden."""

    def close(match: re.Match[str]) -> str:
        return f"{match[0].rstrip()} -->\n" if match["open"] else match[0]

    return _COMMENT.sub(close, markdown) if "<!--" in markdown else markdown
