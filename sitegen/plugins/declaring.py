"""What cannot be declared is refused at the line that declares it, by `TypeError`."""

import inspect
import typing
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from sitegen.patterns import lazy_pattern
from sitegen.plugins.values import Words

_SHORTCODE = lazy_pattern("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class NoOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The options of a plugin that has none."""


def check_options(options: Any) -> None:
    """Refuse what is no Struct that a site can set, or leave alone."""
    from sitegen.border.convert import reader_for

    if not (isinstance(options, type) and issubclass(options, msgspec.Struct)):
        raise TypeError("options= is a msgspec.Struct")
    hints = typing.get_type_hints(options, include_extras=True)
    for field in msgspec.structs.fields(options):
        if field.required:
            raise TypeError(f"the option `{field.name}` needs a default")
        try:
            reader_for(hints[field.name])
        except (KeyError, TypeError, IndexError):
            told = "str, int, float, bool, Literal, tuple, dict or Struct"
            raise TypeError(f"the option `{field.name}` is to be {told}") from None


def check_texts(templates: Mapping[str, Any], words: Words) -> None:
    """Refuse templates and words that are no texts by name."""
    if not all(isinstance(text, str) for pair in templates.items() for text in pair):
        raise TypeError("templates= is a mapping of names to texts")
    for texts in words.values():
        if not isinstance(texts, Mapping) or not all(
            isinstance(text, str) for pair in texts.items() for text in pair
        ):
            raise TypeError("words= is a mapping of languages to mappings of texts")


def check_first(function: Callable[..., Any], name: str) -> None:
    """Refuse a function that takes no first argument."""
    if not inspect.signature(function).parameters:
        raise TypeError(f"{function.__name__}() needs `{name}` as its first argument")


def check_shortcode(name: str) -> None:
    """Refuse a name that authors could not write."""
    if not _SHORTCODE.fullmatch(name):
        raise TypeError(f"a shortcode is called by small letters without accents, not `{name}`")
