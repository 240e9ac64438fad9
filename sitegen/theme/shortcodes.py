"""The shortcodes that a theme declares in its ``theme.yaml``: their arguments, by their types."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from sitegen.markup.values import ArgumentType, DeclaredArgument, DeclaredShortcode
from sitegen.patterns import lazy_pattern
from sitegen.wording.phrases import Words, with_gaps

_NAME = lazy_pattern(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_KEY = lazy_pattern(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_FRAME = lazy_pattern(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?")


class WrittenShortcode(msgspec.Struct, frozen=True, kw_only=True):
    """What stands under a shortcode's name."""

    description: str = ""
    content: Literal["none", "markdown"] = "none"
    shorthand: str = ""
    frame: str = ""
    example: str = ""
    arguments: dict[str, DeclaredArgument | None] = {}


def declared(name: str, written: WrittenShortcode) -> DeclaredShortcode:
    """Return the shortcode *name* as it is *written*, in which `mistakes` has found none."""
    arguments = tuple(
        (key, argument or DeclaredArgument()) for key, argument in written.arguments.items()
    )
    return DeclaredShortcode(
        name=name,
        arguments=arguments,
        has_content=written.content == "markdown",
        shorthand=written.shorthand,
        frame=written.frame,
        example=written.example or example_of(name, arguments, written.shorthand),
        description=written.description,
    )


def mistakes(name: str, written: WrittenShortcode) -> Iterator[tuple[str, Words]]:
    """Yield the keys below *name* that cannot stand so ("": the name itself), and why."""
    from sitegen.markup.shortcodes.shortcode import OwnShortcode
    from sitegen.markup.shortcodes.values import SHORTCODES

    if name in SHORTCODES:
        yield "", "sitegen has a shortcode of that name: give this one another"
    elif not _NAME.fullmatch(name):
        yield "", "a name has small letters without accents, digits and hyphens: chiffre-cle"
    for key, argument in written.arguments.items():
        if hasattr(OwnShortcode, key) or not _KEY.fullmatch(key):
            yield f"arguments.{key}", "no argument can have this name: take letters and `_`"
        elif argument and (argument.type == "choice") != bool(argument.choices):
            yield f"arguments.{key}", "`type: choice` and `choices` belong together"
    if written.shorthand and written.shorthand not in written.arguments:
        yield "shorthand", with_gaps("no argument is called `{name}`", name=written.shorthand)
    if written.frame and not _FRAME.fullmatch(written.frame):
        yield "frame", "write scheme and host alone: https://umap.openstreetmap.fr"


_SHOWN: dict[ArgumentType, str] = {
    "text": '"…"',
    "number": "3",
    "boolean": "yes",
    "file": "rapport.pdf",
    "image": "photo.jpg",
    "address": "https://www.example.org/",
    "coordinates": '"47.397, 0.692"',
    "language": "en",
}


def example_of(
    name: str, arguments: tuple[tuple[str, DeclaredArgument], ...], shorthand: str
) -> str:
    """Return a line with the arguments that have to be there."""
    parts = [f"::: {name}"]
    for key, argument in arguments:
        value = argument.choices[0] if argument.choices else _SHOWN.get(argument.type, "…")
        if key == shorthand:
            parts.insert(1, value)
        elif argument.required:
            parts.append(f"{key}={value}")
    return " ".join(parts)
