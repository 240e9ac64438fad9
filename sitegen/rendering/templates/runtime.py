"""Jinja's run time without what no template of a theme can need: a page calls it some 200 times.

Each shortcut does what Jinja does in the case that is usual here, and leaves the rest to Jinja.
"""

from collections.abc import Mapping
from types import MethodType
from typing import Any

import jinja2
from jinja2.environment import TemplateModule
from jinja2.runtime import Context as JinjaContext


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
        # All templates have the same globals: nobody changes them, so their names are not copied.
        self.globals_keys = globals.keys() if globals else set()  # type: ignore[assignment]

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - Jinja's names
        """Call *__obj*. A bound method asks for no context: Jinja looks for that in five places."""
        if type(__obj) is MethodType:
            if kwargs:  # a call within a loop or a block says so, for what wants its variables
                kwargs.pop("_loop_vars", None)
                kwargs.pop("_block_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__obj, *args, **kwargs)


class Template(jinja2.Template):
    """A template whose macros are made once."""

    def _get_default_module(self, ctx: JinjaContext | None = None) -> TemplateModule:
        """Return the macros that templates import, which see the globals alone.

        Jinja compares the globals of both templates at each import; here all have the same.
        """
        if self._module is None:
            return super()._get_default_module(ctx)
        return self._module
