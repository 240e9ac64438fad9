"""Markdown to HTML: text in, values out. It knows nothing of sites, files or configuration.

    markup = render_markup(text, "communiques", MarkupSettings())

An engine (`engines/`) makes plain HTML of Markdown. Passes over its tokens, the same for every
engine, do the rest, in the order that `render.py` tells: attribute lists, notes, figures, tables,
ids, addresses, typography, plain text. The dialect is described for authors in `docs/markdown.md`.
Both engines read blocks as CommonMark does; what still differs is a table at its end.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.markup.references import PLACEHOLDER
    from sitegen.markup.render import render_markup
    from sitegen.markup.typesetting import typeset
    from sitegen.markup.typography import space_french
    from sitegen.markup.values import (
        Heading,
        Lookup,
        Markup,
        MarkupError,
        MarkupSettings,
        Reference,
    )

__all__ = [
    "PLACEHOLDER",
    "Heading",
    "Lookup",
    "Markup",
    "MarkupError",
    "MarkupSettings",
    "Reference",
    "render_markup",
    "space_french",
    "typeset",
]

_MODULES = {
    "PLACEHOLDER": "references",
    "render_markup": "render",
    "space_french": "typography",
    "typeset": "typesetting",
}


def __getattr__(name: str) -> object:
    """Import what is asked for, when it is asked for: `sitegen --version` needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'values')}"), name)
