"""Ids that are unique in their document: those that the author wrote, and the headings' slugs."""

import re
from contextlib import suppress
from typing import NamedTuple

from sitegen.markup.prose import plain_text
from sitegen.markup.tokens import read_attributes, tag_name, write_tag
from sitegen.markup.values import Heading

_HEADING = re.compile(r"<h[1-6][\s>]", re.IGNORECASE)
_LETTERS = str.maketrans(
    "àâäáãåçéèêëîïíìñôöóòõûùúüÿýÀÂÄÁÃÅÇÉÈÊËÎÏÍÌÑÔÖÓÒÕÛÙÚÜÝ",
    "aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUY",
    "",
)
_SEPARATORS = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"} | dict.fromkeys("'’‘“”«»–—…\xa0\u202f", " ")
)
_PLAIN = re.compile(r"(?:(?![0-9],[0-9])[A-Za-z0-9 _.,;:!?()/-])*")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


class HeadingSpan(NamedTuple):
    """A heading in a token list."""

    level: int
    opening: int
    closing: int


def slug(text: str) -> str:
    """The slug of *text* as python-slugify makes it, ’ being '; "section" if nothing is left.

    Most headings take a short way to the same slug, a hundred times faster.
    """
    letters = text.translate(_LETTERS).translate(_SEPARATORS)
    if _PLAIN.fullmatch(letters):
        return _NOT_IN_SLUG.sub("-", letters.lower()).strip("-") or "section"
    from slugify import slugify

    return slugify(text.replace("’", "'")) or "section"


def unique(name: str, taken: set[str]) -> str:
    """*name*, or `name-2`, `name-3` … if it is taken; from now on that is taken too."""
    candidate, number = name, 1
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    taken.add(candidate)
    return candidate


def claim_ids(tokens: list[str]) -> tuple[list[str], dict[int, str]]:
    """The ids that stand in *tokens*, by index; a repeated one is numbered in the tokens given."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    claimed = list(tokens)
    for index in range(1, len(tokens), 2):
        tag = tokens[index]
        if "id=" in tag and (name := read_attributes(tag).get("id")):
            ids[index] = unique(name, taken)
            if ids[index] != name:
                claimed[index] = write_tag(tag_name(tag), read_attributes(tag) | {"id": ids[index]})
    return claimed, ids


def find_headings(tokens: list[str]) -> list[HeadingSpan]:
    """Each heading that is closed, in order."""
    spans = []
    for index in range(1, len(tokens), 2):
        if tokens[index].startswith("<h") and _HEADING.match(tokens[index]):
            closing = f"</{tokens[index][1:3]}>"
            with suppress(ValueError):
                spans.append(HeadingSpan(int(tokens[index][2]), index, tokens.index(closing, index)))
    return spans


def write_headings(
    tokens: list[str], plain: list[str], ids: dict[int, str]
) -> tuple[list[str], tuple[Heading, ...], tuple[str, ...]]:
    """The *tokens* with an id in each heading, the headings, and all ids in order.

    *plain* are the texts of the tokens; *ids* are those already there, which come before slugs.
    """
    written = list(tokens)
    ids = dict(ids)
    taken = set(ids.values())
    headings = []
    for level, opening, closing in find_headings(tokens):
        text = plain_text(tokens, plain, opening, closing)
        if opening not in ids:
            ids[opening] = unique(slug(text), taken)
            attributes = {"id": ids[opening]} | read_attributes(tokens[opening])
            written[opening] = write_tag(f"h{level}", attributes)
        headings.append(Heading(level, ids[opening], text))
    return written, tuple(headings), tuple(name for _, name in sorted(ids.items()))
