"""Whether a document's headings are a table of contents (RGAA 9.1, WCAG 1.3.1). Pure.

The title is the page's heading of level 1; each other one is at most a level below the one before.
"""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic

_LEVEL = re.compile(
    r"^ {0,3}(#{1,6})(?!#)|^(?![ \t]*$)(?=[^\n]+\n {0,3}(=+|-+)[ \t]*$)|<h([1-6])\b", re.MULTILINE
)


def check_headings(text: Text) -> Iterator[Diagnostic]:
    """Yield headings of level 1, those that leave out a level, and those without words."""
    headings = text.document.details.headings
    levels = [heading.level for heading in headings]
    for number, (before, heading) in enumerate(zip([1, *levels], headings, strict=False)):
        if not heading.text.strip():
            offset = _place(text, number, levels)
            yield text.body.diagnostic("heading-empty", offset, signs="#" * heading.level)
        elif heading.level == 1:
            offset = _place(text, number, levels)
            yield text.body.diagnostic("heading-first-level", offset, text=heading.text)
        elif heading.level > before + 1:
            values = {"text": heading.text, "level": str(heading.level), "wanted": str(before + 1)}
            offset = _place(text, number, levels)
            yield text.body.diagnostic("heading-jump", offset, **values)


def _place(text: Text, number: int, levels: list[int]) -> int:
    """Return where heading *number* stands, or 0 when the source is read in another way.

    Engines tell no places, so the source's headings are counted; lists of the same levels are the
    same headings.
    """
    headings = [(match.start(), _level(match)) for match in _LEVEL.finditer(text.body.words)]
    seen = [heading for heading in headings if heading[1] in levels]
    if [level for _, level in seen] != levels:
        seen = [heading for heading in headings if heading[1] not in (0, 2) or 2 not in levels]
    if len(seen) == len(levels):
        return seen[number][0]
    first = [offset for offset, level in headings if level == levels[number]]
    return first[0] if first else 0


def _level(match: re.Match[str]) -> int:
    if match[1]:
        return len(match[1])
    if match[3]:
        return int(match[3])
    return 1 if match[2].startswith("=") else 2
