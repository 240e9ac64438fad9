"""The keys of a struct, and how a word under each is read: what `usual_yaml` asks of a type."""

import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, NoReturn

import msgspec
import yaml

from sitegen.border.convert import reader_for
from sitegen.border.moments import parse_moment
from sitegen.border.scalars import one_line, read_link
from sitegen.border.yaml_notes import YamlNotes
from sitegen.model import Focus, Link, Moment, Prose
from sitegen.patterns import lazy_pattern
from sitegen.wording.phrases import Words

Scalar = Callable[[str, str], Any]
"""Gives what a text means under a key; raises `ValueError` where something is wrong with it."""

_USUAL_LINK = lazy_pattern(
    r"https?://[a-z0-9][a-z0-9-]{0,30}(?:\.[a-z0-9][a-z0-9-]{0,30})++(?:/[A-Za-z0-9/._~=&+,;?-]*+)?"
)
"""An address that is valid as it is: a host of usual steps, a path of usual signs."""


class UsualField(NamedTuple):
    """What may stand under one key."""

    name: str
    one: Scalar | None
    """How one word is read; None where keys alone may stand."""
    is_list: bool
    """Whether several words may stand there."""
    keys: "UsualKeys | None" = None
    """Those below it."""
    is_point: bool = False
    """Whether its words are latitude and longitude."""


class UsualKeys(NamedTuple):
    """What may stand in one mapping."""

    struct: type[msgspec.Struct]
    fields: dict[str, UsualField]
    """By the key as it is written."""
    required: frozenset[str]
    from_first: tuple[tuple[str, str], ...]
    """What is that of the first of a list where it is not written, with the list."""


@cache
def usual_keys(struct: type[msgspec.Struct]) -> UsualKeys:
    """Return what of a *struct*'s keys is read here; what is not stands for what is unusual."""
    hints = typing.get_type_hints(struct, include_extras=True)
    fields = msgspec.structs.fields(struct)
    found = ((field, _field(field.name, hints[field.name])) for field in fields)
    return UsualKeys(
        struct,
        {field.encode_name: read for field, read in found if read},
        frozenset(field.name for field in fields if field.required),
        tuple(getattr(struct, "from_first", {}).items()),
    )


def _field(name: str, hint: Any) -> UsualField | None:
    is_list = typing.get_origin(hint) is tuple
    is_union = typing.get_origin(hint) in (types.UnionType, typing.Union)
    kinds = typing.get_args(hint) if is_union or is_list else (hint,)
    scalars = [kind for kind in kinds if _is_scalar(kind)]
    structs = [kind for kind in kinds if _is_struct(kind)]
    if scalars and not structs:  # a tuple of numbers is a place on a map
        return UsualField(name, _scalar(scalars[0]), is_list, is_point=is_list and float in scalars)
    if len(structs) != 1:
        return None
    return UsualField(name, _word_of(structs[0], scalars), is_list, usual_keys(structs[0]))


def _is_scalar(kind: Any) -> bool:
    is_text = typing.get_origin(kind) in (Annotated, Literal)
    return is_text or kind in (str, bool, int, float, Moment, Focus)


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct) and not _is_scalar(kind)


def _word_of(struct: type[msgspec.Struct], scalars: list[Any]) -> Scalar | None:
    """Return how a word is read where keys may stand: as text, or as the shorthand of *struct*."""
    if scalars:
        return _scalar(scalars[0])
    shorthand = getattr(struct, "shorthand", None)
    field = usual_keys(struct).fields.get(shorthand or "")
    if field is None or field.one is None:
        return None
    read, name = field.one, field.name
    return lambda text, path: struct(**{name: read(text, path)})


def _scalar(kind: Any) -> Scalar:
    if kind == Prose:
        return one_line
    if kind is str:
        return lambda text, path: text
    if kind == Link:
        return _link
    if kind is Moment:
        return lambda text, path: parse_moment(text)
    read = reader_for(kind)
    return lambda text, path: read(_STRICT, yaml.ScalarNode("", text, style='"'), path)


def _link(text: str, path: str) -> str:
    if _USUAL_LINK.fullmatch(text):  # what follows changes nothing of it
        return text
    # In quotation marks nothing is asked about what stands beside the word.
    link: str = read_link(_STRICT, yaml.ScalarNode("", text, style='"'), path)
    return link


class _Strict(YamlNotes):
    """Notes nothing: what is wrong is told by the library's reading."""

    def refuse(self, node: yaml.Node, code: str, /, **values: Words) -> NoReturn:
        raise ValueError(code)


_STRICT = _Strict("", "", 0)
