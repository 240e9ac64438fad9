"""Every key of every form that people fill in, with values that its type refuses.

A form is a struct: the types decide what is wrong, so that a key which comes to one is tried too.
"""

import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

import msgspec

from sitegen.model import Focus, Link, Moment

LIST, MAPPING = "[a, b]", "{zzz: a}"
_WRONG: dict[Any, tuple[str, ...]] = {
    str: (LIST, MAPPING, "“a", "a #b"),
    bool: ("peut-être", "2", "[true]", "{true: yes}"),
    int: ("beaucoup", "1.5", "1e3", "[1]", MAPPING, "9" * 19),
    float: ("beaucoup", "1,5", "nan", "[1.5]", MAPPING),
    Moment: ("demain", "2026-02-30", "12", "[2026-01-05]", "{year: 2026}"),
    Focus: ("milieu", "130% 20%", "[30, 20]", "{x: 30}"),
    Any: (),
}
_RIGHT: dict[Any, str] = {str: "https://hub.example.org/", float: "1", Moment: "2026-01-05"}


class Try(NamedTuple):
    """A key with a value: the lines that lead to it, of which the last is the one in question."""

    key: str
    lines: tuple[str, ...]
    value: str

    @property
    def name(self) -> str:
        return f"{self.key}: {self.value}"


def wrong_values(struct: type[msgspec.Struct]) -> Iterator[Try]:
    """Yield each key of *struct*, and of the structs within, with each value that it refuses."""
    for key, lines, hint in _keys(struct):
        for value in dict.fromkeys(_wrong(hint)):
            yield Try(key, (*lines[:-1], f"{lines[-1]} {value}"), value)


def odd_values(struct: type[msgspec.Struct]) -> Iterator[Try]:
    """Yield each key of *struct*, and of the structs within, with values of its type, if odd."""
    for key, lines, hint in _keys(struct):
        for value in dict.fromkeys(_odd(hint)):
            yield Try(key, (*lines[:-1], f"{lines[-1]} {value}"), value)


def _keys(
    struct: type[msgspec.Struct], above: tuple[str, ...] = (), prefix: str = "", depth: int = 0
) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    hints = typing.get_type_hints(struct, include_extras=True)
    indent = "  " * depth
    fields = msgspec.structs.fields(struct)
    for field in fields:
        hint = hints[field.name]
        needed = tuple(
            f"{indent}{part.encode_name}: {_right(hints[part.name])}"
            for part in fields
            if part.required and part.name != field.name
        )
        name = f"{prefix}{field.encode_name}"
        lines = (*above, *needed, f"{indent}{field.encode_name}:")
        yield name, lines, hint
        for inner, opening, deeper in _within(hint, indent):
            yield from _keys(inner, (*lines, *opening), f"{name}.", depth + deeper)


def _within(hint: Any, indent: str) -> Iterator[tuple[type[msgspec.Struct], tuple[str, ...], int]]:
    """Yield the structs that stand below a key, what opens them, and how much deeper they are."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is dict:
        for inner, opening, deeper in _within(arguments[1], f"{indent}  "):
            yield inner, (f"{indent}  nom:", *opening), deeper + 1
    elif origin is tuple:
        for inner, opening, deeper in _within(arguments[0], f"{indent}  "):
            yield inner, (f"{indent}  -", *opening), deeper + 1
    elif origin in (typing.Union, types.UnionType):
        for argument in arguments:
            yield from _within(argument, indent)
    elif _is_mapping(hint):
        yield hint, (), 1


def _is_mapping(hint: Any) -> bool:
    is_struct = isinstance(hint, type) and issubclass(hint, msgspec.Struct)
    return is_struct and hint not in (Moment, Focus)


def _right(hint: Any) -> str:
    """Return a value that *hint* takes, for a key that has to be there."""
    if typing.get_origin(hint) is Annotated:
        return _right(typing.get_args(hint)[0])
    if typing.get_origin(hint) is Literal:
        return str(typing.get_args(hint)[0])
    if typing.get_origin(hint) is tuple:
        return _right(typing.get_args(hint)[0])
    if hasattr(hint, "shorthand"):
        return "mot"
    return _RIGHT[hint]


def _wrong(hint: Any) -> Iterator[str]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint == Link:
        yield "'https://['"
    if origin is Annotated:
        yield from _wrong(arguments[0])
    elif origin is Literal:
        yield from ("zzzz", LIST, MAPPING)
    elif origin is tuple and arguments[0] is float:
        yield from ("47.4", "47,4", "[47.4]", "[est, ouest]", "[147.4, 0.5]", MAPPING)
    elif origin is tuple:
        yield from (value for value in _wrong(arguments[0]) if not value.startswith("["))
        yield from (f"[{value}]" for value in _wrong(arguments[0]) if "#" not in value)
    elif origin is dict:
        yield from ("mot", LIST)
        yield from (f"{{nom: {value}}}" for value in _wrong(arguments[1]) if "#" not in value)
    elif origin in (typing.Union, types.UnionType):
        kinds = [argument for argument in arguments if argument is not type(None)]
        refused = [set(_wrong(kind)) for kind in kinds]
        yield from sorted(set.intersection(*refused))
    elif _is_mapping(hint):
        yield from (LIST, MAPPING)
        if not hasattr(hint, "shorthand"):
            yield "mot"
    else:
        yield from _WRONG[hint]


def _odd(hint: Any) -> Iterator[str]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        yield from _odd(arguments[0])
    elif origin is Literal:
        yield from (f"'{argument}'" for argument in arguments)
    elif origin is tuple and arguments[0] is float:
        yield from ("[90, 180]", "[-90.0, -180]")
    elif origin is tuple:
        yield "[]"
        yield from (f"[{value}, {value}]" for value in _odd(arguments[0]))
    elif origin in (typing.Union, types.UnionType):
        for argument in arguments:
            if argument is not type(None):
                yield from _odd(argument)
    elif origin is dict or _is_mapping(hint):
        yield "{}"
    else:
        yield from _ODD[hint]


_ODD: dict[Any, tuple[str, ...]] = {
    str: ("''", "'{0}'", "'%'", "..", "'a/'", "'#'", "'😀'", "zz-zz", "'a b'", "x" * 300),
    bool: ("oui", "off"),
    int: ("0", "-1", "+7", "9" * 18),
    float: ("0", "-0.5", "9" * 15, ".5"),
    Moment: ("1900-01-01", "2026-03-29 02:30", "2026-01-01T00:00:00Z"),
    Focus: ("0% 0%", "100% 100%"),
    Any: ("mot", "3", "[a, {b: c}]", "{}"),
}
