"""Footnotes where no link leads from mark to note: in mails, in plain text. Pure."""

import re

_BACK = re.compile(r'\u00a0?<a class="footnote-backref[^>]*>.*?</a>', re.DOTALL)
_MARK = re.compile(r'<sup id="[^"]*"><a class="footnote-ref"[^>]*>(\d+)</a></sup>')


def without_links(html: str, mark: str) -> str:
    """Return *html* with the marks of its notes as *mark*, which has a gap for the number."""
    return _MARK.sub(lambda match: mark.format(match[1]), _BACK.sub("", html))
