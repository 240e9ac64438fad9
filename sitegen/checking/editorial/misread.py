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
_BEHIND_CAPITALS = frozenset("\u00a0«»‹›…–—‘’“”")
"""Of the second signs, those that may stand behind a letter of the alphabet: « À, Â… », d'Å’."""
_LOST = re.compile("[\ufffc\ufffd]")
"""A picture that stayed behind (U+FFFC), bytes that were none in the encoding (U+FFFD)."""


def check_misread(text: Text) -> Iterator[Diagnostic]:
    """Yield the first of each kind in each passage: where there is one, others follow."""
    if text.lowered.isascii():
        return
    for passage in text.passages:
        found = [match for match in _MISREAD.finditer(passage.words) if _meant(match)]
        if found and (len(found) > 1 or _is_sure(found[0])):
            values = {"text": found[0][0], "meant": _meant(found[0])}
            yield passage.diagnostic("misread-letters", found[0].start(), **values)
        if lost := _LOST.search(passage.words):
            yield passage.diagnostic("lost-letter", lost.start(), text=lost[0])


def _is_sure(match: re.Match[str]) -> bool:
    """Whether no sound text holds *match*: a letter alone may have a sign behind it."""
    misread = match[0]
    return len(misread) > 2 or misread[1] not in _BEHIND_CAPITALS or _is_within_word(match)


def _is_within_word(match: re.Match[str]) -> bool:
    return match.string[: match.start()][-1:].isalnum()


def _meant(match: re.Match[str]) -> str:
    """Return what *match* was before; nothing where it was nothing that anybody writes."""
    try:
        meant = match[0].encode("cp1252").decode("utf-8")
    except UnicodeDecodeError:
        return ""
    if not meant.replace("\u00a0", "").isprintable():
        return ""
    is_blank = not meant.strip()  # `10Â €`; behind a word's end it may be a letter alone
    is_foreign = not _is_sure(match) and not _is_of_windows(meant)  # `Å…` for a `Ņ`
    return "" if is_foreign or (is_blank and not _is_within_word(match)) else meant


def _is_of_windows(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
