"""Bracketed spans: `[smart city]{lang=en}` is a `<span>` with the attributes of the list."""

from sitegen.markup.attributes import LIST, with_list
from sitegen.markup.findings import MarkupFinding
from sitegen.markup.tokens import INLINE, VOID, find_verbatim, is_closing, tag_name
from sitegen.patterns import lazy_pattern

_BRACKET = lazy_pattern(r"[\[\]]")


def has_spans(html: str) -> bool:
    return "{" in html and "]{" in html


def write_spans(tokens: list[str], findings: list[MarkupFinding]) -> list[str]:
    """The *tokens* with a span for each pair of brackets that an attribute list follows.

    The brackets of a pair stand in one block and in one element. *findings* gets what a list may
    not say.
    """
    edits: dict[int, list[tuple[int, int, str]]] = {}  # texts: from, to, and the tag put there
    for first, offset, last, end in _find_pairs(tokens):
        text = tokens[last]
        if match := LIST.match(text, end):
            opening = with_list("<span>", match[1], findings)
            edits.setdefault(first, []).append((offset, offset + 1, opening))
            edits.setdefault(last, []).append((end - 1, match.end(), "</span>"))
    written = list(tokens)
    for index in sorted(edits, reverse=True):
        text = tokens[index]
        pieces: list[str] = []
        done = 0
        for start, end, tag in sorted(edits[index]):
            pieces += text[done:start], tag
            done = end
        written[index : index + 1] = [*pieces, text[done:]]
    return written


def _find_pairs(tokens: list[str]) -> list[tuple[int, int, int, int]]:
    """Each pair of brackets: the text and offset of `[`, the text of `]` and the offset past it."""
    pairs = []
    verbatim = find_verbatim(tokens)
    brackets: list[tuple[int, int, int]] = []  # text, offset and depth of each `[` that is open
    depth = 0  # of elements within the block
    for index in range(0, len(tokens), 2):
        tag = tokens[index - 1] if index else ""
        name = tag_name(tag)
        if name not in INLINE:
            brackets.clear()
            depth = 0
        elif is_closing(tag):
            depth -= 1
            while brackets and brackets[-1][2] > depth:
                brackets.pop()
        elif name not in VOID:
            depth += 1
        if index in verbatim:
            continue
        for match in _BRACKET.finditer(tokens[index]):
            if match[0] == "[":
                brackets.append((index, match.start(), depth))
            elif brackets and brackets[-1][2] == depth:
                first, offset, _ = brackets.pop()
                pairs.append((first, offset, index, match.end()))
    return pairs
