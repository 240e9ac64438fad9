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

from sitegen.border.addresses import SCHEMES
from sitegen.border.coordinates import coordinates, read_coordinates
from sitegen.border.moments import hour_beside, is_hour_alone, parse_moment
from sitegen.border.scalars import (
    choice_reader,
    plain_scalar,
    read_boolean,
    read_focus,
    read_integer,
    read_link,
    read_moment,
    read_number,
    read_prose,
    read_text,
    runs_as_code,
    scalar,
    uncurled,
)
from sitegen.border.suggestions import nearest_key
from sitegen.border.yaml_nodes import is_null
from sitegen.border.yaml_notes import INVALID, Reader, YamlNotes
from sitegen.model import Focus, Link, Moment, Prose
from sitegen.wording.excerpts import excerpt

S = TypeVar("S", bound=msgspec.Struct)
_HASHTAG = re.compile(r"#(?!(?:[\da-f]{3}){1,2}\b)\w", re.IGNORECASE)
"""`tags: #eau` is a key without a value to YAML. A comment has a space after its sign; colours are
told where one is wanted."""
_SEVERAL = re.compile(r"[,;](?:\s|(?=[^\W\d]))|^[•·▪‣–—]\s")
"""What tells that several values were written as one: `eau, air`, `eau;air`, `• eau`."""


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
        return _coordinates_reader
    if origin is tuple:
        return _tuple_reader(reader_for(arguments[0]), arguments[0] in (str, Prose, int, Moment))
    if origin is dict:
        return _dict_reader(reader_for(arguments[1]), arguments[1])
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
        Any: _read_anything,
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


def _read_struct(notes: YamlNotes, node: yaml.Node, key: str, struct: type[S]) -> Any:
    fields = _fields(struct)
    if not isinstance(node, yaml.MappingNode):
        shorthand = getattr(struct, "shorthand", None)
        if shorthand and isinstance(node, yaml.ScalarNode):
            value = fields[shorthand].read(notes, node, key)
            return value if value is INVALID else struct(**{fields[shorthand].name: value})
        code = "expected-mapping" if key else "expected-keys"
        return notes.refuse(node, code, key=key, keys=", ".join(fields))
    values: dict[str, Any] = {}
    seen: set[str] = set()
    is_valid = True
    gives_day = hasattr(struct, "from_first")
    for name, name_node, value_node in _pairs(notes, node, seen):
        field = fields.get(name)
        if field is None and _is_cut(node, name_node, value_node):
            is_valid = False
            notes.refuse(name_node, "flow-comma", text=name)
            continue
        if field is None and name in (refused := getattr(struct, "refused", {})):
            is_valid = False
            notes.refuse(name_node, refused[name], key=f"{key}.{name}")
            continue
        if field is None:
            is_open = getattr(struct, "is_open", False)
            is_valid = is_valid and is_open
            near, known = nearest_key(name, fields), ", ".join(fields)
            code = ("unread-key" if is_open else "unknown-key") + ("-near" if near else "")
            notes.refuse(name_node, code, key=name, suggestion=near, keys=known)
            continue
        path = f"{key}.{name}" if key else name
        if path.count(".") < notes.deepest:
            notes.marks[path] = notes.place(value_node)
        if is_null(value_node):
            hashtag = notes.rest_of_line(value_node).strip()
            if _HASHTAG.match(hashtag):
                notes.refuse(value_node, "comment-in-text", key=path, comment=hashtag)
                is_valid = False
            elif name in getattr(struct, "never_empty", ()):
                notes.refuse(value_node, "empty-key", key=path)
                is_valid = False
                continue
            seen.discard(name)  # `summary:` with nothing behind it is a key not given
            continue
        if name in getattr(struct, "never_empty", ()) and _is_blank(value_node):
            notes.refuse(value_node, "empty-key", key=path)
            is_valid = False
            continue
        if name in getattr(struct, "never_blank", ()) and scalar(value_node) == "":
            notes.refuse(value_node, "address-empty", key=path)
            is_valid = False
            continue
        value = _hour_beside(notes, name, node, struct)
        if value is None:
            if gives_day:
                notes.day_around = _day_of(node)
            value = field.read(notes, value_node, path)
        if value is INVALID:
            is_valid = False
        else:
            values[field.name] = value
    for name, source in getattr(struct, "from_first", {}).items():
        if name not in seen and (written := values.get(source)):
            seen.add(name)
            values[name] = getattr(written[0], name)
        elif is_valid is False and source in seen:
            seen.add(name)  # what is wrong with it is told there
    for name, field in fields.items():
        if field.is_required and name not in seen:
            is_valid = False
            lacking = getattr(struct, "lacking", {})
            notes.lack(node, f"{key}.{name}" if key else name, lacking.get(name, ""))
    if not key:
        notes.sound = values
    if "/start" in getattr(struct, "hours_beside", {}).get("start", ()) and "start" in values:
        notes.day_around = values["start"]
    return struct(**values) if is_valid else INVALID


def _is_blank(node: yaml.Node) -> bool:
    """Whether nothing can be seen behind a key: `""`, a space in quotes, or one that is joined."""
    return isinstance(node, yaml.ScalarNode) and not scalar(node)


