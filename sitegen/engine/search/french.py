"""French spellings of one word: plurals, feminine and inclusive forms, elisions, hours, numbers."""

from sitegen.engine.search.spelling import Spelling

_FEMININE = "(?:e|ne|le|te|se|ve|re|ere|trice|rice|ice|euse|esse|sse|ale|ive|enne|elle)"
"""What an inclusive form adds to a word; only a point in the middle may be followed by others."""

_EMPTY = (
    "a au aux avec ce ces cette d dans de des du elle en est et eux il ils je l la le les leur"
    " leurs lui mais ne nos notre nous on ou par pas pour qu que qui s sa se ses son sur un une"
    " vos votre vous y"
)

FRENCH = Spelling(
    phrases=(
        # St Denis and Saint-Denis are one word, and Denis another
        (r"[Ss](?<![A-Za-zÀ-ſ0-9][Ss])(?:t|aint)e?s?\.?[ ‑‐-]([A-Za-zÀ-ſ]{2,})", "saint$1 $1"),
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
    aliases={
        "ans": "an",
        "annee": "annee",
        "annees": "annee",
        "elue": "elu",
        "elues": "elu",
        "travaux": "travail",
        "baux": "bail",
        "vitraux": "vitrail",
        "coraux": "corail",
        "soupiraux": "soupirail",
        "materiaux": "materiau",
        "oeil": "oeil",
        "yeux": "oeil",
        "cieux": "ciel",
        "mme": "madame",
        "mmes": "madame",
        "mesdames": "madame",
        "messieurs": "monsieur",
    },
    kept=("mois", "fois", "cours", "fonds", "vers", "plus", "pres", "sous"),
    endings=(
        (r"eaux$", "eau"),
        (r"yaux$", "yau"),
        (r"(?<=[a-z]{2})aux$", "al"),
        (r"(?<=[a-z][eo])ux$", "u"),
        (r"(?<=[a-z]{3})(?<!s)s$", ""),
        (r"(?<=[a-z]{2})trice$", "teu"),
        (r"(?<=[a-z]{3})(?:eur|euse)$", "eu"),
        (r"(?<=[a-z]{2}e)e$", ""),
        (r"(?<=[a-z]{3})ue$", "u"),
        (r"(?<=[a-z]{3}[ae]nt)e$", ""),
        (r"(?<=[a-z]{2})enne$", "en"),
        (r"(?<=[a-z]{3})elle$", "el"),
        (r"(?<=[a-z]{3})ive$", "if"),
        (r"(?<=[a-z]{3}al)e$", ""),
        (r"(?<=[a-z]{3})iere$", "ier"),
        (r"(?<=[a-z]{4})ere$", "er"),
    ),
    empty=tuple(_EMPTY.split()),
)
