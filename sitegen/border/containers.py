"""Lists and mappings of YAML become tuples and dicts; what stands in them is read by others."""

from collections.abc import Iterator
from typing import Any

import yaml

from sitegen.border.addresses import SCHEMES
from sitegen.border.coordinates import coordinates, read_coordinates
from sitegen.border.scalars import plain_scalar, read_number, runs_as_code, scalar
from sitegen.border.yaml_nodes import is_null
from sitegen.border.yaml_notes import INVALID, Reader, YamlNotes
from sitegen.patterns import lazy_pattern
from sitegen.wording.excerpts import excerpt

_SEVERAL = lazy_pattern(r"[,;](?:\s|(?=[^\W\d]))|^[•·▪‣–—]\s")
"""What tells that several values were written as one: `eau, air`, `eau;air`, `• eau`."""


def pairs(
    notes: YamlNotes, node: yaml.MappingNode, seen: set[str]
) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Yield the keys and values of *node*; a key that stands twice is an error."""
    for name_node, value_node in node.value:
        if not isinstance(name_node, yaml.ScalarNode):
            notes.refuse(name_node, "expected-key")
        elif name_node.value in seen:
            notes.refuse(name_node, "duplicate-key", key=name_node.value)
        else:
            seen.add(name_node.value)
            yield name_node.value, name_node, value_node


def list_reader(read_one: Reader, has_plain_values: bool) -> Reader:
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
        if INVALID not in values:
            return tuple(values)
        known = [notes.in_part.get(f"{key}.{at}", value) for at, value in enumerate(values)]
        if INVALID not in known:
            notes.in_part[key] = tuple(known)
        return INVALID

    return read


def read_point(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    """Read latitude and longitude: `[47.39, 0.68]`, or `47.39, 0.68` as maps give it."""
    if isinstance(node, yaml.SequenceNode):
        values = list_reader(read_number, has_plain_values=False)(notes, node, key)
        point = values if values is INVALID else coordinates(values)
    else:
        point = read_coordinates(scalar(node))
    if point is None:
        shown = excerpt(notes.written(node), 40)
        return notes.refuse(node, "bad-coordinates", key=key, value=shown)
    return point


NOT_GIVEN = object()
"""What stands for a value that was not written, where a name without one counts for nothing."""


def mapping_reader(read_one: Reader, has_empty: bool, empty: Any) -> Reader:
    """Read a mapping; a name with nothing behind it has the value *empty*, if it *has_empty*, and
    is left out if that is `NOT_GIVEN`.
    """

    def read_value(notes: YamlNotes, node: yaml.Node, path: str) -> Any:
        return empty if has_empty and is_null(node) else read_one(notes, node, path)

    def read(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return notes.refuse(node, "expected-mapping", key=key, keys="names that you choose")
        values = {}
        for name, _, child in pairs(notes, node, set()):
            path = f"{key}.{name}" if key else name
            notes.marks[path] = notes.place(child)
            value = read_value(notes, child, path)
            if value is not NOT_GIVEN:
                values[name] = value
        return INVALID if INVALID in values.values() else values

    return read


def read_anything(notes: YamlNotes, node: yaml.Node, key: str) -> Any:
    """Read what a site keeps under `extra`: text, numbers, true/false, lists, mappings."""
    if isinstance(node, yaml.MappingNode):
        return {
            name: read_anything(notes, child, f"{key}.{name}")
            for name, _, child in pairs(notes, node, set())
        }
    if isinstance(node, yaml.SequenceNode):
        return [read_anything(notes, child, key) for child in node.value]
    value = plain_scalar(node)
    if isinstance(value, str) and runs_as_code(value, key.rpartition(".")[2]):
        notes.refuse(node, "unsafe-link", url=excerpt(value), known=", ".join(SCHEMES))
        return None
    return value
