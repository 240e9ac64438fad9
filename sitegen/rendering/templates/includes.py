"""Includes of templates by name become part of the template that includes them, as it is compiled.

Jinja makes a context for each include: a page of this project's theme has twenty. Here the included
template's tree stands in place of the tag, in a scope of its own. The same text comes out
(`tests/rendering/test_compiling.py`).
"""

from collections.abc import Callable, Iterator
from zlib import crc32

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

_STRIDE = 10_000
"""Lines of the included template number *n* count from *n* times this. A template has the same
number in each process, so that compiled code means the same."""


_OF_ONE_TEMPLATE = ("self", "super", "caller", "varargs", "kwargs")
_NAMES: dict[int, str] = {}
"""Names of included templates by their number."""


def name_lines(name: str) -> bool:
    """Let lines of the template *name* be told; False if another one has its number."""
    return _NAMES.setdefault(_number(name), name) == name


def _number(name: str) -> int:
    return crc32(name.encode()) + 1


def number_lines(name: str, tree: nodes.Template) -> bool:
    """Number the lines of *tree* so that they tell its *name*; False if they are too many."""
    below = list(_below(tree))
    if max((node.lineno or 0 for node in below), default=0) >= _STRIDE or not name_lines(name):
        return False
    start = _number(name) * _STRIDE
    for node in below:
        node.lineno = start + (node.lineno or 0)
    return True


def written_at(name: str, line: int) -> tuple[str, int]:
    """Return the template and its line that the *line* of the compiled template *name* was."""
    number, rest = divmod(line, _STRIDE)
    return (_NAMES[number], rest) if number in _NAMES else (name, line)


class Includes(NodeTransformer):
    """Puts included templates in place; what Jinja must decide at run time is left to it."""

    def __init__(
        self,
        name: str,
        tree_of: Callable[[str], nodes.Template | None],
        join_path: Callable[[str, str], str],
    ) -> None:
        """*tree_of* returns a template's tree, its own includes in place, or None to leave it.

        The same tree may come again: nobody changes it any more.
        """
        self._name = name
        self._tree_of = tree_of
        self._join_path = join_path

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 - the visitor's naming
        if name := included_by_name(node):
            try:
                tree = self._tree_of(self._join_path(name, self._name))
            except jinja2.TemplateError:  # told when the page comes that includes it
                return node
            if tree is not None:
                return nodes.Scope(tree.body, lineno=node.lineno)
        return node


def included_by_name(node: nodes.Node) -> str:
    """Return the template that *node* includes, if its tree may stand in its place; or ""."""
    match node:
        case nodes.Include(
            template=nodes.Const(value=str(name)), with_context=True, ignore_missing=False
        ):
            return name
    return ""


def can_stand_in_place(tree: nodes.Template) -> bool:
    """Whether *tree* means the same within another template: blocks have names there."""
    return not any(
        isinstance(node, nodes.Block | nodes.Extends)
        or (isinstance(node, nodes.Name) and node.name in _OF_ONE_TEMPLATE)
        for node in _below(tree)
    )


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes():
        yield child
        yield from _below(child)
