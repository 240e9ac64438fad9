"""Messages of a template become text as it is compiled: its language is known before."""

import re
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from sitegen.rendering.words.messages import Catalogue

_PLACES = re.compile(r"%(?:\((\w+)\)s|%)")


class Translator(NodeTransformer):
    """Replaces messages that are printed as they are by their translation.

    What stands for their variables is printed between the pieces, escaped as `%` would on a safe
    text. In expressions messages stay calls: constant folding would forget that they are safe.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - the visitor's naming
        self.generic_visit(node)
        node.nodes = [piece for child in node.nodes for piece in self._translated(child)]
        return node

    def _translated(self, node: nodes.Expr) -> list[nodes.Expr]:
        match node:
            case nodes.Call(
                node=nodes.Name(name="gettext" | "_"),
                args=[nodes.Const(value=str(message))],
                kwargs=variables,
                dyn_args=None,
                dyn_kwargs=None,
            ):
                text = self._catalogue.gettext(message)
                if not variables:
                    # Jinja's new style: every message is a format string, its translation is safe.
                    return [nodes.TemplateData(text % {}, lineno=node.lineno)]
                given = {one.key: one.value for one in variables}
                return _pieces(text, given, node.lineno) or [node]
        return [node]


def _pieces(text: str, given: dict[str, nodes.Expr], line: Any) -> list[nodes.Expr]:
    """Return *text* with what is *given* in its places; none if it has others, or not all."""
    if "%" in _PLACES.sub("", text) or {one for one in _PLACES.findall(text) if one} != set(given):
        return []
    pieces: list[nodes.Expr] = []
    done = 0
    for found in _PLACES.finditer(text):
        pieces.append(nodes.TemplateData(text[done : found.start()], lineno=line))
        pieces.append(given[found[1]] if found[1] else nodes.TemplateData("%", lineno=line))
        done = found.end()
    return [*pieces, nodes.TemplateData(text[done:], lineno=line)]