def _hour_beside(notes: YamlNotes, name: str, node: yaml.MappingNode, struct: type[S]) -> Any:
    """Return the moment that an hour alone (`end: 16:00`) means beside another key of *node*.

    None where the key *name* holds something else; `INVALID` where that other key is missing or
    wrong, which is told there. `/start` is the day of what was read before in the same list, else
    that of the mapping around it; where there is none, the hour is told as any wrong date.
    """
    hours = getattr(struct, "hours_beside", {})
    if name not in hours:
        return None
    written = {key.value: scalar(value) for key, value in node.value}
    if not is_hour_alone(written[name]):
        return None
    if "/start" in hours[name]:
        if notes.day_around is not None:
            written["/start"] = notes.day_around.date.isoformat()
        elif name == "start":
            return None
    return _moment_at(name, written, hours) or INVALID


def _day_of(node: yaml.MappingNode) -> Moment | None:
    """Return the moment under `start` of *node*; else that of the first of its `times`."""
    for name, value in node.value:
        if name.value == "start":
            return _moment_at("start", {"start": scalar(value)}, {})
    for name, value in node.value:
        if name.value == "times" and isinstance(value, yaml.SequenceNode | yaml.MappingNode):
            first = (
                value.value[0] if isinstance(value, yaml.SequenceNode) and value.value else value
            )
            return _day_of(first) if isinstance(first, yaml.MappingNode) else None
    return None


def _moment_at(
    name: str, written: dict[str, str], hours: dict[str, tuple[str, ...]]
) -> Moment | None:
    try:
        return parse_moment(written.get(name, ""))
    except ValueError:
        bases = (_moment_at(other, written, hours) for other in hours.get(name, ()))
        base = next(filter(None, bases), None)
        return base and hour_beside(written.get(name, ""), base, is_end=name == "end")


def _is_cut(node: yaml.MappingNode, name_node: yaml.Node, value_node: yaml.Node) -> bool:
    """Whether a key without a colon is the rest of a text: `{alt: Une salle, vue du fond}`."""
    has_no_colon = value_node.start_mark.index == name_node.end_mark.index
    return bool(node.flow_style) and has_no_colon and node.value[0][0] is not name_node


def _pairs(
    notes: YamlNotes, node: yaml.MappingNode, seen: set[str]
) -> typing.Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Yield the keys and values of *node*; a key that stands twice is an error."""
    for name_node, value_node in node.value:
        if not isinstance(name_node, yaml.ScalarNode):
            notes.refuse(name_node, "expected-key")
        elif name_node.value in seen:
            notes.refuse(name_node, "duplicate-key", key=name_node.value)
        else:
            seen.add(name_node.value)
            yield name_node.value, name_node, value_node


def _tuple_reader(read_one: Reader, has_plain_values: bool) -> Reader:
    def read(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            # `tags: label` is a list of one; `"Pêche, chasse"` too, since it is in quotes.
            if (
                has_plain_values
                and not getattr(node, "style", "")
                and _SEVERAL.search(scalar(node))
            ):
                return notes.refuse(node, "list-wanted", key=key, value=excerpt(scalar(node), 40))
            notes.marks[f"{key}.0"] = notes.place(node)
            value = read_one(notes, node, key)
            return value if value is INVALID else (value,)
        values = []
        for position, child in enumerate(node.value):
            path = f"{key}.{position}"
            notes.marks[path] = notes.place(child)
            values.append(read_one(notes, child, path))
        return INVALID if INVALID in values else tuple(values)

    return read


def _coordinates_reader(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    """Read latitude and longitude: `[47.39, 0.68]`, or `47.39, 0.68` as maps give it."""
    if isinstance(node, yaml.SequenceNode):
        values = _tuple_reader(read_number, has_plain_values=False)(notes, node, key)
        point = values if values is INVALID else coordinates(values)
    else:
        point = read_coordinates(scalar(node))
    if point is None:
        shown = excerpt(notes.written(node), 40)
        return notes.refuse(node, "bad-coordinates", key=key, value=shown)
    return point


def _dict_reader(read_one: Reader, annotation: Any) -> Reader:
    """Read a mapping of *annotation*; a name with nothing behind it has all defaults."""
    is_struct = isinstance(annotation, type) and issubclass(annotation, msgspec.Struct)
    has_defaults = is_struct and not any(
        field.is_required for field in _fields(annotation).values()
    )

    def read_value(notes: YamlNotes, node: yaml.Node, path: str) -> Any:
        if not is_null(node) or (is_struct and not has_defaults):
            return read_one(notes, node, path)
        if has_defaults:
            return annotation()
        return () if typing.get_origin(annotation) is tuple else None

    def read(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return notes.refuse(node, "expected-mapping", key=key, keys="names that you choose")
        values = {}
        for name, _, child in _pairs(notes, node, set()):
            path = f"{key}.{name}" if key else name
            notes.marks[path] = notes.place(child)
            values[name] = read_value(notes, child, path)
        return INVALID if INVALID in values.values() else values

    return read


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


def _read_anything(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    """Read what a site keeps under `extra`: text, numbers, true/false, lists, mappings."""
    if isinstance(node, yaml.MappingNode):
        return {
            name: _read_anything(notes, child, f"{key}.{name}")
            for name, _, child in _pairs(notes, node, set())
        }
    if isinstance(node, yaml.SequenceNode):
        return [_read_anything(notes, child, key) for child in node.value]
    value = plain_scalar(node)
    if isinstance(value, str) and runs_as_code(value, key.rpartition(".")[2]):
        notes.refuse(node, "unsafe-link", url=excerpt(value), known=", ".join(SCHEMES))
        return None
    return value
