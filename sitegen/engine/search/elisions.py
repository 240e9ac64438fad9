"""French words that lost their last letter before a vowel: « l’école » is to be found as « école ».

Pagefind ends a word at white space alone, so that « l’école » would be one word, « lécole », which
nobody looks for. In the copies that it reads a space follows such a word, and another apostrophe
stands in it, by which the theme's `search.js` knows what to take back in what it shows.
"""

import re

MARK = "\u02bc "
"""The modifier letter apostrophe, which French has no other use for, and a space."""

_APOSTROPHE = re.compile(r"(?:’|'|&#39;|&rsquo;)(?=\w)(?![^<>]{0,2000}>)")
"""Before a letter, and not within a tag. Apostrophes first: they are rarer than letters. A tag is
looked for so far and no farther, or a long text without any would take hours."""
_ELIDED = re.compile(
    r"(?<!\w)(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|presqu|quelqu)\Z", re.IGNORECASE
)
_LONGEST = 8
"""Letters to look back for, with one that may stand before."""


def split_elisions(html: str) -> str:
    """Return *html* with a space after each elided word of its text; tags stay as they are."""

    def split(found: re.Match[str]) -> str:
        end = found.start()
        return MARK if _ELIDED.search(html, max(0, end - _LONGEST), end) else found[0]

    return _APOSTROPHE.sub(split, html)
