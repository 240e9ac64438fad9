"""YAML nodes become typed values; every error keeps its line and column.

The types are those of `msgspec.Struct` classes: text, numbers, booleans, `Moment`, choices
(`Literal`), tuples, mappings and other structs. A plain word is text as its author wrote it: `no`,
`14:30` and `1.10` stay what they are.
"""

import re
import types
import typing
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

import msgspec
import yaml

from sitegen.border.containers import (
    NOT_GIVEN,
    list_reader,
    mapping_reader,
    pairs,
    read_anything,
    read_point,
)
from sitegen.border.hours import day_of, moment_of_hour
from sitegen.border.scalars import (
    choice_reader,
    read_boolean,
    read_focus,
    read_integer,
    read_link,
    read_moment,
    read_number,
    read_prose,
    read_text,
    scalar,
    uncurled,
)
from sitegen.border.unknown_keys import is_borne
from sitegen.border.yaml_nodes import is_null
from sitegen.border.yaml_notes import INVALID, Reader, YamlNotes
from sitegen.model import Focus, Link, Moment, Prose
from sitegen.patterns import lazy_pattern

S = TypeVar("S", bound=msgspec.Struct)
_HASHTAG = lazy_pattern(r"#(?!(?:[\da-f]{3}){1,2}\b)\w", re.IGNORECASE)
"""`tags: #eau` is a key without a value to YAML. A comment has a space after its sign; colours are
told where one is wanted."""


class Converter(YamlNotes):
    """Converts the nodes of one YAML text."""

    def convert(self, node: yaml.Node, struct: type[S]) -> S | None:
        """Return *node* as a *struct*, or None when it has errors (see `diagnostics`)."""
        value = _read_struct(self, node, "", struct)
        return None if value is INVALID or self.diagnostics else value


@cache
def reader_for(annotation: Any) -> Reader:
    """Return the function that reads a node as *annotation*."""
    origin = typing.get_origin(annotation)
    arguments = typing.get_args(annotation)
    if origin is Annotated:
        readers = {Link: read_link, Prose: read_prose}
        return next((read for kind, read in readers.items() if annotation == kind), read_text)
    if origin in (types.UnionType, typing.Union):
        return _union_reader(arguments)
    if origin is tuple and arguments[0] is float:
        return read_point
    if origin is tuple:
        return list_reader(reader_for(arguments[0]), arguments[0] in (str, Prose, int, Moment))
    if origin is dict:
        return mapping_reader(reader_for(arguments[1]), *_empty_of(arguments[1]))
    if origin is Literal:
        return uncurled(choice_reader(arguments))
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        if annotation is Moment:
            return read_moment
        if annotation is Focus:
            return uncurled(read_focus)
        return lambda notes, node, key: _read_struct(notes, node, key, annotation)
    simple: dict[Any, Reader] = {
        str: read_text,
        bool: uncurled(read_boolean),
        int: uncurled(read_integer),
        float: uncurled(read_number),
        Any: read_anything,
    }
    return simple[annotation]


class _Field(msgspec.Struct, frozen=True):
    name: str
    read: Reader
    is_required: bool


@cache
def _fields(struct: type[msgspec.Struct]) -> dict[str, _Field]:
    hints = typing.get_type_hints(struct, include_extras=True)
    return {
        field.encode_name: _Field(field.name, reader_for(hints[field.name]), field.required)
        for field in msgspec.structs.fields(struct)
    }


def _empty_of(annotation: Any) -> tuple[bool, Any]:
    """Return whether nothing can stand for a value of *annotation*, and what it stands for."""
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        has_defaults = not any(field.is_required for field in _fields(annotation).values())
        return has_defaults, annotation() if has_defaults else None
    if annotation in (str, Prose):
        return True, NOT_GIVEN
    return True, () if typing.get_origin(annotation) is tuple else None


