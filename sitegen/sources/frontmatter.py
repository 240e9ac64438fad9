"""Split a document into its YAML block and its body; read the block, typed, with marks."""

import re
from typing import NamedTuple, TypeVar

import msgspec

from sitegen.border.convert import Converter
from sitegen.border.yaml_nodes import compose
from sitegen.errors import Diagnostic

S = TypeVar("S", bound=msgspec.Struct)

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


class Parts(NamedTuple):
    front: str
    front_line: int
    """The file's line on which the YAML begins, from 1."""
    body: str
    body_line: int


def split(text: str, path: str, diagnostics: list[Diagnostic]) -> Parts | None:
    """Return the YAML and the body of *text*, or None when there is no front matter to read."""
    start = len(text) - len(text.lstrip("\n \t\u00a0"))
    first_line = text.count("\n", 0, start) + 1
    opening = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)].rstrip()
    if opening == "+++":
        diagnostics.append(Diagnostic("front-matter-toml", path, first_line, 1))
        return None
    if opening in ("———", "—-", "–--", "—"):  # a word processor's idea of three hyphens
        diagnostics.append(Diagnostic("front-matter-dashes", path, first_line, 1))
        return None
    if opening != "---":
        diagnostics.append(Diagnostic("front-matter-missing", path, first_line, 1))
        return None
    yaml_start = start + text[start:].find("\n") + 1 if "\n" in text[start:] else len(text)
    closing = _FENCE.search(text, yaml_start)
    if closing is None:
        diagnostics.append(Diagnostic("front-matter-open", path, first_line, 1))
        return None
    front = text[yaml_start : closing.start()]
    body_start = min(closing.end() + 1, len(text))
    return Parts(front, first_line + 1, text[body_start:], text.count("\n", 0, body_start) + 1)


def read(
    parts: Parts, path: str, struct: type[S], diagnostics: list[Diagnostic]
) -> tuple[S | None, dict[str, tuple[int, int]]]:
    """Return the front matter as a *struct* and where each of its keys stands."""
    converter = Converter(parts.front, path, parts.front_line)
    before = len(diagnostics)
    node = compose(parts.front, path, parts.front_line, diagnostics)
    if node is None:
        if len(diagnostics) == before:
            diagnostics.append(
                Diagnostic("missing-key", path, parts.front_line - 1, 1, {"key": "title"})
            )
        return None, {}
    value = converter.convert(node, struct)
    diagnostics.extend(converter.diagnostics)
    return value, converter.marks
