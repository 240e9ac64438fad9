"""Whether texts alone changed since the pages were recorded, as in most edits.

Then a question that is not about one of these texts has the answer that it had: lists, addresses
and the plan are made of metadata.
"""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from sitegen.digest import digest
from sitegen.engine.snapshot import Snapshot
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.site.publication import Clock
from sitegen.sources.document import Document

_KEY = "metadata"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class Recorded(msgspec.Struct, frozen=True):
    """What the site was, but for its texts, when its pages were recorded."""

    metadata: bytes
    """`metadata_digest`"""
    since: float
    """The clock of that build, as a timestamp."""
    until: float
    """When the site next changes by itself."""


def metadata_digest(snapshot: Snapshot, documents: Iterable[Document]) -> bytes:
    """Return a digest of all that a build is given, but for the instant and the texts."""
    clock = snapshot.clock
    parts = (
        snapshot.config,
        (clock.with_drafts, clock.with_future, clock.with_embargoed),
        (snapshot.files, snapshot.data, snapshot.theme, snapshot.static),
        (snapshot.unread, snapshot.held, snapshot.known, snapshot.waiting),
        [replace(plugin, pages={}) for plugin in snapshot.plugins],
        (snapshot.folders, [ring.identity for ring in snapshot.rings]),
    )
    return digest(_encode(parts), b"".join(document.metadata_digest for document in documents))


def settle(state: State, recorded: Recorded) -> None:
    """Keep what the site is now, inside the transaction that records its pages."""
    state.set_meta(_KEY, _encode(recorded))
    state.settle_documents()


def forget_metadata(state: State) -> None:
    """Let the next build that loads the site look at all, inside a transaction."""
    state.set_meta(_KEY, b"")


def changed_texts(state: State, metadata: bytes, clock: Clock) -> frozenset[str] | None:
    """Return the documents whose texts alone may be others than recorded; None: look at all."""
    try:
        recorded = msgspec.msgpack.decode(state.meta(_KEY), type=Recorded)
    except BROKEN:
        return None
    if recorded.metadata != metadata:
        return None
    if not recorded.since <= clock.now.timestamp() < recorded.until:
        return None
    return frozenset(state.unsettled_documents())
