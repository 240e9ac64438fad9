"""Shortcodes that a theme declares: values that become Structs, as sitegen's own are."""

from functools import cache
from typing import Any, Literal

import msgspec

from sitegen.markup.values import ArgumentType, DeclaredArgument, DeclaredShortcode


@cache
def known_shortcodes(declared: tuple[DeclaredShortcode, ...]) -> dict[str, Any]:
    """Return the Struct of each shortcode that authors may write, by name."""
    from sitegen.markup.shortcodes.values import SHORTCODES

    return SHORTCODES | {shortcode.name: _struct_of(shortcode) for shortcode in declared}


def _struct_of(declared: DeclaredShortcode) -> Any:
    from sitegen.markup.shortcodes.shortcode import OwnShortcode

    fields: list[Any] = []
    for name, argument in declared.arguments:
        annotation, empty = _type_of(argument)
        fields.append((name, annotation) if argument.required else (name, annotation, empty))
    return msgspec.defstruct(
        declared.name,
        fields,
        bases=(OwnShortcode,),
        namespace={
            "content": "markdown" if declared.has_content else "",
            "example": declared.example,
            "shorthand": declared.shorthand,
            "frame_host": declared.frame,
        },
        frozen=True,
        kw_only=True,
    )


def _type_of(argument: DeclaredArgument) -> tuple[Any, Any]:
    """Return the type of an argument, and its value where an author leaves it out."""
    from sitegen.markup.shortcodes import shortcode

    if argument.type == "choice":
        return Literal["", *argument.choices], ""  # names that a theme brings at run time
    types: dict[ArgumentType, tuple[Any, Any]] = {
        "text": (shortcode.Prose, ""),
        "word": (str, ""),
        "number": (int, 0),
        "boolean": (bool, False),
        "file": (shortcode.FileArgument | None, None),
        "image": (shortcode.ImageArgument | None, None),
        "address": (shortcode.WebAddress, ""),
        "coordinates": (shortcode.Coordinates, ()),
        "language": (shortcode.Language, ""),
    }
    return types[argument.type]
