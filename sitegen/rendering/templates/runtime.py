"""Jinja's run time without what no template of a theme can need: a page calls it some 200 times.

Each shortcut does what Jinja does in the case that is usual here, and leaves the rest to Jinja.
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import BuiltinMethodType, MethodType
from typing import Any

import jinja2
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import BlockReference, Macro
from jinja2.runtime import Context as JinjaContext
from jinja2.utils import missing
from markupsafe import Markup, escape

METHODS = (MethodType, BuiltinMethodType)
"""The types of what belongs to a value and is called: it asks for nothing else."""


def text_of(value: Any) -> str:
    """Return *value* as HTML shows it: `markupsafe.escape`, and no word that it is safe."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str and not (
        "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
    ):  # a regular expression looks at each letter; this takes a sixth of it
        return value  # type: ignore[no-any-return]
    return escape(value)


class Pieces(list[str]):
    """What a template or a block printed, in order."""

    __slots__ = ()

    def close(self) -> None:
        """Do nothing: Jinja closes what it takes for a generator."""


class Names(dict[str, Any]):
    """What a template can name; what is not there is `missing`, as Jinja has it."""

    __slots__ = ()

    def __missing__(self, name: str) -> Any:
        return missing


class Context(JinjaContext):
    """What a template can name."""

    def __init__(
        self,
        environment: jinja2.Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Any],
        globals: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(environment, parent, name, blocks)
        # Both what is given and what the template sets, so that a look is one of the dictionary's.
        self.vars = Names(parent)
        self.resolve_or_missing = self.vars.__getitem__  # type: ignore[assignment,method-assign]
        # All templates have the same globals: nobody changes them, so their names are not copied.
        self.globals_keys = globals.keys() if globals else set()  # type: ignore[assignment]

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - Jinja's names
        """Call *__obj*. A method asks for no context: Jinja looks for that in five places."""
        kind = type(__obj)
        if kind in METHODS or kind is Macro or kind is BlockReference:
            if kwargs:  # a call within a loop or a block says so, for what wants its variables
                kwargs.pop("_loop_vars", None)
                kwargs.pop("_block_vars", None)
            if kind is Macro:
                return _expanded(__obj, __self.eval_ctx, args, kwargs)
            return __obj(*args, **kwargs)
        return super().call(__obj, *args, **kwargs)

    def calling(
        self,
        what: Any,
        loop: dict[str, Any] | None = None,
        block: dict[str, Any] | None = None,
    ) -> Callable[..., Any]:
        """Return what calls *what* by `call`, with the variables of the loop and block around."""
        around = {"_loop_vars": loop, "_block_vars": block}
        return partial(self.call, what, **{name: has for name, has in around.items() if has})


def _expanded(macro: Macro, how: EvalContext, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """Return what *macro* gives: Jinja's own way of calling it, where it needs no more than values.

    `Macro.__call__` prepares for callers and for arguments that no macro names.
    """
    names = macro.arguments
    given = len(args)
    is_plain = not (macro.caller or macro.catch_kwargs or macro.catch_varargs)
    if is_plain and given <= len(names) and not macro.explicit_caller and how.autoescape:
        rest = names[given:]
        if not kwargs or all(name in rest for name in kwargs):
            if rest:
                args += tuple([kwargs.get(name, missing) for name in rest])
            html = macro._func(*args)
            return html if type(html) is Markup else Markup(html)
    return macro(how, *args, **kwargs)


class Template(jinja2.Template):
    """A template whose macros are made once."""

    def _get_default_module(self, ctx: JinjaContext | None = None) -> TemplateModule:
        """Return the macros that templates import, which see the globals alone.

        Jinja compares the globals of both templates at each import; here all have the same.
        """
        if self._module is None:
            return super()._get_default_module(ctx)
        return self._module
