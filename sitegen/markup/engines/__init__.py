"""Markdown to plain HTML: one module for each engine, imported only when it is used.

An engine knows Markdown and nothing of sites: `convert` leaves attribute lists and bracketed spans
as text, footnotes as `footnotes` describes them, and addresses as they were written. The passes
over its HTML do all the rest, so that the engines differ in their dialect of Markdown alone.
"""

from functools import cache
from typing import NamedTuple, Protocol

from sitegen.markup.values import MarkupError

ENGINES = ("markdown", "commonmark")


class Converted(NamedTuple):
    """What an engine made of a text."""

    html: str
    has_raw_html: bool
    """Whether HTML that its author wrote stands in it; the rest is the engine's own."""


class Convert(Protocol):
    def __call__(self, text: str, *, escapes_html: bool = False) -> Converted:
        """The HTML of *text*. HTML in it is text with *escapes_html*.

        RecursionError if it nests too deep.
        """


@cache  # an import that is done costs a microsecond of each text
def find_engine(name: str) -> Convert:
    """The `convert` function of the engine called *name*. MarkupError if it cannot be had."""
    if name == "markdown":
        from sitegen.markup.engines import python_markdown

        return python_markdown.convert
    if name == "commonmark":
        try:
            from sitegen.markup.engines import commonmark
        except ImportError as error:
            raise MarkupError(
                "the engine `commonmark` is not installed:"
                " run `pip install 'sitegen-hub[commonmark]'`"
            ) from error
        return commonmark.convert
    raise MarkupError(f"unknown Markdown engine `{name}`: write one of {', '.join(ENGINES)}")
