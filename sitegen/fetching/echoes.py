"""Announcements that come back: the site's own, and what another source says itself. Pure.

Partners show one another's texts. What one of them has fetched from here would come in again under
each new address, for ever; what it has from another source would keep that alive after its end.
"""

from collections.abc import Callable, Iterator, Set
from urllib.parse import urlsplit

from sitegen.config import SiteConfig, SourceConfig
from sitegen.fetching.announcements import Announcement
from sitegen.fetching.matching import plain_address
from sitegen.site.uids import host_of


class Echoes:
    """Knows the announcements of the source *key* that are none of its own."""

    def __init__(
        self, key: str, config: SiteConfig, named_by: str, taken_from: Callable[[str], Set[str]]
    ) -> None:
        """*config*: with the addresses of neighbours; *named_by*: the address that the site had
        first, of which its UIDs are made, if it has another one now; *taken_from*: what comes
        from another source, as `Said.addresses`.
        """
        source = config.sources[key]
        asked = _host(source.address)
        former = named_by if _host(named_by) != asked else ""  # which is somebody else's now
        versions = (version.url for version in config.versions.values())
        homes = dict.fromkeys(filter(None, map(_plain, (config.url, *versions, former))))
        self._own = tuple(f"{home.rstrip('/')}/" for home in homes)
        # Two sites of one host have UIDs of one form.
        self._own_uids = tuple(
            f"@{host}"
            for url in (config.url, former)
            if (host := host_of(url)) and _is_whole_host(url) and _host(url) != asked
        )
        self._others = {
            other: home
            for other, that in config.sources.items()
            if other != key and (home := _home(that)) and home != _home(source)
        }
        self._taken_from = taken_from

    def is_ours(self, announcement: Announcement) -> bool:
        """Whether *announcement* is a text or an event of this site that comes back."""
        uid = str(announcement.event.get("uid") or "")
        if uid.lower().endswith(self._own_uids) and announcement.start:
            return True
        return any(each.startswith(self._own) for each in _addresses(announcement))

    def is_of_another(self, announcement: Announcement) -> bool:
        """Whether the source has it from another one, which says itself what becomes of it: what
        does not come from there, since that has a calendar alone, say, comes from here.
        """
        return any(
            _plain(source.url).startswith(home)
            and plain_address(source.url) in self._taken_from(other)
            for source in announcement.via
            for other, home in self._others.items()
        )


def _addresses(announcement: Announcement) -> Iterator[str]:
    yield _plain(announcement.link)
    for source in announcement.via:
        yield _plain(source.url)


def _home(source: SourceConfig) -> str:
    """Return the folder in which *source* is asked: its texts stand below it, or are not known."""
    return f"{_plain(source.address).partition('?')[0].rpartition('/')[0]}/"


def _is_whole_host(url: str) -> bool:
    return not urlsplit(url).path.strip("/")


def _host(url: str) -> str:
    return _plain(url).partition("/")[0].partition(":")[0]


def _plain(url: str) -> str:
    """Return host, path and query of *url*, which addresses of one text may write otherwise."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}" if host else ""
