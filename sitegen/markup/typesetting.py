"""What authors and webmasters wrote under keys, with the spaces of French typography."""

import typing
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Annotated, Any, TypeVar

import msgspec

from sitegen.markup.typography import space_french
from sitegen.model import Prose

S = TypeVar("S", bound=msgspec.Struct)
_space = lru_cache(maxsize=4096)(space_french)
"""The same tags, people and places stand above many documents."""


def typeset(struct: S) -> S:
    """Return *struct* with French spaces in every field of type `Prose`, at any depth."""
    values = {}
    for name, is_prose in _fields_with_prose(type(struct)):
        value = getattr(struct, name)
        if value and (spaced := _typeset(value, is_prose=is_prose)) != value:
            values[name] = spaced
    return msgspec.structs.replace(struct, **values) if values else struct


def _typeset(value: Any, *, is_prose: bool) -> Any:
    if isinstance(value, str):
        return _space(value) if is_prose else value
    if isinstance(value, msgspec.Struct):
        return typeset(value)
    if isinstance(value, tuple):
        return tuple([_typeset(part, is_prose=is_prose) for part in value])
    if isinstance(value, dict):
        return {name: _typeset(part, is_prose=is_prose) for name, part in value.items()}
    return value


@cache
def _fields_with_prose(struct: type[msgspec.Struct]) -> tuple[tuple[str, bool], ...]:
    """Return the fields that hold prose, and whether a plain text in it is some."""
    hints = typing.get_type_hints(struct, include_extras=True)
    fields = ((name, _is_prose(hint), _structs(hint)) for name, hint in hints.items())
    return tuple(
        (name, is_prose)
        for name, is_prose, structs in fields
        if is_prose or any(_fields_with_prose(struct) for struct in structs)
    )


def _is_prose(hint: Any) -> bool:
    if typing.get_origin(hint) is Annotated:
        return bool(hint == Prose)
    return any(_is_prose(argument) for argument in typing.get_args(hint))


def _structs(hint: Any) -> list[type[msgspec.Struct]]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return [hint]
    return [struct for part in typing.get_args(hint) for struct in _structs(part)]


def prose_of(struct: msgspec.Struct, above: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of type `Prose` in *struct*, at any depth, after its key: `image.caption`,
    `tags.0`.
    """
    for name, is_prose in _fields_with_prose(type(struct)):
        yield from _prose(getattr(struct, name), f"{above}{name}", is_prose=is_prose)


def _prose(value: Any, key: str, *, is_prose: bool) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if value and is_prose:
            yield key, value
    elif isinstance(value, msgspec.Struct):
        yield from prose_of(value, f"{key}.")
    elif isinstance(value, (tuple, dict)):
        named = value.items() if isinstance(value, dict) else enumerate(value)
        for name, part in named:
            yield from _prose(part, f"{key}.{name}", is_prose=is_prose)
