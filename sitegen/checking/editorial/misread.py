"""Letters that were lost or misread before the text came here: `dÃ©cembre`, `�`. Pure.

The file itself is sound UTF-8: a mail program, a form or an export read bytes of UTF-8 as those of
Windows (cp1252), and what it took them for was pasted.
"""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic

_SECOND = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
_CLASS = re.escape(_SECOND)
_MISREAD = re.compile(rf"(?<![^\W\d_a-zà-ÿ])(?:[ÂÃÅ][{_CLASS}]|â[€‚„][{_CLASS}])+")
"""Two or three bytes of a letter, of punctuation or of a sign. In capitals a word may hold `Ã`."""
_LOST = re.compile("[\ufffc\ufffd]")
"""A picture that stayed behind (U+FFFC), bytes that were none in the encoding (U+FFFD)."""


def check_misread(text: Text) -> Iterator[Diagnostic]:
    """Yield the first of each kind in each passage: where there is one, others follow."""
    if text.lowered.isascii():
        return
    for passage in text.passages:
        for match in _MISREAD.finditer(passage.words):
            if meant := _meant(match[0]):
                values = {"text": match[0], "meant": meant}
                yield passage.diagnostic("misread-letters", match.start(), **values)
                break
        if lost := _LOST.search(passage.words):
            yield passage.diagnostic("lost-letter", lost.start(), text=lost[0])


def _meant(misread: str) -> str:
    """Return what *misread* was before; nothing where it was nothing."""
    try:
        return misread.encode("cp1252").decode("utf-8")
    except UnicodeDecodeError:
        return ""
