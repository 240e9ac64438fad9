"""CommonMark with GitHub's tables and footnotes, by pulldown-cmark: native code, very fast."""

import re
from typing import Final

from pyromark import Markdown, Options

_MARKDOWN: Final = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_DEFINITION_LIST
)
_BRACED_LANGUAGE = re.compile(r'<code class="language-\{\.?([\w+#-]*)[^"]*"')


def convert(text: str) -> str:
    """The HTML of *text*."""
    html = _MARKDOWN.html(text).replace("<br />", "<br>").replace("<hr />", "<hr>").strip()
    if 'class="language-{' in html:  # ``` {.python}, which Python-Markdown understands
        html = _BRACED_LANGUAGE.sub(r'<code class="language-\1"', html)
    return html
