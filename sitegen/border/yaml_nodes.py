"""YAML text becomes nodes with their marks, within bounds.

PyYAML's C parser (libyaml) composes the nodes; conversion is ours (`convert.py`), so that every
error has its line and column and YAML 1.1's surprises (`no`, `14:30`, `1.10`) never happen.
"""

import re
from typing import Any

import yaml

from sitegen.border.text import clean
from sitegen.errors import Diagnostic
from sitegen.patterns import lazy_pattern
from sitegen.wording.phrases import Words, with_gaps

LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it, ten times as fast as the one in Python."""

NULL_TAG = "tag:yaml.org,2002:null"
_TEXT_TAG = "tag:yaml.org,2002:str"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))

MAX_LENGTH = 256 * 1024
"""Characters of one YAML text; a front matter has some hundreds."""
MAX_DEPTH = 50
"""Nested collections. libyaml's composer recurses, and its stack has an end."""

PLAIN_PROBLEMS = {
    "found unexpected end of stream": "a quotation mark or a bracket is not closed",
    "found unexpected document indicator": "a quotation mark or a bracket is not closed",
    "did not find expected key": "a key was expected here, or quotation marks around the value",
    "did not find expected '-' indicator": "a line that begins with a hyphen was expected here",
    "did not find expected ',' or ']'": "a comma or a `]` was expected here",
    "did not find expected ',' or '}'": "a comma or a `}` was expected here",
    "did not find expected node content": "a value was expected here",
    "could not find expected ':'": "a colon and a space were expected after the key",
    "did not find expected comment or line break": "no text begins with `>` or `|`",
    "found character that cannot start any token": "no value begins with this character",
    "found unknown escape character": "a backslash stands in quotation marks",
    "did not find expected hexdecimal number": "a backslash stands in quotation marks",
    "found invalid Unicode character escape code": "this notation names no whole character",
    "block sequence entries are not allowed in this context": "a list cannot begin on this line",
    "mapping keys are not allowed in this context": "a key cannot begin here",
}
"""What libyaml says of usual mistakes, as authors would; what is not here is told as it is."""

