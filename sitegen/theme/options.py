"""The options that a theme declares: what a site may write for each, and what it wrote."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
import yaml

from sitegen.border.colours import parse_colour
from sitegen.border.convert import Converter, reader_for
from sitegen.border.schema import value_schema
from sitegen.border.suggestions import nearest_key
from sitegen.border.yaml_nodes import is_null
from sitegen.border.yaml_notes import INVALID
from sitegen.wording.excerpts import excerpt

OptionType = Literal["colour", "choice", "choices", "boolean", "text", "number", "file"]


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """What a site may write for one option, and its value where a site writes nothing."""

    type: OptionType
    default: Any
    choices: tuple[str, ...] = ()
    description: str = ""


def read_options(
    converter: Converter,
    node: yaml.Node | None,
    key: str,
    declared: Mapping[str, Option],
    theme: str,
) -> dict[str, Any]:
    """Return the value of each *declared* option: what *node* says under it, or its default.

    What is wrong is noted in *converter*, and where each value stands (`key.name` in its marks).
    """
    values = {name: option.default for name, option in declared.items()}
    if not isinstance(node, yaml.MappingNode):  # nothing, or noted when the file was converted
        return values
    for name_node, value_node in node.value:
        name = name_node.value
        option = declared.get(name) if isinstance(name, str) else None
        if option is None:
            if isinstance(name, str):
                near = nearest_key(name, declared)
                code = "unknown-option-near" if near else "unknown-option"
                known = ", ".join(declared) or "none"
                converter.refuse(
                    name_node, code, name=name, theme=theme, suggestion=near, known=known
                )
            continue
        converter.marks[f"{key}.{name}"] = converter.place(value_node)
        value = read_value(converter, value_node, f"{key}.{name}", option)
        if value is not INVALID and value is not None:
            values[name] = value
    return values


def read_value(converter: Converter, node: yaml.Node, key: str, option: Option) -> Any:
    """Return *node* as a value of *option*; None where nothing is written, INVALID if refused."""
    if is_null(node):
        comment = _rest_of_line(converter.text, node)
        if option.type == "colour" and comment.startswith("#"):
            return converter.refuse(node, "bad-colour", key=key, value=comment)
        return None
    if option.type == "colour":
        text = node.value if isinstance(node, yaml.ScalarNode) else ""
        colour = parse_colour(text)
        return colour or converter.refuse(node, "bad-colour", key=key, value=excerpt(text, 40))
    value = reader_for(_annotation(option))(converter, node, key)
    if option.type == "number" and value is not INVALID and value < 1:
        return converter.refuse(node, "expected-positive", key=key)
    if option.type != "choices" or value is INVALID:
        return value
    if twice := next((name for name in value if value.count(name) > 1), ""):
        return converter.refuse(node, "choice-twice", key=key, value=twice)
    return list(value)  # as a worker in another process reads it


def _annotation(option: Option) -> Any:
    """Return the type that the border reads for *option*."""
    one_of: Any = (
        Literal[*option.choices] if option.choices else str
    )  # names that a theme brings at run time
    if option.type == "choice":
        return one_of
    if option.type == "choices":
        return tuple[one_of, ...]
    return {"boolean": bool, "number": int}.get(option.type, str)


def _rest_of_line(text: str, node: yaml.Node) -> str:
    """Return what follows an empty value on its line: `#c2185b` without quotes is a comment."""
    return text[node.end_mark.index :].split("\n", 1)[0].strip().lstrip(":").strip()


def options_schema(declared: Mapping[str, Option]) -> dict[str, Any]:
    """Return JSON Schema of `theme_options`, for editors to complete what the theme knows."""
    properties = {}
    for name, option in declared.items():
        known = {"description": option.description, "default": option.default}
        properties[name] = value_schema(_annotation(option)) | known
        if option.type == "number":
            properties[name] |= {"minimum": 1}
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}
