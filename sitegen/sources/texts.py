"""Titles and summaries of documents, as readers see them."""

import re

SUMMARY_LENGTH = 300
"""Characters after which a summary made from the first paragraph is cut, at a word."""
_FIRST_HEADING = re.compile(
    r"(\s*(?:<!--.*?-->\s*)?)^#[ \t]+([^\n]+?)[ \t#]*$", re.MULTILINE | re.DOTALL
)
"""Blank lines and a comment of whoever made the file, then a heading of the first level."""


def without_title(body: str, title: str) -> str:
    """Return *body* without the heading that repeats the title above it; no line moves.

    So a document has its title where nothing but Markdown is shown, and on its page once.
    """
    match = _FIRST_HEADING.match(body)
    if match is None or match[2].split() != title.split():
        return body
    return match[1] + body[match.end() :]


def shorten(text: str) -> str:
    """Return *text*, cut at a word when it is longer than a summary should be."""
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.–-\u00a0\u202f") + "…"
