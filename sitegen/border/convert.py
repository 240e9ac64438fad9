"""YAML nodes become typed values; every error keeps its line and column.

The types are those of `msgspec.Struct` classes: text, numbers, booleans, `Moment`, choices
(`Literal`), tuples, mappings and other structs. A plain word is text as its author wrote it: `no`,
`14:30` and `1.10` stay what they are.
"""

import re
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

import msgspec
import yaml

from sitegen.border.addresses import (
    SCHEMES,
    encode_address,
    forbidden_scheme,
    is_address,
    names_elsewhere,
    runs_code,
)
from sitegen.border.meant_dates import meant_moment
from sitegen.border.moments import parse_moment
from sitegen.border.suggestions import nearest, nearest_key
from sitegen.border.yaml_nodes import is_null
from sitegen.errors import Diagnostic
from sitegen.model import Focus, Moment

S = TypeVar("S", bound=msgspec.Struct)
Reader = Callable[["Converter", yaml.Node, str], Any]
_BOOLEANS = {"true": True, "yes": True, "on": True, "oui": True}
_BOOLEANS |= {"false": False, "no": False, "off": False, "non": False}
_NULLS = ("", "~", "null", "Null", "NULL")
_HASHTAG = re.compile(r"#(?!(?:[\da-f]{3}){1,2}\b)\w", re.IGNORECASE)
"""`tags: #eau` is a key without a value to YAML. A comment has a space after its sign; colours are
told where one is wanted."""
_SEVERAL = re.compile(r"[,;](?:\s|(?=[^\W\d]))|^[•·▪‣–—]\s")
"""What tells that several values were written as one: `eau, air`, `eau;air`, `• eau`."""
_NAMES_ADDRESS = re.compile(r"(?:^|[_-])(?:url|uri|href|link|address)s?$")
_CODE = re.compile(r"\s*(?:java|vb)script:\S", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})")
_LONE_SURROGATE = re.compile("[\\ud800-\\udfff]")


class _Invalid:
    """The value of a node that was refused; its diagnostic is already noted."""


INVALID = _Invalid()


class Converter:
    """Converts the nodes of one YAML text, noting diagnostics and where each key stands."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.diagnostics: list[Diagnostic] = []
        self.marks: dict[str, tuple[int, int]] = {}
        """Key path (`image`, `events.1`) to line and column, for what is found wrong later."""

    def refuse(self, node: yaml.Node, code: str, **values: str) -> _Invalid:
        line, column = self.place(node)
        self.diagnostics.append(Diagnostic(code, self.path, line, column, values))
        return INVALID

    def place(self, node: yaml.Node) -> tuple[int, int]:
        return self.first_line + node.start_mark.line, node.start_mark.column + 1

    def written(self, node: yaml.Node) -> str:
        """Return *node* as it stands in the file, its first line."""
        return self.text[node.start_mark.index : node.end_mark.index].split("\n")[0].strip()

    def rest_of_line(self, node: yaml.Node) -> str:
        """Return what stands behind *node* in its line."""
        return self.text[node.end_mark.index : node.end_mark.index + 40].split("\n")[0]

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
        return _read_link
    if origin in (types.UnionType, typing.Union):
        return _union_reader(arguments)
    if origin is tuple and arguments[0] is float:
        return _coordinates_reader
    if origin is tuple:
        return _tuple_reader(reader_for(arguments[0]), arguments[0] in (str, int, Moment))
    if origin is dict:
        return _dict_reader(reader_for(arguments[1]), arguments[1])
    if origin is Literal:
        return _choice_reader(arguments)
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        if annotation is Moment:
            return _read_moment
        if annotation is Focus:
            return _read_focus
        return lambda converter, node, key: _read_struct(converter, node, key, annotation)
    simple: dict[Any, Reader] = {
        str: _read_text,
        bool: _read_boolean,
        int: _read_integer,
        float: _read_number,
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


def _read_struct(converter: Converter, node: yaml.Node, key: str, struct: type[S]) -> Any:
    fields = _fields(struct)
    if not isinstance(node, yaml.MappingNode):
        shorthand = getattr(struct, "shorthand", None)
        if shorthand and isinstance(node, yaml.ScalarNode):
            value = fields[shorthand].read(converter, node, key)
            return value if value is INVALID else struct(**{fields[shorthand].name: value})
        code = "expected-mapping" if key else "expected-keys"
        return converter.refuse(node, code, key=key, keys=", ".join(fields))
    values: dict[str, Any] = {}
    seen: set[str] = set()
    is_valid = True
    for name, name_node, value_node in _pairs(converter, node, seen):
        field = fields.get(name)
        if field is None:
            is_valid = False
            near, known = nearest_key(name, fields), ", ".join(fields)
            code = "unknown-key-near" if near else "unknown-key"
            converter.refuse(name_node, code, key=name, suggestion=near, keys=known)
            continue
        path = f"{key}.{name}" if key else name
        if path.count(".") < 2:
            converter.marks[path] = converter.place(value_node)
        if is_null(value_node):
            hashtag = converter.rest_of_line(value_node).strip()
            if _HASHTAG.match(hashtag):
                converter.refuse(value_node, "comment-in-text", key=path, comment=hashtag)
                is_valid = False
            seen.discard(name)  # `summary:` with nothing behind it is a key not given
            continue
        value = field.read(converter, value_node, path)
        if value is INVALID:
            is_valid = False
        else:
            values[field.name] = value
    for name, field in fields.items():
        if field.is_required and name not in seen:
            is_valid = False
            converter.refuse(node, "missing-key", key=f"{key}.{name}" if key else name)
    return struct(**values) if is_valid else INVALID


def _pairs(
    converter: Converter, node: yaml.MappingNode, seen: set[str]
) -> typing.Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Yield the keys and values of *node*; a key that stands twice is an error."""
    for name_node, value_node in node.value:
        if not isinstance(name_node, yaml.ScalarNode):
            converter.refuse(name_node, "expected-key")
        elif name_node.value in seen:
            converter.refuse(name_node, "duplicate-key", key=name_node.value)
        else:
            seen.add(name_node.value)
            yield name_node.value, name_node, value_node


