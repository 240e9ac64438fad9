"""Links whose text says nothing by itself (RGAA 6.1, WCAG 2.4.4). Pure.

Who reads by ear jumps from link to link: « ici, ici, lire la suite » leads nowhere. An address as
text is read letter by letter.
"""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic
from sitegen.markup.autolinks import find_addresses
from sitegen.wording.excerpts import excerpt

VAGUE = frozenset((
    "ici", "cliquez ici", "cliquer ici", "clique ici", "là", "lire la suite", "lire", "la suite",
    "suite", "en savoir plus", "plus", "plus d'infos", "plus d'informations", "voir", "voir plus",
    "lien", "ce lien", "le lien", "cette page", "cliquez", "cliquez sur ce lien", "suivre ce lien",
    "here", "click here", "read more", "more", "learn more", "see more", "link", "this link",
    "this page", "find out more",
))  # fmt: skip
"""In lower case, with straight apostrophes."""
_LINKS = (
    ("](", re.compile(r"\[([^\[\]\n]*(?:\n[^\[\]\n]+)?)\]\(")),
    ("][", re.compile(r"\[([^\[\]\n]*(?:\n[^\[\]\n]+)?)\]\[")),
    ("</a>", re.compile(r"<a\b[^<>]*>([^<>]*)</a>")),
    ("http", re.compile(r"(https?://[^\s<>()\[\]\"']+)")),
)
"""A sign that there are links of this form, and their texts. An address alone is its own text."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_USED = frozenset("\"'=([/.:-")
"""What stands before an address that something leads to."""
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:|:::")
_LONGEST = 400
"""Characters: an address is shown whole, to be looked for in the text."""
_EDGES = ' \t\n.,;:!?…*_«»“”"()→>›\u00a0\u202f'


def check_link_texts(text: Text) -> Iterator[Diagnostic]:
    """Yield links that are called « ici », and addresses that are their own text."""
    if not any(sign in text.markdown for sign, _ in _LINKS):
        return
    words = text.body.words
    for sign, pattern in _LINKS:
        for match in pattern.finditer(words) if sign in words else ():
            shown = " ".join(match[1].split())
            before = words[match.start() - 1 : match.start()] or " "
            if before == "!" or before == "\\":  # an image; a bracket
                continue
            if sign == "http" and before != "<":
                shown = _bare_link(words, match)
            name = shown.strip(_EDGES).lower().replace("’", "'").replace("\u00a0", " ")
            if name in VAGUE or _ADDRESS.fullmatch(shown.strip("*_")):
                start = match.start() - (sign == "http" and before == "<")
                yield text.body.diagnostic("link-text-vague", start, text=excerpt(shown, _LONGEST))


def _bare_link(words: str, match: re.Match[str]) -> str:
    """Return the words of the link that a bare address becomes; "" where it becomes none."""
    before = words[match.start() - 1 : match.start()] or " "
    if before in _USED or before.isalnum() or _leads(words, match):
        return ""
    return next((shown for start, shown, _ in find_addresses(match[0]) if start == 0), "")


def _leads(words: str, match: re.Match[str]) -> bool:
    """Whether an address stands in the definition of a link, in a shortcode or within a tag."""
    line_start = words.rfind("\n", 0, match.start()) + 1
    if _DEFINITION.match(words, line_start):
        return True
    line = words[line_start : match.start()]
    return line.rfind("<") > line.rfind(">") and not line.endswith("<")
