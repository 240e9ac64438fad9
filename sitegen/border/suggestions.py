"""What an author meant by a word that is not known."""

import difflib
from collections.abc import Collection

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
    "lieu": ["location", "place"],
    "brouillon": ["draft"],
    "debut": ["start"],
    "début": ["start"],
    "fin": ["end"],
    "statut": ["status"],
    "organisateur": ["organizer"],
    "organiser": ["organizer"],
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
    "layout": ["template"],
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
}
"""Words that authors write for keys and shortcodes, and what they may mean."""


def nearest_key(name: str, known: Collection[str]) -> str:
    """Return the key of *known* that *name* stands for, or nothing."""
    folded = name.casefold().strip("\u00a0\u202f ").replace("-", "_")
    if folded in known:
        return folded
    near = difflib.get_close_matches(folded, known, 1, 0.7) or FRENCH_KEYS.get(folded, [])
    return next((key for key in near if key in known), "")


def nearest(word: str, known: Collection[str]) -> str:
    """Return the word of *known* that *word* is a misspelling of, or nothing."""
    near = difflib.get_close_matches(word.casefold(), known, 1, 0.6)
    return near[0] if near else ""
