"""What an author meant by a word that is not known."""

import difflib
from collections.abc import Collection
from functools import lru_cache
from unicodedata import combining, normalize

FRENCH_KEYS = {
    "titre": ["title"],
    "auteur": ["author"],
    "auteurs": ["authors"],
    "etiquettes": ["tags"],
    "étiquettes": ["tags"],
    "categories": ["tags"],
    "chapo": ["summary"],
    "chapô": ["summary"],
    "resume": ["summary"],
    "résumé": ["summary"],
    "description": ["summary"],
    "rubrique": ["section"],
    "evenement": ["event"],
    "évènement": ["event"],
    "événement": ["event"],
    "lieu": ["location", "event"],
    "brouillon": ["draft"],
    "debut": ["start"],
    "début": ["start"],
    "fin": ["end"],
    "statut": ["status"],
    "organisateur": ["organizer"],
    "organiser": ["organizer"],
    "inscription": ["registration"],
    "inscriptions": ["registration"],
    "tarif": ["price"],
    "prix": ["price"],
    "legende": ["caption"],
    "légende": ["caption"],
    "fonction": ["role"],
    "fichier": ["file"],
    "soustitres": ["captions"],
    "alternative": ["alt"],
    "citation": ["quote"],
    "galerie": ["gallery"],
    "carte": ["map"],
    "chiffres": ["figures"],
    "agenda": ["events"],
    "evenements": ["events"],
    "événements": ["events"],
    "encadre": ["alert"],
    "encadré": ["alert"],
    "attention": ["alert"],
    "warning": ["alert"],
    "note": ["alert"],
    "youtube": ["video"],
    # Keys of other generators and of exports
    "permalink": ["slug"],
    "baseurl": ["url"],
    "base_url": ["url"],
    "url": ["slug"],
    "excerpt": ["summary"],
    "subtitle": ["summary"],
    "sous_titre": ["summary"],
    "chapeau": ["summary"],
    "redirect_from": ["aliases"],
    "lastmod": ["updated"],
    "last_modified_at": ["updated"],
    "modified": ["updated"],
    "category": ["tags"],
    "keywords": ["tags"],
    "mots_clés": ["tags"],
    "mots_cles": ["tags"],
    "mot_clé": ["tags"],
    "thumbnail": ["image"],
    "photo": ["image"],
    "cover": ["image"],
    "coverimage": ["image"],
    "featured_image": ["image"],
    "illustration": ["image"],
    "publishdate": ["date"],
    "pubdate": ["date"],
    "post_date": ["date"],
    "post_title": ["title"],
    "language": ["lang"],
    "date": ["start"],
    "startdate": ["start", "event"],
    "start_date": ["start", "event"],
    "enddate": ["end", "event"],
    "end_date": ["end", "event"],
    "start": ["event"],
    "end": ["event"],
    "location": ["event"],
    "venue": ["location", "event"],
    "heure": ["start"],
    "tel": ["phone"],
    "tél": ["phone"],
    "téléphone": ["phone"],
    "telephone": ["phone"],
    "courriel": ["email"],
    "mail": ["email"],
    "nom": ["name"],
    "ville": ["city"],
    "adresse": ["address"],
    "code postal": ["postcode"],
    "code_postal": ["postcode"],
    "pièces jointes": ["attachments"],
    "pièces_jointes": ["attachments"],
    "signataires": ["signatories"],
    "langue": ["lang"],
}
"""Words that authors write for keys and shortcodes, and what they may mean."""

_WORDS_FOR_ACCESS = frozenset((
    "acces reserve", "acces restreint", "access level", "adherent", "cache", "cachee",
    "confidential", "confidentiel", "confidentielle", "hidden", "internal", "interne", "intranet",
    "masque", "masquee", "member", "membersonly", "membre", "mot de passe", "motdepasse",
    "password", "prive", "privee", "private", "protected", "protege", "protegee", "reserve",
    "reservee", "reserved", "restreint", "restreinte", "restricted", "secret", "visibilite",
    "visibility",
))  # fmt: skip
"""The same for `access`, without accents: who writes one wants to keep a text from the public."""

