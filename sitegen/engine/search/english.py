"""English spellings of one word: plurals, and what stands after an apostrophe.

The plurals are those of the S stemmer (Harman, "How effective is suffixing?", 1991), which joins
few words that mean something else.
"""

from sitegen.engine.search.spelling import Spelling

_EMPTY = "a an and are as at be by for from in is it of on or that the to was with"

ENGLISH = Spelling(
    rewrites=(
        (r"'s(?![a-z0-9])", ""),
        (r"(?<=[a-z])'(?=[a-z])", ""),
    ),
    kept=("news", "series", "species", "always", "perhaps", "towards", "does", "goes", "yes"),
    endings=(
        (r"(?<=[a-z])(?<![ae])ies$", "y"),
        (r"(?<=[a-z](?:ch|sh|ss|xx|zz))es$", ""),
        (r"(?<=[a-z]{2}x)es$", ""),
        (r"(?<=[a-z]{2}[^us])s$", ""),
    ),
    empty=tuple(_EMPTY.split()),
)
