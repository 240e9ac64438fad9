"""What its author meant to replace before publishing. Pure."""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.foreign_codes import FOREIGN, FOREIGN_SIGNS
from sitegen.checking.editorial.samples import IMAGE_TEXTS, NAMES, SAMPLES, SIGNS
from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic

_LEFT = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|XXX+|xxx+)\b(?!-)|(?i:\blorem\s+ipsum\b)"
    r"|[\[(]\s*(?i:à\s+(?:compl[ée]ter|confirmer|d[ée]finir|venir|pr[ée]ciser|v[ée]rifier|remplacer)"
    r"|texte\s+à\s+venir|to\s+be\s+(?:completed|confirmed|defined|written))"
    r"\s*(?::[^\])\n]*)?[\])]"
    r"|(?i:\bà\s+compléter\b)(?=\s*(?:[.:!…]|$))",
    re.MULTILINE,
)
_SIGNS = (
    "todo", "fixme", "tbd", "tbc", "xxx", "lorem", "à compl", "à conf", "à déf", "à def", "à venir",
    "à pr", "à vér", "à ver", "à rempl", "to be",
)  # fmt: skip
_QUOTES = "«»“” \u00a0\u202f"
"""Around what a message quotes itself."""
_PATTERNS = (
    ("placeholder-text", _LEFT, _SIGNS),
    ("placeholder-text", SAMPLES, SIGNS),
    ("foreign-code", FOREIGN, FOREIGN_SIGNS),
)


def check_leftovers(text: Text) -> Iterator[Diagnostic]:
    """Yield TODO, XXX, « (à compléter) », unreplaced samples, and code of other generators.

    « À compléter » outside of brackets counts at the end of a sentence only: a form may well be
    « à compléter et à renvoyer ». Samples are what sitegen itself writes into a new document.
    """
    patterns = [
        (code, pattern)
        for code, pattern, signs in _PATTERNS
        if any(sign in text.lowered for sign in signs)
    ]
    if patterns:
        for passage in text.passages:
            for code, pattern in patterns:
                for match in pattern.finditer(passage.words):
                    written = " ".join(match[0].split()).strip(_QUOTES)
                    yield passage.diagnostic(code, match.start(), text=written)
    front = text.document.front
    for name in sorted({*front.author} & {*NAMES}):
        yield text.document.diagnostic("placeholder-text", "author", text=name)
    image = front.image
    if image is not None:
        shown = {image.alt: IMAGE_TEXTS, image.caption: IMAGE_TEXTS, image.credit: NAMES}
        for words, samples in shown.items():
            if words in samples:
                yield text.document.diagnostic("placeholder-text", "image", text=str(words))
