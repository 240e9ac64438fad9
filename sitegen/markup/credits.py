"""Who made a picture, said as a newspaper says it: « Photo : Ana Lévy ». Pure."""

import re

_PHOTOGRAPHS = re.compile(r"\.(jpe?g|jfif|webp|avif|hei[cf])$", re.IGNORECASE)
_SAYS_WHAT_IT_IS = re.compile(
    r"[:©]|^\W*(\(c\)|cr[ée]dit|photo|image|illustration|dessin|infographi|carte|plan|visuel|capture"
    r"|montage|drawing|graphic|map|chart|screenshot|source|d\.? ?r\.?\W*$)",
    re.IGNORECASE,
)


def labelled_credit(credit: str, address: str, *, is_french: bool) -> str:
    """Return *credit* of the picture at *address* after what it is; as it stands if it says so."""
    if not credit or _SAYS_WHAT_IT_IS.search(credit):
        return credit
    if _PHOTOGRAPHS.search(address.split("?")[0].split("#")[0]):
        label = "Photo"
    else:
        label = "Crédit" if is_french else "Credit"
    return f"{label}\u00a0: {credit}" if is_french else f"{label}: {credit}"
