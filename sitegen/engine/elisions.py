"""French words that lost their last letter before a vowel: « l’école » is to be found as « école ».

Pagefind ends a word at white space alone, so that « l’école » would be one word, « lécole », which
nobody looks for. In the copies that it reads a space follows such a word, and another apostrophe
stands in it, by which the theme's `search.js` knows what to take back in what it shows.
"""

import re

MARK = "\u02bc "
"""The modifier letter apostrophe, which French has no other use for, and a space."""

_ELIDED = re.compile(
    r"<[^>]*>"
    r"|(?<!\w)([cdjlmnst]|(?:jus|lors|puis|quoi)?qu|presqu|quelqu)(?:’|'|&#39;|&rsquo;)(?=\w)",
    re.IGNORECASE,
)


def split_elisions(html: str) -> str:
    """Return *html* with a space after each elided word of its text; tags stay as they are."""
    return _ELIDED.sub(lambda found: found[1] + MARK if found[1] else found[0], html)
