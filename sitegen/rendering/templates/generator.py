"""The Python that a template is compiled to, where what Jinja writes is slower than it need be.

Output is escaped to plain text: what is printed is joined, and nobody asks whether it is safe.

Jinja compiles a template and its blocks to generators, for those who send a page while it is made:
each piece of an article, some 200, goes up through four of them. Here they fill a list.

An attribute is looked up by Python's own `getattr`, and a method called as what it is; Jinja's
`Environment.getattr` and `Context.call`, each a call more, have what is neither.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from sitegen.rendering.templates.includes import written_at

_PIECES = "pieces"
"""What the list is called that a template or a block fills."""
_MAKES_A_GENERATOR = "if 0: yield None"
_HANDS_ON = "yield from "
_PARENT = "parent_template.root_render_func(context)"


class Generator(CodeGenerator):
    """Compiles a template whose included ones stand in place (`includes.py`)."""

    _filled: str | None = None
    """The list that what Jinja would hand on is added to."""

    def visit_Template(  # noqa: N802 - Jinja's names
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        self.writeline("from sitegen.rendering.templates.runtime import METHODS, Pieces, text_of")
        super().visit_Template(node, frame)

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Write a line of code; what would make a generator of it fills a list."""
        if x == _MAKES_A_GENERATOR:
            x = f"{_PIECES} = Pieces()"
        elif x == f"{_HANDS_ON}{_PARENT}":  # the last line of a template that extends another one
            super().writeline(f"{_PIECES}.extend({_PARENT})", node, extra)
            within = 0 if self.has_known_extends else 1
            self.outdent(within)
            super().writeline(f"return {_PIECES}")
            self.outdent(-within)
            return
        elif x.startswith(_HANDS_ON):
            x = f"{self._filled}.extend({x.removeprefix(_HANDS_ON)})"
        super().writeline(x, node, extra)

    def enter_frame(self, frame: Frame) -> None:
        if frame.parent is None:  # a template, or a block
            frame.buffer = _PIECES
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        super().leave_frame(frame, with_python_scope)
        if frame.parent is None and (frame.block_frame or not self.extends_so_far):
            self.writeline(f"return {_PIECES}")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        filled = frame.copy()
        self._filled, filled.buffer = frame.buffer, None  # or Jinja takes the pieces one by one
        super().visit_Block(node, filled)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write what is printed: what a condition without an `else` leaves out is no text."""
        for child in node.nodes:
            _leave_out(child)
        super().visit_Output(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        """Write a filter: `default` of a name asks whether there is one, and calls nothing."""
        name = _defaulted(node)
        if name is None:
            super().visit_Filter(node, frame)
            return
        known = frame.symbols.ref(name)
        self.write("(")
        self.visit(node.args[0], frame)
        self.write(f" if {known} is missing or isinstance({known}, Undefined) else {known})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("text_of(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write the look-up of an attribute; what has none of that name may have it as an item."""
        self.write("(value if (value := ")
        self._look_up(node, frame)
        self.write(") is not missing else ")
        self._look_closer(node, frame)
        self.write(")")

    def _look_up(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write what gives an attribute, or `missing`, which what is not defined has none of."""
        self.write("getattr(")
        match node.node:
            case nodes.Name(name=name) if _is_seen_twice(node):
                self.write(frame.symbols.ref(name))
            case held:
                self.write("holder := ")
                self.visit(held, frame)
        self.write(f", {node.attr!r}, missing)")

    def _look_closer(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write what Jinja does of an attribute, once `_look_up` has found none."""
        self.write("environment.getattr(")
        if _is_seen_twice(node):
            self.visit(node.node, frame)
        else:
            self.write("holder")
        self.write(f", {node.attr!r})")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call; a method asks for nothing that stands around it (`Context.call`)."""
        if forward_caller or not isinstance(node.node, nodes.Getattr) or not _is_plain(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(method if type(method := ")
        self._look_up(node.node, frame)
        self.write(") in METHODS else context.calling(method if method is not missing else ")
        self._look_closer(node.node, frame)
        self.write(", _loop_vars" if frame.loop_frame else ", None")
        self.write(", _block_vars" if frame.block_frame else ", None")
        self.write("))(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        with self._within(node):
            if node.with_context:
                super()._import_common(node, frame)
            else:
                if isinstance(node.template, nodes.Const):
                    name = (node.template.value, self.name)
                    self.write(f"environment.imported.get({name!r}) or ")
                self.write("environment.macros(")
                self.visit(node.template, frame)
                self.write(f", {self.name!r}, context)")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        self._filled = frame.buffer
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


def _leave_out(node: nodes.Expr) -> None:
    """Let a condition without an `else` give no text: Jinja makes an object that prints nothing."""
    if isinstance(node, nodes.CondExpr):
        _leave_out(node.expr1)
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno)
        else:
            _leave_out(node.expr2)


def _defaulted(node: nodes.Expr) -> str | None:
    """Return the name of which *node* is the default; None if it is more, or asks for something."""
    match node:
        case nodes.Filter(
            node=nodes.Name(name=name, ctx="load"),
            name="default" | "d",
            args=[value],
            kwargs=[],
            dyn_args=None,
            dyn_kwargs=None,
        ) if _asks_nothing(value):
            return str(name)
    return None


def _asks_nothing(value: nodes.Expr) -> bool:
    """Whether it is all the same to a page if *value* is looked at."""
    match value:
        case nodes.Const() | nodes.Name() | nodes.List(items=[]) | nodes.Tuple(items=[]):
            return True
    return _defaulted(value) is not None


def _is_seen_twice(node: nodes.Getattr) -> bool:
    """Whether *node* is an attribute of what has a name: what is not defined has none of these."""
    return isinstance(node.node, nodes.Name) and not node.attr.startswith("_")


def _is_plain(call: nodes.Call) -> bool:
    """Whether the arguments of *call* are written as Python's are."""
    is_fixed = call.dyn_args is None and call.dyn_kwargs is None
    return is_fixed and not any(iskeyword(named.key) for named in call.kwargs)
