"""Words as steps of an address. Pure."""

import re
from functools import lru_cache

from sitegen.digest import digest

MAX_SLUG = 100
"""Characters; a file's name ends at 255 octets on most systems."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@lru_cache(maxsize=65536)
def slugify(text: str) -> str:
    """Return *text* as a step of an address: lower-case ASCII letters, digits and hyphens.

    Never empty: what holds neither letter nor digit (an emoji, `!!!`) gets a name from its digest.
    """
    if len(text) <= MAX_SLUG and _SLUG.fullmatch(text):
        return text  # what transliteration would give, at a hundredth of its time
    from slugify import slugify as transliterate

    # python-slugify reads U+2019 as nothing and U+0027 as a hyphen: one tag would have two pages.
    # It reads « n° 32 » as ndeg-32: in French that is a number, and never a degree.
    plain = text.replace("\u2019", "'").replace("\u2018", "'").replace("\u00b0", " ")
    slug: str = transliterate(plain, max_length=MAX_SLUG, word_boundary=True, save_order=True)
    return slug or "x" + digest(text).hex()[:8]
