"""What comes along when a text is pasted from a word processor or a table. Pure.

There a line is a paragraph, bullets are letters and tabulators make columns; in Markdown they run
into one paragraph.
"""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic
from sitegen.wording.excerpts import excerpt

_LONG = 120
"""Characters; lines that were wrapped are shorter, in every editor's usual setting."""
_MOST_LONG = 4
_SENTENCE_WITHIN = re.compile(r"[^\W\d_]{3}[.!?…»][ \u00a0]+[«“\"]?[ \u00a0\u202f]?[A-ZÀ-ÖØ-Þ]")
_MARKUP = re.compile(r"\s*(?:[-*+>#|:<\[]|\d{1,9}[.)]\s|!\[|```|~~~)")
_ENDS = re.compile(r"[.!?…:»\")]\s*$")
_BULLET = re.compile(r"^[ \t]*[•·◦▪▫‣●○■□➢➤✓✔\uf0a7\uf0b7](?=[ \t\u00a0\u202f]*\S)", re.MULTILINE)
_TYPED = re.compile(
    r"(?:^[ \t]{0,3}(?:"
    r"(?P<glued>[-*](?=[^\W\d_]|[\u00a0\u202f]\w))[^\n*]*"
    r"|(?P<dash>[–—o][ \t\u00a0\u202f]+(?=\S))[^\n]*"
    r"|(?P<number>(?:\d{1,2}(?:[.)][\u00a0\u202f]?|[ \u00a0]?[-–/°][ \u00a0]+)|[a-h]\)[ \t\u00a0]+)"
    r"(?=[^\W\d]))[^\n]*"
    r")(?:\n|\Z)){2,}",
    re.MULTILINE,
)
"""Two lines or more that each begin like an item, with a sign that Markdown takes for a letter."""
_ROWS = re.compile(
    r"^(?:(?!\d{1,9}[.)]\t|[a-h]\)\t)[^\s\t][^\t\n]+\t+[^\t\n][^\n]*(?:\n|\Z)){2,}", re.MULTILINE
)

_NOTE = re.compile(r"^\[(?P<label>\d{1,3})\][ \t\u00a0]+(?=[^\s\[(|])", re.MULTILINE)
"""How a word processor writes a footnote where only text is pasted."""


def check_pasted(text: Text) -> Iterator[Diagnostic]:
    """Yield paragraphs without an empty line between them, bullets of letters, columns of tabs,
    notes in brackets below a text that cites them.
    """
    words = text.body.words
    for start, count in _long_lines(words):
        yield text.body.diagnostic("pasted-lines", start, count=str(count))
    for match in _TYPED.finditer(words):
        yield from _typed(text, match)
    end = -1
    for match in _BULLET.finditer(words):
        if "\n\n" in words[max(end, 0) : match.start()] or end < 0:  # a list is told once
            sign = match[0].strip()
            at = match.end() - len(sign)
            yield text.body.diagnostic("pasted-bullets", at, sign=sign)
        end = match.end()
    for match in _ROWS.finditer(words):
        yield text.body.diagnostic("pasted-table", match.start())
    for match in _NOTE.finditer(words):
        label = match["label"]
        if re.search(rf"[^\s\[][ \u00a0\u202f]?\[{label}\](?![\[(:])", words[: match.start()]):
            yield text.body.diagnostic("pasted-notes", match.start(), label=label)
            return  # the others are alike


def _typed(text: Text, lines: re.Match[str]) -> Iterator[Diagnostic]:
    """Yield the first of the *lines* that were meant as a list, if all have signs of one kind."""
    kinds = ("glued", "dash", "number")
    kind = next(kind for kind in kinds if lines[kind])
    if any(lines[other] for other in kinds if other != kind):
        return
    first = lines[0].split("\n")[0]
    at = lines.start() + len(first) - len(first.lstrip())
    sign = excerpt(first.strip(), 30) if kind == "number" else first.lstrip()[0]
    code = "pasted-numbers" if kind == "number" else "pasted-bullets"
    yield text.body.diagnostic(code, at, sign=sign)


def _long_lines(words: str) -> Iterator[tuple[int, int]]:
    """Yield where a paragraph begins that has too many long lines, and how many they are."""
    start = 0
    for block in words.split("\n\n"):
        lines = [line for line in block.split("\n") if len(line) > _LONG]
        if len(lines) > 1:
            long = [line for line in lines if not _MARKUP.match(line) and _ENDS.search(line)]
            is_pasted = len(long) > _MOST_LONG or _are_paragraphs(block, long)
            if is_pasted and not any(line.endswith("  ") for line in long):
                yield start + len(block) - len(block.lstrip("\n")), len(long)
        start += len(block) + 2


def _are_paragraphs(block: str, long: list[str]) -> bool:
    """Whether each line of *block* is a paragraph: all end one, and two hold several sentences.

    Who writes a line for each sentence has one in each; who lets an editor wrap has lines that end
    in the middle of one.
    """
    several = [line for line in long if _SENTENCE_WITHIN.search(line)]
    lines = block.strip("\n").split("\n")
    return len(several) > 1 and all(
        _ENDS.search(line) and not _MARKUP.match(line) for line in lines
    )
