"""CommonMark with GitHub's tables and footnotes, by pulldown-cmark: native code, very fast."""

import re
from typing import Final

from pyromark import Markdown, Options

from sitegen.markup.engines import Converted
from sitegen.markup.engines.meant import as_commonmark
from sitegen.patterns import lazy_pattern

_MARKDOWN: Final = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_DEFINITION_LIST
)
_BRACED_LANGUAGE = lazy_pattern(r'<code class="language-\{\.?([\w+#-]*)[^"]*"')
_SPACED_LANGUAGE = lazy_pattern(r"^([ >]*(?:`{3,}|~{3,})[ ]*)\{[ ]+\.?(?=[\w+#-])", re.MULTILINE)


_TERMS = lazy_pattern(r"<dt>(.*?)</dt>", re.DOTALL)
_MAY_BE_RAW = lazy_pattern(r"<[a-zA-Z/!?]")
_RAISED = lazy_pattern(r"<su(?:p>[^\W_]+</sup|b>[^\W_]+</sub)>")
"""1<sup>er</sup>, CO<sub>2</sub>: nothing that sanitising would change."""
_MOST_ROUNDS = 20


def convert(text: str, *, escapes_html: bool = False) -> Converted:
    """The HTML of *text*; HTML in it is text with *escapes_html*."""
    text = as_commonmark(text)
    if (
        "{" in text and "{ " in text
    ):  # ``` { .python }, of which pulldown-cmark takes the brace alone
        text = _SPACED_LANGUAGE.sub(r"\1", text)
    has_raw = _has_raw_html(text, escapes_html=escapes_html)
    if has_raw and escapes_html:
        text, has_raw = _escape_html(text)
    html = _MARKDOWN.html(text).strip()
    if "r />" in html:
        html = html.replace("<br />", "<br>").replace("<hr />", "<hr>")
    if (
        "{" in html and 'class="language-{' in html
    ):  # ``` {.python}, which Python-Markdown understands
        html = _BRACED_LANGUAGE.sub(r'<code class="language-\1"', html)
        html = html.replace('<code class="language-">', "<code>")
    if "@" in html and '">mailto:' in html:
        html = html.replace('">mailto:', '">')
    if "</dt>" in html:
        html = _TERMS.sub(_split_terms, html)
    return Converted(html, has_raw)


def _split_terms(match: re.Match[str]) -> str:
    """Each line above a definition as a term of its own, where no tag goes across lines."""
    lines = match[1].split("\n")
    if any(line.count("<") != 2 * line.count("</") for line in lines):
        return match[0]
    return "\n".join(f"<dt>{line}</dt>" for line in lines)


def _has_raw_html(text: str, *, escapes_html: bool) -> bool:
    if "<" not in text:
        return False
    others = _RAISED.sub("", text) if "<su" in text and not escapes_html else text
    if not _MAY_BE_RAW.search(others):  # the events take as long as the HTML
        return False
    return any(
        "Html" in event or "InlineHtml" in event
        for event in _MARKDOWN.events(text)
        if isinstance(event, dict)
    )


def _escape_html(text: str) -> tuple[str, bool]:
    """The *text* with `&lt;` where HTML began, and whether some is left.

    What was HTML is Markdown then, and may turn what stood in code beside it into HTML: hence the
    rounds.
    """
    for _ in range(_MOST_ROUNDS):
        raw = text.encode()
        pieces: list[bytes] = []
        done = 0
        for event, place in _MARKDOWN.events_with_range(text):
            if isinstance(event, dict) and ("Html" in event or "InlineHtml" in event):
                fragment = raw[place["start"] : place["end"]]
                pieces += raw[done : place["start"]], fragment.replace(b"<", b"&lt;")
                done = place["end"]
        if not pieces:
            return text, False
        text = b"".join((*pieces, raw[done:])).decode()
    return text, True
