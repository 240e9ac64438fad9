"""The state: one SQLite file that remembers sources, documents, pages and answers.

A broken state is an empty state: whatever is wrong with the file, it is thrown away and the site is
built cold. It is safe to delete and worth caching in CI.
"""

import contextlib
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from sitegen.disk.listings import FolderListing
from sitegen.engine.state.database import (
    BROKEN,
    is_blocked,
    is_refusal,
    open_database,
    remove_database,
    state_refused,
)
from sitegen.engine.state.lookups import Lookups
from sitegen.engine.state.records import (
    DocumentRecord,
    PageRecord,
    SourceRecord,
)
from sitegen.errors import BrokenStateError
from sitegen.model import Question
from sitegen.wording.phrases import Words, told_by

if TYPE_CHECKING:
    pass

_encode = msgspec.msgpack.encode


class State(Lookups):
    """An open state. One process writes it; others may read bodies from it.

    Raises `OutputError` where there can be no state. Reading raises one of `BROKEN` when the file
    is damaged where its opening did not look.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.was_reset: Words = ""
        """Why an existing state was thrown away; empty when none was."""
        try:
            self._database = open_database(self.path)
        except BROKEN as error:
            if is_refusal(error) and not is_blocked(self.path):
                raise state_refused(error, path) from error
            self.reset(told_by(error))

    def reset(self, reason: Words) -> None:
        """Throw the file away and begin with an empty one."""
        self.was_reset = reason
        if hasattr(self, "_database"):
            self._database.close()
        remove_database(self.path)
        try:
            self._database = open_database(self.path)
        except sqlite3.Error as error:
            raise state_refused(error, self.path) from error

    def close(self) -> None:
        self._database.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that is written inside, or nothing."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:  # SQLite itself rolls back where the disk is full
                self._database.execute("ROLLBACK")
            raise

    def checkpoint(self) -> None:
        """Bring all that was committed into the file itself, for readers on other machines."""
        is_busy = self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if is_busy:
            raise state_refused(BrokenStateError("another process reads it"), self.path)

    # Writing: always inside `transaction`

    def set_meta(self, key: str, value: bytes) -> None:
        self._database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def put_sources(self, records: Mapping[str, SourceRecord]) -> None:
        self._database.executemany(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    key,
                    _encode(record.stamp),
                    record.digest,
                    record.width,
                    record.height,
                    record.format,
                    record.problem,
                    record.is_misnamed,
                    record.private,
                )
                for key, record in records.items()
            ),
        )

    def put_documents(self, records: Mapping[str, DocumentRecord]) -> None:
        self._database.executemany(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    key,
                    record.source,
                    record.document,
                    _encode(record.diagnostics),
                    record.unread,
                    record.wish,
                )
                for key, record in records.items()
            ),
        )
        self._database.executemany(
            "INSERT OR IGNORE INTO unsettled VALUES (?)", ((key,) for key in records)
        )

    def settle_documents(self) -> None:
        """Note that pages are recorded as the documents are now."""
        self._database.execute("DELETE FROM unsettled")

    def put_bodies(self, bodies: Mapping[str, bytes]) -> None:
        """Remember the HTML of documents, in UTF-8."""
        self._database.executemany("INSERT OR REPLACE INTO body VALUES (?, ?)", bodies.items())

    def keep_documents(self, keys: Iterable[str]) -> None:
        """Keep the documents of *keys* with their texts as they are, beside what replaces them.

        What was kept already is what was published; a later form does not take its place.
        """
        self._database.executemany(
            "INSERT OR IGNORE INTO kept SELECT document.key, document, html FROM document"
            " JOIN body ON body.key = document.key WHERE document.key = ?",
            ((key,) for key in keys),
        )

    def put_questions(self, rows: Iterable[tuple[int, Question, bytes, bytes]]) -> None:
        """Remember questions by number: its answer's digest; the answer, where it is kept."""
        self._database.executemany(
            "INSERT OR REPLACE INTO question VALUES (?, ?, ?, ?)",
            ((number, _encode(asked), digest, answer) for number, asked, digest, answer in rows),
        )

    def put_entries(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """Remember entries by id, as those of the answers that are kept."""
        self._database.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?)", rows)

    def put_pages(self, records: Mapping[str, PageRecord]) -> None:
        self._database.executemany(
            "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    path,
                    _encode(record.page),
                    array("I", record.asked).tobytes(),
                    record.output,
                    _encode(record.stamp),
                    _encode(record.reason),
                )
                for path, record in records.items()
            ),
        )

    def put_restamped(self, records: Mapping[str, PageRecord]) -> None:
        """Update the stamps of pages that were not rendered."""
        self._database.executemany(
            "UPDATE page SET stamp = :stamp WHERE path = :path AND stamp <> :stamp",
            (
                {"stamp": _encode(record.stamp), "path": path}  # by name: 3.12.0 warns of `?1`
                for path, record in records.items()
            ),
        )

    def put_listings(self, tree: str, listings: Iterable[tuple[int, FolderListing]]) -> None:
        """Remember what stands below a folder, each listing by its number from 0."""
        self._database.executemany(
            "INSERT OR REPLACE INTO listing VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((tree, number, *listing) for number, listing in listings),
        )

    def forget_listings(self, tree: str, count: int) -> None:
        """Forget the listings of *tree* that come after the first *count*."""
        self._database.execute("DELETE FROM listing WHERE tree = ? AND number >= ?", (tree, count))

    def forget_pages(self) -> None:
        """Forget all pages and answers; parsed documents have their own memo."""
        with self.transaction():
            self._database.execute("DELETE FROM page")
            self._database.execute("DELETE FROM question")
            self._database.execute("DELETE FROM entry")

    def drop(self, table: str, keys: Iterable[str | int]) -> None:
        column = {"page": "path", "question": "id"}.get(table, "key")
        self._database.executemany(
            f"DELETE FROM {table} WHERE {column} = ?", ((key,) for key in keys)
        )
