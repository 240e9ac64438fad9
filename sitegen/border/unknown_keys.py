"""Keys that are none of those which stand in a place: what is told of them."""

from collections.abc import Collection

import msgspec
import yaml

from sitegen.border.hiding import UNCLEAR, Saying, said_by
from sitegen.border.scalars import scalar
from sitegen.border.suggestions import SURE, nearest_key
from sitegen.border.yaml_notes import YamlNotes
from sitegen.names import SITE_FILE, is_document
from sitegen.wording.phrases import Phrase

_BEYOND = "What your site needs beyond the known keys goes under `extra:`."
"""Saying of documents and settings: other files have no such key."""
_CODES = {
    ("withheld", "draft"): "key-withholding",
    ("few", "access"): "key-withholding",
    ("unlisted", "access"): "key-unlisted",
    ("unindexed", ""): "key-unlisted",
    ("shown", ""): "key-shown",
}
"""Of what another program's key says of readers, what is told; the rest stands for another key."""
_LINES = {"draft": "draft: true", "access": "access: NAME"}


def is_borne(
    notes: YamlNotes,
    node: yaml.MappingNode,
    key: str,
    pair: tuple[yaml.Node, yaml.Node],
    struct: type[msgspec.Struct],
    fields: Collection[str],
) -> bool:
    """Whether the rest of *node* can be read in spite of *pair*, whose key is none of *fields*,
    those of *struct*; it is noted.
    """
    name_node, value_node = pair
    name = name_node.value
    if _is_cut(node, name_node, value_node):
        notes.refuse(name_node, "flow-comma", text=name)
        return False
    if name in (refused := getattr(struct, "refused", {})):
        notes.refuse(name_node, refused[name], key=f"{key}.{name}")
        return False
    is_open = bool(getattr(struct, "is_open", False))
    near, known = nearest_key(name, fields), ", ".join(fields)
    if not key and "draft" in fields:
        said = _said_of_readers(name, value_node)
        code = _CODES.get((said.meaning, said.key)) if said else None
        if said and code and near != "draft":
            notes.refuse(name_node, code, key=name, line=_LINES.get(said.key, ""))
            return False
        near = said.key if said and said.key in fields else near
    for above, keys in getattr(struct, "within", {}).items():
        if near in ("", above) and (meant := nearest_key(name, keys, SURE)):
            notes.refuse(name_node, "key-within", key=name, above=above, suggestion=meant)
            return False
    code = ("unread-key" if is_open else "unknown-key") + ("-near" if near else "")
    has_extra = is_document(notes.path) or notes.path == SITE_FILE
    extra = Phrase(_BEYOND) if has_extra else ""
    notes.refuse(name_node, code, key=name, suggestion=near, keys=known, extra=extra)
    return is_open


def _said_of_readers(name: str, value: yaml.Node) -> Saying | None:
    """Return what the key *name*, none of a document's, says of who is to read the text."""
    if not isinstance(value, yaml.MappingNode):
        return said_by(name, scalar(value) if isinstance(value, yaml.ScalarNode) else UNCLEAR)
    for key, below in value.value if name.strip("_") == "build" else ():
        if isinstance(below, yaml.ScalarNode) and (said := said_by(key.value, below.value, name)):
            return said
    return said_by(name, UNCLEAR)


def _is_cut(node: yaml.MappingNode, name_node: yaml.Node, value_node: yaml.Node) -> bool:
    """Whether a key without a colon is the rest of a text: `{alt: Une salle, vue du fond}`."""
    has_no_colon = value_node.start_mark.index == name_node.end_mark.index
    return bool(node.flow_style) and has_no_colon and node.value[0][0] is not name_node
