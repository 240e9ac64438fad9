"""What plugins look for in texts; one that fails is told, and the others go on."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic, PluginError
from sitegen.plugins.known import Hook, Plugins
from sitegen.plugins.values import Finding


def checks_of_plugins(plugins: Plugins) -> list[Callable[[Text], Iterator[Diagnostic]]]:
    """Return the checks of *plugins*, each a function as sitegen's own are."""
    return [
        partial(_check, one.hook(function))
        for one, plugin in plugins.at_work
        for function in plugin.checks.values()
    ]


def _check(hook: Hook, text: Text) -> Iterator[Diagnostic]:
    try:
        yield from _found(hook, text)
    except PluginError as error:
        yield from error.told_for(text.path)


def _found(hook: Hook, text: Text) -> Iterator[Diagnostic]:
    told: Any = hook.call(text)
    for one in (told,) if isinstance(told, Finding) else told or ():
        if isinstance(one, Finding) and _is_whole(one):
            values = {"message": one.message, "mend": one.mend, "plugin": hook.ref.name}
            yield Diagnostic(
                "plugin-finding", text.path, max(one.line, 0), max(one.column, 0), values
            )
        elif isinstance(one, Diagnostic):
            yield one
        else:
            raise hook.call.wrong(one, "Finding(message: str, mend: str, line: int)")


def _is_whole(found: Finding) -> bool:
    """Whether *found* has what it says that it has: nothing else looks at it."""
    texts, numbers = (found.message, found.mend), (found.line, found.column)
    return all(isinstance(one, str) for one in texts) and all(type(one) is int for one in numbers)
