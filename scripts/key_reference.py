"""The reference of keys, in English and in French, from the types that read them."""

import types
import typing
from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec
from reference_channels import CHANNELS
from reference_documents import DOCUMENTS
from reference_french import FRENCH
from reference_press import PRESS
from reference_settings import SETTINGS

from sitegen.border.schema import field_descriptions
from sitegen.config import SiteConfig
from sitegen.markup.headings import slug
from sitegen.markup.shortcodes.shortcode import FileArgument
from sitegen.model import (
    Focus,
    FrontMatter,
    Moment,
    PressPageFields,
    ReviewedMention,
    SectionFrontMatter,
)
from sitegen.wording.translation import words_of

Say = Callable[[str], str]
ROOTS = (FrontMatter, SectionFrontMatter, SiteConfig, PressPageFields, ReviewedMention)
MAPPINGS = DOCUMENTS | PRESS | SETTINGS | CHANNELS
"""Title, words below it and example of each mapping that authors write."""
WORDS: dict[Any, str] = {
    str: "text",
    bool: "`true`, `false`",
    int: "whole number",
    float: "number",
    Any: "anything",
    Moment: "[date](#dates)",
    Focus: "`30% 20%`",
    FileArgument: "file",
}
INTRODUCTION = (
    "What may stand above a document and in `site.yaml`: each key with its value, its default\n"
    "and what it is. An unknown key is an error that names the nearest one. `sitegen schema`\n"
    "gives the same to editors. What templates can ask is in\n"
    "[the templates' reference](reference-templates.md).\n"
    "*Cette page existe aussi [en français](reference-fr.md).*\n",
    "Where *one or a list* is allowed, a single value needs no brackets. A key with nothing\n"
    "behind it is a key not given.\n",
    "## Dates\n",
    "`2027-03-02` is a day, `2027-03-02 09:30` an hour of the site's zone,\n"
    "`2027-03-02T09:30+01:00` an instant. `2/3/2027` is refused: it means two days.\n",
)
GENERATED = "<!-- Made by scripts/write_reference.py from the program's own types. -->\n"


def reference(say: Say = str, other: str = "") -> str:
    """Return all that an author or a webmaster may write, by key, in the words of *say*.

    *other*: further keys of the page's front matter.
    """
    title = say("Reference of keys")
    lines = [
        f"---\ntitle: {title}\nsummary: {say('Every key of the front matter and of site.yaml.')}\n"
        f"weight: 50\nkind: {say('Reference')}\n{other}---\n",
        GENERATED,
        f"# {title}\n",
        *map(say, INTRODUCTION),
    ]
    written: list[type] = []
    for root in ROOTS:
        for struct in structs_below(root):
            if struct not in written:
                written.append(struct)
                lines += _section(struct, 2 if struct in ROOTS else 3, say)
    return "\n".join(lines)


def in_french(text: str) -> str:
    """Return *text* in French; as it is where nobody has translated it: see `untranslated`."""
    return FRENCH.get(text) or words_of("fr")(text)


def untranslated() -> list[str]:
    """Return what the French reference would say in English."""
    said: list[str] = []

    def say(text: str) -> str:
        said.append(text)
        return text

    reference(say)
    return [text for text in said if text not in FRENCH and in_french(text) == text]


def structs_below(struct: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    """Yield *struct* and the structs that stand under its keys, as they come."""
    yield struct
    hints = typing.get_type_hints(struct)
    for field in msgspec.structs.fields(struct):
        for inner in _structs(hints[field.name]):
            yield from structs_below(inner)


def _structs(hint: Any) -> Iterator[type[msgspec.Struct]]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct) and hint not in WORDS:
        yield hint
    for argument in typing.get_args(hint):
        yield from _structs(argument)


def _section(struct: type[msgspec.Struct], level: int, say: Say) -> list[str]:
    title, introduction, example = MAPPINGS[struct]
    lines = [f"{'#' * level} {say(title)}\n"]
    if introduction:
        lines.append(f"{say(introduction)}\n")
    lines += [say("| key | value | default | what it is |"), "|---|---|---|---|"]
    hints = typing.get_type_hints(struct)
    words = field_descriptions(struct)
    for field in msgspec.structs.fields(struct):
        told = words.get(field.name, "")
        cells = (
            f"`{field.encode_name}`",
            value_words(hints[field.name], say),
            default_words(field, say),
            say(told).replace("``", "`") if told else "",
        )
        lines.append(f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |")
    return [*lines, "", f"```yaml\n{example.strip()}\n```\n"]


def value_words(hint: Any, say: Say = str) -> str:
    """Return in words what may stand behind a key."""
    if hint in WORDS:
        return say(WORDS[hint])
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return value_words(arguments[0], say)
    if origin is Literal:
        return ", ".join(f"`{choice}`" for choice in arguments if choice)
    if origin is tuple:
        return f"{value_words(arguments[0], say)}{say('; one or a list')}"
    if origin is dict:
        if arguments[1] is Any:
            return say("names, each with anything")
        return f"{say('names, each: ')}{value_words(arguments[1], say)}"
    if origin in (typing.Union, types.UnionType):
        kinds = [value_words(kind, say) for kind in arguments if kind is not type(None)]
        return say(" or ").join(dict.fromkeys(kinds))
    title = say(MAPPINGS[hint][0])
    return f"[{title[0].lower()}{title[1:]}](#{slug(title.replace('`', ''))})"


def default_words(field: msgspec.structs.FieldInfo, say: Say = str) -> str:
    """Return what a key holds where it is not given."""
    if field.required:
        return say("required")
    value = field.default
    if field.default_factory is not msgspec.NODEFAULT:
        value = field.default_factory()
    if value is None or isinstance(value, msgspec.Struct) or value in ("", (), {}, -1.0):
        return "–"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return f"`[{', '.join(map(str, value))}]`"
    return f"`{value}`"
