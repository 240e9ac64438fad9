"""CommonMark with GitHub's tables and footnotes, by pulldown-cmark: native code, very fast."""

from typing import Final

from pyromark import Markdown, Options

_MARKDOWN: Final = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_DEFINITION_LIST
)


def convert(text: str) -> str:
    """The HTML of *text*."""
    return _MARKDOWN.html(text).replace("<br />", "<br>").replace("<hr />", "<hr>").strip()
