"""The Python that a template is compiled to, where what Jinja writes is slower than it need be.

Output is escaped to plain text: what is printed is joined, and nobody asks whether it is safe.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from sitegen.rendering.templates.includes import written_at


class Generator(CodeGenerator):
    """Compiles a template whose included ones stand in place (`includes.py`)."""

    def visit_Template(  # noqa: N802 - Jinja's names
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        self.writeline("from sitegen.rendering.templates.runtime import text_of")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("text_of(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        with self._within(node):
            if node.with_context:
                super()._import_common(node, frame)
            else:
                self.write("environment.macros(")
                self.visit(node.template, frame)
                self.write(f", {self.name!r}, context)")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        with self._within(node):
            super().visit_Include(node, frame)

    def position(self, node: nodes.Node) -> str:
        name, line = written_at(self.name or "", node.lineno)
        return f"line {line} in {name!r}"

    @contextmanager
    def _within(self, node: nodes.Node) -> Iterator[None]:
        """Names of other templates are those that the template says in which *node* was written."""
        compiled = self.name
        self.name = written_at(compiled or "", node.lineno)[0]
        try:
            yield
        finally:
            self.name = compiled
