"""What feed readers and calendars know the site's articles by, and what is called otherwise now.

The id of an item in the feeds is made of the host and the document's path (RFC 4151), the UID of an
event too unless its author gave it an `id:`. Whoever subscribed sees what has another one twice.
Pure.
"""

from collections import Counter
from collections.abc import Iterator

import msgspec

from sitegen.errors import Diagnostic
from sitegen.names import CONTENT
from sitegen.published.listing import Listing
from sitegen.site.index import Index
from sitegen.site.origins import file_name
from sitegen.site.urls import with_base

FEW = 3
"""Documents of one folder that are told one by one; of more, the folder."""


class PublishedArticle(msgspec.Struct, frozen=True, array_like=True):
    """An article, by what it can be known again."""

    url: str
    title: str
    """Empty where it is not known."""
    names: tuple[str, ...]
    """What it is called by outside: its id in the feeds, the UIDs of its events."""


class Identities(msgspec.Struct, frozen=True):
    host: str
    """Empty where the site was built for another address than that of ``site.yaml``."""
    articles: dict[str, PublishedArticle]
    """By the document's path below the content's folder."""


def identities(index: Index, host: str) -> Identities:
    """Return what the public articles and events of *index* are known by at *host*."""
    identities = {}
    for entry in index.every_entry.values():
        feed = (entry.origin or entry.id,) if entry.is_article else ()
        events = (event.uid or f"{event.origin or event.id}@" for event in entry.events)
        names = (*feed, *events)
        if names:
            identities[entry.id] = PublishedArticle(entry.url, entry.title, names)
    return Identities(host, identities)


def listed_identities(listing: Listing, base_path: str) -> Identities:
    """Return what a list of published addresses says that readers know articles by."""
    identities = {}
    for address, line in listing.lines.items():
        feed = (line.origin,) if "feed" in line.names else ()
        events = (name.partition(":") for name in line.names if name.startswith(("event:", "uid:")))
        names = (*feed, *(f"{event}@" if kind == "event" else event for kind, _, event in events))
        if names:
            identities[line.source] = PublishedArticle(with_base(base_path, address), "", names)
    return Identities(listing.url.partition("//")[2].partition("/")[0], identities)


def moved(before: Identities, index: Index) -> Iterator[Diagnostic]:
    """Yield what was published under another path, which is gone now."""
    after = identities(index, index.config.host)
    pairs = {
        new: old
        for new, old in pairs_of(before, index)
        # else its events have ids of their own, or the list remembers what it is called by
        if not set(before.articles[old].names) & set(after.articles[new].names)
    }
    folders = Counter((_folder(old), _folder(new)) for new, old in pairs.items())
    told = set()
    for new, old in pairs.items():
        folder = (_folder(old), _folder(new))
        if folder[0] != folder[1] and folders[folder] > FEW:
            if folder not in told:
                told.add(folder)
                values = {"before": f"{folder[0]}/", "after": f"{folder[1]}/"}
                yield Diagnostic("identity-changed", f"{CONTENT}/{folder[1]}", 0, 0, values)
            continue
        values = {"before": old, "after": new}
        yield Diagnostic("identity-changed", f"{CONTENT}/{new}", 1, 1, values)


def pairs_of(before: Identities, index: Index) -> Iterator[tuple[str, str]]:
    """Yield new paths with the old one of the same article.

    Of its address, else of its title, else of the name of its file. A document that is there and
    not public (expired, a draft, in error) is no other one.
    """
    after = identities(index, index.config.host)
    there = after.articles.keys() | index.every_document.keys() | index.unwritten
    gone = {path: published for path, published in before.articles.items() if path not in there}
    by_url = {published.url: path for path, published in gone.items()}
    by_title = {published.title: path for path, published in gone.items() if published.title}
    by_name = {file_name(path): path for path, published in gone.items() if not published.title}
    for path, published in after.articles.items():
        if path not in before.articles:
            known = (
                by_url.get(published.url),
                by_title.get(published.title),
                by_name.get(file_name(path)),
            )
            old = next(filter(None, known), None)
            if old is not None and old in gone:
                del gone[old]
                yield path, old


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