def _read_text(converter: Converter, node: yaml.Node, key: str) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        if isinstance(node, yaml.MappingNode) and node.flow_style:
            return converter.refuse(node, "expected-text-braces", key=key)
        return converter.refuse(node, "expected-text", key=key)
    value: str = node.value
    if not node.style:
        rest = converter.rest_of_line(node)
        if rest.lstrip(" \t").startswith("#") and rest[:1] in " \t":
            return converter.refuse(node, "comment-in-text", key=key, comment=rest.strip())
    if _LONE_SURROGATE.search(value):
        return converter.refuse(node, "lone-surrogate", key=key)
    return value.strip()


def _read_link(converter: Converter, node: yaml.Node, key: str) -> Any:
    value = _read_text(converter, node, key)
    if value is INVALID:
        return value
    is_image = key.endswith(("image", "src"))
    if forbidden_scheme(value, is_image=is_image):
        return converter.refuse(node, "unsafe-link", url=value[:60], known=", ".join(SCHEMES))
    if not is_address(value):
        return converter.refuse(node, "bad-web-address", url=value[:60])
    is_path = is_image and not names_elsewhere(value)
    return value if is_path else encode_address(value)


def _read_boolean(converter: Converter, node: yaml.Node, key: str) -> Any:
    value = _BOOLEANS.get(_scalar(node).casefold())
    return converter.refuse(node, "expected-boolean", key=key) if value is None else value


def _read_integer(converter: Converter, node: yaml.Node, key: str) -> Any:
    text = _scalar(node)
    if len(text) > 18 or not text.lstrip("+-").isdecimal():
        return converter.refuse(node, "expected-integer", key=key)
    return int(text)


def _read_number(converter: Converter, node: yaml.Node, key: str) -> Any:
    text = _scalar(node)
    if not _NUMBER.fullmatch(text) or not text.isascii():  # no `nan`, no `1_000`
        return converter.refuse(node, "expected-number", key=key)
    return float(text)


def _read_moment(converter: Converter, node: yaml.Node, key: str) -> Any:
    text = _scalar(node)
    try:
        return parse_moment(text)
    except ValueError as error:
        shown = (text or converter.written(node))[:40]
        meant = meant_moment(text)
        if meant and meant != text.strip():
            return converter.refuse(node, "bad-date-near", key=key, value=shown, suggestion=meant)
        return converter.refuse(node, "bad-date", key=key, value=shown, reason=str(error))


def _read_focus(converter: Converter, node: yaml.Node, key: str) -> Any:
    try:
        return Focus.read(_scalar(node))
    except ValueError:
        return converter.refuse(node, "bad-focus", key=key, value=_scalar(node)[:40])


def _scalar(node: yaml.Node) -> str:
    return node.value.strip() if isinstance(node, yaml.ScalarNode) else ""


def _choice_reader(choices: tuple[str, ...]) -> Reader:
    def read(converter: Converter, node: yaml.Node, key: str) -> Any:
        text = _scalar(node)
        if text in choices:
            return text
        near, allowed = nearest(text, choices), ", ".join(filter(None, choices))
        code = "unknown-choice-near" if near else "unknown-choice"
        return converter.refuse(node, code, key=key, value=text, suggestion=near, choices=allowed)

    return read


