"""The state: one SQLite file that remembers sources, documents, pages and answers.

A broken state is an empty state: whatever is wrong with the file, it is thrown away and the site is
built cold. It is safe to delete and worth caching in CI.
"""

import contextlib
import os
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from sitegen.errors import BrokenStateError, Diagnostic, OutputError
from sitegen.model import Page, Question
from sitegen.sources.scan import Stamp

if TYPE_CHECKING:
    from sitegen.sources.document import Document

SCHEMA = 3
"""Grows with every change to the tables or to what is encoded in them."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE source (key TEXT PRIMARY KEY, stamp BLOB NOT NULL, digest BLOB NOT NULL,
                     width INTEGER NOT NULL, height INTEGER NOT NULL,
                     format TEXT NOT NULL, problem TEXT) WITHOUT ROWID;
CREATE TABLE document (key TEXT PRIMARY KEY, source BLOB NOT NULL, document BLOB NOT NULL,
                       diagnostics BLOB NOT NULL);
CREATE TABLE body (key TEXT PRIMARY KEY, html TEXT NOT NULL);
CREATE TABLE question (id INTEGER PRIMARY KEY, question BLOB NOT NULL, digest BLOB NOT NULL);
CREATE TABLE page (path TEXT PRIMARY KEY, page BLOB NOT NULL, asked BLOB NOT NULL,
                   output BLOB NOT NULL, stamp BLOB NOT NULL, reason TEXT NOT NULL);
"""


_COLUMNS = (
    "SELECT key, value FROM meta WHERE 0",
    "SELECT key, stamp, digest, width, height, format, problem FROM source WHERE 0",
    "SELECT key, source, document, diagnostics FROM document WHERE 0",
    "SELECT key, html FROM body WHERE 0",
    "SELECT id, question, digest FROM question WHERE 0",
    "SELECT path, page, asked, output, stamp, reason FROM page WHERE 0",
)
"""What must be there: SQLite refuses a statement that names what is not."""
_ENDINGS = ("", "-wal", "-shm", "-journal")
"""The state's file and SQLite's companions of it."""


class SourceRecord(msgspec.Struct, frozen=True):
    """What was known of a source when it was last read."""

    stamp: Stamp
    digest: bytes
    width: int = 0
    height: int = 0
    format: str = ""
    problem: str | None = None


class DocumentRecord(msgspec.Struct, frozen=True):
    """A parsed source, encoded: the memo of `parse_document`."""

    source: bytes
    """Digest of the bytes and of the settings that it was parsed with."""
    document: bytes
    """The encoded `Document`; empty when the source has errors."""
    diagnostics: tuple[Diagnostic, ...]


class PageRecord(msgspec.Struct, frozen=True):
    """A page as it was last rendered and written."""

    page: Page
    asked: tuple[int, ...] | array  # type: ignore[type-arg]
    """Ids of the questions that decided its bytes."""
    output: bytes
    """Digest of the file's bytes."""
    stamp: Stamp
    reason: str
    """Why it was last rendered."""


_encode = msgspec.msgpack.encode
_decode_stamp = msgspec.msgpack.Decoder(Stamp).decode
_decode_page = msgspec.msgpack.Decoder(Page).decode
_decode_question = msgspec.msgpack.Decoder(Question).decode
_decode_diagnostics = msgspec.msgpack.Decoder(tuple[Diagnostic, ...]).decode

BROKEN = (BrokenStateError, sqlite3.DatabaseError, msgspec.MsgspecError)
"""What reading a damaged state may raise."""
_REFUSALS = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
)
"""SQLite's codes for a system that refuses: the file itself may be whole, and is kept."""


