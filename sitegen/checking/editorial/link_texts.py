"""Links whose text says nothing by itself (RGAA 6.1, WCAG 2.4.4). Pure.

Who reads by ear jumps from link to link: « ici, ici, lire la suite » leads nowhere. An address as
text is read letter by letter.
"""

import re
from collections.abc import Iterator

from sitegen.checking.editorial.texts import Text
from sitegen.errors import Diagnostic

VAGUE = frozenset((
    "ici", "cliquez ici", "cliquer ici", "clique ici", "là", "lire la suite", "lire", "la suite",
    "suite", "en savoir plus", "plus", "plus d'infos", "plus d'informations", "voir", "voir plus",
    "lien", "ce lien", "le lien", "cette page", "cliquez", "cliquez sur ce lien", "suivre ce lien",
    "here", "click here", "read more", "more", "learn more", "see more", "link", "this link",
    "this page", "find out more",
))  # fmt: skip
"""In lower case, with straight apostrophes."""
_LINK = re.compile(
    r"(?<![!\\])\[([^\[\]\n]*(?:\n[^\[\]\n]+)?)\](?=\(|\[)"
    r"|<a\b[^<>]*>([^<>]*)</a>"
    r"|<(https?://[^<>\s]+)>"
    r"|(?<![\w\"'=(\[/.<>:-])(https?://[^\s<>()\[\]\"']+)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SIGNS = re.compile(r"https?://|\[[^\[\]\n]{1,30}\][(\[]|</a>", re.IGNORECASE)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:|^:::", re.MULTILINE)
_EDGES = ' \t\n.,;:!?…*_«»“”"()→>›\u00a0\u202f'


def check_link_texts(text: Text) -> Iterator[Diagnostic]:
    """Yield links that are called « ici », and addresses that are their own text."""
    if not _SIGNS.search(text.markdown):
        return
    body = text.body
    for found in _LINK.finditer(body.words):
        words = found[1] or found[2] or found[3] or found[4] or ""
        shown = " ".join(words.split())
        name = shown.strip(_EDGES).lower().replace("’", "'").replace("\u00a0", " ")
        if name not in VAGUE and not _ADDRESS.fullmatch(shown.strip("*_")):
            continue
        line_start = body.words.rfind("\n", 0, found.start()) + 1
        if found[4] and _DEFINITION.match(body.words, line_start):
            continue  # an address that a link or a shortcode goes to
        yield body.diagnostic("link-text-vague", found.start(), text=shown[:80])
