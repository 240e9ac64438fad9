"""Markdown to HTML: text in, values out. It knows nothing of sites, files or configuration.

    markup = render_markup(text, "communiques", MarkupSettings())

An engine (`engines/`) makes plain HTML of Markdown. Passes over its tokens, the same for every
engine, do the rest, in the order that `render.py` tells: attribute lists, notes, figures, tables,
ids, addresses, typography, plain text. The dialect is described for authors in `docs/markdown.md`.
The engines differ in how they read Markdown itself:

| an author writes | "markdown" | "commonmark" |
|---|---|---|
| a list nested by 2 or 3 spaces | no nested list: it takes 4 | a nested list |
| a list or table right under a line of text | text | a list or table |
| `1) a`; `##Titre` without a space | text; a heading | a list; text |
| `- a` and `* b` in turn | one list | two lists |
| fenced code in a list item or quotation | a line of code | a block of code |
| more words after the language of a fence | a line of code | a block; they are ignored |
| a `|` in code within a table | part of the code | a new cell |
| Markdown within an HTML block | as typed | read after an empty line |
| `[a b](x y.md)`, a space in an address | a link | text; write `<x y.md>` |
| a backslash at the end of a line | a backslash | a line break |
| two notes with one label | the last counts | the first counts |
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
