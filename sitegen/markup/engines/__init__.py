"""Markdown to plain HTML: one module for each engine, imported only when it is used.

An engine knows Markdown and nothing of sites: `convert` leaves attribute lists and bracketed spans
as text, footnotes as `footnotes` describes them, and addresses as they were written. The passes
over its HTML do all the rest, so that the engines differ in their dialect of Markdown alone.
"""

from collections.abc import Callable

from sitegen.markup.values import MarkupError

ENGINES = ("markdown", "commonmark")


def find_engine(name: str) -> Callable[[str], str]:
    """The `convert` function of the engine called *name*. MarkupError if it cannot be had."""
    if name == "markdown":
        from sitegen.markup.engines import python_markdown

        return python_markdown.convert
    if name == "commonmark":
        try:
            from sitegen.markup.engines import commonmark
        except ImportError as error:
            raise MarkupError(
                "the engine `commonmark` is not installed: run `pip install sitegen[commonmark]`"
            ) from error
        return commonmark.convert
    raise MarkupError(f"unknown Markdown engine `{name}`: write one of {', '.join(ENGINES)}")
