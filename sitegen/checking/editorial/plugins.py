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
        partial(_check, loaded.hook(function))
        for loaded, plugin in plugins.at_work
        for function in plugin.checks.values()
    ]


def _check(hook: Hook, text: Text) -> Iterator[Diagnostic]:
    try:
        yield from _found(hook, text)
    except PluginError as error:
        yield from error.told_for(text.path)


def _found(hook: Hook, text: Text) -> Iterator[Diagnostic]:
    told: Any = hook.call(text)
    for said in (told,) if isinstance(told, Finding) else told or ():
        if isinstance(said, Finding) and _is_whole(said):
            values = {"message": said.message, "mend": said.mend, "plugin": hook.ref.name}
            yield Diagnostic(
                "plugin-finding", text.path, max(said.line, 0), max(said.column, 0), values
            )
        elif isinstance(said, Diagnostic):
            yield said
        else:
            raise hook.call.wrong(said, "Finding(message: str, mend: str, line: int)")


def _is_whole(finding: Finding) -> bool:
    """Whether *finding* has what it says that it has: nothing else looks at it."""
    texts, numbers = (finding.message, finding.mend), (finding.line, finding.column)
    return all(isinstance(text, str) for text in texts) and all(
        type(number) is int for number in numbers
    )
