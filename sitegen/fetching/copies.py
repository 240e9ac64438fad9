"""Copies of texts that are known here, in sources that do not say where they have them from. Pure.

Programs that pass on a feed make a text of each entry: under an address, and often an identity, of
their own. What stays is the title, and the words or a link to where the text stood. Both have to
agree: a partner may well write of what is written here, and lead there.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.fetching.announcements import Announcement
from sitegen.fetching.same_words import begins_in, said_words, title_words, words_of

_LINK = re.compile(r"https?://[^\s<>\"'\\]+[^\s<>\"'\\.,;:!?)\]»]")
_MOST_LINKS = 200


class OwnText(NamedTuple):
    """A text of this site."""

    address: str
    """Below the site's: `news/motion/`."""
    title: str
    summary: str
    """Its own, or its beginning."""


class Copies:
    """Knows copies of *texts* again."""

    def __init__(self, texts: Iterable[OwnText], site: str) -> None:
        """*site*: its title, which programs write beside those of its texts."""
        self._site = title_words(site)
        self._by_title: dict[frozenset[str], list[OwnText]] = {}
        for text in texts:
            if words := title_words(text.title):
                self._by_title.setdefault(words, []).append(text)

    def of(self, announcement: Announcement, homes: tuple[str, ...]) -> bool:
        """Whether *announcement* is a copy of one of the texts.

        It has its title, and leads to its page below one of *homes* (as `plain` writes them) or
        has its words; an event both, since many are called alike.
        """
        words = title_words(announcement.title)
        texts = self._by_title.get(words) or self._by_title.get(words - self._site)
        if not texts:
            return False
        named = (plain(announcement.id), *links_of(announcement))
        insides = (_inside(link, homes) for link in named)
        is_led_to = not {text.address for text in texts}.isdisjoint(insides)
        if is_led_to and not announcement.start:
            return True
        if announcement.start and not is_led_to:
            return False
        said = said_words(announcement)
        return any(begins_in(words_of(text.summary), said) for text in texts)


def _inside(link: str, homes: tuple[str, ...]) -> str | None:
    """Return *link* below one of *homes*; None where it leads elsewhere."""
    return next((link.removeprefix(home) for home in homes if link.startswith(home)), None)


def links_of(announcement: Announcement) -> Iterator[str]:
    """Yield where the text of *announcement* leads, as `plain`: the last ones, if it has many."""
    if "://" in announcement.html or "://" in announcement.summary:
        found = _LINK.findall(f"{announcement.html} {announcement.summary}")
        yield from (plain(unescape(address)) for address in found[-_MOST_LINKS:])


def plain(url: str) -> str:
    """Return host, path and query of *url*, which addresses of one text may write otherwise."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}" if host else ""
