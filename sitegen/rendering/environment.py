"""Jinja as sitegen wants it: strict, escaping, with its messages translated when it compiles."""

from collections.abc import Callable, MutableMapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from sitegen.rendering.messages import Catalogue


class Environment(jinja2.Environment):
    """An environment whose language is known before its templates are compiled."""

    def __init__(
        self,
        load: Callable[[str], tuple[str, str, None] | None],
        catalogue: Catalogue,
        resolve: Callable[[str, str], str] = lambda name, including: name,
    ) -> None:
        """*resolve* returns the template that a name stands for in another one."""
        super().__init__(
            loader=jinja2.FunctionLoader(load),
            autoescape=_is_markup,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
        )
        self._resolve = resolve
        self._catalogue = catalogue
        self.install_gettext_callables(  # type: ignore[attr-defined]
            catalogue.gettext, catalogue.ngettext, newstyle=True
        )

    def join_path(self, template: str, parent: str) -> str:
        """Return the template that *template* stands for where *parent* names it."""
        return self._resolve(template, parent)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template as a dictionary of its own.

        Jinja chains mappings; each import of a macro then compares their keys one by one in Python,
        a tenth of a page's time. Nothing changes the globals after the first template.
        """
        return dict(self.globals) | dict(d or {})

    def compile(self, source: str | nodes.Template, *args: Any, **options: Any) -> Any:
        """Compile *source* with its constant messages already translated."""
        if isinstance(source, str):
            name, filename = _names(*args, **options)
            source = self.parse(source, name, filename)
        return super().compile(_Translator(self._catalogue).visit(source), *args, **options)


_PLAIN = (".css", ".js", ".json", ".txt")


def _is_markup(name: str | None) -> bool:
    """Whether what the template *name* prints is escaped: all but what has rules of its own."""
    return not (name or "").endswith(_PLAIN)


def _names(
    name: str | None = None, filename: str | None = None, **_: Any
) -> tuple[str | None, str | None]:
    return name, filename


class _Translator(NodeTransformer):
    """Replaces messages without variables by their translation, which becomes part of the text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - the visitor's naming
        """Translate what is printed as it is; folded expressions would forget that it is safe."""
        self.generic_visit(node)
        node.nodes = [self._translated(child) for child in node.nodes]
        return node

    def _translated(self, node: nodes.Expr) -> nodes.Expr:
        match node:
            case nodes.Call(
                node=nodes.Name(name="gettext" | "_"),
                args=[nodes.Const(value=str(message))],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ):
                # Jinja's new style: every message is a format string, and its translation is safe.
                text = self._catalogue.gettext(message) % {}
                return nodes.TemplateData(text, lineno=node.lineno)
        return node
