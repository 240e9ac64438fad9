"""Bytes become clean text: UTF-8, NFC, LF, without what XML and YAML forbid."""

import re
import unicodedata
from codecs import BOM_UTF8
from functools import cache

from sitegen.errors import Diagnostic
from sitegen.patterns import lazy_pattern

# A vertical tab is the "soft return" of word processors: a line break, pasted; U+2028 and U+2029
# are those of page layout, a form feed ends a printed page. YAML counts lines by some of them, and
# no editor does. The others are forbidden in XML 1.0 (§2.2), or errors in HTML's input stream
# (§13.2.3.5: controls, noncharacters), and mean nothing in text.
_NONCHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_CONTROLS = lazy_pattern(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u2028\u2029\ufdd0-\ufdef{_NONCHARACTERS}]"
)
_ASCII = bytes((0x09, 0x0A, *range(0x20, 0x7F)))
_USUAL = re.compile("[\xa0-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*+")
"""None of them is a control or is written otherwise in NFC, whatever stands beside it."""
SOFT_BREAK = "\x0b"
"""What stands for all of them where a text is read whose lines are counted."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""Byte order marks of it."""
_CONFLICT = lazy_pattern(r"^(?:<{7}|>{7}) \S", re.MULTILINE)
_FENCE = lazy_pattern(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"


def decode(raw: bytes, path: str, *, soft_break: str = " ") -> tuple[str, list[Diagnostic]]:
    """Return *raw* as text, and what is wrong with its encoding.

    A byte order mark is dropped, CRLF and CR become LF, letters are composed (NFC), control
    characters vanish; what editors count as no line (U+2028, a vertical tab) becomes *soft_break*.
    Bytes that are not UTF-8, and a conflict that Git left in the file, are an error with its place;
    the text is then empty.
    """
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        shown = f"0x{raw[error.start]:02X}"
        code = "utf-16" if raw[:2] in _UTF_16 else "not-utf-8"
        return "", [Diagnostic(code, path, line, column, {"byte": shown})]
    if not _is_soon_known(raw):
        text = clean(text, soft_break)
    if _may_have_conflict(text) and (line := _conflict_line(text)):
        return "", [Diagnostic("git-conflict", path, line, 1)]
    return text, []


def decode_roughly(raw: bytes) -> str:
    """Return what can be read of *raw*, which may have any encoding that editors write."""
    if raw[:2] in _UTF_16:
        return clean(raw.decode("utf-16", "replace"))
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")  # what Windows writes that is not UTF-8
    return clean(text)


def _may_have_conflict(text: str) -> bool:
    # One sign is sought ten times as fast as several.
    return ("<" in text and "<<<<<<<" in text) or (">" in text and ">>>>>>>" in text)


def _conflict_line(text: str) -> int:
    """The line of the first mark by which Git shows what it could not merge; 0 if there is none.

    Between two lines of backticks it is an example.
    """
    for match in _CONFLICT.finditer(text):
        if len(_FENCE.findall(text, 0, match.start())) % 2 == 0:
            return text.count("\n", 0, match.start()) + 1
    return 0


def _is_soon_known(raw: bytes) -> bool:
    """Whether *raw*, UTF-8, is text that `clean` leaves as it is: most texts are.

    What is no ASCII is a tenth of a French text, and looked at alone.
    """
    letters = raw.translate(None, _ASCII)
    return not letters or _USUAL.fullmatch(letters.decode()) is not None


def _is_printable(text: str) -> bool:
    """Whether *text* is soon known to have nothing to clean: most texts are."""
    return text.replace("\n", " ").replace("\xa0", " ").replace("\u202f", " ").isprintable()


@cache  # few texts ask for it, and to compile it takes as long as three of them
def _plain() -> re.Pattern[str]:
    """What a text is that has nothing to clean: a run of plain letters is passed by ten times
    faster than a letter that may be one of many others.
    """
    return re.compile("(?:[\n -~]++|[\t\xa0-\u2027\u202a-\ufdcf\ufdf0-\ufefe\uff00-\ufffd])*+")


def clean(text: str, soft_break: str = "\n") -> str:
    """Return *text* in NFC, with LF line ends and without control characters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _is_printable(text) or _plain().fullmatch(text):
        return text
    return _CONTROLS.sub(lambda match: soft_break if match[0] in _LINE_BREAKS else "", text)
