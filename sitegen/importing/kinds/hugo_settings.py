"""The settings of Hugo: one file, or a folder of them; TOML, YAML or JSON. Reads files."""

import json
import tomllib
from collections.abc import Mapping
from functools import reduce
from typing import Any

from sitegen.importing.heads import read_yaml
from sitegen.importing.material import Material
from sitegen.importing.refusals import unreadable

_NAMES = ("hugo", "config")
_ENDINGS = ("toml", "yaml", "yml", "json")
_DOTTED = tuple(f".{ending}" for ending in _ENDINGS)
_FOLDER = "config/_default"


def read_settings(material: Material) -> dict[str, Any] | None:
    """Return the settings, keys in lower case; None where there are none.

    Raises `UsageError` for a file that cannot be read.
    """
    settings: dict[str, Any] = {}
    is_there = False
    for folder in ("", f"{_FOLDER}/"):
        for name in (f"{folder}{stem}.{ending}" for stem in _NAMES for ending in _ENDINGS):
            if name in material:
                settings |= _read(material, name)
                is_there = True
    for name in material.under(_FOLDER, *_DOTTED):
        stem, language = name.rpartition("/")[2].split(".")[:2]
        if stem not in _NAMES:  # a file of one table: menus.toml, params.yaml
            is_there = True
            table = {stem.lower(): _read(material, name)}
            if f".{language}" not in _DOTTED:  # menus.fr.toml
                table = {"languages": {language: table}}
            settings = _merged(settings, table)
    return settings if is_there else None


def _read(material: Material, name: str) -> dict[str, Any]:
    text = material.read_text(name)
    try:
        if name.endswith("toml"):
            values: Any = tomllib.loads(text)
        elif name.endswith("json"):
            values = json.loads(text)
        else:
            values = read_yaml(text)
    except (ValueError, RecursionError) as error:
        raise unreadable(name, name.rpartition(".")[2].upper(), str(error)) from None
    is_table = isinstance(values, Mapping)
    tables = ({str(key).lower(): value} for key, value in values.items()) if is_table else ()
    none: dict[str, Any] = {}
    return reduce(_merged, tables, none)


def _merged(first: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return both: what one says twice, `languages` and `Languages`, says it together."""
    both = dict(first)
    for key, value in other.items():
        known = both.get(key)
        if isinstance(known, Mapping) and isinstance(value, Mapping):
            value = _merged(known, value)
        both[key] = value
    return both


def main_menu(
    own: Mapping[str, Any] | None, settings: Mapping[str, Any]
) -> list[Mapping[str, Any]]:
    """Return the lines of the main menu, in their order: a language's *own*, else the site's."""
    for holder in (own or {}, settings):
        menus = holder.get("menu") or holder.get("menus")
        main = menus.get("main") if isinstance(menus, Mapping) else None
        if isinstance(main, list):
            lines = [line for line in main if isinstance(line, Mapping)]
            return sorted(lines, key=lambda line: _weight(line.get("weight")))
    return []


def _weight(value: Any) -> int:
    return value if isinstance(value, int) else 0
