"""Shortcodes as what the editor inserts into a text, shows and lets people change."""

import typing
from collections.abc import Mapping

import msgspec

from sitegen.border.schema import field_descriptions
from sitegen.editing.explanations import CONTENTS, EXPLANATIONS
from sitegen.editing.forms import Form, Former, Translate
from sitegen.editing.labels import LABELS, PLACED
from sitegen.markup.shortcodes.declared import known_shortcodes
from sitegen.markup.shortcodes.shortcode import FileArgument, Shortcode
from sitegen.markup.values import DeclaredArgument, DeclaredShortcode

_NAMES = {
    "figure": "Picture with caption",
    "quote": "Quotation",
    "document": "File to download",
    "alert": "Notice",
    "figures": "Key figures",
    "contact": "Contact",
    "events": "List of events",
    "map": "Map",
    "video": "Video",
    "gallery": "Gallery",
}
"""In the order of the menu."""
_ICONS = {
    "figure": "image", "gallery": "photo_library", "video": "movie", "map": "map",
    "document": "attach_file", "contact": "contact_mail", "quote": "format_quote",
    "figures": "monitoring", "events": "event", "alert": "warning",
}  # fmt: skip


def components(declared: tuple[DeclaredShortcode, ...], former: Former) -> list[Form]:
    """Return sitegen's shortcodes and those of the theme, with a field for each argument."""
    theirs = {shortcode.name: dict(shortcode.arguments) for shortcode in declared}
    return [
        {
            "name": name,
            "label": block_label(name, declared, former.translate),
            "icon": _ICONS.get(name, "widgets"),
            "shorthand": struct.shorthand,
            "hasContent": bool(struct.content),
            "fields": _fields(struct, theirs.get(name), former),
        }
        for name, struct in _in_order(known_shortcodes(declared))
    ]


def _in_order(known: Mapping[str, typing.Any]) -> list[tuple[str, typing.Any]]:
    """Return sitegen's own in the order of the menu, and then the theme's."""
    order = {name: rank for rank, name in enumerate(_NAMES)}
    return sorted(known.items(), key=lambda one: order.get(one[0], len(order)))


def block_label(name: str, declared: tuple[DeclaredShortcode, ...], translate: Translate) -> str:
    """Return what the shortcode *name* is called on the page."""
    theirs = {shortcode.name: shortcode.description for shortcode in declared}
    return translate(_NAMES[name]) if name in _NAMES else theirs.get(name) or name


def argument_label(
    name: str, key: str, declared: tuple[DeclaredShortcode, ...], translate: Translate
) -> str:
    """Return what *key* of the shortcode *name* is called on the page."""
    struct = known_shortcodes(declared)[name]
    if key == "content":
        return translate(CONTENTS[struct.content or "markdown"][0])
    return _label(struct, key, translate)


def _fields(
    struct: type[Shortcode], theirs: Mapping[str, DeclaredArgument] | None, former: Former
) -> list[Form]:
    """Return the fields of *struct*, what is needed first. *theirs*: what its theme says of it."""
    hints = typing.get_type_hints(struct, include_extras=True)
    said = _explained(struct, former) if theirs is None else _said(theirs)
    fields = [
        _field(
            field.encode_name,
            _label(struct, field.name, former.translate),
            said[field.name],
        )
        | {"required": field.required}
        | _widget(hints[field.name], f"{struct.__name__}.{field.name}", former)
        for field in msgspec.structs.fields(struct)
    ]
    if struct.content:
        label, text = (former.translate(one) if one else "" for one in CONTENTS[struct.content])
        content = _field("content", label, text) | {"widget": "text", "required": True}
        first = [field for field in fields if field["required"]]
        fields = [*first, content, *(field for field in fields if not field["required"])]
    return fields


def _explained(struct: type[Shortcode], former: Former) -> dict[str, str]:
    return {
        key: former.translate(EXPLANATIONS.get(f"{struct.__name__}.{key}", text))
        for key, text in field_descriptions(struct).items()
    }


def _said(theirs: Mapping[str, DeclaredArgument]) -> dict[str, str]:
    return {key: argument.description for key, argument in theirs.items()}


def _field(name: str, label: str, text: str) -> Form:
    hint = {"hint": text.replace("`", "")} if text else {}
    return {"name": name, "label": label} | hint


def _label(struct: type[Shortcode], name: str, translate: Translate) -> str:
    label = PLACED.get(f"{struct.__name__}.{name}") or LABELS.get(name)
    return translate(label) if label else name.replace("_", " ")


def _widget(hint: typing.Any, place: str, former: Former) -> Form:
    kinds = {*typing.get_args(hint), hint}
    if FileArgument in kinds or any(typing.get_args(kind)[:1] == (FileArgument,) for kind in kinds):
        is_image = "image" in str(hint)
        return {"widget": "image" if is_image else "file", "choose_url": False}
    made = former.value(hint, place.rpartition(".")[2], place)
    return made.shown if made else {"widget": "string"}
