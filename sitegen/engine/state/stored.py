"""Documents and bodies as the state keeps them, for whoever renders: this process or a worker."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Mapping, Set
from urllib.parse import quote

from sitegen.digest import SIZE
from sitegen.engine.state.database import HTML
from sitegen.errors import BrokenStateError
from sitegen.site.withholding import Held
from sitegen.sources.document import Document, TextFacts, decode_document
from sitegen.wording.phrases import with_gaps

_CACHE = 256
"""KiB of the file that a reader keeps: each text is read once, and the system has it at hand."""
AT_HAND = 256
"""Documents that stay decoded: those of some chunks of pages, which are asked for several times."""


class BodyReader:
    """Reads bodies, in this process or in a fork of it: a connection must not cross a fork.

    *is_elsewhere*: see `connect_to_read`. *kept*: the documents that stand in the form that was
    published before they were changed.
    """

    def __init__(
        self, path: str, *, is_elsewhere: bool = False, kept: Set[str] = frozenset()
    ) -> None:
        self._path = path
        self._kept = kept
        self._is_elsewhere = is_elsewhere
        self._process = -1
        self._database: sqlite3.Connection

    def read(self, key: str) -> bytes:
        """Return the HTML of a parsed document, in UTF-8; raises one of `BROKEN` when there is
        none.
        """
        table = "kept" if key in self._kept else "body"
        rows = self._connected().execute(f"SELECT {HTML} FROM {table} WHERE key = ?", (key,))
        row = rows.fetchone()
        if row is None:
            raise BrokenStateError(with_gaps("the text of {page} is missing", page=key))
        return bytes(row[0])

    def document(self, key: str) -> Document:
        """Return a document as it was parsed; raises one of `BROKEN` when there is none."""
        rows = self._connected().execute("SELECT document FROM document WHERE key = ?", (key,))
        row = rows.fetchone()
        if row is None:
            raise BrokenStateError(with_gaps("the text of {page} is missing", page=key))
        return decode_document(row[0])

    def documents_encoded(self) -> Iterator[tuple[str, bytes]]:
        """Yield all documents as they were parsed, by their ids."""
        yield from self._connected().execute("SELECT key, document FROM document")

    def _connected(self) -> sqlite3.Connection:
        if self._process != os.getpid():
            self._database = connect_to_read(self._path, is_elsewhere=self._is_elsewhere)
            self._process = os.getpid()
        return self._database

    def close(self) -> None:
        if self._process == os.getpid():
            self._database.close()
            self._process = -1


class StoredDocuments(Mapping[str, Document]):
    """Documents that are read from the state when they are asked for; the latest stay at hand.

    Of ten thousand, in two processes, they would be a third of what pages are rendered beside.
    """

    def __init__(self, reader: BodyReader, ids: Mapping[str, Document | bytes]) -> None:
        """*ids*: all of them, in order, each with the document where the state has another one,
        else with its `digests_of`.
        """
        self._reader, self._ids = reader, ids
        self._latest: dict[str, Document] = {}

    def __getitem__(self, key: str) -> Document:
        held = self._ids[key]
        if isinstance(held, Document):
            return held
        known = self._latest.get(key)
        if known is None:
            if len(self._latest) == AT_HAND:
                del self._latest[next(iter(self._latest))]
            known = self._latest[key] = self._reader.document(key)
        return known

    def facts(self, key: str) -> TextFacts | Document | None:
        """Return what is asked of a text, without reading the document if that can be."""
        held = self._ids.get(key)
        if not isinstance(held, bytes):
            return held
        if not held:
            return self[key]
        return TextFacts(held[:SIZE], held[SIZE : 2 * SIZE], held[2 * SIZE :])

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def digests_of(document: Document) -> bytes:
    """Return the three digests that `StoredDocuments.facts` tells, in one: a third of the bytes.

    Nothing of a document of which there is more to tell, as few have.
    """
    digests = (document.body_digest, document.outline_digest, document.metadata_digest)
    if document.frame_hosts or any(len(one) != SIZE for one in digests):
        return b""
    return b"".join(digests)


def connect_to_read(path: str, *, is_elsewhere: bool = False) -> sqlite3.Connection:
    """Return a connection that cannot write. Raises `sqlite3.Error`.

    A write-ahead log needs memory that its readers share, so it ends at one machine
    (sqlite.org/wal.html). *is_elsewhere*: read the file alone, which `State.checkpoint` completed.
    """
    mode = "mode=ro&immutable=1" if is_elsewhere else "mode=ro"
    database = sqlite3.connect(
        f"file:{quote(path)}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,  # a cluster's worker has threads, and uses one at a time
    )
    database.execute(f"PRAGMA cache_size = -{_CACHE}")
    return database


def read_documents(
    path: str, held: Held, unread: Set[str], *, is_elsewhere: bool = False
) -> dict[str, Document]:
    """Return the documents of the state at *path* as they stand on the site, in order of keys.

    *held*: which of them stand in an earlier form. *unread*: which are not there.
    """
    with contextlib.closing(connect_to_read(path, is_elsewhere=is_elsewhere)) as database:
        rows = database.execute("SELECT key, document FROM document")
        kept = {key: raw for key, raw in rows if raw and key not in unread}
        rows = database.execute("SELECT key, document FROM kept")
        kept |= {key: raw for key, raw in rows if key in held.kept}
    return {key: decode_document(kept[key]) for key in sorted(kept)}
