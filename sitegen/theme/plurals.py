"""Catalogues of a theme: which form goes with a number, and what is wrong in them."""

import io
import re
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import lru_cache
from gettext import c2py
from itertools import islice
from typing import Any

from sitegen.errors import Diagnostic

Rule = Callable[[int], int]
"""A number to the form that goes with it (gettext's manual, "Plural forms")."""
_ENTRY = re.compile(r"^\s*(?:msgctxt|msgid)\s", re.MULTILINE)
_SHOWN = 60
"""Letters of a line that are told."""
_NUMBERS = 1000
"""A rule goes by the last digits: these numbers try it out, as `msgfmt --check` does."""


@lru_cache(maxsize=64)
def read_catalogue(text: str, language: str) -> tuple[Any, Rule]:
    """Return Babel's catalogue and its rule: of its header, or of *language* where it has none.

    Raises `ValueError` for a header that cannot be read.
    """
    from babel.messages.pofile import read_po

    with redirect_stdout(io.StringIO()):  # what Babel prints of a mistake is told in our words
        catalogue = read_po(io.BytesIO(text.encode()), locale=language.replace("-", "_"))
    return catalogue, c2py(catalogue.plural_expr)


def plural_mistake(text: str, language: str, *, is_whole: bool = True) -> str:
    """Return what is wrong with the counting in a catalogue; nothing if it counts.

    Unless it *is_whole* the header alone is looked at: a build opens the catalogues of all
    languages, and wants the words of one.
    """
    second = None if is_whole else next(islice(_ENTRY.finditer(text), 1, None), None)
    try:
        catalogue, rule = read_catalogue(text[: second.start()] if second else text, language)
        highest = max(map(rule, range(_NUMBERS)))
    except (ValueError, ZeroDivisionError) as error:
        return str(error)
    if highest >= catalogue.num_plurals:
        return f"nplurals={catalogue.num_plurals}, plural={highest}"
    return ""


def catalogue_mistake(
    text: str, shown: str, language: str, *, is_whole: bool = True
) -> Diagnostic | None:
    """Return what is wrong in the catalogue at *shown*, which would be read in part, or not at all.

    *is_whole* as in `plural_mistake`.
    """
    from babel.messages.pofile import PoFileError, read_po

    if mistake := plural_mistake(text, language, is_whole=is_whole):
        line = text.count("\n", 0, max(0, text.find("Plural-Forms"))) + 1
        return Diagnostic("catalogue-plurals", shown, line, 1, {"reason": mistake})
    if not is_whole:
        return None
    locale = language.replace("-", "_")
    try:
        read_po(io.BytesIO(text.encode()), locale=locale, abort_invalid=True)
    except PoFileError as error:
        number = error.lineno + 1
        excerpt = text.split("\n")[error.lineno].strip()[:_SHOWN]
        return Diagnostic("catalogue-unreadable", shown, number, 1, {"excerpt": excerpt})
    return None
