"""Shortcodes as what the editor inserts into a text, shows and lets people change."""

import typing

import msgspec

from sitegen.editing.forms import Form, Former
from sitegen.editing.labels import LABELS
from sitegen.markup.shortcodes.declared import known_shortcodes
from sitegen.markup.shortcodes.shortcode import FileArgument, Shortcode
from sitegen.markup.values import DeclaredShortcode

_NAMES = {
    "figure": "Picture with caption",
    "gallery": "Gallery",
    "video": "Video",
    "map": "Map",
    "document": "File to download",
    "contact": "Contact",
    "quote": "Quotation",
    "figures": "Key figures",
    "events": "List of events",
    "alert": "Notice",
}
_ICONS = {
    "figure": "image", "gallery": "photo_library", "video": "movie", "map": "map",
    "document": "attach_file", "contact": "contact_mail", "quote": "format_quote",
    "figures": "monitoring", "events": "event", "alert": "warning",
}  # fmt: skip


def components(declared: tuple[DeclaredShortcode, ...], former: Former) -> list[Form]:
    """Return sitegen's shortcodes and those of the theme, with a field for each argument."""
    own = {shortcode.name: shortcode.description for shortcode in declared}
    return [
        {
            "name": name,
            "label": former.translate(_NAMES[name]) if name in _NAMES else own.get(name) or name,
            "icon": _ICONS.get(name, "widgets"),
            "shorthand": struct.shorthand,
            "hasContent": bool(struct.content),
            "fields": _fields(struct, former),
        }
        for name, struct in known_shortcodes(declared).items()
    ]


def _fields(struct: type[Shortcode], former: Former) -> list[Form]:
    hints = typing.get_type_hints(struct, include_extras=True)
    fields = [
        {
            "name": field.encode_name,
            "label": _label(field.name, former),
            "required": field.required,
            **_widget(hints[field.name], field.name, former),
        }
        for field in msgspec.structs.fields(struct)
    ]
    if struct.content:
        fields.append(
            {
                "name": "content",
                "label": _label("text", former),
                "widget": "text",
                "required": False,
            }
        )
    return fields


def _label(name: str, former: Former) -> str:
    return former.translate(LABELS[name]) if name in LABELS else name.replace("_", " ")


def _widget(hint: typing.Any, name: str, former: Former) -> Form:
    kinds = {*typing.get_args(hint), hint}
    if FileArgument in kinds or any(typing.get_args(kind)[:1] == (FileArgument,) for kind in kinds):
        is_image = "image" in str(hint)
        return {"widget": "image" if is_image else "file", "choose_url": False}
    made = former.value(hint, name)
    return made.shown if made else {"widget": "string"}
