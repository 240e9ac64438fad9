"""Which form of a message goes with a number: by the header of its gettext catalogue."""

import io
import re
from collections.abc import Callable
from functools import lru_cache
from gettext import c2py
from itertools import islice
from typing import Any

Rule = Callable[[int], int]
"""A number to the form that goes with it (gettext's manual, "Plural forms")."""
_ENTRY = re.compile(r"^\s*(?:msgctxt|msgid)\s", re.MULTILINE)
_NUMBERS = 1000
"""A rule goes by the last digits: these numbers try it out, as `msgfmt --check` does."""


@lru_cache(maxsize=64)
def read_catalogue(text: str, language: str) -> tuple[Any, Rule]:
    """Return Babel's catalogue and its rule: of its header, or of *language* where it has none.

    Raises `ValueError` for a header that cannot be read.
    """
    from babel.messages.pofile import read_po

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
