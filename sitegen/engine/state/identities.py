"""What feed readers and calendars know the site's articles by, as the last build published them.

The id of an item in the feeds is made of the host and the document's path (RFC 4151), the UID of an
event too unless its author gave it an `id:`. Whoever subscribed sees what has another one twice.
"""

import msgspec

from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.site.index import Index

_KEY = "identities"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class Published(msgspec.Struct, frozen=True, array_like=True):
    """An article, by what it can be known again."""

    url: str
    title: str
    names: tuple[str, ...]
    """What it is called by outside: its id in the feeds, the UIDs of its events."""


class Identities(msgspec.Struct, frozen=True):
    host: str
    """Empty where the site was built for another address than that of ``site.yaml``."""
    articles: dict[str, Published]
    """By the document's path below the content's folder."""


def identities(index: Index, host: str) -> Identities:
    """Return what the public articles and events of *index* are known by at *host*."""
    found = {}
    for entry in index.entries.values():
        feed = (entry.id,) if entry.is_article else ()
        names = (*feed, *(event.uid or f"{event.id}@" for event in entry.events))
        if names:
            found[entry.id] = Published(entry.url, entry.title, names)
    return Identities(host, found)


def remember(state: State, index: Index, host: str) -> None:
    """Keep what is published now, if it is not what was kept."""
    raw = _encode(identities(index, host))
    if raw != state.meta(_KEY):
        with state.transaction():
            state.set_meta(_KEY, raw)


def recall(state: State) -> Identities | None:
    """Return what the last build without errors published; None where nobody knows."""
    try:
        return msgspec.msgpack.decode(state.meta(_KEY), type=Identities)
    except BROKEN:
        return None
