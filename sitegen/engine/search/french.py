"""French spellings of one word: plurals, feminine and inclusive forms, elisions, hours, numbers."""

from sitegen.engine.search.spelling import Spelling

_FEMININE = "(?:e|ne|le|te|se|ve|re|ere|trice|rice|ice|euse|esse|sse|ale|ive|enne|elle)"
"""What an inclusive form adds to a word; only a point in the middle may be followed by others."""

_EMPTY = (
    "a au aux avec ce ces cette d dans de des du elle en est et eux il ils je l la le les leur"
    " leurs lui mais ne nos notre nous on ou par pas pour qu que qui s sa se ses son sur un une"
    " vos votre vous y"
)

_FORMS = {
    "an": "ans",
    "bail": "baux",
    "bon": "bonne bonnes",
    "ciel": "cieux",
    "corail": "coraux",
    "elu": "elue elues",
    "gratuit": "gratuite gratuites",
    "madame": "mme mmes mesdames",
    "materiau": "materiaux",
    "monsieur": "messieurs",
    "oeil": "yeux",
    "seul": "seule seules",
    "soupirail": "soupiraux",
    "tout": "toute toutes tous",
    "travail": "travaux",
    "vitrail": "vitraux",
}
"""Forms of a word that no ending tells."""
_NOUNS = (
    "annee armee arrivee assemblee chaussee donnee duree entree fumee idee journee lycee maree"
    " matinee montee musee partie pensee portee rentree soiree sortie tournee vallee"
)
"""Nouns that look like the feminine of another word: « entrée » is not « entre »."""

FRENCH = Spelling(
    phrases=(
        # St Denis and Saint-Denis are one word, beside those of which it is made
        (
            r"[Ss](?<![A-Za-zÀ-ſ0-9][Ss])(?:t|aint)e?s?\.?[ ‑‐-]([A-Za-zÀ-ſ]{2,})",
            "saint$1 saint $1",
        ),
        # 18 h 30, 9 h, 9 heures
        (r"([0-9](?<![0-9]{2})[0-9]?) ?h(?:eures?)? ([0-9]{2})(?![0-9])", "$1h$2"),
        (r"([0-9](?<![0-9]{2})[0-9]?) h(?:eures?)?(?![a-z0-9])", "$1h"),
        # 01 99 00 10 00, +33 1 99 00 10 00, +33 (0)1 99…
        (r"(?:\+|(?<![0-9])00)33[ .-]?(?:\(0\))?[ .-]?([1-9])(?=[ .-]?[0-9]{2})", "0$1"),
        (
            r"(?<![0-9])(0[1-9]) ([0-9]{2}) ([0-9]{2})(?: ([0-9]{2}))?(?: ([0-9]{2}))?(?![0-9])",
            "$1$2$3$4$5",
        ),
    ),
    rewrites=(
        # « l’école », « jusqu’à »: what lost its last letter stands for nothing
        (
            "(?<![a-z0-9])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|presqu|quelqu)'(?=[a-z0-9])",
            " ",
        ),
        # élu(e)s, commune(s)
        (rf"([a-z]{{2,}})\((?:{_FEMININE}|s|x)s?\)s?(?![a-z])", "$1"),
        # élu·e·s, sénateur·rices, tous·tes; élu.e.s, adhérent-e-s
        (r"([a-z]{2,})[·•⋅‧∙・][a-z]+(?:[·•⋅‧∙・]?s)?(?![a-z])", "$1"),
        (rf"([a-z]{{2,}})\.{_FEMININE}(?:\.?s)?(?![a-z0-9.@/])", "$1"),
        (rf"([a-z]{{2,}})-{_FEMININE}-s(?![a-z])", "$1"),
        (r"([a-z]{2,})-es?(?![a-z-])", "$1"),
        # 18h30, 18:30, 09h05
        (r"(?<![0-9:.])0?([0-9]{1,2})[h:]([0-9]{2})(?![0-9:])", "$1h$2"),
        (r"(?<![0-9])0([0-9]h)(?![a-z0-9])", "$1"),
        # 01.99.00.10.00
        (
            r"(?<![0-9])(0[1-9])[.-]([0-9]{2})[.-]([0-9]{2})(?:[.-]([0-9]{2}))?(?:[.-]([0-9]{2}))?"
            r"(?![0-9])",
            "$1$2$3$4$5",
        ),
    ),
    aliases={form: word for word, forms in _FORMS.items() for form in forms.split()}
    | {form: noun for noun in _NOUNS.split() for form in (noun, f"{noun}s")},
    kept=("mois", "fois", "cours", "fonds", "vers", "plus", "pres", "sous"),
    endings=(
        (r"eaux$", "eau"),
        (r"yaux$", "yau"),
        (r"(?<=[a-z]{2})aux$", "al"),
        (r"(?<=[a-z][eo])ux$", "u"),
        (r"(?<=[a-z]{3})(?<!s)s$", ""),
        # directrice, directeur; meilleure, meilleur; nombreuse, nombreux
        (r"(?<=[a-z]{2})trice$", "teu"),
        (r"(?<=[a-z]{3})(?:eure?|euse)$", "eu"),
        # déléguée, prévue
        (r"(?<=[a-z]{2}e)e$", ""),
        (r"(?<=[a-z]{3})ue$", "u"),
        # citoyenne, culturelle, collective, première, conseillère, française, prochaine
        (r"(?<=[a-z]{2})enne$", "en"),
        (r"(?<=[a-z]{3})elle$", "el"),
        (r"(?<=[a-z]{3})ive$", "if"),
        (r"(?<=[a-z]{3})iere$", "ier"),
        (r"(?<=[a-z]{4})ere$", "er"),
        (r"(?<=[a-z]{3})([ao]i)se$", "$1"),
        # présidente, grande, adjointe, nationale, réunie, seconde, complète, ouverte, petite
        (
            r"([a-z]{2}(?:[ae]nt|and|oint)|[a-z]{3}(?:al|ain|i|ond|et|ert)|[a-z]{2}[^aou]it)e$",
            "$1",
        ),
    ),
    empty=tuple(_EMPTY.split()),
)
