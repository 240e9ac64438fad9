"""Spellings of one word in Spanish, Portuguese, Italian, Catalan, Occitan and Corsican.

Plurals and elisions alone, as light stemmers have them (Savoy, "Light stemming approaches for the
French, Portuguese, German and Hungarian languages", 2006): few words that mean something else are
joined. Expressions see text that is folded: « città » is `citta`.
"""

from sitegen.engine.search.spelling import Spelling

_EMPTY = {
    "es": "a al con de del e el en es esta este la las lo los no o para por que se su sus un una y",
    "pt": "a ao aos as com da das de do dos e em na nas no nos o os ou para pela pelo por que"
    " se sua seu um uma",
    "it": "a al alla alle ai agli che con da dal dalla dei del della delle di e ed gli i il in"
    " la le lo nel nella non o per si su sul un una uno",
    "ca": "a al als amb de del dels el els en es i la les lo no o per pel que se un una",
    "oc": "a al als amb de del dels dins e en es la las lo los o pas per pel que se sus un una",
    "co": "a cu da di e i in l la nantu o per si u un una",
}
"""Words that nearly every page has, folded."""

SPANISH = Spelling(
    kept=("jueves", "lunes", "martes", "miercoles", "viernes"),
    endings=(
        (r"(?<=[a-z]{2}[aeo])s$", ""),  # actos; país, crisis and mes keep theirs
        (r"(?<=[a-z]{3})e$", ""),  # ciudades and ciudad, noches and noche
        (r"(?<=[a-z]{2})c$", "z"),  # luces and luz
    ),
    empty=tuple(_EMPTY["es"].split()),
)
PORTUGUESE = Spelling(
    endings=(
        (r"(?<=[a-z]{2})(?:oes|aes|aos)$", "ao"),  # reuniões, pães, mãos
        (r"(?<=[a-z])ais$", "al"),
        (r"(?<=[a-z])eis$", "el"),
        (r"(?<=[a-z]{2})ns$", "m"),  # jovens
        (r"(?<=[a-z]{2}[aeo])s$", ""),
        (r"(?<=[a-z]{3})e$", ""),  # cores and cor
    ),
    empty=tuple(_EMPTY["pt"].split()),
)
_ITALIAN_ARTICLES = "(?:a|da|de|ne|su|co)?ll|gl|un|quest|quell|[ldcsmtvn]|sant"
ITALIAN = Spelling(
    rewrites=((rf"(?<![a-z0-9])(?:{_ITALIAN_ARTICLES})'(?=[a-z0-9])", " "),),
    endings=(
        (r"(?<=[a-z]{3})[aeio]$", ""),  # evento and eventi, sala and sale
        (r"(?<=[a-z]{3})i$", ""),  # servizio, servizi
        (r"(?<=[a-z]{2}[cg])h$", ""),  # luoghi and luogo
    ),
    empty=tuple(_EMPTY["it"].split()),
)
_PLURAL_OF_A = (
    (r"(?<=[a-z]{3})s$", ""),
    (r"(?<=[a-z]{3})[ae]$", ""),  # casa and cases, acte and actes
)
CATALAN = Spelling(
    rewrites=((r"(?<![a-z0-9])(?:[dlmnst])'(?=[a-z0-9])", " "),),
    endings=(
        (r"(?<=[a-z]{2})([aeiou])ns$", "$1"),  # reunions
        *_PLURAL_OF_A,
        (r"(?<=[a-z]{2})[aio]$", ""),
    ),
    empty=tuple(_EMPTY["ca"].split()),
)
OCCITAN = Spelling(
    rewrites=((r"(?<![a-z0-9])(?:[dlmnst]|qu)'(?=[a-z0-9])", " "),),
    endings=_PLURAL_OF_A,
    empty=tuple(_EMPTY["oc"].split()),
)
CORSICAN = Spelling(
    rewrites=((r"(?<![a-z0-9])(?:[cdlmnst]|un|quell)'(?=[a-z0-9])", " "),),
    endings=((r"(?<=[a-z]{3})[aeiu]$", ""),),  # evenimentu and evenimenti
    empty=tuple(_EMPTY["co"].split()),
)
