"""What stands published: the form of each source that the last build took. Does I/O (the state).

A build with mistakes takes these forms in place of those that have one (`stand_in.py`).
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import msgspec

from sitegen.digest import digest
from sitegen.engine.session import SiteSession
from sitegen.engine.snapshot import Snapshot
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.site.assets import AssetFacts
from sitegen.sources.document import Document
from sitegen.theme.folders import Theme

_ACCEPTED, _DIGEST, _UNPUBLISHED = "accepted", "accepted_digest", "unpublished"
_UNSEEN = "unseen"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """All that the last build was given, but for the documents."""

    site_yaml: bytes
    files: dict[str, AssetFacts]
    """Those of ``content/`` that it published."""
    data: dict[str, Any]
    theme: Theme
    static: dict[str, AssetFacts]
    is_sound: bool
    """Whether the site that it published had no mistakes: those in it had been held back."""


class Accepted:
    """What the last build took; documents that have changed since are known in that form."""

    def __init__(self, state: State) -> None:
        self._state = state

    @cached_property
    def unpublished(self) -> frozenset[str]:
        """The ids of documents whose form of today readers have not seen.

        To be asked before the pages are recorded, with which they have.
        """
        return unpublished_forms(self._state)

    @cached_property
    def unseen(self) -> frozenset[str]:
        """Documents that stood as they were published, and were shown to nobody: another one, such
        as their original, withheld them.
        """
        try:
            return frozenset(msgspec.msgpack.decode(self._state.meta(_UNSEEN), type=list[str]))
        except BROKEN:
            return frozenset()

    @cached_property
    def beside(self) -> Beside | None:
        """What stands beside the documents; None where no build is remembered."""
        try:
            return msgspec.msgpack.decode(self._state.meta(_ACCEPTED), type=Beside)
        except BROKEN:
            return None

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents that were changed or removed since, as they were published."""
        documents = {}
        for key, raw in self._state.kept_documents().items():
            try:
                documents[key] = self._state.document(key, raw)
            except BROKEN:  # of an earlier version of this program
                continue
        return documents


def unpublished_forms(state: State) -> frozenset[str]:
    """Return the ids of documents whose form in the state is not the one that readers see.

    They were parsed after the pages were recorded; or they had a mistake then, or were not public.
    """
    try:
        known = msgspec.msgpack.decode(state.meta(_UNPUBLISHED), type=list[str])
    except BROKEN:
        known = []
    return frozenset(known) | state.unsettled_documents()


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What a build took, to be remembered with its pages."""

    beside: Beside
    unpublished: list[str]
    unseen: list[str]
    kept: frozenset[str]

    def record(self, state: State) -> None:
        """Remember it, inside the transaction that records the pages."""
        encoded = _encode(self.beside)
        mark = digest(encoded)
        if state.meta(_DIGEST) != mark:
            state.set_meta(_ACCEPTED, encoded)
            state.set_meta(_DIGEST, mark)
        state.set_meta(_UNPUBLISHED, _encode(self.unpublished))
        state.set_meta(_UNSEEN, _encode(self.unseen))
        state.drop("kept", state.kept_documents().keys() - self.kept)


def published(
    session: SiteSession,
    snapshot: Snapshot,
    written: Iterable[str],
    site_yaml: bytes,
    *,
    is_sound: bool,
) -> Published:
    """Return what is remembered of a build; *written*: the ids of all documents that there are."""
    shown, assets = set[str](), set[str]()
    for index in session.index.everywhere:
        shown |= index.entries.keys() | index.targets.introductions.keys()
        assets |= index.assets.keys()
        for audience in index.audiences.values():  # few have them, and are not to lose them either
            shown |= audience.documents
            assets |= audience.index.assets.keys()
    return Published(
        beside=Beside(
            site_yaml=site_yaml,
            files={path: file for path, file in snapshot.files.items() if path in assets},
            data=snapshot.data,
            theme=snapshot.theme,
            static=snapshot.static,
            is_sound=is_sound,
        ),
        unpublished=sorted(set(written) - (shown - snapshot.held.kept)),
        unseen=sorted(snapshot.held.kept - shown),
        kept=snapshot.held.kept,
    )
