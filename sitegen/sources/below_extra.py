"""Keys below `extra:` that were meant to keep a text from readers, and keep it from nobody. Pure.

A message on an unknown key says that what a site needs beyond the known ones goes there.
"""

from collections.abc import Iterator

import yaml

from sitegen.border.convert import Converter
from sitegen.border.hiding import UNCLEAR, said_by, withholds_for_certain
from sitegen.border.scalars import scalar
from sitegen.catalogue import MESSAGES
from sitegen.errors import Diagnostic

_CODE = "hiding-below-extra"


def hidden_below_extra(node: yaml.Node, front: Converter) -> Iterator[Diagnostic]:
    """Yield what is told of them in *node*, a front matter that was read as *front*."""
    accepted = getattr(front.sound.get("check"), "ignore", ())
    if not isinstance(node, yaml.MappingNode) or MESSAGES[_CODE].id in accepted:
        return
    for name, value in node.value:
        if name.value == "extra" and isinstance(value, yaml.MappingNode):
            for key, below in value.value:
                yield from _told(key, below, front)


def _told(key: yaml.Node, value: yaml.Node, front: Converter) -> Iterator[Diagnostic]:
    written = scalar(value) if isinstance(value, yaml.ScalarNode) else UNCLEAR
    if not isinstance(key, yaml.ScalarNode) or not withholds_for_certain(key.value, written):
        return
    said = said_by(key.value, written)
    is_moment = said is not None and said.meaning == "when"
    line = f"embargo: {written}" if is_moment else "draft: true"
    values = {"key": key.value, "line": line}
    yield Diagnostic(_CODE, front.path, *front.place(key), values)
