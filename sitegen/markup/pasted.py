"""Paragraphs that were pasted from a letter, indented: text, though Markdown takes them for code.

What is code has signs that no letter has, so both are told apart; the author hears of it anyway.
"""

import re

from sitegen.markup.findings import Finder, MarkupFinding
from sitegen.markup.references import blank_code
from sitegen.patterns import lazy_pattern

_INDENTED = lazy_pattern(r"(?:\A|(?<=\n\n))(?:(?: {4}|\t)[ \t]*+\S[^\n]*(?:\n|\Z))+")
_MAY_CONTAIN = lazy_pattern(
    r"^ {0,3}(?:[-*+]|\d{1,9}[.)]|:|\[\^[^\]\n]+\]:)(?:[ \t]|$)", re.MULTILINE
)
_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_BEGINS = lazy_pattern(r"[^\W\d_a-zà-ÿœ]|[«“\"]")
_CODE = lazy_pattern(
    r"[{}=<>$\\|`_]|\w\(|^\s*(?:#|//|--|/\*)|::|->|&&|^[\t ]*[A-Z]{2,} ", re.MULTILINE
)
"""Signs that code has and letters do not."""
_SHOWN = 40


def dedent_letters(text: str, findings: list[MarkupFinding]) -> str:
    """The *text* without the indentation of paragraphs of prose; *findings* tells them."""
    if "\n    " not in text and "\n\t" not in text and not text.startswith(("    ", "\t")):
        return text
    blanked = blank_code(text)
    pieces: list[str] = []
    done = known = 0
    for match in _INDENTED.finditer(blanked):
        if not _is_letter(match[0]) or _is_contained(blanked, match.start(), known):
            continue
        known = match.start()
        pieces += text[done : match.start()], _dedented(text[match.start() : match.end()])
        done = match.end()
        words = " ".join(match[0].split())[:_SHOWN]
        findings.append(MarkupFinding("indented-letter", {"text": words}, _find(match[0])))
    return "".join((*pieces, text[done:])) if pieces else text


def _is_letter(block: str) -> bool:
    """Whether it begins with a capital, has some words and none of the signs of code."""
    words = block.strip()
    if not _BEGINS.match(words) or _CODE.search(words):
        return False
    return len(_WORD.findall(words)) > 1 or words.endswith((",", ".", "!"))


def _is_contained(text: str, start: int, known: int) -> bool:
    """Whether what is indented at *start* may belong to an item, a definition or a note above.

    What is indented at *known* does not, or it is the text's beginning.
    """
    end = start
    while end > known:
        end = len(text[:end].rstrip("\n")) if text[end - 1] == "\n" else end
        begin = text.rfind("\n\n", 0, end)
        begin = 0 if begin < 0 else begin + 2
        block = text[begin:end]
        if _MAY_CONTAIN.search(block):
            return True
        if block.strip() and not block.startswith((" ", "\t", "\n")):
            return False
        end = begin
    return False


def _dedented(block: str) -> str:
    return "\n".join(line.lstrip(" \t") for line in block.split("\n"))


def _find(block: str) -> Finder:
    inset = len(block) - len(block.lstrip())

    def find(text: str, start: int) -> int:
        at = text.find(block, max(0, start - inset))
        return at + inset if at >= 0 else -1

    return find
