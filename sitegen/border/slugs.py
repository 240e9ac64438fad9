"""Words as steps of an address. Pure."""

import re
from functools import lru_cache

from sitegen.digest import digest
from sitegen.patterns import lazy_pattern

MAX_SLUG = 100
"""Characters; a file's name ends at 255 octets on most systems."""
MAX_CHOSEN = 200
"""Characters of a slug that an author writes: room stays for an ending, and for a draft's name."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CHOSEN = lazy_pattern(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


def slugify(text: str) -> str:
    """Return *text* as a step of an address: lower-case ASCII letters, digits and hyphens.

    Never empty: what holds neither letter nor digit (an emoji, `!!!`) gets a name from its digest.
    """
    if len(text) <= MAX_SLUG and _SLUG.fullmatch(text):
        return text  # what transliteration would give, at a hundredth of its time
    return _transliterated(text)


@lru_cache(maxsize=65536)
def _transliterated(text: str) -> str:
    from slugify import slugify as transliterate

    # python-slugify reads U+2019 as nothing and U+0027 as a hyphen: one tag would have two pages.
    # It reads « n° 32 » as ndeg-32: in French that is a number, and never a degree.
    # It joins digits around a comma, as in English: « 2,5 km » would be 25-km.
    plain = text.replace("\u2019", "'").replace("\u2018", "'").replace("\u00b0", " ")
    plain = plain.replace(",", " ")
    slug: str = transliterate(plain, max_length=MAX_SLUG, word_boundary=True, save_order=True)
    return slug or "x" + digest(text).hex()[:8]


def chosen_slug(written: str) -> str:
    """Return the step of an address that `slug:` asks for: as *written*, if that can stand.

    That are ASCII letters, digits and, between these, full stops, hyphens and underscores (the
    unreserved signs of RFC 3986 §2.3 but for `~`); else what `slugify` makes of it, to be proposed.
    """
    can_stand = len(written) <= MAX_CHOSEN and _CHOSEN.fullmatch(written)
    return written if can_stand else slugify(written)
