"""Who made a picture, said as a newspaper says it: « Photo : Ana Lévy ». Pure."""

import re

from sitegen.patterns import lazy_pattern
from sitegen.wording.readers import CreditWords, reader_words

_PHOTOGRAPHS = lazy_pattern(r"\.(jpe?g|jfif|webp|avif|hei[cf])$", re.IGNORECASE)
_SAYS_WHAT_IT_IS = lazy_pattern(
    r"[:©]|^\W*(\(c\)|cr[ée]dit|photo|image|illustration|dessin|infographi|carte|plan|visuel|capture"
    r"|montage|drawing|graphic|map|chart|screenshot|source|d\.? ?r\.?\W*$)",
    re.IGNORECASE,
)


def labelled_credit(credit: str, address: str, language: str) -> str:
    """Return *credit* of the picture at *address* after what it is, in *language* (BCP 47); as it
    stands if it says so.
    """
    if not credit or _SAYS_WHAT_IT_IS.search(credit):
        return credit
    words = reader_words(CreditWords, language)
    is_photograph = _PHOTOGRAPHS.search(address.split("?")[0].split("#")[0])
    return (words.photograph if is_photograph else words.other).format(credit)
