"""By what a line shows which block it begins (CommonMark 0.31.2 §4, §5; GFM §4.10).

Tabs are spaces by now. A line that is indented by four or more begins nothing.
"""

import re

from sitegen.patterns import lazy_pattern

INDENT = 4
"""Spaces that make a line code, or the content of a note."""
HEADING = lazy_pattern(r"(#{1,6})(?:[ ]+|$|(?<=##)(?=[^\s#]))(.*)")
"""`##Titre` too, which authors type; `#mot` is a word."""
RULE = lazy_pattern(r"(?:(?:-[ ]*){3,}|(?:_[ ]*){3,}|(?:\*[ ]*){3,})$")
UNDERLINE = lazy_pattern(r"(?:=+|-+)[ ]*$")
MARKER = lazy_pattern(r"(?:([-*+])|(\d{1,9})([.)]))(?:([ ]+)(?=\S)|[ ]*$)")
FENCE = lazy_pattern(r"(`{3,}(?=[^`]*$)|~{3,})[ ]*(.*)")
NOTE = lazy_pattern(r"\[\^([^\]\n]+)\]:[ ]*")
DEFINITION = lazy_pattern(r":[ ]{2,}(?=\S)")
"""Two spaces at least: French text that was wrapped before its colon has one."""
DELIMITERS = lazy_pattern(r"\|?[ ]*+:?-++:?[ ]*+(?:\|[ ]*+:?-++:?[ ]*+)*+(?:\|[ ]*+)?$")
_INTERRUPTING_ITEM = lazy_pattern(r"(?:[-*+]|1[.)])[ ]+\S")
_CONTAINERS = lazy_pattern(r"(?:[ ]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ ])))*[ ]*")
_BLOCK_NAMES = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog"
    "|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html"
    "|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section"
    "|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul"
)
_ATTRIBUTE = r"""\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?"""
_VERBATIM_HTML = lazy_pattern(r"<(?:pre|script|style|textarea)(?:[\s>]|$)", re.IGNORECASE)
_END_OF_VERBATIM = lazy_pattern(r"</(?:pre|script|style|textarea)>", re.IGNORECASE)
_BLOCK_HTML = lazy_pattern(rf"</?(?:{_BLOCK_NAMES})(?:\s|/?>|$)", re.IGNORECASE)
_WHOLE_TAG = lazy_pattern(rf"<(?:[a-zA-Z][\w-]*(?:{_ATTRIBUTE})*\s*/?|/[a-zA-Z][\w-]*\s*)>\s*$")
_BLANK = lazy_pattern(r"\s*$")
_ENDS = (
    ("<!--", lazy_pattern("-->")),
    ("<?", lazy_pattern(r"\?>")),
    ("<![CDATA[", lazy_pattern(r"\]\]>")),
)


class Lazy(str):
    """A line that goes on with a paragraph without the indentation or `>` of its container."""

    __slots__ = ()


def interrupts(text: str, *, reads_html: bool = True) -> bool:
    """Whether a line that reads *text*, its indentation taken off, ends the paragraph above it."""
    match text[0]:
        case "#":
            return HEADING.match(text) is not None
        case ">":
            return True
        case "`" | "~":
            return FENCE.match(text) is not None
        case "-" | "*":
            return (RULE.match(text) or _INTERRUPTING_ITEM.match(text)) is not None
        case "+" | "1":
            return _INTERRUPTING_ITEM.match(text) is not None
        case "_":
            return RULE.match(text) is not None
        case "[":
            return NOTE.match(text) is not None
        case ":":
            return DEFINITION.match(text) is not None
        case "<":
            return reads_html and end_of_html(text) is not None
        case _:
            return False


def begins_outside(text: str, *, reads_html: bool = True) -> bool:
    """Whether a line begins a block around the open container, or a sister of it.

    Not a definition: that needs its term right above.
    """
    if text[0] == ":":
        return False
    return MARKER.match(text) is not None or interrupts(text, reads_html=reads_html)


def end_of_html(text: str, *, is_paragraph: bool = True) -> re.Pattern[str] | None:
    """What ends the HTML block that a line which reads *text* begins (CommonMark §4.6).

    A pattern that matches an empty line alone ends it before that line, any other after its own.
    None if it begins none; a lone inline tag does not within a paragraph.
    """
    for start, end in _ENDS:
        if text.startswith(start):
            return end
    if _VERBATIM_HTML.match(text):
        return _END_OF_VERBATIM
    if text[:2] == "<!" and text[2:3].isalpha():
        return re.compile(">")
    if _BLOCK_HTML.match(text) or (not is_paragraph and _WHOLE_TAG.match(text)):
        return _BLANK
    return None


def ends_before_blank(end: re.Pattern[str]) -> bool:
    return end is _BLANK


def next_fence(fence: str, line: str) -> str:
    """The fence that is open after *line*, where *fence* was open before it; "" is none."""
    text = line.strip(" ")
    if fence:
        return "" if text.startswith(fence) and not text.strip(fence[0]) else fence
    match = FENCE.match(without_containers(text))
    return match[1] if match else ""


def without_containers(line: str) -> str:
    """The *line* without the signs of quotations and items that it begins with."""
    match = _CONTAINERS.match(line)
    return line[match.end() :] if match else line


def leaves_paragraph_open(line: str) -> bool:
    """Whether *line*, a container's last, is text that the next line may go on with."""
    if type(line) is Lazy:
        return True
    text = without_containers(line)
    if not text or (line.startswith(" " * INDENT) and text[0] == "|"):
        return False
    return not (
        text[0] in "|<"
        or HEADING.match(text)
        or RULE.match(text)
        or FENCE.match(text)
        or UNDERLINE.match(text)
    )
