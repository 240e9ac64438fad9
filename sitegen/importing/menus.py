"""Menus of former sites, as their settings and data files write them. Reads files."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sitegen.importing.former import FormerLine
from sitegen.importing.material import Material
from sitegen.importing.values import plain

FILES = ("navigation", "nav", "menu", "menus", "main_menu", "header", "topnav")
"""How sites call the data file that holds their menu, the likeliest name first."""
_HEADS = ("main", "primary", "principal", "header", "top", "navigation", "nav", "menu", "links")
_TITLES = ("title", "name", "label", "text", "titre", "nom")
_ADDRESSES = (
    "url",
    "pageRef",
    "pageref",
    "link",
    "href",
    "page",
    "target",
    "path",
    "permalink",
    "lien",
)
_BELOW = ("dropdown", "children", "sublinks", "subfolderitems", "submenu", "links", "items")
_FILLED_IN = re.compile(r"\{\{[^{}]*\}\}")
_DEEP = 4


def menu_lines(value: Any) -> tuple[FormerLine, ...]:
    """Return the lines of the menu that *value* holds: a list of them, or one below a key.

    Of lines below another one nothing is kept, for menus here have one level; but where that one
    leads nowhere, they stand in its place.
    """
    return tuple(_lines(_main(value), _DEEP))


def menu_of_data(
    material: Material, folder: str, endings: Iterable[str], read: Callable[[str], Any]
) -> tuple[FormerLine, ...]:
    """Return the menu that a data file below *folder* holds, as themes read it; none: nothing.

    *read* returns what the file of a name holds.
    """
    names = (f"{folder}/{stem}{ending}" for stem in FILES for ending in endings)
    there = (name for name in names if name in material)
    return next(filter(None, (menu_lines(read(name)) for name in there)), ())


def _main(value: Any) -> list[Any]:
    for _ in range(_DEEP):
        if not isinstance(value, Mapping):
            break
        named = (value[key] for key in _HEADS if key in value)
        value = next(named, next((part for part in value.values() if isinstance(part, list)), None))
    return value if isinstance(value, list) else []


def _lines(written: Iterable[Any], depth: int) -> Iterator[FormerLine]:
    for line in written:
        if isinstance(line, (list, tuple)) and len(line) == 2:
            line = dict(zip(("title", "url"), line, strict=True))
        if not isinstance(line, Mapping):
            continue
        title = _first(line, _TITLES)
        address = _FILLED_IN.sub("", _first(line, _ADDRESSES)).strip()
        below: list[Any] = next(
            (line[key] for key in _BELOW if isinstance(line.get(key), list)), []
        )
        if address not in ("", "#"):
            yield FormerLine(title=title, address=address)
        elif depth:
            yield from _lines(below, depth - 1)


def _first(line: Mapping[Any, Any], keys: Iterable[str]) -> str:
    return next((plain(line[key]) for key in keys if isinstance(line.get(key), str)), "")
