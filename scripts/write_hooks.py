#!/usr/bin/env python3
"""Write docs/development/hooks.md from the hooks' docstrings; --check says if it is current."""

import inspect
import sys
from pathlib import Path
from typing import Any

import msgspec

from sitegen import plugins
from sitegen.border.schema import field_descriptions
from sitegen.plugins.plugin import Plugin

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
    for name in plugins.__all__:
        kind = getattr(plugins, name)
        if kind is not Plugin:
            parts += [f"### `{name}`\n", _doc(kind), *_members(kind)]
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
    if issubclass(kind, msgspec.Struct):
        said = field_descriptions(kind)
        for field in msgspec.structs.fields(kind):
            told = f": {said[field.name]}" if said.get(field.name) else ""
            lines.append(f"- `{field.name}`{told}")
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
