"""YAML text becomes nodes with their marks, within bounds.

PyYAML's C parser (libyaml) composes the nodes; conversion is ours (`convert.py`), so that every
error has its line and column and YAML 1.1's surprises (`no`, `14:30`, `1.10`) never happen.
"""

import re
from typing import Any

import yaml

from sitegen.border.text import clean
from sitegen.errors import Diagnostic

LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it, ten times as fast as the one in Python."""

NULL_TAG = "tag:yaml.org,2002:null"
_TEXT_TAG = "tag:yaml.org,2002:str"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))

MAX_LENGTH = 256 * 1024
"""Characters of one YAML text; a front matter has some hundreds."""
MAX_DEPTH = 50
"""Nested collections. libyaml's composer recurses, and crashes at some 50,000 levels."""

_OPENERS = re.compile(r"[\[{]|[-?:] ")
_MARKED = re.compile(r"(?:^|[\s\[{,])(?:[&*][^\s*]|!)", re.MULTILINE)
"""What may be an anchor, an alias or a tag."""
_KEY_SPACES = re.compile(
    r"^[ \u00a0\u202f]*(?:- +)*(?:[\w-]+[ \u00a0\u202f]*:(?=[ \u00a0\u202f])[ \u00a0\u202f]*)?",
    re.MULTILINE,
)
"""What stands before a value: to YAML a no-break space is a letter."""


class _Loader(LOADER):  # type: ignore[misc]  # one of two classes
    """Composes scalars that are null or text: all other types are the border's to tell.

    PyYAML would try its patterns for numbers, dates and booleans on each, for nothing.
    """

    def resolve(self, kind: type, value: Any, implicit: Any) -> Any:
        if kind is yaml.ScalarNode:
            return NULL_TAG if implicit[0] and value in _NULLS else _TEXT_TAG
        return super().resolve(kind, value, implicit)


def compose(
    text: str, path: str, first_line: int, diagnostics: list[Diagnostic]
) -> yaml.Node | None:
    """Return the root node of *text*, or None when it is empty or refused (see *diagnostics*).

    *first_line* is the file's line on which *text* begins (1-based).
    """

    def refuse(code: str, mark: yaml.Mark | None, **values: str) -> None:
        line = first_line + (mark.line if mark else 0)
        column = mark.column + 1 if mark else 1
        diagnostics.append(Diagnostic(code, path, line, column, values))

    if len(text) > MAX_LENGTH:
        refuse("yaml-too-long", None, limit=f"{MAX_LENGTH // 1024} kB")
        return None
    text = _with_plain_spaces(text)
    try:
        if len(_OPENERS.findall(text)) > MAX_DEPTH or _MARKED.search(text):
            code, mark = _survey(text)
            if code:
                refuse(code, mark, limit=str(MAX_DEPTH))
                return None
        loader = _Loader(text)
        try:
            node: yaml.Node | None = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        code = _syntax_code(error, text, mark)
        refuse(code, mark, problem=error.problem or error.context or "")
        return None
    except yaml.YAMLError as error:
        refuse("yaml-syntax", None, problem=str(error).splitlines()[0])
        return None
    if node is not None and "\\" in text:
        _clean(node)
    return node


def find(node: yaml.Node | None, *keys: str) -> yaml.Node | None:
    """Return the value under *keys*, one below the other; None where there is none."""
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    return node


def _with_plain_spaces(text: str) -> str:
    """Return *text*, as long as it was, with spaces that YAML knows around its keys.

    French keyboards and word processors put a no-break space before a colon and after it.
    """
    if "\u00a0" not in text and "\u202f" not in text:
        return text
    return _KEY_SPACES.sub(
        lambda found: found[0].replace("\u00a0", " ").replace("\u202f", " "), text
    )


def _clean(node: yaml.Node) -> None:
    """Clean the scalars of *node* as files are: an escape such as `"\\0"` brings in anything."""
    if isinstance(node, yaml.ScalarNode):
        node.value = clean(node.value)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _clean(child)
    elif isinstance(node, yaml.MappingNode):
        for name, child in node.value:
            _clean(name)
            _clean(child)


def is_null(node: yaml.Node) -> bool:
    """Whether nothing is written, or an unquoted `null`."""
    return isinstance(node, yaml.ScalarNode) and node.tag == NULL_TAG and not node.style


def _survey(text: str) -> tuple[str, yaml.Mark | None]:
    """Return what must not be composed, and where; or nothing. Events are made without recursion.

    Anchors and aliases are refused: `&Co` and `*note*` are words whose author forgot the quotes,
    and 547 bytes of nested aliases stand for 9**12 values.
    """
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return "yaml-alias", _mark(event)
        if getattr(event, "tag", None):
            return "yaml-tag", _mark(event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return "yaml-too-deep", _mark(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return "", None


def _mark(event: yaml.Event) -> yaml.Mark:
    mark: yaml.Mark = event.start_mark  # type: ignore[assignment]  # libyaml's has the same fields
    return mark


def _syntax_code(error: yaml.MarkedYAMLError, text: str, mark: yaml.Mark | None) -> str:
    """Return the message that tells an author, not a programmer, what is wrong."""
    problem = error.problem or ""
    line = text.split("\n")[mark.line] if mark and mark.line < text.count("\n") + 1 else ""
    if "mapping values are not allowed" in problem:
        return "yaml-colon"
    if "\t" in line[: (mark.column + 1) if mark else 0]:
        return "yaml-tab"
    if "alias" in f"{error.context} {problem}" or "anchor" in f"{error.context} {problem}":
        return "yaml-alias"
    if "another document" in problem or "document start" in problem:
        return "yaml-several"
    return "yaml-syntax"
