"""What the two Markdown engines read in different ways: told where readers get the worse."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.errors import Diagnostic
from sitegen.patterns import lazy_pattern
from sitegen.plugins import Plugin
from sitegen.wording.excerpts import excerpt

if TYPE_CHECKING:  # every build opens this, and `sitegen check` alone reads texts
    from sitegen.checking.editorial.texts import Text
    from sitegen.errors import Diagnostic

if TYPE_CHECKING:  # a build, which looks for no mistakes of this kind, need not load what does
    from sitegen.checking.editorial.texts import Text

plugin = Plugin()
_STARS = lazy_pattern(r"\*\*(?=[^\s*])(?:[^*\n]*[^\w\s*])\*\*(?=[^\W_])")
_TILDES = lazy_pattern(r"(?<=\w)(?<!~)~(?!~)[^~\s]+~(?=\w)")
_MARKS_IN_TEXT = lazy_pattern(r"!\[[^\[\]\n]*?(\*\*?|__?|`)\w[^\[\]\n]*?\1[^\[\]\n]*\]\(")
_TABLE = lazy_pattern(
    r"^[ ]{0,3}(?:[-*+]|\d{1,9}[.)])[ ][^|\n]+\n"
    r"[ ]{2,}+[^|\s][^|\n]*\|[^\n]*\n[ ]{2,}+[:-][-:| ]*$",
    re.MULTILINE,
)
_NOT_NESTED = lazy_pattern(r"^\d{1,9}[.)][ ][^\n]*\n(?=[ ]{1,2}[-*+][ ])", re.MULTILINE)
_PATTERNS = (
    ("commonmark", "**", _STARS),
    ("commonmark", "~", _TILDES),
    ("commonmark", "|", _TABLE),
    ("markdown", "![", _MARKS_IN_TEXT),
)


@plugin.check
def check_dialect(text: "Text") -> Iterator[Diagnostic]:
    """Yield what the engine in use shows otherwise than it is meant."""
    words = text.body.words
    for engine, sign, pattern in _PATTERNS:
        if engine == text.engine and sign in words:
            for match in pattern.finditer(words):
                written = excerpt(" ".join(match[0].split()))
                yield text.body.diagnostic("dialect", match.start(), text=written, engine=engine)
    for match in _NOT_NESTED.finditer(words):
        yield text.body.diagnostic("list-not-nested", match.end())
