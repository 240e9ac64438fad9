"""How a language spells one word: text -> words, alike for the index and for what readers ask.

The rules of a language are values (`french.py`, `english.py`). They are published with the index,
and `reader.js` applies the very same ones to a question: so expressions use only what `re` and
JavaScript's `RegExp` (with the flag `u`) read alike, and see text that is folded already. Pure.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import msgspec


class Spelling(msgspec.Struct, frozen=True):
    """The rules of one language, in the order in which they are applied."""

    phrases: tuple[tuple[str, str], ...] = ()
    """Expressions on a text with plain spaces, and what stands for what they match; `$1` is a
    group. They are for what is written with spaces or without: each is applied to all of a text."""
    rewrites: tuple[tuple[str, str], ...] = ()
    """Expressions on what stands between spaces, folded: they are applied once to each of these.
    Each wants a sign or a digit before a letter: a word with signs after it has none."""
    aliases: dict[str, str] = {}
    """Words that are another one: `travaux` is `travail`. No ending is taken from them."""
    kept: tuple[str, ...] = ()
    """Words that keep their ending, because without it they would be another word."""
    endings: tuple[tuple[str, str], ...] = ()
    """Expressions on a word; each is applied once."""
    empty: tuple[str, ...] = ()
    """Words that are not looked for beside others: nearly every page has them."""


NUMBERS: tuple[tuple[str, str], ...] = (
    (r"([0-9](?<![0-9]{2})[0-9]{0,2}) ([0-9]{3}) ([0-9]{3})(?![0-9])", "$1$2$3"),
    (r"([0-9](?<![0-9]{2})[0-9]{0,2}) ([0-9]{3})(?![0-9])", "$1$2"),
)
"""Phrases of every language: 1 234 567 and 12 000."""
ACRONYMS: tuple[tuple[str, str], ...] = (
    (
        r"(?<![a-z0-9])([a-z])\.([a-z])\.(?:([a-z])\.)?(?:([a-z])\.)?(?:([a-z])\.?)?(?![a-z0-9])",
        "$1$2$3$4$5",
    ),
)
"""Rewrites of every language: R.G.A.A. and C.N.I.L. are one word."""

SIGNS: dict[str, str] = (
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
    | dict.fromkeys("’ʼ‘′`´", "'")
    | dict.fromkeys("‐‑‒–", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
"""Small letters and signs that stand for others, or for nothing."""
_SIGNS = str.maketrans(SIGNS)
_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_DIGIT = re.compile(r"[0-9]")
_PLAIN = re.compile(r"[a-z]*\W*")
"""A word, and signs after it: as most are."""


def fold(text: str) -> str:
    """Return *text* in small letters without accents and ligatures."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower().translate(_SIGNS)


def completed(spelling: Spelling) -> Spelling:
    """Return the rules of a language with those of all."""
    return msgspec.structs.replace(
        spelling,
        phrases=(*spelling.phrases, *NUMBERS),
        rewrites=(*spelling.rewrites, *ACRONYMS),
    )


def splitter(spelling: Spelling) -> Callable[[str], list[str]]:
    """Return what makes of a text its words, as the index knows them.

    A compound (`rendez-vous`) is its parts, and all of them in one.
    """
    phrases, rewrites, endings = (
        [_compiled(rule) for rule in rules]
        for rules in (spelling.phrases, spelling.rewrites, spelling.endings)
    )
    kept = frozenset(spelling.kept)

    @lru_cache(50_000)  # it stands in pieces with many signs around it
    def word(folded: str) -> str:
        if folded in spelling.aliases or folded in kept:
            return spelling.aliases.get(folded, folded)
        return _apply(endings, folded)

    @lru_cache(200_000)  # most of a site's words were seen before
    def between_spaces(piece: str) -> tuple[str, ...]:
        words: list[str] = []
        folded = fold(piece)
        if not _PLAIN.fullmatch(folded):
            folded = _apply(rewrites, folded)
        for chunk in _WORD.findall(folded):
            parts = chunk.split("-")
            if len(parts) > 1 and not _DIGIT.search(chunk):
                parts.append("".join(parts))
            words += map(word, parts)
        return tuple(words)

    def words(text: str) -> list[str]:
        pieces = _apply(phrases, " ".join(text.split())).split(" ")
        return [space for piece in pieces for space in between_spaces(piece)]

    return words


def _apply(rules: list[tuple[re.Pattern[str], str]], text: str) -> str:
    for expression, by in rules:
        text = expression.sub(by, text)
    return text


def _compiled(rule: tuple[str, str]) -> tuple[re.Pattern[str], str]:
    expression, by = rule
    return re.compile(expression), re.sub(r"\$(\d)", r"\\g<\1>", by)
