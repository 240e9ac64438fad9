"""Ids that are unique in their document: those that the author wrote, and the headings' slugs."""

import re
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from sitegen.markup.prose import plain_text
from sitegen.markup.tokens import is_closing, read_attributes, tag_name, write_tag
from sitegen.markup.values import Heading
from sitegen.patterns import lazy_pattern

_NAMES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SIMPLER = str.maketrans(
    dict(zip("àâäáãåçéèêëîïíìñôöóòõûùúüÿý", "aaaaaaceeeeiiiinooooouuuuyy", strict=True))
    | {"œ": "oe", "æ": "ae"}
    | dict.fromkeys("'’“”«»–—…°\xa0\u202f", " ")
)
_PLAIN = re.compile(r"[a-z0-9 _.,;:!?()/-]*+")
_USUAL_ID = re.compile(r'<\w+ id="([^"&]+)"')
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


THEME_IDS = lazy_pattern(
    r"(?:annee|bloc|choix|evenement|fichiers|lettre|meme|mois|pied|private|programme|rectificatif"
    r"|revue|sitegen|suivre)_.*"
    r"|a_venir|chiffres_cles|comment_faire|contacts_presse|dans_la_presse|dates_(?:passees|presse)"
    r"|derniers_(?:articles|communiques)|liste_(?:du_mois|de_la_semaine)|mots_cherches|porte_parole"
    r"|prochains_rendez_vous|tout_l_agenda"
    r"|par_(?:annee|mois|organisation|periode|rubrique|sujet|type)"
)
"""Ids of what stands around a document on its page, the target of the skip link among them. No slug
holds `_`; an author's id that is one of these is numbered like one that stands twice."""


class HeadingSpan(NamedTuple):
    """A heading in a token list."""

    level: int
    opening: int
    closing: int


@lru_cache(maxsize=256)  # the labels of notes are the same few
def slug(text: str) -> str:
    """The slug of plain *text* as python-slugify makes it; "section" if none is left.

    ’ is ' to it, and ° and the comma nothing: of « n° 3 » it would make `ndeg-3`, of « 2,5 » 25.
    Most headings take a short way to the same slug, a hundred times faster.
    """
    letters = text.lower().translate(_SIMPLER)
    if _PLAIN.fullmatch(letters):
        return _NOT_IN_SLUG.sub("-", letters).strip("-") or "section"
    from slugify import slugify

    text = text.replace("’", "'").replace("°", " ").replace(",", " ")
    return slugify(text, entities=False, decimal=False, hexadecimal=False) or "section"


def unique(name: str, taken: dict[str, int]) -> str:
    """*name*, or `name-2`, `name-3` … if it is taken; from now on that is taken too.

    *taken* tells the last number tried for each name, so that a thousand equal headings are soon
    told apart.
    """
    number = taken.get(name, 0) + 1
    candidate = name if number == 1 else f"{name}-{number}"
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    taken[name] = number
    taken[candidate] = taken.get(candidate, 1)
    return candidate


def claim_ids(tokens: list[str], attributed: list[int]) -> tuple[list[str], dict[int, str]]:
    """The ids that stand in *tokens*, by index; a repeated one is numbered in the tokens given.

    *attributed*: the indexes of tags that have an attribute.
    """
    ids: dict[int, str] = {}
    taken: dict[str, int] = {}
    claimed = list(tokens)
    for index in attributed:
        tag = tokens[index]
        if "id=" not in tag:
            continue
        usual = _USUAL_ID.match(tag)
        if name := usual[1] if usual else read_attributes(tag).get("id"):
            if "_" in name and THEME_IDS.fullmatch(name):
                taken.setdefault(name, 1)
            ids[index] = unique(name, taken)
            if ids[index] != name:
                claimed[index] = write_tag(tag_name(tag), read_attributes(tag) | {"id": ids[index]})
    return claimed, ids


@lru_cache(maxsize=1024)  # a document has few different tags
def _is_heading(tag: str) -> bool:
    return tag_name(tag) in _NAMES


def find_headings(tokens: list[str]) -> list[HeadingSpan]:
    """Each heading that is closed, in order."""
    spans = []
    opening, opened = 0, ""
    for index in compress(range(1, len(tokens), 2), map(_is_heading, tokens[1::2])):
        name = tag_name(tokens[index])
        if not is_closing(tokens[index]):
            opening, opened = index, name
        elif name == opened:
            spans.append(HeadingSpan(int(name[1]), opening, index))
            opened = ""
    return spans


def write_headings(
    tokens: list[str], plain: list[str], ids: dict[int, str]
) -> tuple[list[str], tuple[Heading, ...], tuple[str, ...]]:
    """The *tokens* with an id in each heading, the headings, and all ids in order.

    *plain* are the texts of the tokens; *ids* are those already there, which come before slugs.
    """
    written = list(tokens)
    ids = dict(ids)
    taken = dict.fromkeys(ids.values(), 1)
    headings = []
    for level, opening, closing in find_headings(tokens):
        text = plain_text(tokens, plain, opening, closing)
        if opening not in ids:
            ids[opening] = unique(slug(text), taken)
            written[opening] = _with_id(tokens[opening], ids[opening], level)
        headings.append(Heading(level, ids[opening], text))
    return written, tuple(headings), tuple(name for _, name in sorted(ids.items()))


def _with_id(tag: str, name: str, level: int) -> str:
    if "=" not in tag:
        return f'<h{level} id="{name}">'  # a slug has nothing to escape
    return write_tag(f"h{level}", {"id": name} | read_attributes(tag))
