"""Documents and bodies as the state keeps them, for whoever renders: this process or a worker."""

import contextlib
import os
import sqlite3
from urllib.parse import quote

from sitegen.sources.document import Document, decode_document


class BodyReader:
    """Reads bodies, in this process or in a fork of it: a connection must not cross a fork."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._process = -1
        self._database: sqlite3.Connection

    def read(self, key: str) -> str:
        """Return the HTML of a parsed document; raises `KeyError` when there is none."""
        if self._process != os.getpid():
            self._database = connect_to_read(self._path)
            self._process = os.getpid()
        row = self._database.execute("SELECT html FROM body WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return str(row[0])

    def close(self) -> None:
        if self._process == os.getpid():
            self._database.close()
            self._process = -1


def connect_to_read(path: str) -> sqlite3.Connection:
    """Return a connection that cannot write. Raises `sqlite3.Error`."""
    return sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True, isolation_level=None)


def read_documents(path: str) -> dict[str, Document]:
    """Return the documents of the state at *path* that have no errors, in order of their keys."""
    with contextlib.closing(connect_to_read(path)) as database:
        rows = database.execute("SELECT key, document FROM document ORDER BY key")
        return {key: decode_document(raw) for key, raw in rows if raw}
