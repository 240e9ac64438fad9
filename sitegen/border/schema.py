"""The keys that authors may write as JSON Schema (draft 7), for editors to complete them.

It allows what `convert` reads: one value where a list may stand, a word where a mapping has a
shorthand, nothing at all. What editors cannot know (a weekday that does not match, a file that is
missing) is left to `sitegen check`. Draft 7 is the newest that language servers of YAML understand
whole; what is used of it means the same later.
"""

import ast
import inspect
import types
import typing
from functools import cache
from typing import Any, Literal

import msgspec

from sitegen.model import Focus, Moment

DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""A plain word; editors read `2027` as a number, sitegen as the text that it is."""
_SIMPLE: dict[Any, dict[str, Any]] = {
    str: _TEXT,
    bool: {"enum": [True, False, "oui", "non", "yes", "no", "on", "off"]},
    int: {"type": "integer"},
    float: {"type": "number"},
    Any: {},
    Moment: {
        "type": "string",
        "pattern": r"^\s*\S*\d",
        "description": "A date (2027-03-02), or a date and an hour (2027-03-02 09:30).",
    },
    Focus: {"type": "string", "pattern": r"^\s*\d{1,3}\s*%\s+\d{1,3}\s*%\s*$"},
}


def document_schema(struct: type[msgspec.Struct], title: str) -> dict[str, Any]:
    """Return the schema of a mapping with *struct*'s keys, with all that it refers to."""
    definitions: dict[str, Any] = {}
    schema = {"$schema": DIALECT, "title": title} | _keys(struct, definitions)
    return schema | {"definitions": dict(sorted(definitions.items()))}


def value_schema(hint: Any) -> dict[str, Any]:
    """Return the schema of one value of a plain type, or of none."""
    return _or_nothing(_schema(hint, {}), is_required=False)


def _keys(struct: type[msgspec.Struct], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(struct)
    descriptions = field_descriptions(struct)
    properties = {}
    for field in msgspec.structs.fields(struct):
        schema = _schema(hints[field.name], definitions)
        if field.name in getattr(struct, "hours_beside", {}):  # 17:00 is a number in YAML 1.1
            schema = {"anyOf": [schema, {"type": "integer", "minimum": 0, "maximum": 24 * 60}]}
        schema = _or_nothing(schema, is_required=field.required)
        if field.name in descriptions:
            if "$ref" in schema:  # beside which draft 7 reads nothing
                schema = {"allOf": [schema]}
            schema = schema | {"description": descriptions[field.name]}
        properties[field.encode_name] = schema
    elsewhere = getattr(struct, "from_first", {})
    either = [
        {"anyOf": [{"required": [field.name]}, {"required": [elsewhere[field.name]]}]}
        for field in msgspec.structs.fields(struct)
        if field.required and field.name in elsewhere
    ]
    return ({"allOf": either} if either else {}) | {
        "type": "object",
        "properties": properties,
        "required": [
            field.encode_name
            for field in msgspec.structs.fields(struct)
            if field.required and field.name not in elsewhere
        ],
        "additionalProperties": False,
    }


def _or_nothing(schema: dict[str, Any], *, is_required: bool) -> dict[str, Any]:
    """A key with nothing behind it is a key not given."""
    if is_required or not schema:
        return schema
    return {"anyOf": [schema, {"type": "null"}]}


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple and arguments[0] is float:
        numbers = {"type": "array", "items": _SIMPLE[float], "minItems": 2, "maxItems": 2}
        return {"anyOf": [{"type": "string", "pattern": r"^[\s\d.,;-]+$"}, numbers]}
    if origin is tuple:
        element = _schema(arguments[0], definitions)
        return {"anyOf": [element, {"type": "array", "items": element}]}
    if origin is dict:
        element = _or_nothing(_schema(arguments[1], definitions), is_required=False)
        return {"type": "object", "additionalProperties": element}
    if origin in (typing.Union, types.UnionType):
        kinds = [kind for kind in arguments if kind is not type(None)]
        schemas = [_schema(kind, definitions) for kind in kinds]
        return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    return _reference(hint, definitions)


def _reference(struct: type[msgspec.Struct], definitions: dict[str, Any]) -> dict[str, Any]:
    name = struct.__name__
    if name not in definitions:
        definitions[name] = {}  # one that refers to itself finds its name taken
        definitions[name] = _keys(struct, definitions)
    schema: dict[str, Any] = {"$ref": f"#/definitions/{name}"}
    return {"anyOf": [_TEXT, schema]} if hasattr(struct, "shorthand") else schema


@cache  # a module holds several, and to read it takes a hundredth of a second
def _classes(path: str) -> dict[str, ast.ClassDef]:
    """Return the classes of the module at *path*, by name."""
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


def field_descriptions(struct: type[msgspec.Struct] | type[tuple[Any, ...]]) -> dict[str, str]:
    """Return the texts under a struct's fields and those it inherits, as the source has them; also
    of a named tuple.
    """
    base = struct.__base__
    is_first = base in (None, msgspec.Struct, tuple)
    descriptions = {} if is_first or base is None else field_descriptions(base)
    body = _classes(inspect.getfile(struct))[struct.__name__]
    for field, text in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            descriptions[field.target.id] = " ".join(str(text.value.value).split())
    return descriptions
