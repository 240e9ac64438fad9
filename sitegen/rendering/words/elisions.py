"""Articles before a day whose name begins with a vowel: « dall’8 all’11 », « de l’1 ». Pure."""

from sitegen.patterns import lazy_pattern

_EIGHT_ELEVEN = "(?=(?:8|11)\\b)"  # otto, undici
_ONE_ELEVEN = "(?=1?1\\b)"  # u, onze
_RULES = {
    "it": (
        (lazy_pattern(rf"\b([Dd]a|[Aa]|[Dd]e|[Nn]e)l {_EIGHT_ELEVEN}"), r"\1ll’"),
        (lazy_pattern(rf"\b[Ii]l {_EIGHT_ELEVEN}"), "l’"),
    ),
    "ca": (
        (lazy_pattern(rf"\b([Dd]e|[Aa])l {_ONE_ELEVEN}"), r"\1 l’"),
        (lazy_pattern(rf"\b[Ee]l {_ONE_ELEVEN}"), "l’"),
    ),
}


def elide(text: str, language: str) -> str:
    """Return *text*, a phrase with days in it, as *language* (without region) writes it."""
    for expression, by in _RULES.get(language, ()):
        text = expression.sub(by, text)
    return text
