"""What stands *within* messages: reasons, problems, what is told of a list or a size.

Diagnostics hold them as values, since they are remembered in the state and compared: a whole
sentence as a text, one with gaps as a `Phrase`. They are translated when they are shown. What
libraries and the system say is here where it is usual; the rest is shown as it came.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from sitegen.wording.translation import _


class Phrase(msgspec.Struct, frozen=True):
    """A sentence with gaps, and what stands in them."""

    text: str
    """One of `phrase_list.PHRASES`."""
    values: dict[str, "Words"] = {}

    def __str__(self) -> str:
        """Return it in English, as programs and tests compare it."""
        return self.text.format_map({name: _plain(value) for name, value in self.values.items()})


Words = str | Phrase | tuple[str, ...]
"""What a placeholder of a message stands for: a text, a sentence with gaps, or a list of texts."""


def with_gaps(text: str, **values: Words) -> Phrase:
    """Return the phrase *text*, one of `phrase_list.PHRASES`, with *values* in its gaps."""
    return Phrase(text, values)


def told_by(error: BaseException) -> Words:
    """Return what *error*, one of ours that holds a phrase or any other, says."""
    first: Any = error.args[0] if error.args else ""
    return first if isinstance(first, Phrase) else str(error)


def in_words(told: Words, translate: Callable[[str], str] = _) -> str:
    """Return *told* in the language of the user; a text that nobody translated as it is.

    *translate* gives it in another language. What stands between backticks is a name that programs
    know: it stays as it is, though it may be a word elsewhere (`place`).
    """
    if isinstance(told, Phrase):
        values = {
            name: str(value) if f"`{{{name}}}`" in told.text else in_words(value, translate)
            for name, value in told.values.items()
        }
        return translate(told.text).format_map(values)
    return translate(told) if isinstance(told, str) else ", ".join(map(translate, told))


def _plain(told: Words) -> str:
    return ", ".join(told) if isinstance(told, tuple) else str(told)
