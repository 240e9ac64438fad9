"""A front matter without the lines that are no YAML: the others are looked at too. Pure."""

from typing import NamedTuple

import yaml

from sitegen.border.yaml_nodes import compose
from sitegen.errors import Diagnostic
from sitegen.patterns import lazy_pattern

_MOST = 5
"""Lines with mistakes after which a text is taken for one that is no YAML at all."""
_OF_ONE_LINE = frozenset((
    "yaml-syntax", "yaml-colon", "yaml-tab", "yaml-alias", "yaml-tag", "curly-quotes",
    "yaml-no-key", "yaml-bullet", "yaml-indent", "yaml-markdown", "yaml-bracket", "yaml-quotes",
))  # fmt: skip
"""What is told at the line that is to be mended."""
_KEY = lazy_pattern(r"[\"']?([\w-]+)[\"']?\s*:")


class Around(NamedTuple):
    """What is YAML in a front matter."""

    node: yaml.Node | None
    text: str
    """The front matter, empty where mistakes stand: as many lines."""
    left_out: dict[str, tuple[int, int]]
    """The keys in whose lines they stand, with their places."""


def compose_around(text: str, path: str, first_line: int, diagnostics: list[Diagnostic]) -> Around:
    """Return the nodes of *text*, of its keys without mistakes of YAML where it has some.

    All are told, if what is left can be read; else the first one. *first_line*: the file's line on
    which *text* begins, from 1.
    """
    found: list[Diagnostic] = []
    node = compose(text, path, first_line, found)
    diagnostics += found
    if node is not None or not found:
        return Around(node, text, {})
    lines, left_out = text.split("\n"), dict[str, tuple[int, int]]()
    while node is None and len(found) <= _MOST and found[-1].code in _OF_ONE_LINE:
        begin, end = _around(lines, found[-1].line - first_line)
        if not any(lines[begin:end]):
            break
        if key := _KEY.match(lines[begin]):
            left_out[key[1]] = (first_line + begin, 1)
        lines[begin:end] = [""] * (end - begin)
        more: list[Diagnostic] = []
        node = compose("\n".join(lines), path, first_line, more)
        if not more:
            break
        found += more
    if node is None:
        return Around(None, text, {})
    diagnostics += found[1:]
    return Around(node, "\n".join(lines), left_out)


def _around(lines: list[str], at: int) -> tuple[int, int]:
    """Return where the key's lines begin and end that the line *at* is one of."""
    begin = min(max(at, 0), len(lines) - 1)
    while begin > 0 and not _begins(lines[begin]):
        begin -= 1
    end = begin + 1
    while end < len(lines) and not _begins(lines[end]):
        end += 1
    return begin, end


def _begins(line: str) -> bool:
    return line[:1] not in ("", " ", "\t", "-", "#", "]", "}")
