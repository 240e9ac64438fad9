"""What is opened in a text and never closed: comments, tags, blocks of code.

Engines go two ways about it: one shows what was typed (a note within a comment is public then), the
other takes all that follows for a part of it (the rest of the article is gone, or is code).
"""

import re
from collections.abc import Iterator

from sitegen.errors import Diagnostic
from sitegen.markup.elements import ELEMENTS
from sitegen.markup.references import blank_code

_FENCE = re.compile(r"^[ \t>]*(?P<sign>`{3,}|~{3,})(?P<rest>[^\n]*)$", re.MULTILINE)
_NOT_NEWLINE = re.compile(r"[^\n]")
_NAMES = "|".join(sorted({*ELEMENTS, "iframe", "object", "script", "style", "svg"}, key=len)[::-1])
_BEGUN = re.compile(
    rf"<(?P<name>{_NAMES})(?=\s+[a-z-]+\s*=\s*[\"'\w/#])"  # an attribute: `a <b` is none
    rf"|^[ ]{{0,3}}<(?P<alone>(?!\w[ \t]*$)(?:{_NAMES}))(?=[ \t]*$)"
    rf"|</(?P<end>{_NAMES})(?![\w:-])",
    re.IGNORECASE | re.MULTILINE,
)
_TAG = re.compile(
    r"</?[a-z][\w:-]*+(?:[^\"'<>=]|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>]++)?+)*+>", re.IGNORECASE
)
"""A whole tag; its values may hold `>`."""
_SIMPLE = re.compile(r"<[^<>\"']*+(?:(?:\"[^<>\"]*+\"|'[^<>']*+')[^<>\"']*+)*+>")
"""What is written carelessly, and ends all the same."""
_EMPTY_LINE = re.compile(r"\n[ \t]*(?=\n)|\Z")


def find_unclosed(text: str, *, is_html: bool) -> Iterator[Diagnostic]:
    """Yield the first of each kind that *text* opens and does not close, with its place in it.

    *is_html*: whether tags and comments mean anything in it.
    """
    plain, fence = _without_blocks(text)
    if fence is not None:
        sign = fence["sign"]
        yield _told(text, fence.start("sign"), sign, sign)
    if not is_html:
        return
    plain, comment = _without_comments(blank_code(plain))
    if comment is not None:
        yield _told(text, comment, "<!--", "-->")
    for begun in _BEGUN.finditer(plain):
        at = plain.index("<", begun.start())
        empty = _EMPTY_LINE.search(plain, at)
        end = empty.start() if empty else len(plain)
        if any(pattern.match(plain, at, end) for pattern in (_TAG, _SIMPLE)) or _is_code(plain, at):
            continue
        yield _told(text, at, begun[0].strip(), ">")
        return


def _without_blocks(text: str) -> tuple[str, re.Match[str] | None]:
    """Return *text* with blanks for its blocks of code, and the fence that opens an endless one."""
    if "```" not in text and "~~~" not in text:
        return text, None
    pieces: list[str] = []
    done = 0
    opening: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        sign, rest = fence["sign"], fence["rest"]
        if opening is None:
            if sign[0] == "~" or "`" not in rest:
                opening = fence
        elif sign.startswith(opening["sign"]) and not rest.strip():
            pieces += (
                text[done : opening.start()],
                _NOT_NEWLINE.sub(" ", text[opening.start() : fence.end()]),
            )
            opening, done = None, fence.end()
    if opening is None:
        return "".join((*pieces, text[done:])), None
    return "".join((*pieces, text[done : opening.start()])), opening


def _without_comments(text: str) -> tuple[str, int | None]:
    """Return *text* with blanks for its comments, up to one that never ends, and its place."""
    pieces: list[str] = []
    done, at = 0, text.find("<!--")
    while at >= 0:
        end = text.find("-->", at + len("<!-"))  # `<!-->` is one as well
        if end < 0:
            is_code = _is_code(text, at)
            return "".join((*pieces, text[done:at])), None if is_code else at
        end += len("-->")
        pieces += text[done:at], _NOT_NEWLINE.sub(" ", text[at:end])
        done, at = end, text.find("<!--", end)
    return "".join((*pieces, text[done:])), None


def _is_code(text: str, at: int) -> bool:
    """Whether the line at *at* is code by its indentation: an empty line or such a one above it."""
    start = text.rfind("\n", 0, at) + 1
    if not re.match(r"(?: {4}|\t)", text[start : at + 1]):
        return False
    above = text[:start].rstrip("\n").rpartition("\n")[2]
    return text[:start].endswith("\n\n") and not re.match(r"\s*(?:[-*+•]|\d+[.)])\s|\s", above)


def _told(text: str, at: int, sign: str, closing: str) -> Diagnostic:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Diagnostic("markup-open", "", line, column, {"sign": sign, "closing": closing})