_OPENERS = re.compile(r"[\[{]|[-?:](?:\s|$)")
_MARKED = re.compile(r"(?:^|[\s\[{,])(?:[&*][^\s*]|!)", re.MULTILINE)
"""What may be an anchor, an alias or a tag."""
_KEY_SPACES = lazy_pattern(
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

    def refuse(code: str, mark: yaml.Mark | None, /, **values: Words) -> None:
        line = first_line + (mark.line if mark else 0)
        column = mark.column + 1 if mark else 1
        diagnostics.append(Diagnostic(code, path, line, column, values))

    if len(text) > MAX_LENGTH:
        refuse("yaml-too-long", None, limit=with_gaps("{size} kB", size=str(MAX_LENGTH // 1024)))
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
        code, mark = _syntax_code(error, text)
        problem = error.problem or error.context or ""
        refuse(code, mark, problem=PLAIN_PROBLEMS.get(problem, problem))
        return None
    except yaml.YAMLError as error:
        refuse("yaml-syntax", None, problem=str(error).splitlines()[0])
        return None
    if node is not None and "\\" in text:
        _clean(node)
    return node


def find(node: yaml.Node | None, *keys: str | int) -> yaml.Node | None:
    """Return the value under *keys*, one below the other; None where there is none.

    A number is a position in a list; what stands there alone, without one, is the first.
    """
    for key in keys:
        if isinstance(key, int):
            items = node.value if isinstance(node, yaml.SequenceNode) else [node]
            node = items[key] if key < len(items) else None
            continue
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    return node


def find_key(node: yaml.Node | None, *keys: str | int) -> yaml.Node | None:
    """Return the last of *keys* as it stands there, above its value; None where there is none."""
    parent = find(node, *keys[:-1])
    pairs = parent.value if isinstance(parent, yaml.MappingNode) else ()
    return next((name for name, _ in pairs if name.value == keys[-1]), None)


def _with_plain_spaces(text: str) -> str:
    """Return *text*, as long as it was, with spaces that YAML knows around its keys.

    French keyboards and word processors put a no-break space before a colon and after it.
    """
    if "\u00a0" not in text and "\u202f" not in text:
        return text
    return _KEY_SPACES.sub(
        lambda match: match[0].replace("\u00a0", " ").replace("\u202f", " "), text
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
    and aliases of aliases stand for more values than a memory holds.
    """
    depth = 0
    lines = text.split("\n")
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mark = _mark(event)
            return ("yaml-bullet" if _BULLET.match(lines[mark.line]) else "yaml-alias"), mark
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


_BULLET = lazy_pattern(r"\s*(?:[*•·▪‣–—]\s|-[^\s-])")
"""A line that begins as an item of a list does in a letter, and not in YAML."""
_MARKDOWN = lazy_pattern(r"[\w-]+ *: *!?\[\[?[^\]]*\]\]?\(|[\w-]+ *: *!\[")
_QUOTED = lazy_pattern(r"""[\s-]*[\w-]+ *: *["']""")
_NO_SPACE = lazy_pattern(r"\s*[\w-]+:[^\s/]")


def _syntax_code(error: yaml.MarkedYAMLError, text: str) -> tuple[str, yaml.Mark | None]:
    """Return the message that tells an author, not a programmer, what is wrong, and its place.

    The parser notices many mistakes in the line after them.
    """
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")

    def line_of(place: yaml.Mark | None, before: int = 0) -> str:
        return lines[place.line - before] if place and 0 <= place.line - before < len(lines) else ""

    line, begun = line_of(mark), line_of(error.context_mark)
    if "\t" in line[: (mark.column + 1) if mark else 0]:
        return "yaml-tab", mark
    if "mapping values are not allowed" in problem:
        return _colon_code(line, lines, mark)
    if "alias" in f"{context} {problem}" or "anchor" in f"{context} {problem}":
        return ("yaml-bullet" if _BULLET.match(line) else "yaml-alias"), mark
    if _MARKDOWN.match(line):
        return "yaml-markdown", mark
    if "flow node" in context and mark:  # `[#eau, #air]`: all behind the bracket is a comment
        begin = max(text.rfind("[", 0, mark.index), text.rfind("{", 0, mark.index), 0)
        start = text.rfind("\n", 0, begin) + 1
        return "yaml-bracket", yaml.Mark(
            "", begin, text.count("\n", 0, begin), begin - start, None, 0
        )
    if "flow sequence" in context or "flow mapping" in context:
        return "yaml-bracket", error.context_mark or mark
    if "another document" in problem or "document start" in problem:
        is_second = any(text.startswith(("---", "...")) for text in lines)
        return ("yaml-several" if is_second else "yaml-indent"), mark
    if "expected ':'" in problem:
        return ("yaml-bullet" if _BULLET.match(begun) else "yaml-no-key"), error.context_mark
    if "end of stream" in problem and error.context_mark:
        return "yaml-syntax", error.context_mark
    if _QUOTED.match(line) and ("expected key" in problem or "escape" in problem):
        return "yaml-quotes", mark
    return "yaml-syntax", mark


def _colon_code(
    line: str, lines: list[str], mark: yaml.Mark | None
) -> tuple[str, yaml.Mark | None]:
    """Return what a colon means that YAML does not expect: its own line, or the ones above.

    Lines without a space behind their colon are one text to YAML, until a colon has one.
    """
    before = line[: mark.column] if mark else ""
    if mark is None or not re.fullmatch(r"\s*[\w-]+ *", before):
        return "yaml-colon", mark
    if before[:1].isspace():
        return "yaml-indent", mark
    above = lines[mark.line - 1] if 0 < mark.line <= len(lines) else ""
    if _BULLET.match(above):
        return "yaml-bullet", _above(mark)
    if ":" not in above or _NO_SPACE.match(above):
        while mark.line > 1 and all(map(_NO_SPACE.match, lines[mark.line - 2 : mark.line])):
            mark = _above(mark)
        return "yaml-no-key", _above(mark)
    return "yaml-colon", mark


def _above(mark: yaml.Mark) -> yaml.Mark:
    return yaml.Mark(mark.name, 0, mark.line - 1, 0, None, 0)
