"""Facts of files by their bytes, kept from one check to the next. Does I/O.

Safe to delete; whatever is wrong with the file, it is thrown away.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Self

from sitegen.digest import digest

_TABLES = """
CREATE TABLE IF NOT EXISTS program (digest BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS facts (key BLOB PRIMARY KEY, facts BLOB NOT NULL) WITHOUT ROWID;
"""


class Memo:
    """A context that knows encoded facts by their key, and keeps those that were asked for."""

    def __init__(self, path: str, program: bytes) -> None:
        self._path = path
        self._program = digest(program)
        self._known: dict[bytes, bytes] = {}
        self._asked: dict[bytes, bytes] = {}

    def __enter__(self) -> Self:
        with contextlib.suppress(sqlite3.Error, OSError), self._open() as file:
            if file.execute("SELECT digest FROM program").fetchall() == [(self._program,)]:
                self._known = dict(file.execute("SELECT key, facts FROM facts"))
        return self

    def get(self, key: bytes) -> bytes | None:
        kept = self._known.get(key)
        if kept is not None:
            self._asked[key] = kept
        return kept

    def put(self, key: bytes, facts: bytes) -> None:
        self._asked[key] = facts

    def __exit__(self, *_: object) -> None:
        if self._asked.keys() == self._known.keys():
            return
        with contextlib.suppress(sqlite3.Error, OSError):
            try:
                self._write()
            except sqlite3.DatabaseError:  # no database, or a damaged one
                os.unlink(self._path)
                self._write()

    def _write(self) -> None:
        gone = [(key,) for key in self._known.keys() - self._asked.keys()]
        new = _without(self._asked, self._known)
        with self._open() as file, file:  # one transaction
            if not self._known:
                file.execute("DELETE FROM facts")
                file.execute("DELETE FROM program")
                file.execute("INSERT INTO program VALUES (?)", (self._program,))
            file.executemany("DELETE FROM facts WHERE key = ?", gone)
            file.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", new)

    def _open(self) -> contextlib.closing[sqlite3.Connection]:
        os.makedirs(os.path.dirname(self._path), exist_ok=True)
        file = sqlite3.connect(self._path)
        try:
            file.executescript(_TABLES)
        except sqlite3.Error:
            file.close()
            raise
        return contextlib.closing(file)


def _without(values: Mapping[bytes, bytes], others: Iterable[bytes]) -> list[tuple[bytes, bytes]]:
    known = set(others)
    return [(key, value) for key, value in values.items() if key not in known]
