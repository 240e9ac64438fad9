"""Definitions as other generators read them: `Terme`, below it `: définition`. Pure.

With one space the line is text to both engines, as wrapped French has a colon at the beginning of a
line. A short line that is a paragraph's first and no sentence is a term; what was wrapped is not.
"""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic

_LONGEST = 50
"""Characters of a term; lines that were wrapped are longer, in every editor's usual setting."""
_DEFINED = re.compile(
    r"(?:\A|(?<=\n\n))"
    rf"(?P<term>[ ]{{0,3}}(?![#>|:<\[!]|[-*+][ ]|\d{{1,9}}[.)][ ])\S[^\n]{{0,{_LONGEST - 1}}})\n"
    r"\n?[ ]{0,3}(?P<sign>:)(?:[ ]|\t)(?=[^\s:])"
)
_SENTENCE = re.compile(r"[.,;:!?…][*_»\")\s]*$")


def check_definitions(text: Text) -> Iterator[Diagnostic]:
    """Yield each definition that readers see as a paragraph with a colon in it."""
    if ":" not in text.markdown:
        return
    seen = text.prose.words  # code and comments are blank there, letter by letter
    for match in _DEFINED.finditer(text.markdown):
        at = match.start("sign")
        if seen[at] == ":" and not _SENTENCE.search(match["term"]):
            term = match["term"].strip()
            yield text.body.diagnostic("definition-one-space", at, term=term)
