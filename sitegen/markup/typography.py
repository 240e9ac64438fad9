"""French typographic spacing: the Imprimerie nationale's usage, as the press follows it.

| where | space |
|---|---|
| before `;` `!` `?`, inside « », between the groups of a number | narrow no-break, U+202F |
| before `:`, `%`, `€` and units; in `2 mars`, `n° 2`, `p. 3`, `M. Dupont` | no-break, U+00A0 |

A space that was typed there, plain or no-break, is replaced. A missing one is added around
punctuation and before `%` and `€`, unless no sentence stands there: `14:30`, `a::b`,
`page.html?x=1`, `;-)`, a web address. A straight apostrophe between letters becomes ’, before a
quotation too, and three dots become …; nothing else ever changes, so quotation marks stay as typed.

A document is spaced as one string, since a rule must see across tags (`<em>Forum</em> ?`).
Tags, and text that must not change, are stood for by three marks that no HTML can contain.
"""

import re
from typing import Final

from sitegen.patterns import lazy_pattern

NARROW: Final = "\u202f"
NO_BREAK: Final = "\xa0"

INLINE_MARK: Final = "\x01"
"""A tag within a sentence: the rules look through it."""
OPAQUE_MARK: Final = "\x02"
"""Text that must not change, such as code: the rules take it for a word."""
EDGE_MARK: Final = "\x1d"
"""The border of a block: no rule looks beyond it. `str.split` takes it for a space."""

_ADDRESS_MARK = "\x03"
_ADDRESS = lazy_pattern(
    r"""(?:https?://|www\.|mailto:|webcal://)[^\s«»<>"\x01-\x03]*[^\s«»<>"\x01-\x03;:!?.,)'’…]"""
)
_APOSTROPHE = lazy_pattern(
    r"""'(?:(?<=[^\W\d_]')(?=\x01*(?:"?[^\W\d_]|[«“\x02]))|(?<=[^\W\d_]\x01')(?=[^\W\d_]))"""
)
_ELLIPSIS = lazy_pattern(r"\.\.\.(?<![./]\.\.\.)(?![./])")

_GAP = frozenset(" \t\n\xa0\u2009\u202f\x01")
_GAP_AFTER = lazy_pattern("[ \t\n\xa0\u2009\u202f\x01]*")
_EMOTICON = lazy_pattern(r"[:;]-?[)(DP](?!\w)")
_DIGITS = frozenset("0123456789")
_ENDS_AFTER = frozenset((INLINE_MARK, "»", ";", "!", "?"))
"""What tells, as a space does, that a colon before it ends a word."""
_UNSPACED_AFTER = frozenset("!?…«([.&")
"""`?!`, `…!`, `(?)`: the mark leans on what stands before it."""
_JOINED_BEFORE = frozenset("_&=")
"""`page?_x`, `a!=b`: no end of a sentence, and so with letters and digits."""

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_UNITS = (
    "°[CF]|[kcdmµ]?m[²³]?|ha|[kmµ]?g|t|[hcdm]?[lL]|h|min|m?s|[kKMGT]o|[kMGT]?W(?:h|c)?|[kMG]?Hz|dB"
    "|(?:k|M|Md)[€$£]"
)
_SIGNS = ";:!?«»%‰€$£"
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzàâçèéêëîïôùû)")
_USUAL_SPACES = (
    ("!", _LETTERS | _DIGITS, NARROW),
    ("?", _LETTERS | _DIGITS, NARROW),
    ("»", _LETTERS | _DIGITS | set(".!?…"), NARROW),
    (":", _LETTERS | _DIGITS, NO_BREAK),
    ("%", _DIGITS, NO_BREAK),
    ("€", _DIGITS, NO_BREAK),
)
"""Signs, what most often stands before the space before them, and the space that is due there."""
_OTHER_SIGNS = ";‰$£"
_AFTER_DIGIT = frozenset(" \n\xa0he\x01")
_AFTER_NUMBER = frozenset("0123456789hjfmasond°ckKµgtlLGMTWHM")
"""How goes on, after a digit and a space, what `_JOINED` may match: a unit, a month, digits."""
_AFTER_LETTER = frozenset("M.mlger")
_JOINED = re.compile(
    rf"""[0-9](?:
            (?<![0-9]{{4}})[ \n\xa0\u202f](?=(?P<thousand>[0-9]{{3}})(?![0-9]))  # 34 228
          | [ \n]?h[ \n](?=[0-9])                                              # 16 h 41
          | [ \n](?=(?:{_UNITS})(?![\w'’]))                                    # 12 km
          | (?:\x01?er\x01?)?[ \n](?=(?:{_MONTHS})(?!\w))                     # 2 mars, 1er mars
        )
      | [.°§][ \n](?=[0-9])(?:                                                  # n° 2, p. 3
            (?<=[nN]°.) | (?<=§.) | (?<=\bp\..) | (?<=\bpp\..) | (?<=\bart\..) | (?<=\bfig\..)
        )
      | (?<!\w)[MDP](?:M?\.|mes?|lles?|gr|e|r)[ \n](?=[A-ZÀ-ÖØ-Þ])             # M. Dupont
    """,
    re.VERBOSE,
)
"""A number or an abbreviation, and the space after it. What stands next to its first letter is one
of `_AFTER_DIGIT` or `_AFTER_LETTER`, or a space and a digit."""
_BREAKABLE = lazy_pattern(r"[ \n]")
_MAY_CHANGE = re.compile(
    rf"""[{_SIGNS}'.0-9°§MDP](?:
            (?<=[{_SIGNS}'])
          | (?<=\.)\.\.
          | (?<=[0-9])[ \nhe\xa0\u202f\x01]
          | (?<=[.°§])[ \n][0-9]
          | (?<=[MDP])[M.mlger]
        )
    """,
    re.VERBOSE,
)
"""A text without it has nothing for any rule: most titles, names and places."""


