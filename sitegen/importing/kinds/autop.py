"""Paragraphs of texts that only have line ends: what WordPress shows, not what it keeps. Pure.

An empty line ends a paragraph, a line end breaks the line; blocks of HTML stand on their own
(https://developer.wordpress.org/reference/functions/wpautop/).
"""

import re

_VERBATIM = re.compile(
    r"<(pre|script|style|textarea|svg)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_HOLDERS = (
    "address|article|aside|blockquote|center|details|div|fieldset|footer|form|header|main|nav|"
    "section|summary|figure"
)
_BLOCKS = (
    rf"{_HOLDERS}|table|thead|tfoot|tbody|tr|td|th|caption|colgroup|col|ul|ol|li|dl|dt|dd|h[1-6]|hr|p|"
    "pre|figcaption|iframe|video|audio|script|style|textarea|svg"
)
_HOLDER = re.compile(rf"</?(?:{_HOLDERS})\b[^>]*>", re.IGNORECASE)
_OUTER = re.compile(r"<(?:table|ul|ol|dl|h[1-6]|p|iframe|video|audio)\b|<hr\b", re.IGNORECASE)
_OUTER_END = re.compile(
    r"</(?:table|ul|ol|dl|h[1-6]|p|iframe|video|audio)\s*>|<hr\b[^>]*>", re.IGNORECASE
)
_BLOCK_START = re.compile(rf"\s*</?(?:{_BLOCKS})\b", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")
_BREAKS = re.compile(r"<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
_LINE_END = re.compile(r"(<br\s*/?>)?[ \t]*\n[ \t]*", re.IGNORECASE)


def paragraphs(text: str) -> str:
    """Return *text*, HTML with meaningful line ends, as HTML."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\n\n<pre data-kept={len(kept) - 1}>\n\n"

    text = _VERBATIM.sub(keep, text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _BREAKS.sub("\n\n", text)
    text = _HOLDER.sub(lambda match: f"\n\n{match[0]}\n\n", text)
    text = _OUTER.sub(lambda match: f"\n\n{match[0]}", text)
    text = _OUTER_END.sub(lambda match: f"{match[0]}\n\n", text)
    done = "\n".join(_paragraph(part) for part in _EMPTY_LINES.split(text) if part.strip())
    return re.sub(r"<pre data-kept=(\d+)>", lambda match: kept[int(match[1])], done)


def _paragraph(chunk: str) -> str:
    chunk = chunk.strip()
    if _BLOCK_START.match(chunk):
        return chunk
    return f"<p>{_LINE_END.sub('<br>' + chr(10), chunk)}</p>"
