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

from sitegen.disk.stamps import Stamp
from sitegen.engine.state.database import (
    BROKEN,
    is_blocked,
    is_refusal,
    open_database,
    remove_database,
    state_refused,
)
from sitegen.engine.state.records import (
    AnswerRecord,
    DocumentRecord,
    PageRecord,
    Reason,
    SourceRecord,
)
from sitegen.errors import BrokenStateError, Diagnostic
from sitegen.model import Page, Question
from sitegen.wording.phrases import Words, told_by

if TYPE_CHECKING:
    from sitegen.sources.document import Document

_encode = msgspec.msgpack.encode
_decode_stamp = msgspec.msgpack.Decoder(Stamp).decode
_decode_page = msgspec.msgpack.Decoder(Page).decode
_decode_question = msgspec.msgpack.Decoder(Question).decode
_decode_reason = msgspec.msgpack.Decoder(Reason).decode
_decode_diagnostics = msgspec.msgpack.Decoder(tuple[Diagnostic, ...]).decode


class State:
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

    # What is remembered

    def meta(self, key: str) -> bytes:
        row = self._database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return bytes(row[0]) if row else b""

    def set_meta(self, key: str, value: bytes) -> None:
        self._database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def sources(self) -> dict[str, SourceRecord]:
        rows = self._database.execute(
            "SELECT key, stamp, digest, width, height, format, problem, is_misnamed, private"
            " FROM source"
        )
        return {
            key: SourceRecord(
                _decode_stamp(stamp),
                digest,
                width,
                height,
                raster,
                problem,
                None if is_misnamed is None else bool(is_misnamed),
                private,
            )
            for key, stamp, digest, width, height, raster, problem, is_misnamed, private in rows
        }

    def source_stamps(self) -> dict[str, bytes]:
        """Return the stamps of all sources that are remembered, encoded."""
        return dict(self._database.execute("SELECT key, stamp FROM source"))

    def source_stamp(self, key: str) -> bytes:
        """Return the stamp of one of them; nothing where none is remembered."""
        rows = self._database.execute("SELECT stamp FROM source WHERE key = ?", (key,))
        return next((bytes(row) for (row,) in rows), b"")

    def documents(self) -> dict[str, DocumentRecord]:
        rows = self._database.execute(
            "SELECT key, source, document, diagnostics, unread, wish FROM document"
        )
        return {
            key: DocumentRecord(source, document, _decode_diagnostics(diagnostics), unread, wish)
            for key, source, document, diagnostics, unread, wish in rows
        }

    def document_record(self, key: str) -> DocumentRecord | None:
        rows = self._database.execute(
            "SELECT source, document, diagnostics, unread, wish FROM document WHERE key = ?", (key,)
        )
        for source, document, told, unread, wish in rows:
            return DocumentRecord(source, document, _decode_diagnostics(told), unread, wish)
        return None

    def body(self, key: str) -> str:
        """Return the HTML of a document; nothing where there is none."""
        rows = self._database.execute("SELECT html FROM body WHERE key = ?", (key,))
        return next((str(html) for (html,) in rows), "")

    def document(self, key: str, raw: bytes) -> "Document":
        """Return the document of a `DocumentRecord`, decoded; raises one of `BROKEN`."""
        from sitegen.sources.document import decode_document  # no need of it where nothing changed

        return decode_document(raw)

    def unsettled_documents(self) -> set[str]:
        """Return the documents that were parsed since pages were last recorded."""
        return {key for (key,) in self._database.execute("SELECT key FROM unsettled")}

    def kept_documents(self) -> dict[str, bytes]:
        """Return documents, encoded, in the form in which they were published before a change."""
        return dict(self._database.execute("SELECT key, document FROM kept"))

    def questions(self) -> dict[int, tuple[Question, bytes]]:
        rows = self._database.execute("SELECT id, question, digest FROM question")
        return {number: (_decode_question(raw), digest) for number, raw, digest in rows}

    def numbers(self, questions: Mapping[int, tuple[Question, bytes]]) -> dict[Question, int]:
        """Return the ids of *questions*, which are those that this state gave."""
        return {question: number for number, (question, _) in questions.items()}

    def entry(self, key: str) -> bytes:
        """Return an entry as it is kept; nothing where there is none."""
        rows = self._database.execute("SELECT entry FROM entry WHERE key = ?", (key,))
        return next((bytes(raw) for (raw,) in rows), b"")

    def questions_about(self, document_id: str) -> dict[int, tuple[Question, bytes]]:
        """Return the questions that hold the text *document_id* somewhere, with their digests."""
        rows = self._database.execute(
            "SELECT id, question, digest FROM question WHERE instr(question, ?)",
            (document_id.encode(),),
        )
        return {number: (_decode_question(raw), digest) for number, raw, digest in rows}

    def answers(self, numbers: Iterable[int]) -> dict[int, AnswerRecord]:
        """Return what is remembered of some questions and of their answers."""
        answers = {}
        for number in numbers:
            rows = self._database.execute(
                "SELECT question, digest, answer FROM question WHERE id = ?", (number,)
            )
            for raw, digest, answer in rows:
                answers[number] = AnswerRecord(_decode_question(raw), digest, answer)
        return answers

    def pages_asking(self, number: int) -> dict[str, PageRecord]:
        """Return the pages that asked the question of that number."""
        key = array("I", (number,)).tobytes()
        pages = self._pages(" WHERE instr(asked, ?)", (key,))
        return {path: record for path, record in pages.items() if number in record.asked}

    def pages(self) -> dict[str, PageRecord]:
        return self._pages()

    def _pages(self, where: str = "", values: tuple[bytes, ...] = ()) -> dict[str, PageRecord]:
        rows = self._database.execute(
            f"SELECT path, page, asked, output, stamp, reason FROM page{where}", values
        )
        reasons: dict[bytes, Reason] = {}  # most pages have the same few
        records: dict[str, PageRecord] = {}
        try:
            for path, page, asked, output, stamp, raw in rows:
                if raw not in reasons:
                    reasons[raw] = _decode_reason(raw)
                numbers, reason = array("I", asked), reasons[raw]
                records[path] = PageRecord(
                    _decode_page(page), numbers, output, _decode_stamp(stamp), reason
                )
        except (ValueError, TypeError) as error:  # what `array` says to bytes that are none of ours
            raise BrokenStateError(str(error)) from error
        return records

    # Writing: always inside `transaction`

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

    def put_bodies(self, bodies: Mapping[str, str]) -> None:
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

    def put_digests(self, digests: Mapping[int, bytes]) -> None:
        """Note other digests of questions whose answers are not kept."""
        self._database.executemany(
            "UPDATE question SET digest = ?, answer = x'' WHERE id = ?",
            ((digest, number) for number, digest in digests.items()),
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
            "UPDATE page SET stamp = ?1 WHERE path = ?2 AND stamp <> ?1",
            ((_encode(record.stamp), path) for path, record in records.items()),
        )

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
