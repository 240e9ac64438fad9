"""Catalogues of a theme: which form goes with a number, and what is wrong in them."""

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import lru_cache
from gettext import c2py
from typing import Any

from sitegen.errors import Diagnostic

Rule = Callable[[int], int]
"""A number to the form that goes with it (gettext's manual, "Plural forms")."""
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


def plural_mistake(text: str, language: str) -> str:
    """Return what is wrong with the counting in a catalogue; nothing if it counts."""
    try:
        catalogue, rule = read_catalogue(text, language)
        highest = max(map(rule, range(_NUMBERS)))
    except (ValueError, ZeroDivisionError) as error:
        return str(error)
    if highest >= catalogue.num_plurals:
        return f"nplurals={catalogue.num_plurals}, plural={highest}"
    return ""


def catalogue_mistake(text: str, shown: str, language: str) -> Diagnostic | None:
    """Return what is wrong in the catalogue at *shown*: it would be read in part, or not at all."""
    from babel.messages.pofile import PoFileError, read_po

    if mistake := plural_mistake(text, language):
        line = text.count("\n", 0, max(0, text.find("Plural-Forms"))) + 1
        return Diagnostic("catalogue-plurals", shown, line, 1, {"reason": mistake})
    locale = language.replace("-", "_")
    try:
        read_po(io.BytesIO(text.encode()), locale=locale, abort_invalid=True)
    except PoFileError as error:
        number = error.lineno + 1
        excerpt = text.split("\n")[error.lineno].strip()[:_SHOWN]
        return Diagnostic("catalogue-unreadable", shown, number, 1, {"excerpt": excerpt})
    return None
