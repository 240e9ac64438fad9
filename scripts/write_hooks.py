#!/usr/bin/env python3
"""Write docs/development/hooks.md from the hooks' docstrings; --check says if it is current."""

import inspect
import sys
from pathlib import Path
from typing import Any

import msgspec

from sitegen import plugins
from sitegen.border.schema import field_descriptions
from sitegen.checking.editorial.texts import Passage
from sitegen.plugins.plugin import Plugin
from sitegen.rendering.feeds.items import Feed, FeedLink, Item

_METHODS = ("at",)
"""Of what is no struct: those that plugins are to use."""
TARGET = Path(__file__).parent.parent / "docs/development/hooks.md"
COMMAND = "scripts/write_hooks.py"
HEAD = f"""---
title: Hooks of plugins
summary: Each hook with its arguments, and what plugins are given and give back.
weight: 11
---

# Hooks of plugins

<!-- Made by `{COMMAND}` from the docstrings: edit these, not this page. -->

What a plugin may declare. How one is written, and what is asked of it, stands in
[Plugins](../plugins.md); why it is so, in [the decisions](../decisions/plugins.md).
"""


def page() -> str:
    """Return the whole page."""
    parts = [HEAD, "## `Plugin`\n", _doc(Plugin), _doc(Plugin.__init__)]
    parts.append("## Hooks\n")
    for name, value in vars(Plugin).items():
        if inspect.isfunction(value) and not name.startswith("_"):
            parts += [f"### `{name}{_signature(value)}`\n", _doc(value)]
    parts.append("## What plugins are given, and give back\n")
    public = [getattr(plugins, name) for name in plugins.__all__]
    kinds = [*(kind for kind in public if kind is not Plugin), Feed, Item, FeedLink, Passage]
    for kind in sorted(kinds, key=lambda kind: kind.__name__):
        parts += [f"### `{kind.__name__}`\n", _doc(kind), *_members(kind)]
    return "\n".join(parts).rstrip() + "\n"


def _doc(value: Any) -> str:
    lines = (inspect.getdoc(value) or "").replace("``", "`").split("\n")
    return "\n".join(lines) + "\n"


def _signature(function: Any) -> str:
    parameters = list(inspect.signature(function).parameters.values())[1:]
    plain = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in parameters]
    return str(inspect.Signature(plain))


def _members(kind: Any) -> list[str]:
    lines = []
    is_struct = issubclass(kind, msgspec.Struct)
    if is_struct or hasattr(kind, "_fields"):
        said = field_descriptions(kind)
        fields = kind.__struct_fields__ if is_struct else kind._fields
        lines += [f"- `{name}`" + (f": {said[name]}" if name in said else "") for name in fields]
        lines += [
            f"- `{name}{_signature(value)}`: {_doc(value).strip()}"
            for name, value in vars(kind).items()
            if not is_struct and inspect.isfunction(value) and name in _METHODS
        ]
        return ["\n".join(lines) + "\n"]
    for name, value in vars(kind).items():
        if name.startswith("_"):
            continue
        if isinstance(value, property):
            lines.append(f"- `{name}`: {_doc(value).strip()}")
        elif inspect.isfunction(value):
            lines.append(f"- `{name}{_signature(value)}`: {_doc(value).strip()}")
    return ["\n".join(lines) + "\n"]


if __name__ == "__main__":
    TEXT = page()
    if sys.argv[1:] == ["--check"]:
        if TARGET.read_text(encoding="utf-8") != TEXT:
            print(f"docs/development/hooks.md: run {COMMAND}")
            sys.exit(1)
    else:
        TARGET.write_text(TEXT, encoding="utf-8")
