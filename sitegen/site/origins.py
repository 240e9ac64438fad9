"""By which path subscribers' programs know a document: that of its first publication. Pure.

The id of an article in feeds (RFC 4151) and the UID of an event (RFC 7986 §5.3) are made of the
path of a file and the host of the site. The committed list of published addresses remembers both,
so that neither changes when the file moves or the site gets another domain.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from sitegen.names import BUNDLE_TEXT, is_called, without_ending
from sitegen.site.agenda.editions import Noted
from sitegen.site.agenda.noted_calendars import NotedCalendar, calendars_in
from sitegen.site.urls import alias_path, encode_path, encode_url, section_path

T = TypeVar("T")


class Listed(msgspec.Struct, frozen=True, array_like=True):
    """A document that was published, as the list has it."""

    source: str
    """Its path below ``content/`` at that time."""
    origin: str
    """The path that its ids are made of: that of its first publication."""


class KnownToSubscribers(msgspec.Struct, frozen=True):
    """What subscribers' programs know of the site; nothing where it keeps no list."""

    url: str = ""
    """The address that it had first, with scheme and host."""
    addresses: Mapping[str, Listed] = {}
    """Documents that have ids, by their address from the site's root."""
    feeds: Mapping[str, str] = {}
    """Feeds of lists, by their address from the site's root, each with what it is called by where
    that is another section than the one that stands there."""
    events: Mapping[str, Noted] = {}
    """What calendars said last of events, by what the list calls them."""
    calendars: Mapping[str, NotedCalendar] = {}
    """Calendars of parts of the site, by what the list calls them."""

    def below(self, folder: str, language: str) -> "KnownToSubscribers":
        """Return what is known of the version of the site in *language*, in *folder* (`en/`)."""
        start = f"/{folder}"

        def within(known: Mapping[str, T]) -> dict[str, T]:
            return {
                address[len(start) - 1 :]: origin
                for address, origin in known.items()
                if address.startswith(start)
            }

        return KnownToSubscribers(
            self.url,
            within(self.addresses),
            within(self.feeds),
            calendars=calendars_in(self.calendars, language),
        )


NOTHING_KNOWN = KnownToSubscribers()
FEED = "feed.xml"
"""The name of the feed, of those of a list, that has an id of its own (RFC 4287 §4.2.6)."""


def origins(
    known: KnownToSubscribers,
    documents: Mapping[str, Iterable[str]],
    urls: Mapping[str, str],
    unread: Collection[str],
) -> dict[str, str]:
    """Return the path that the ids of a document are made of, where it is not its own.

    *documents*: with the former addresses of each, as they are written. A listed one keeps what
    the list says. One that is not is a former one if that is gone (neither among *documents* nor
    *unread*) and stood at its address (*urls*), at one of its former addresses, or, where nothing
    else may be meant, was called as it is. Who takes the path that another one is known by gets a
    name of its own.
    """
    if not known.addresses:
        return {}
    listed = {address.source: address.origin for address in known.addresses.values()}
    gone = {
        address.source: address.origin
        for address in known.addresses.values()
        if address.source not in documents and address.source not in unread
    }
    moved = {
        document: listed[document]
        for document in documents
        if listed.get(document, document) != document
    }
    taken = set(moved.values())
    new = {path: aliases for path, aliases in documents.items() if path not in listed}
    for path, former in _former(new, gone, known, urls):
        if path not in moved and gone[former] not in taken:
            moved[path] = gone[former]
            taken.add(gone[former])
    for path in documents:
        if path in taken and path not in moved:
            moved[path] = _another(path, taken | documents.keys())
            taken.add(moved[path])
    return moved


def section_origins(
    known: KnownToSubscribers, sections: Mapping[str, Iterable[str]], slugs: Mapping[str, str]
) -> dict[str, str]:
    """Return the section that the id of a section's feed is made of, where it is another one.

    *sections*: with their former addresses, as they are written; *slugs*: of those that are not
    called as their folders. One whose feed is not listed is
    the section that stood at one of these.
    """
    if not known.feeds:
        return {}
    there = {f"{section_path(path, slugs)}{FEED}" for path in sections}
    origins = {}
    for section, aliases in sections.items():
        own = f"{section_path(section, slugs)}{FEED}"
        former = [f"{alias_address(alias).rstrip('/')}/{FEED}" for alias in aliases]
        stood = (path for path in former if path in known.feeds and path not in there)
        address = own if own in known.feeds else next(stood, "")
        origin = address and (known.feeds[address] or address.removesuffix(FEED).strip("/"))
        if origin and origin != section and (address != own or known.feeds[own]):
            origins[section] = origin
    return origins


def _former(
    new: Mapping[str, Iterable[str]],
    gone: Collection[str],
    known: KnownToSubscribers,
    urls: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield new documents with the one of *gone* that each may be, the surest first."""
    for path in new:
        stood = known.addresses.get(encode_url(urls[path])) if path in urls else None
        if stood is not None and stood.source in gone:
            yield path, stood.source
    for path, aliases in new.items():
        for alias in aliases:
            stood = known.addresses.get(alias_address(alias))
            if stood is not None and stood.source in gone:
                yield path, stood.source
    now, before = _by_name(new), _by_name(gone)
    for name, paths in now.items():
        if len(paths) == 1 and len(before.get(name, ())) == 1:
            yield paths[0], before[name][0]


def alias_address(alias: str) -> str:
    """Return the former address *alias* as the list has it."""
    return encode_path(f"/{alias_path(alias).removesuffix('index.html')}")


def file_name(path: str) -> str:
    """Return the name of a document without its ending; of an ``index.md`` its folder's."""
    steps = path.split("/")
    is_bundle = is_called(path, BUNDLE_TEXT) and len(steps) > 1
    return steps[-2] if is_bundle else without_ending(steps[-1])


def _by_name(paths: Iterable[str]) -> dict[str, list[str]]:
    origins = defaultdict(list)
    for path in paths:
        origins[file_name(path)].append(path)
    return origins


def _another(path: str, taken: Collection[str]) -> str:
    """Return a path like *path* that is not *taken*: `forum~2.md`."""
    stem = without_ending(path)
    ending = path.removeprefix(stem)
    number = 2
    while f"{stem}~{number}{ending}" in taken:
        number += 1
    return f"{stem}~{number}{ending}"