class State:
    """An open state. One process writes it; others may read bodies from it.

    Raises `OutputError` where there can be no state. Reading raises one of `BROKEN` when the file
    is damaged where its opening did not look.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.was_reset = ""
        """Why an existing state was thrown away; empty when none was."""
        try:
            self._database = self._open()
        except BROKEN as error:
            if is_refusal(error) and not self._is_blocked():
                raise state_refused(error, path) from error
            self.reset(str(error))

    def _is_blocked(self) -> bool:
        """Whether a folder stands where SQLite must have a file."""
        return any(os.path.isdir(self.path + ending) for ending in _ENDINGS)

    def _open(self) -> sqlite3.Connection:
        is_new = not os.path.exists(self.path)
        database = sqlite3.connect(self.path, isolation_level=None)
        try:
            # Readers (workers) see the last commit while this process writes; a lost last commit
            # after a power cut is an older state, never a wrong one.
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            if is_new:  # in one transaction: a killed build leaves all tables or none
                version = f"PRAGMA user_version = {SCHEMA};"
                database.executescript(f"BEGIN IMMEDIATE; {_TABLES} {version} COMMIT;")
            found = database.execute("PRAGMA user_version").fetchone()[0]
            if found != SCHEMA:
                raise BrokenStateError(f"it has format {found}, this sitegen writes {SCHEMA}")
            for statement in _COLUMNS:
                database.execute(statement).fetchone()
        except BaseException:
            database.close()
            raise
        return database

    def reset(self, reason: str) -> None:
        """Throw the file away and begin with an empty one."""
        self.was_reset = reason
        if hasattr(self, "_database"):
            self._database.close()
        for ending in _ENDINGS:
            _remove(self.path + ending)
        try:
            self._database = self._open()
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

    # What is remembered

    def meta(self, key: str) -> bytes:
        row = self._database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return bytes(row[0]) if row else b""

    def set_meta(self, key: str, value: bytes) -> None:
        self._database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def sources(self) -> dict[str, SourceRecord]:
        rows = self._database.execute(
            "SELECT key, stamp, digest, width, height, format, problem FROM source"
        )
        return {
            key: SourceRecord(_decode_stamp(stamp), digest, width, height, raster, problem)
            for key, stamp, digest, width, height, raster, problem in rows
        }

    def documents(self) -> dict[str, DocumentRecord]:
        rows = self._database.execute("SELECT key, source, document, diagnostics FROM document")
        return {
            key: DocumentRecord(source, document, _decode_diagnostics(diagnostics))
            for key, source, document, diagnostics in rows
        }

    def document(self, key: str, raw: bytes) -> "Document":
        """Return the document of a `DocumentRecord`, decoded; raises one of `BROKEN`."""
        from sitegen.sources.document import decode_document  # YAML comes with it: 40 ms

        return decode_document(raw)

    def questions(self) -> dict[int, tuple[Question, bytes]]:
        rows = self._database.execute("SELECT id, question, digest FROM question")
        return {number: (_decode_question(raw), digest) for number, raw, digest in rows}

    def numbers(self, questions: Mapping[int, tuple[Question, bytes]]) -> dict[Question, int]:
        """Return the ids of *questions*, which are those that this state gave."""
        return {question: number for number, (question, _) in questions.items()}

    def pages(self) -> dict[str, PageRecord]:
        rows = self._database.execute("SELECT path, page, asked, output, stamp, reason FROM page")
        try:
            return {
                path: PageRecord(
                    _decode_page(page), array("I", asked), output, _decode_stamp(stamp), reason
                )
                for path, page, asked, output, stamp, reason in rows
            }
        except (ValueError, TypeError) as error:  # what `array` says to bytes that are none of ours
            raise BrokenStateError(str(error)) from error

    # Writing: always inside `transaction`

    def put_sources(self, records: Mapping[str, SourceRecord]) -> None:
        self._database.executemany(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    key,
                    _encode(record.stamp),
                    record.digest,
                    record.width,
                    record.height,
                    record.format,
                    record.problem,
                )
                for key, record in records.items()
            ),
        )

    def put_documents(self, records: Mapping[str, DocumentRecord]) -> None:
        self._database.executemany(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)",
            (
                (key, record.source, record.document, _encode(record.diagnostics))
                for key, record in records.items()
            ),
        )

    def put_bodies(self, bodies: Mapping[str, str]) -> None:
        self._database.executemany("INSERT OR REPLACE INTO body VALUES (?, ?)", bodies.items())

    def put_questions(self, rows: Iterable[tuple[int, Question, bytes]]) -> None:
        self._database.executemany(
            "INSERT OR REPLACE INTO question VALUES (?, ?, ?)",
            ((number, _encode(question), digest) for number, question, digest in rows),
        )

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
                    record.reason,
                )
                for path, record in records.items()
            ),
        )

    def put_restamped(self, records: Mapping[str, PageRecord]) -> None:
        """Update the stamps of pages that were not rendered."""
        self._database.executemany(
            "UPDATE page SET stamp = ?1 WHERE path = ?2 AND stamp <> ?1",
            ((_encode(record.stamp), path) for path, record in records.items()),
        )

    def forget_pages(self) -> None:
        """Forget all pages and answers; parsed documents have their own memo."""
        with self.transaction():
            self._database.execute("DELETE FROM page")
            self._database.execute("DELETE FROM question")

    def drop(self, table: str, keys: Iterable[str | int]) -> None:
        column = {"page": "path", "question": "id"}.get(table, "key")
        self._database.executemany(
            f"DELETE FROM {table} WHERE {column} = ?", ((key,) for key in keys)
        )


def is_refusal(error: BaseException) -> bool:
    """Whether SQLite failed because the system refused, not because the file is damaged."""
    code = getattr(error, "sqlite_errorcode", None)  # sqlite.org/rescode.html: the low byte
    return code is not None and code & 0xFF in _REFUSALS


def state_refused(error: BaseException, path: str) -> OutputError:
    """Return what is told when the state at *path* can be neither read nor written."""
    return OutputError(Diagnostic("disk-refused", path, values={"reason": str(error)}))


def _remove(path: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        if os.path.isdir(path) and not os.path.islink(path):
            import shutil

            shutil.rmtree(path)
        else:
            os.remove(path)
