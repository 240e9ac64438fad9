"""Messages of a template become text as it is compiled: its language is known before."""

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from sitegen.rendering.templates.runtime import text_of
from sitegen.rendering.words.messages import Catalogue

_PLACES = re.compile(r"%(?:\((\w+)\)s|%)")


class Phrases:
    """The messages that templates ask for in expressions, translated."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[str, tuple[str, ...]] = {}
        """Each as text, the name of what stands behind it, text …"""

    def said(self, message: str, given: Mapping[str, Any]) -> Markup:
        """Return the translation of *message* with what is *given*, escaped as `%` would."""
        known = self._known.get(message)
        if known is None:
            known = self._known[message] = _alternating(self._catalogue.gettext(message))
        if not known:
            return Markup(self._catalogue.gettext(message)) % given
        pieces = list(known)
        pieces[1::2] = [text_of(given[name]) for name in known[1::2]]
        return Markup("".join(pieces))


def _alternating(text: str) -> tuple[str, ...]:
    """Return the texts of a message and, between them, its names; nothing if it has other signs."""
    pieces = [""]
    for number, piece in enumerate(_PLACES.split(text)):
        is_text = number % 2 == 0
        if is_text and "%" in piece:
            return ()
        if is_text or piece is None:  # `%%`
            pieces[-1] += "%" if piece is None else piece
        else:
            pieces += (piece, "")
    return tuple(pieces)


class Translator(NodeTransformer):
    """Replaces messages that are printed as they are by their translation.

    What stands for their variables is printed between the pieces, escaped as `%` would on a safe
    text. In expressions they are looked up by what Jinja cannot fold: it would forget that a
    constant is safe.
    """

    def __init__(self, catalogue: Catalogue, *, is_markup: bool) -> None:
        """*is_markup*: whether what the template prints is escaped."""
        self._catalogue = catalogue
        self._is_markup = is_markup

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - the visitor's naming
        node.nodes = [piece for child in node.nodes for piece in self._translated(child)]
        self.generic_visit(node)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name="gettext" | "_"),
                args=[nodes.Const(value=str(message))],
                kwargs=variables,
                dyn_args=None,
                dyn_kwargs=None,
            ) if self._is_markup:
                line = node.lineno
                phrases = nodes.EnvironmentAttribute("phrases", lineno=line)
                said = nodes.Getattr(phrases, "said", "load", lineno=line)
                pairs = [
                    nodes.Pair(nodes.Const(variable.key, lineno=line), variable.value, lineno=line)
                    for variable in variables
                ]
                given = [nodes.Const(message, lineno=line), nodes.Dict(pairs, lineno=line)]
                return nodes.Call(said, given, [], None, None, lineno=line)
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
                given = {variable.key: variable.value for variable in variables}
                return _pieces(text, given, node.lineno) or [node]
        return [node]


def _pieces(text: str, given: dict[str, nodes.Expr], line: Any) -> list[nodes.Expr]:
    """Return *text* with what is *given* in its places; none if it has others, or not all."""
    if "%" in _PLACES.sub("", text) or {place for place in _PLACES.findall(text) if place} != set(
        given
    ):
        return []
    pieces: list[nodes.Expr] = []
    done = 0
    for match in _PLACES.finditer(text):
        pieces.append(nodes.TemplateData(text[done : match.start()], lineno=line))
        pieces.append(given[match[1]] if match[1] else nodes.TemplateData("%", lineno=line))
        done = match.end()
    return [*pieces, nodes.TemplateData(text[done:], lineno=line)]
