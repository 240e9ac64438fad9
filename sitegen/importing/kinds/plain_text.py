"""Plain texts, as calendars and letters hold them, as HTML that says the same. Pure."""

import html
import re

from sitegen.border.text import clean
from sitegen.importing.kinds.autop import paragraphs

_TAGS = re.compile(r"<(?:a|b|br|div|em|i|li|ol|p|span|strong|u|ul)\b[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]»]")
_MAIL = re.compile(r"(?<![\w.@/:-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def as_html(text: str, link: str = "") -> str:
    """Return *text* with its line ends, its addresses linked; *link*: one to add where it lacks.

    Programs that write HTML into a field of plain text are taken at their word.
    """
    text = clean(text).replace("\r\n", "\n").strip()
    if link.startswith(("http://", "https://")) and link not in text:
        text = f"{text}\n\n{link}".strip()
    if _TAGS.search(text):
        return paragraphs(text)
    shown = html.escape(html.unescape(text), quote=False)
    shown = _ADDRESS.sub(lambda match: f'<a href="{match[0]}">{match[0]}</a>', shown)
    shown = _MAIL.sub(lambda match: f'<a href="mailto:{match[0]}">{match[0]}</a>', shown)
    return paragraphs(shown)
