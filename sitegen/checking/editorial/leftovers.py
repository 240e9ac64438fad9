"""What its author meant to replace before publishing. Pure."""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic

_LEFT = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|XXX+|xxx+)\b(?!-)|(?i:\blorem\s+ipsum\b)"
    r"|[\[(]\s*(?i:à\s+(?:compl[ée]ter|confirmer|d[ée]finir|venir|pr[ée]ciser|v[ée]rifier|remplacer)"
    r"|texte\s+à\s+venir|to\s+be\s+(?:completed|confirmed|defined|written))\s*[\])]"
    r"|(?i:\bà\s+compléter\b)(?=\s*(?:[.:!…]|$))",
    re.MULTILINE,
)
_SIGNS = (
    "todo", "fixme", "tbd", "tbc", "xxx", "lorem", "à compl", "à conf", "à déf", "à def", "à venir",
    "à pr", "à vér", "à ver", "à rempl", "to be",
)  # fmt: skip


def check_leftovers(text: Text) -> Iterator[Diagnostic]:
    """Yield TODO, XXX, lorem ipsum, « (à compléter) » in what readers see.

    « À compléter » outside of brackets counts at the end of a sentence only: a form may well be
    « à compléter et à renvoyer ».
    """
    if not any(sign in text.lowered for sign in _SIGNS):
        return
    for passage in text.passages:
        for found in _LEFT.finditer(passage.words):
            written = " ".join(found[0].split())
            yield passage.diagnostic("placeholder-text", found.start(), text=written)
