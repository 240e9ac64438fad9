"""Documents and bodies as the state keeps them, for whoever renders: this process or a worker."""

import contextlib
import os
import sqlite3
from urllib.parse import quote

from sitegen.errors import BrokenStateError
from sitegen.sources.document import Document, decode_document


class BodyReader:
    """Reads bodies, in this process or in a fork of it: a connection must not cross a fork.

    *is_elsewhere*: see `connect_to_read`.
    """

    def __init__(self, path: str, *, is_elsewhere: bool = False) -> None:
        self._path = path
        self._is_elsewhere = is_elsewhere
        self._process = -1
        self._database: sqlite3.Connection

    def read(self, key: str) -> str:
        """Return the HTML of a parsed document; raises one of `BROKEN` when there is none."""
        if self._process != os.getpid():
            self._database = connect_to_read(self._path, is_elsewhere=self._is_elsewhere)
            self._process = os.getpid()
        row = self._database.execute("SELECT html FROM body WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise BrokenStateError(f"the text of {key} is missing")
        return str(row[0])

    def close(self) -> None:
        if self._process == os.getpid():
            self._database.close()
            self._process = -1


def connect_to_read(path: str, *, is_elsewhere: bool = False) -> sqlite3.Connection:
    """Return a connection that cannot write. Raises `sqlite3.Error`.

    A write-ahead log needs memory that its readers share, so it ends at one machine
    (sqlite.org/wal.html). *is_elsewhere*: read the file alone, which `State.checkpoint` completed.
    """
    mode = "mode=ro&immutable=1" if is_elsewhere else "mode=ro"
    return sqlite3.connect(
        f"file:{quote(path)}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,  # a cluster's worker has threads, and uses one at a time
    )


def read_documents(path: str, *, is_elsewhere: bool = False) -> dict[str, Document]:
    """Return the documents of the state at *path* that have no errors, in order of their keys."""
    with contextlib.closing(connect_to_read(path, is_elsewhere=is_elsewhere)) as database:
        rows = database.execute("SELECT key, document FROM document ORDER BY key")
        return {key: decode_document(raw) for key, raw in rows if raw}
