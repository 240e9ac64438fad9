"""Spellings of one word in German, Dutch, Breton and Basque: plurals and endings of cases.

Light, as in `romance.py`. Expressions see text that is folded: « Häuser » is `hauser`.
"""

from sitegen.engine.search.spelling import Spelling

_EMPTY = {
    "de": "am an auf aus bei das dem den der des die ein eine einen einer eines es fur im in"
    " ist mit und vom von zu zum zur",
    "nl": "aan bij de den der die dit een en het in is met naar of om op te tot uit van voor",
    "br": "a al an ar d da e el en er eus evit gant ha hag ul un ur war",
    "eu": "bat da dira du edo eta ez hau",
}
"""Words that nearly every page has, folded."""

GERMAN = Spelling(
    endings=(
        (r"(?<=[a-z]{3})(?:ern|em|en|er|es)$", ""),  # Häuser, Termine(n)
        (r"(?<=[a-z]{3})e$", ""),
        (r"(?<=[a-z]{2}[aiouy])s$", ""),  # Autos
    ),
    empty=tuple(_EMPTY["de"].split()),
)
DUTCH = Spelling(
    rewrites=((r"(?<=[a-z])'s(?![a-z0-9])", ""),),  # agenda's
    endings=(
        (r"(?<=[a-z]{3})(?:en|s)$", ""),  # avonden, auteurs
        (r"([bdfgklmnprst])\1$", "$1"),  # zalen, zakken
        (r"([aeou])\1(?=[a-z]$)", "$1"),  # maan and manen
        (r"(?<=[a-z]{2})v$", "f"),
        (r"(?<=[a-z]{2})z$", "s"),
    ),
    empty=tuple(_EMPTY["nl"].split()),
)
BRETON = Spelling(
    rewrites=((r"c'h", "ch"),),  # one letter
    endings=((r"(?<=[a-z]{3})(?:iou|ou)$", ""),),  # pennadoù, mizioù
    empty=tuple(_EMPTY["br"].split()),
)
BASQUE = Spelling(
    endings=(
        (r"(?<=[a-z]{4})(?:etako|etara|etan|aren|eko|ean|era)$", ""),
        (r"(?<=[a-z]{4})(?:ak|ek|an|en|ko|ra|a)$", ""),  # ekitaldia, ekitaldiak
    ),
    empty=tuple(_EMPTY["eu"].split()),
)
