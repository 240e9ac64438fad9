"""What other generators write above a text: YAML, TOML, JSON, or `Key: value` lines. Pure."""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import yaml

from sitegen.border.text import clean

_YAML = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
MAX_DEPTH = 64
"""Of lists and mappings within each other in a head: no author writes more."""
_LINE = re.compile(r"([A-Za-z_][\w -]*):[ \t]*(.*)")


class Head(NamedTuple):
    values: dict[str, Any]
    body: str
    mistake: str = ""
    """Why the head cannot be read; its text is then part of the body, and nothing tells whether it
    was public: it comes over as a draft."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.1 as tools in other languages read it: a day that is none stays as typed."""


def _day(loader: Any, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)


def read_head(text: str) -> Head:
    """Split *text* into what stands above it, read, and its body."""
    text = clean(text)
    for pattern, read in ((_YAML, read_yaml), (_TOML, _read_toml)):
        if match := pattern.match(text):
            return _read(text, match[1], text[match.end() :], read)
    if text.lstrip().startswith("{"):
        return _read_json(text)
    return Head({}, text)


def read_lines(text: str) -> Head:
    """Split *text* into `Key: value` lines, keys in lower case, and its body (MultiMarkdown's way).

    A line that is indented continues the one before; texts between `---` are YAML.
    """
    text = clean(text)
    if _YAML.match(text):
        return read_head(text)
    values: dict[str, Any] = {}
    lines, key, end = text.split("\n"), "", 0
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        if match and not line.startswith((" ", "\t")):
            key = match[1].strip().lower()
            values[key] = match[2].strip()
        elif key and line.startswith((" ", "\t")) and line.strip():
            values[key] = f"{values[key]}\n{line.strip()}"
        elif line.strip() or values:
            end = number
            break
        end = number + 1
    return Head(values, "\n".join(lines[end:]).lstrip("\n"))


def read_yaml(text: str) -> Any:
    """Return *text* as plain values. Raises `ValueError`, also for aliases, which may grow."""
    try:
        tokens = yaml.scan(text, Loader=_Loader) if "*" in text else ()
        if any(isinstance(token, yaml.AliasToken) for token in tokens):
            raise ValueError("YAML with aliases")
        return yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" (line {mark.line + 1})" if mark else ""
        raise ValueError(f"{getattr(error, 'problem', None) or error}{place}") from None


def _read_toml(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from None


def _read_json(text: str) -> Head:
    try:
        values, end = json.JSONDecoder().raw_decode(text.lstrip())
    except (json.JSONDecodeError, RecursionError) as error:
        return Head({}, text, str(error))
    rest = text.lstrip()[end:].lstrip("\n")
    if _is_deeper(values, MAX_DEPTH):
        return Head({}, text, f"lists within lists, more than {MAX_DEPTH} deep")
    return Head(values, rest) if isinstance(values, dict) else Head({}, text)


def _is_deeper(value: Any, depth: int) -> bool:
    inner = value.values() if isinstance(value, Mapping) else value
    if not isinstance(value, (Mapping, list)):
        return False
    return depth == 0 or any(_is_deeper(part, depth - 1) for part in inner)


def _read(text: str, front: str, body: str, read: Callable[[str], Any]) -> Head:
    try:
        values = read(front)
    except ValueError as error:
        return Head({}, _shown(front, body), str(error))
    if not isinstance(values, Mapping):
        return Head({}, body if values is None else text)
    if _is_deeper(values, MAX_DEPTH):
        return Head({}, _shown(front, body), f"lists within lists, more than {MAX_DEPTH} deep")
    return Head({str(key): value for key, value in values.items()}, body.lstrip("\n"))


def _shown(front: str, body: str) -> str:
    """Return a text whose front matter nobody can read: it stands above, to be copied by hand."""
    return f"~~~\n{front.strip(chr(10))}\n~~~\n\n{body.lstrip(chr(10))}"
