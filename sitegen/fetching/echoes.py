"""Announcements that come back: the site's own, and what another source says itself. Pure.

Partners show one another's texts. What one of them has fetched from here would come in again under
each new address, for ever; what it has from another source would keep that alive after its end.
"""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from sitegen.config import SiteConfig, SourceConfig
from sitegen.fetching.announcements import Announcement
from sitegen.fetching.copies import Copies, links_of, plain
from sitegen.fetching.matching import plain_address
from sitegen.fetching.said import Offer, Taken, name
from sitegen.fetching.same_words import begins_in, said_words, title_words, words_of
from sitegen.site.uids import host_of, tag_prefix


class Echoes:
    """Knows the announcements of the source *key* that are none of its own."""

    def __init__(
        self, key: str, config: SiteConfig, named_by: str, taken: Callable[[], Taken],
        copies: Callable[[], Copies], read: Callable[[str], str],
    ) -> None:  # fmt: skip
        """*config*: with the addresses of neighbours; *named_by*: the address that the site had
        first, of which its UIDs are made, if it has another one now; *taken*: what comes from
        each source; *copies*: of the site's own texts; *read*: returns a fetched document.
        """
        source = config.sources[key]
        asked = _host(source.address)
        former = named_by if _host(named_by) != asked else ""  # which is somebody else's now
        versions = (version.url for version in config.versions.values())
        homes = dict.fromkeys(filter(None, map(plain, (config.url, *versions, former))))
        self._own = tuple(f"{home.rstrip('/')}/" for home in homes)
        # Two sites of one host have UIDs of one form.
        self._own_uids = tuple(
            f"@{host}"
            for url in (config.url, former)
            if (host := host_of(url)) and _is_whole_host(url) and _host(url) != asked
        )
        self._own_ids = tuple(
            tag_prefix(host_of(url), urlsplit(url).path.rstrip("/"))
            for url in (config.url, former)
            if host_of(url) and _host(url) != asked
        )
        self._others = {
            other: home
            for other, that in config.sources.items()
            if other != key and (home := _home(that)) and home != _home(source)
        }
        self._home = _home(source)
        self._folder, self._read = source.folder(key), read
        keys = list(config.sources)
        self._before = {_home(config.sources[before]) for before in keys[: keys.index(key)]}
        self._taken = taken
        self._copies = copies

    def is_ours(self, announcement: Announcement) -> bool:
        """Whether *announcement* is a text or an event of this site that comes back: by its UID, an
        id or an address of ours, the feed that it was taken from, or its words.
        """
        uid = str(announcement.event.get("uid") or "")
        if uid.lower().endswith(self._own_uids) and announcement.start:
            return True
        if announcement.id.startswith(self._own_ids):
            return True
        return any(each.startswith(self._own) for each in _addresses(announcement)) or (
            self._copies().of(announcement, self._own)
        )

    def is_of_another(self, announcement: Announcement) -> bool:
        """Whether the source has it from another one, which says itself what becomes of it: what
        does not come from there, since that has a calendar alone, say, comes from here.
        """
        words = title_words(announcement.title)
        named = (plain_address(source.url) for source in announcement.via)
        if any(home for at in named for home, _offer in self._givers(at) if at.startswith(home)):
            return True
        if announcement.start:  # events that are one are found by their times
            return False
        if any(
            link.startswith(self._own) and self._taken().is_document(link, words)
            for link in links_of(announcement)
        ):
            return True  # from here, where it came from somebody else
        if any(
            words == offer.words and not _leads_back(offer.told, announcement)
            for at in _targets(announcement)
            for _home, offer in self._givers(at)
        ):
            return True
        known = name(announcement.id)
        if any(
            words == offer.words and not self._has_named(known, home)
            for home, offer in self._givers(known)
        ):
            return True
        if any(self._is_copy(announcement, path) for path in sorted(self._taken().past(words))):
            return True
        return any(
            plain(feed).startswith(home) and self._taken().has(other, words)
            for feed in announcement.feeds
            for other, home in self._others.items()
        )

    def _is_copy(self, announcement: Announcement, path: str) -> bool:
        """Whether *announcement* has the first words of another source's document."""
        if path.rpartition("/")[0] == self._folder:
            return False
        body = self._read(path).partition("\n---\n")[2]
        return begins_in(words_of(body), said_words(announcement))

    def _has_named(self, known: str, other: str) -> bool:
        """Whether what two sources call *known* is this one's, not that of the one asked in the
        folder *other*: by the host in the name, else it is that of the first in the settings.
        """
        host = known.removeprefix("tag:").replace(",", "/").partition("/")[0]
        is_mine, is_theirs = (
            home.partition("/")[0].partition(":")[0] == host for home in (self._home, other)
        )
        return is_mine if is_mine != is_theirs else other not in self._before

    def _givers(self, address: str) -> Iterator[tuple[str, Offer]]:
        """Yield the folder of each other source that has something at *address*, and what."""
        for other, offer in self._taken().at(address) if address else ():
            if home := self._others.get(other):
                yield home, offer


def _targets(announcement: Announcement) -> Iterator[str]:
    """Yield where the text of *announcement* leads, as `plain_address`."""
    for link in links_of(announcement):
        yield plain_address(f"https://{link}")


def _leads_back(told: Announcement | None, announcement: Announcement) -> bool:
    """Whether what is *told* leads to *announcement* itself: two that name one another both stay,
    since nothing says whose it is.
    """
    return told is not None and plain_address(announcement.link) in _targets(told)


def _addresses(announcement: Announcement) -> Iterator[str]:
    yield plain(announcement.link)
    for source in announcement.via:
        yield plain(source.url)
    yield from map(plain, announcement.feeds)


def _home(source: SourceConfig) -> str:
    """Return the folder in which *source* is asked: its texts stand below it, or are not known."""
    return f"{plain(source.address).partition('?')[0].rpartition('/')[0]}/"


def _is_whole_host(url: str) -> bool:
    return not urlsplit(url).path.strip("/")


def _host(url: str) -> str:
    return plain(url).partition("/")[0].partition(":")[0]
