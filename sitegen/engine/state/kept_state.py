"""The state, for a process that lives: what was read of the file is kept. Does I/O (the state).

Only while no other connection writes to the file.
"""

import os
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

import msgspec

from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.records import (
    NOT_KEPT,
    NOT_KEPT_EVENTS,
    AnswerRecord,
    DocumentRecord,
    PageRecord,
    SourceRecord,
)
from sitegen.engine.state.sought import SoughtRows
from sitegen.engine.state.state import State
from sitegen.model import Question
from sitegen.sources.document import Document
from sitegen.wording.phrases import Words

T = TypeVar("T")
_encode = msgspec.msgpack.encode


class KeptState(State):
    """A state whose rows are read once, and kept as they are written."""

    def __init__(self, path: str) -> None:
        self._tables: dict[str, dict[Any, Any]] = {}
        self._documents: dict[str, tuple[bytes, Document]] = {}
        self._sought: dict[str, SoughtRows] = {}
        """Questions and kept answers, as they are encoded."""
        self._entries: dict[str, bytes] = {}
        self._asking: dict[int, set[str]] = {}
        """Pages that asked some of the questions, by their numbers."""
        super().__init__(path)
        self._identity = _identity(path)
        self._version = self._data_version()

    def is_current(self, path: str) -> bool:
        """Whether this is the file at *path*, and nobody else has written to it."""
        try:
            is_unchanged = self._data_version() == self._version
        except BROKEN:
            return False
        return path == self.path and self._identity == _identity(path) and is_unchanged

    def _data_version(self) -> int:
        """Return a number that changes when another connection commits (sqlite.org/pragma.html)."""
        version: int = self._database.execute("PRAGMA data_version").fetchone()[0]
        return version

    def reset(self, reason: Words) -> None:
        self._tables.clear()
        self._documents.clear()
        self._forget_sought()
        super().reset(reason)
        self._identity = _identity(self.path)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        try:
            with super().transaction():
                yield
        except BaseException:
            self._tables.clear()
            self._forget_sought()
            raise

    def _forget_sought(self) -> None:
        self._sought.clear()
        self._asking.clear()
        self._entries.clear()

    def _table(self, name: str, read: Callable[[], dict[Any, T]]) -> dict[Any, T]:
        known = self._tables.get(name)
        if known is None:
            known = self._tables[name] = read()
        return known

    def _update(self, name: str, rows: Mapping[Any, Any]) -> None:
        if name in self._tables:
            self._tables[name] |= rows

    def sources(self) -> dict[str, SourceRecord]:
        return self._table("source", super().sources)

    def documents(self) -> dict[str, DocumentRecord]:
        return self._table("document", super().documents)

    def document(self, key: str, raw: bytes) -> Document:
        known = self._documents.get(key)
        if known is None or known[0] != raw:
            known = self._documents[key] = (raw, super().document(key, raw))
        return known[1]

    def questions(self) -> dict[int, tuple[Question, bytes]]:
        return self._table("question", super().questions)

    def numbers(self, questions: Mapping[int, tuple[Question, bytes]]) -> dict[Question, int]:
        return self._table("numbers", partial(super().numbers, questions))

    def pages(self) -> dict[str, PageRecord]:
        return self._table("page", super().pages)

    def _sought_in(self, column: str) -> SoughtRows:
        """Return the rows of the questions' *column*, joined when they are first wanted."""
        known = self._sought.get(column)
        if known is None or known.is_worn:
            marks = (NOT_KEPT, NOT_KEPT_EVENTS)
            rows = self._database.execute(f"SELECT id, {column} FROM question ORDER BY id")
            known = self._sought[column] = SoughtRows(rows, marks)
        return known

    def questions_about(self, document_id: str) -> dict[int, tuple[Question, bytes]]:
        numbers = self._sought_in("question").holding(document_id.encode())
        records = self.answers(sorted(numbers))
        return {number: (record.question, record.digest) for number, record in records.items()}

    def answers_with(self, texts: Iterable[str], unknown: bytes) -> dict[int, AnswerRecord]:
        rows = self._sought_in("answer")
        numbers = rows.marked(NOT_KEPT, unknown)
        for text in texts:
            numbers |= rows.holding(text.encode())
        return self.answers(sorted(numbers))

    def pages_asking(self, numbers: Collection[int]) -> dict[str, PageRecord]:
        sought = frozenset(numbers) - self._asking.keys()
        if sought:
            asking: dict[int, set[str]] = {number: set() for number in sought}
            for path, asked in self._asked():
                for number in sought.intersection(array("I", asked)):
                    asking[number].add(path)
            self._asking |= asking
        paths: set[str] = set().union(*(self._asking[number] for number in numbers))
        return self._pages_at(paths)

    def put_sources(self, records: Mapping[str, SourceRecord]) -> None:
        super().put_sources(records)
        self._update("source", records)

    def put_documents(self, records: Mapping[str, DocumentRecord]) -> None:
        super().put_documents(records)
        self._update("document", records)

    def put_questions(self, rows: Iterable[tuple[int, Question, bytes, bytes]]) -> None:
        written = list(rows)
        super().put_questions(written)
        self._update("question", {number: (asked, digest) for number, asked, digest, _ in written})
        self._update("numbers", {asked: number for number, asked, *_ in written})
        if len(written) > SoughtRows.MOST:
            self._sought.clear()
        if rows_of_questions := self._sought.get("question"):
            for number, asked, *_ in written:
                rows_of_questions.put(number, _encode(asked))
        if rows_of_answers := self._sought.get("answer"):
            for number, *_, answer in written:
                rows_of_answers.put(number, answer)

    def entry(self, key: str) -> bytes:
        if key not in self._entries:
            self._entries[key] = super().entry(key)
        return self._entries[key]

    def put_entries(self, rows: Iterable[tuple[str, bytes]]) -> None:
        written = list(rows)
        super().put_entries(written)
        for key, _ in written:
            self._entries.pop(key, None)

    def put_pages(self, records: Mapping[str, PageRecord]) -> None:
        super().put_pages(records)
        self._update("page", records)
        if len(records) > SoughtRows.MOST:
            self._asking.clear()
        for path, record in records.items() if self._asking else ():
            asked = frozenset(record.asked)
            for number, paths in self._asking.items():
                (paths.add if number in asked else paths.discard)(path)

    def put_restamped(self, records: Mapping[str, PageRecord]) -> None:
        super().put_restamped(records)
        self._update("page", records)

    def forget_pages(self) -> None:
        super().forget_pages()
        for name in ("page", "question", "numbers"):
            self._tables.pop(name, None)
        self._forget_sought()

    def drop(self, table: str, keys: Iterable[str | int]) -> None:
        dropped = list(keys)
        super().drop(table, dropped)
        known = self._tables.get(table, {})
        for key in dropped:
            self._drop_sought(table, key)
            row = known.pop(key, None)
            if table == "question" and row is not None:
                self._tables.get("numbers", {}).pop(row[0], None)
            elif table == "document":
                self._documents.pop(str(key), None)

    def _drop_sought(self, table: str, key: str | int) -> None:
        if table == "question" and isinstance(key, int):
            for rows in self._sought.values():
                rows.drop(key)
            self._asking.pop(key, None)
        elif table == "entry":
            self._entries.pop(str(key), None)
        elif table == "page" and isinstance(key, str):
            for paths in self._asking.values():
                paths.discard(key)


def _identity(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_dev, status.st_ino)