def _read_struct(notes: YamlNotes, node: yaml.Node, key: str, struct: type[S]) -> Any:
    fields = _fields(struct)
    if not isinstance(node, yaml.MappingNode):
        return _read_shorthand(notes, node, key, struct)
    values: dict[str, Any] = {}
    seen: set[str] = set()
    is_valid = True
    for name, name_node, value_node in pairs(notes, node, seen):
        field = fields.get(name)
        if field is None:
            pair = (name_node, value_node)
            is_valid = is_borne(notes, node, key, pair, struct, fields) and is_valid
            continue
        path = f"{key}.{name}" if key else name
        if path.count(".") < notes.deepest:
            notes.marks[path] = notes.place(value_node)
        code, values_told = _what_is_empty(notes, name, value_node, struct)
        if code:
            is_valid = False
            notes.refuse(value_node, code, key=path, **values_told)
        if is_null(value_node) and code != "empty-key":
            seen.discard(name)  # `summary:` with nothing behind it is a key not given
        if code or is_null(value_node):
            continue
        value = moment_of_hour(notes, name, node, struct)
        if value is None:
            if hasattr(struct, "from_first"):
                notes.day_around = day_of(node)
            value = field.read(notes, value_node, path)
        if value is INVALID:
            is_valid = False
        else:
            values[field.name] = value
    _take_from_first(struct, values, seen, is_valid=is_valid)
    for name, field in fields.items():
        if field.is_required and name not in seen:
            is_valid = False
            lacking = getattr(struct, "lacking", {})
            notes.lack(node, f"{key}.{name}" if key else name, lacking.get(name, ""))
    if not key:
        notes.sound = {name: notes.in_part[name] for name in fields if name in notes.in_part}
        notes.sound |= values
    if "/start" in getattr(struct, "hours_beside", {}).get("start", ()) and "start" in values:
        notes.day_around = values["start"]
    if is_valid:
        return struct(**values)
    needed = {field.name for field in fields.values() if field.is_required}
    if getattr(struct, "is_looked_at_in_part", False) and needed <= values.keys():
        notes.in_part[key] = struct(**values)
    return INVALID


def _read_shorthand(notes: YamlNotes, node: yaml.Node, key: str, struct: type[S]) -> Any:
    """Read what stands where a mapping is wanted: a word, if that stands for one of its keys."""
    fields = _fields(struct)
    shorthand = getattr(struct, "shorthand", None)
    if shorthand and isinstance(node, yaml.ScalarNode):
        value = fields[shorthand].read(notes, node, key)
        return value if value is INVALID else struct(**{fields[shorthand].name: value})
    code = "expected-mapping" if key else "expected-keys"
    return notes.refuse(node, code, key=key, keys=", ".join(fields))


def _what_is_empty(
    notes: YamlNotes, name: str, node: yaml.Node, struct: type[S]
) -> tuple[str, dict[str, str]]:
    """Return code and values of what is wrong with a key behind which nothing is to be seen."""
    is_needed = name in getattr(struct, "never_empty", ())
    if is_null(node):
        hashtag = notes.rest_of_line(node).strip()
        if _HASHTAG.match(hashtag):
            return "comment-in-text", {"comment": hashtag}
        return ("empty-key" if is_needed else ""), {}
    if is_needed and _is_blank(node):
        return "empty-key", {}
    if name in getattr(struct, "never_blank", ()) and scalar(node) == "":
        return "address-empty", {}
    return "", {}


def _take_from_first(
    struct: type[S], values: dict[str, Any], seen: set[str], *, is_valid: bool
) -> None:
    """Add to *values* what *struct* takes from the first of a list (the start of its `times`)."""
    for name, source in getattr(struct, "from_first", {}).items():
        if name not in seen and (written := values.get(source)):
            seen.add(name)
            values[name] = getattr(written[0], name)
        elif not is_valid and source in seen:
            seen.add(name)  # what is wrong with it is told there


def _is_blank(node: yaml.Node) -> bool:
    """Whether nothing can be seen behind a key: `""`, a space in quotes, or one that is joined."""
    return isinstance(node, yaml.ScalarNode) and not scalar(node)


def _union_reader(members: tuple[Any, ...]) -> Reader:
    """Read `Struct | str | None`: a mapping is the struct, a word is text, nothing is None."""
    kinds = [member for member in members if member is not type(None)]
    if len(kinds) == 1:
        return reader_for(kinds[0])
    structs = [kind for kind in kinds if kind is not str]
    read_mapping = reader_for(structs[0])

    def read(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
        if isinstance(node, yaml.SequenceNode) and "." not in key:
            return notes.refuse(node, "one-wanted", key=key)
        is_mapping = not isinstance(node, yaml.ScalarNode)
        return (read_mapping if is_mapping else read_text)(notes, node, key)

    return read
