"""Paths as the settings of Pelican say them: beside their own file, joined by Python. Pure."""

import ast
import posixpath
from collections.abc import Mapping

_LONGEST = 4096
"""Letters of a path: sums of sums of names would be without end."""
_SAME = {"abspath", "realpath", "normpath", "expanduser", "resolve", "absolute", "str", "Path"}
"""Functions and methods after which a path means the same."""


def path_of(node: ast.expr, file: str, known: Mapping[str, str]) -> str | None:
    """Return the path that *node* means, from the folder of the former site on.

    *file*: the settings, which `__file__` means; *known*: what earlier names stand for. None: only
    running it would tell.
    """
    match node:
        case ast.Constant(value=str(said)):
            return said
        case ast.Name(id="__file__"):
            return file
        case ast.Name(id=name):
            return known.get(name)
        case ast.Attribute(value=inner, attr="parent"):
            return _parent(path_of(inner, file, known))
        case ast.BinOp(left=left, op=ast.Div() | ast.Add() as sign, right=right):
            parts = [path_of(part, file, known) for part in (left, right)]
            return _joined(parts, is_text=isinstance(sign, ast.Add))
        case ast.Call(func=ast.Attribute(value=inner, attr=name), args=[]) if name in _SAME:
            return path_of(inner, file, known)
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=[first, *rest]):
            parts = [path_of(part, file, known) for part in (first, *rest)]
            if name == "dirname":
                return _parent(parts[0])
            return _joined(parts) if name == "join" or name in _SAME else None
    return None


def _parent(path: str | None) -> str | None:
    return None if path is None else posixpath.dirname(path)


def _joined(parts: list[str | None], *, is_text: bool = False) -> str | None:
    said = [part for part in parts if part is not None]
    if len(said) < len(parts) or sum(map(len, said)) > _LONGEST:
        return None
    return "".join(said) if is_text else posixpath.join(*said)
