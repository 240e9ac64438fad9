"""How long templates take: Jinja's own functions for them, with a clock around."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from time import perf_counter
from types import CodeType
from typing import Any

import jinja2

from sitegen.engine.timing.stopwatch import TemplateTime
from sitegen.rendering.templates.runtime import Template


class _Sum:
    """What is known of one template so far, in seconds."""

    __slots__ = ("own", "renders", "total")

    def __init__(self) -> None:
        self.renders = 0
        self.own = 0.0
        self.total = 0.0


class TemplateTimes:
    """The templates of one environment, by name. A macro counts for the template that calls it."""

    def __init__(self) -> None:
        self.outermost = ""
        """The template that was begun last while no other one was at work."""
        self._sums: dict[str, _Sum] = {}
        self._nested: list[float] = []
        """For each template at work, the seconds of those that it led to."""
        self._active: Counter[str] = Counter()

    def take(self) -> tuple[TemplateTime, ...]:
        """Return what was measured since this was asked last."""
        times = tuple(
            TemplateTime(name, time.renders, time.own, time.total)
            for name, time in self._sums.items()
        )
        self._sums.clear()
        return times

    def count(self, name: str) -> None:
        """Note one more whole rendering of the template *name*."""
        self._sums[name].renders += 1

    def template_class(self) -> type[jinja2.Template]:
        """Return the class of templates that are timed here."""
        times = self

        class TimedTemplate(Template):
            @classmethod
            def from_code(
                cls,
                environment: jinja2.Environment,
                code: CodeType,
                globals: MutableMapping[str, Any],
                uptodate: Callable[[], bool] | None = None,
            ) -> jinja2.Template:
                template = super().from_code(environment, code, globals, uptodate)
                name = template.name or ""
                template.root_render_func = _Timed(times, name, template.root_render_func, True)
                template.blocks = {
                    block: _Timed(times, name, function, False)
                    for block, function in template.blocks.items()
                }
                return template

        return TimedTemplate

    def run(self, name: str, function: Callable[..., Iterable[str]], context: Any) -> list[str]:
        """Return all that *function* gives; what it takes belongs to the template *name*."""
        if not self._nested:
            self.outermost = name
        self._nested.append(0.0)
        self._active[name] += 1
        started = perf_counter()
        try:
            return list(function(context))
        finally:
            elapsed = perf_counter() - started
            nested = self._nested.pop()
            self._active[name] -= 1
            if self._nested:
                self._nested[-1] += elapsed
            known = self._sums.setdefault(name, _Sum())
            known.own += elapsed - nested
            if not self._active[name]:  # not inside itself, or it would count twice
                known.total += elapsed


class _Timed:
    """Calls a template's function, whole at once.

    A block equals what it calls: `super()` looks for that one.
    """

    def __init__(
        self,
        times: TemplateTimes,
        name: str,
        function: Callable[..., Iterable[str]],
        is_whole: bool,
    ) -> None:
        self._times = times
        self._name = name
        self._function = function
        self._is_whole = is_whole

    def __call__(self, context: Any) -> Iterator[str]:
        yield from self._times.run(self._name, self._function, context)
        if self._is_whole:
            self._times.count(self._name)

    def __eq__(self, other: object) -> bool:
        return other is self or other is self._function

    def __hash__(self) -> int:
        return hash(self._function)