def _tuple_reader(read_one: Reader, has_plain_values: bool) -> Reader:
    def read(converter: Converter, node: yaml.Node, key: str) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            # `tags: label` is a list of one; `"Pêche, chasse"` too, since it is in quotes.
            if (
                has_plain_values
                and not getattr(node, "style", "")
                and _SEVERAL.search(_scalar(node))
            ):
                return converter.refuse(node, "list-wanted", key=key, value=_scalar(node)[:40])
            value = read_one(converter, node, key)
            return value if value is INVALID else (value,)
        values = []
        for position, child in enumerate(node.value):
            path = f"{key}.{position}"
            converter.marks[path] = converter.place(child)
            values.append(read_one(converter, child, path))
        return INVALID if INVALID in values else tuple(values)

    return read


def _coordinates_reader(converter: Converter, node: yaml.Node, key: str) -> Any:
    """Read latitude and longitude: two numbers, or `[47,39, 0,68]` would be four."""
    read = _tuple_reader(_read_number, has_plain_values=False)
    values: Any = read(converter, node, key) if isinstance(node, yaml.SequenceNode) else ()
    if values is INVALID:
        return values
    if len(values) != 2 or abs(values[0]) > 90 or abs(values[1]) > 180:
        shown = converter.written(node)[:40]
        return converter.refuse(node, "bad-coordinates", key=key, value=shown)
    return values


def _dict_reader(read_one: Reader, annotation: Any) -> Reader:
    """Read a mapping of *annotation*; a name with nothing behind it has all defaults."""
    is_struct = isinstance(annotation, type) and issubclass(annotation, msgspec.Struct)
    has_defaults = is_struct and not any(one.is_required for one in _fields(annotation).values())

    def read_value(converter: Converter, node: yaml.Node, path: str) -> Any:
        if not is_null(node) or (is_struct and not has_defaults):
            return read_one(converter, node, path)
        if has_defaults:
            return annotation()
        return () if typing.get_origin(annotation) is tuple else None

    def read(converter: Converter, node: yaml.Node, key: str) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return converter.refuse(node, "expected-mapping", key=key, keys="names that you choose")
        values = {}
        for name, _, child in _pairs(converter, node, set()):
            path = f"{key}.{name}"
            converter.marks[path] = converter.place(child)
            values[name] = read_value(converter, child, path)
        return INVALID if INVALID in values.values() else values

    return read


def _union_reader(members: tuple[Any, ...]) -> Reader:
    """Read `Struct | str | None`: a mapping is the struct, a word is text, nothing is None."""
    kinds = [member for member in members if member is not type(None)]
    if len(kinds) == 1:
        return reader_for(kinds[0])
    structs = [kind for kind in kinds if kind is not str]
    read_mapping = reader_for(structs[0])

    def read(converter: Converter, node: yaml.Node, key: str) -> Any:
        is_mapping = isinstance(node, yaml.MappingNode)
        return (read_mapping if is_mapping else _read_text)(converter, node, key)

    return read


def _read_anything(converter: Converter, node: yaml.Node, key: str) -> Any:
    """Read what a site keeps under `extra`: text, numbers, true/false, lists, mappings."""
    if isinstance(node, yaml.MappingNode):
        return {
            name: _read_anything(converter, child, f"{key}.{name}")
            for name, _, child in _pairs(converter, node, set())
        }
    if isinstance(node, yaml.SequenceNode):
        return [_read_anything(converter, child, key) for child in node.value]
    value = _plain_scalar(node)
    if isinstance(value, str) and _runs_code(value, key.rpartition(".")[2]):
        converter.refuse(node, "unsafe-link", url=value[:60], known=", ".join(SCHEMES))
        return None
    return value


def _runs_code(value: str, name: str) -> bool:
    """Whether *value* is an address that would run what stands in it, under a key called *name*.

    Nobody says which texts a theme makes links of: `javascript:…` is one under any key, unless a
    space follows (« JavaScript : le guide »), `data:…` where the key calls it one.
    """
    scheme = forbidden_scheme(value)
    is_called_address = _NAMES_ADDRESS.search(name) is not None
    return runs_code(scheme) and (is_called_address or _CODE.match(value) is not None)


def _plain_scalar(node: Any) -> str | bool | int | float | None:
    """Return a scalar by YAML 1.2's core schema: what is quoted, `no` and `14:30` are text."""
    text: str = node.value
    if node.style:
        return text
    if text in _NULLS:
        return None
    if text in ("true", "false"):
        return text == "true"
    digits = text[1:] if text[:1] in ("+", "-") else text
    if digits.isdecimal() and digits.isascii() and len(digits) < 16:
        # A leading zero is part of a name: a postcode, a phone number.
        return int(text) if digits == "0" or digits[0] != "0" else text
    whole, dot, fraction = digits.partition(".")
    if dot and whole.isdecimal() and fraction.isdecimal() and len(digits) < 30:
        return float(text)
    return text
