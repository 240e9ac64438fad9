"""The arguments of a plugin's shortcode, read from the function's signature."""

import inspect
import typing
from collections.abc import Callable
from typing import Any, Literal

from sitegen.markup.values import ArgumentType, DeclaredArgument, DeclaredShortcode
from sitegen.plugins.declaring import check_first, check_shortcode

_TYPES: dict[Any, ArgumentType] = {str: "text", int: "number", bool: "boolean"}
CONTENT = "content"
"""The argument that gets what stands before the closing `:::`."""


def declared_shortcode(name: str, function: Callable[..., Any]) -> DeclaredShortcode:
    """Return the shortcode *name* as *function* declares it.

    Raises `TypeError` for a signature that authors could not write arguments for.
    """
    from sitegen.theme.shortcodes import example_of

    check_shortcode(name)
    check_first(function, "site")
    hints = typing.get_type_hints(function)
    parameters = list(inspect.signature(function).parameters.values())
    arguments: dict[str, DeclaredArgument] = {}
    for parameter in parameters[1:]:
        if parameter.name != CONTENT:
            arguments[parameter.name] = _argument(parameter, hints.get(parameter.name, str))
    listed = tuple(arguments.items())
    shorthand = next(iter(arguments), "")
    return DeclaredShortcode(
        name=name,
        arguments=listed,
        has_content=any(parameter.name == CONTENT for parameter in parameters),
        shorthand=shorthand,
        frame="",
        example=example_of(name, listed, shorthand),
        description=(inspect.getdoc(function) or "").partition("\n")[0],
    )


def _argument(parameter: inspect.Parameter, annotation: Any) -> DeclaredArgument:
    is_required = parameter.default is parameter.empty
    if typing.get_origin(annotation) is Literal:
        choices = tuple(str(choice) for choice in typing.get_args(annotation) if choice)
        return DeclaredArgument(type="choice", required=is_required, choices=choices)
    if annotation not in _TYPES:
        raise TypeError(
            f"the argument `{parameter.name}` of a shortcode is str, int, bool or Literal"
        )
    if parameter.default is True:
        raise TypeError(
            f"`{parameter.name}` is false where an author leaves it out: write `= False`, under a"
            " name that says the opposite"
        )
    return DeclaredArgument(type=_TYPES[annotation], required=is_required)


def arguments_of(function: Callable[..., Any], encoded: str, content: Any) -> dict[str, Any]:
    """Return what *function*, a shortcode's, is called with: what its author wrote, by name."""
    from sitegen.markup.shortcodes.calls import decode_call

    parameters = inspect.signature(function).parameters
    written = vars(decode_call("", encoded))
    given = {
        name: value
        for name, value in written.items()
        if name in parameters and (value or parameters[name].default is inspect.Parameter.empty)
    }
    return given | ({CONTENT: content} if CONTENT in parameters else {})
