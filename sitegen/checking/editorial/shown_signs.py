"""Signs of Markdown that readers see, and what a table takes in or leaves out. Pure.

Readers see rows of bars where no line below the first one makes them a table, stars beside a space
or without their like, and brackets apart from the address beside them. A table takes the line right
below it for a row, and shows no cell for which its first row has none.
"""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic
from sitegen.markup.engines.blocks.signs import DELIMITERS, interrupts
from sitegen.wording.excerpts import excerpt

_BAR = re.compile(r"(?<!\\)\|")
_BLOCK = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_SET_OFF = re.compile(r"^[ ]{4,}|^[ ]*<")
"""Code, or a table in HTML."""
_STARS = re.compile(r"(?<![\\*])\*{2,}")
_APART = re.compile(
    r"\[(?P<text>[^\]\[\n]+)\][ \u00a0]\((?P<url>https?://[^\s()]+|mailto:[^\s()]+|[^\s()]+\.md)\)"
    r"|\((?P<url_before>https?://[^\s()]+)\)\[(?P<text_behind>[^\]\[\n]+)\](?![(\[])"
)


def check_shown_signs(text: Text) -> Iterator[Diagnostic]:
    """Yield signs that make nothing, and what tables take in or leave out."""
    words = text.body.words
    for block in _BLOCK.finditer(words) if "|" in words or "**" in words else ():
        if "|" in block[0]:
            yield from _of_table(text, block)
        if (at := _lone_stars(block[0], text.markdown[block.start() : block.end()])) >= 0:
            shown = excerpt(block[0][at:].split("\n")[0], 30)
            yield text.body.diagnostic("stars-shown", block.start() + at, text=shown)
    for match in _APART.finditer(words):
        shown = match["text"] or match["text_behind"]
        url = match["url"] or match["url_before"]
        yield text.body.diagnostic("link-apart", match.start(), text=excerpt(shown, 30), url=url)


def _of_table(text: Text, block: re.Match[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the rows of a table in a *block* of lines, or with what it lacks."""
    lines = block[0].rstrip("\n").split("\n")
    starts = [block.start()]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    rules = [n for n, line in enumerate(lines) if "|" in line and DELIMITERS.match(line.strip())]
    if not rules:
        rows = [n for n, line in enumerate(lines) if _is_row(line)]
        if len(rows) > 1 and rows[1] == rows[0] + 1:
            rule = "|---" * _cells(lines[rows[0]]) + "|"
            yield text.body.diagnostic("table-without-rule", starts[rows[0]], rule=rule)
        return
    if rules[0] == 0 or _SET_OFF.match(lines[rules[0]]):
        return
    columns = _cells(lines[rules[0]])
    for number in range(rules[0] + 1, len(lines)):
        line = lines[number].strip()
        if interrupts(line) or line.startswith(":::"):
            return
        at = starts[number] + len(lines[number]) - len(lines[number].lstrip())
        if not _BAR.search(line):
            yield text.body.diagnostic("table-takes-line", at, text=excerpt(line, 30))
            return
        if _cells(line) > columns:
            shown, head = str(_cells(line)), str(columns)
            yield text.body.diagnostic("table-cells-lost", at, cells=shown, columns=head)


def _is_row(line: str) -> bool:
    stripped = line.strip()
    return (
        not _SET_OFF.match(line)
        and len(stripped) > 2
        and stripped[0] == stripped[-1] == "|"
        and stripped[-2] != "\\"
    )


def _cells(row: str) -> int:
    inner = row.strip().removeprefix("|")
    cells = _BAR.split(inner)
    return len(cells) - (len(cells) > 1 and not cells[-1].strip())


def _lone_stars(block: str, written: str) -> int:
    """Return where two stars stand that make nothing bold; -1 if all do.

    In *block* code is blank: what stands beside the stars is looked for in what was *written*.
    """
    opened = -1
    is_open = False
    for match in _STARS.finditer(block):
        is_pair = len(match[0]) == 2  # three are emphasis as well: they are not told
        opens = bool(written[match.end() : match.end() + 1].strip())
        closes = bool(written[match.start() - 1 : match.start()].strip())
        if is_open and closes:
            is_open = False
        elif is_open and opened >= 0:
            return opened
        elif opens:
            is_open, opened = True, match.start() if is_pair else -1
        elif is_pair:
            return match.start()
    return opened if is_open else -1
