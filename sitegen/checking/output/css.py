"""The addresses in a style sheet. Pure."""

import re
from bisect import bisect
from collections.abc import Iterator

from sitegen.checking.output.facts import FileFacts, FoundLink

_TOKENS = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    |url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s\\]*))\s*\)
    |@import\s+(?:"([^"\n]*)"|'([^'\n]*)')
    |"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""Comments and texts are matched too, so that nothing is found within them."""


def css_links(text: str) -> Iterator[FoundLink]:
    """Yield what `url()` and `@import` name (CSS Values §4.5), with its place."""
    ends = [match.start() for match in re.finditer("\n", text)]
    for match in _TOKENS.finditer(text):
        address = next((group for group in match.groups() if group), "").strip()
        if address:
            line = bisect(ends, match.start() - 1) if ends else 0
            before = ends[line - 1] if line else -1
            yield FoundLink("load", address, line + 1, match.start() - before)


def examine_css(content: bytes) -> FileFacts:
    """Return the addresses in a style sheet."""
    return FileFacts(links=tuple(css_links(content.decode("utf-8", "replace"))))