def space_french(text: str) -> str:
    """The same *text* with French spaces, apostrophes and ellipses; doing it twice is harmless."""
    if not _MAY_CHANGE.search(text):
        return text
    addresses: list[str] = []
    if (
        ("/" in text and "://" in text)
        or ("w" in text and "www." in text)
        or (":" in text and "mailto:" in text)
    ):
        text = text.replace(_ADDRESS_MARK, "")
        addresses = _ADDRESS.findall(text)
        text = _ADDRESS.sub(_ADDRESS_MARK, text)
    if "..." in text:
        text = _ELLIPSIS.sub("…", text)
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    text = _space(text, _places(text))
    if addresses:
        first, *rest = text.split(_ADDRESS_MARK)
        text = first + "".join(a + piece for a, piece in zip(addresses, rest, strict=True))
    return text


def _space(text: str, places: dict[int, str]) -> str:
    """Put the right spaces around punctuation, looking past tags, and within numbers and names.

    *places*: where to look, and what stands there where it is decided; see `_places`.
    A space that must cross a tag ends up beside its mark: `<em>Quoi </em>?` too has but one.
    """
    pieces: list[str] = []
    done = 0  # what stands before is settled: no space is decided twice
    for at in sorted(places):
        if space := places[at]:
            pieces += text[done:at], space
            done = at + 1
            continue
        if at < done:
            continue
        mark = text[at]
        if mark not in _SIGNS:  # a number or an abbreviation, and the space after it
            match = _JOINED.match(text, at)
            if match is None:
                continue
            if match.lastgroup:
                pieces += text[done : at + 1], NARROW
            else:
                pieces += text[done:at], _BREAKABLE.sub(NO_BREAK, match[0])
            done = match.end()
        elif mark == "«":
            end = _GAP_AFTER.match(text, at + 1).end()  # type: ignore[union-attr]  # may be empty
            if end < len(text) and text[end] != EDGE_MARK:
                tags = INLINE_MARK * text.count(INLINE_MARK, at, end)
                pieces += text[done : at + 1], NARROW, tags
                done = end
        else:
            start = at
            while start > done and text[start - 1] in _GAP:
                start -= 1
            if start == done:  # the text, or the quotation, begins here
                continue
            gap = text[start:at]
            space = _space_before(text, at, text[start - 1], gap)
            if space and space != gap:
                pieces += text[done:start], INLINE_MARK * gap.count(INLINE_MARK), space
                done = at
    pieces.append(text[done:])
    return "".join(pieces)


def _places(text: str) -> dict[int, str]:
    """The places of plain spaces that are soon decided upon, with what stands there instead; and,
    with "", those of all other signs, and of what `_JOINED` may match.

    Soon decided upon is one plain space between a sign and a word or a number, as most are typed:
    `_space` would say the same. Where the space that is due stands there already, as in what
    others' sites have spaced, nothing is to be done. Each sign is sought by itself, far faster than
    all at each letter.
    """
    places: dict[int, str] = {}
    for sign, before, space in _USUAL_SPACES:
        at = text.find(sign)
        while at >= 0:
            gap = text[at - 1] if at > 1 and text[at - 2] in before else ""
            if (gap != " " and gap != space) or (sign == ":" and text[at + 1 : at + 2] != " "):
                places[at] = ""
            elif gap == " ":
                places[at - 1] = space
            at = text.find(sign, at + 1)
    at = text.find("«")
    while at >= 0:
        gap = text[at + 1 : at + 2]
        is_usual = gap in (" ", NARROW) and text[at + 2 : at + 3].isalnum()
        if not is_usual or gap == " ":
            places[at + is_usual] = NARROW if is_usual else ""
        at = text.find("«", at + 1)
    for sign in _OTHER_SIGNS:
        at = text.find(sign)
        while at >= 0:
            places[at] = ""
            at = text.find(sign, at + 1)
    for digit in _DIGITS:
        at = text.find(digit)
        while at >= 0:
            after = text[at + 1 : at + 2]
            if after in _AFTER_DIGIT:
                if after == " ":
                    is_sought = text[at + 2 : at + 3] in _AFTER_NUMBER
                else:
                    is_sought = after != NO_BREAK or text[at + 2 : at + 3] in _DIGITS
                if is_sought:
                    places[at] = ""
            if at > 1 and text[at - 1] in " \n" and text[at - 2] in ".°§":
                places[at - 2] = ""
            at = text.find(digit, at + 1)
    for letter in "MDP":
        at = text.find(letter)
        while at >= 0:
            if text[at + 1 : at + 2] in _AFTER_LETTER:
                places[at] = ""
            at = text.find(letter, at + 1)
    return places


def _space_before(text: str, at: int, before: str, gap: str) -> str:
    """The space owed before the mark at *at*, when *gap* stands between it and *before*; or ""."""
    mark, after = text[at], text[at + 1 : at + 2]
    is_spaced = gap.count(INLINE_MARK) < len(gap)
    if before == EDGE_MARK:
        return ""
    if mark == "»":
        return NARROW
    if mark == ":":
        ends_word = not after or after.isspace() or after in _ENDS_AFTER
        return NO_BREAK if ends_word and (is_spaced or before != ":") else ""
    if mark in ";!?":
        if mark == ";" and _EMOTICON.match(text, at):
            return ""
        if not is_spaced and (
            before in _UNSPACED_AFTER or after in _JOINED_BEFORE or after.isalnum()
        ):
            return ""
        return NARROW
    if before not in _DIGITS or gap == NARROW:
        return ""
    return NO_BREAK if is_spaced or mark == "€" or (mark in "%‰" and not after.isalnum()) else ""