FRENCH_VALUES = {
    "annule": ["cancelled"],
    "supprime": ["cancelled"],
    "reporte": ["postponed", "rescheduled"],
    "repousse": ["postponed"],
    "suspendu": ["postponed"],
    "ajourne": ["postponed"],
    "deplace": ["rescheduled"],
    "decale": ["rescheduled"],
    "confirme": ["confirmed"],
    "maintenu": ["confirmed"],
    "provisoire": ["tentative"],
    "a confirmer": ["tentative"],
    "incertain": ["tentative"],
    "complet": ["full"],
    "totale": ["full"],
    "totalement": ["full"],
    "partielle": ["partial"],
    "partiellement": ["partial"],
    "aucune": ["none"],
    "non": ["none", "off"],
    "gauche": ["left"],
    "droite": ["right"],
    "attention": ["warning"],
    "alerte": ["warning"],
    "avertissement": ["warning"],
    "danger": ["warning"],
    "information": ["info"],
    "note": ["info"],
    "francais": ["fr"],
}
"""The same for values, without accents and without the endings of the feminine and the plural."""


@lru_cache(maxsize=4096)  # the same few names are compared with those of all documents
def plain(text: str) -> str:
    """Return *text* in lower case, its accents left out, its words parted by one space."""
    parts = normalize("NFD", text.casefold().replace("œ", "oe"))
    letters = "".join(sign for sign in parts if not combining(sign))
    return " ".join(letters.replace("-", " ").replace("_", " ").replace("’", "'").split())


def is_word_for_access(name: str) -> bool:
    """Whether *name* stands for `access`, or begins so: `privé`, `Mot de passe`, `réservé aux`."""
    words = f"{plain(name)} "
    return any(words.startswith((f"{word} ", f"{word}s ")) for word in _WORDS_FOR_ACCESS)


SURE = 0.85
"""How near a key is to one that something else depends on: `state` is no `start`."""


def nearest_key(name: str, known: Collection[str], cutoff: float = 0.7) -> str:
    """Return the key of *known* that *name* stands for, or nothing.

    *cutoff*: how near a misspelling is to it, from 0 to 1.
    """
    folded = name.casefold().strip("\u00a0\u202f ").replace("-", "_")
    if folded in known:
        return folded
    meant = [key for key in FRENCH_KEYS.get(folded, ()) if key in known]
    if not meant and "access" in known and is_word_for_access(name):
        return "access"
    near = meant or difflib.get_close_matches(folded, known, 1, cutoff)
    return next((key for key in near if key in known), "")


def nearest(word: str, known: Collection[str]) -> str:
    """Return the word of *known* that *word* is a misspelling of, or the French; or nothing."""
    folded = plain(word)
    for stem in (folded, folded.removesuffix("s"), folded.removesuffix("s").removesuffix("e")):
        if meant := next((value for value in FRENCH_VALUES.get(stem, ()) if value in known), ""):
            return meant
    near = difflib.get_close_matches(word.casefold(), known, 1, 0.6)
    return near[0] if near else ""


def misspelt(word: str, known: Collection[str], limit: int = 2) -> str:
    """Return the name of *known* that the new name *word* is a slip of; or nothing.

    Letters alone are compared, whatever their case and accents: they may differ by one (left out,
    doubled, replaced, or two that changed places), those of nine letters and more by *limit*; or
    the same words stand in another order. Numbers make another name.
    """
    written = plain(word)
    for name in sorted(known):
        other = plain(name)
        if name == word or _digits(written) != _digits(other) or min(len(written), len(other)) < 4:
            continue
        if written == other or sorted(written.split()) == sorted(other.split()):
            return name
        most = limit if min(len(written), len(other)) > 8 and written[0] == other[0] else 1
        if abs(len(written) - len(other)) <= most and _distance(written, other) <= most:
            return name
    return ""


def _digits(text: str) -> list[str]:
    return [sign for sign in text if sign.isdigit()]


def _distance(word: str, other: str) -> int:
    """Return how many letters are to be put in, left out, replaced or swapped with the next."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(word, 1):
        line = [row]
        for column, sign in enumerate(other, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != sign))
            is_swap = (
                row > 1 and column > 1 and (letter, word[row - 2]) == (other[column - 2], sign)
            )
            line.append(min(cost, before[column - 2] + 1) if is_swap else cost)
        before, above = above, line
    return above[-1]
