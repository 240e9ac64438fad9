"""Markdown and HTML in the arguments of shortcodes, which readers see as they are typed. Pure."""

from collections.abc import Iterator

from sitegen.checking.editorial.keys import markup_in
from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic
from sitegen.markup.shortcodes.lines import find_shortcodes
from sitegen.markup.typesetting import prose_of


def check_arguments(text: Text) -> Iterator[Diagnostic]:
    """Yield the markup in texts such as `caption` and `speaker`, at its place in the line."""
    if ":::" not in text.markdown:
        return
    words, end = text.body.words, 0
    for call in find_shortcodes(words, "", False, text.shortcodes).calls:
        line = next(iter(call.sources.values()))
        start = words.index(line, end)
        end = start + len(line)
        for key, written in prose_of(call.shortcode):
            for values in markup_in(key, written):
                at = start + max(line.find(values["text"]), 0)
                yield text.body.diagnostic("markup-in-key", at, **values)
