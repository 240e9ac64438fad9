"""What the state remembers of sources, documents, pages and answers, asked for. Reads the database.

Reading raises one of `BROKEN` when the file is damaged where its opening did not look.
"""

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from sitegen.disk.listings import FolderListing
from sitegen.disk.stamps import Stamp
from sitegen.engine.reasons import Reason
from sitegen.engine.state.database import HTML
from sitegen.engine.state.records import (
    NOT_KEPT,
    AnswerRecord,
    DocumentRecord,
    PageRecord,
    SourceRecord,
)
from sitegen.errors import BrokenStateError, Diagnostic
from sitegen.model import Page, Question

if TYPE_CHECKING:
    from sitegen.sources.document import Document

_decode_stamp = msgspec.msgpack.Decoder(Stamp).decode
_decode_page = msgspec.msgpack.Decoder(Page).decode
_decode_question = msgspec.msgpack.Decoder(Question).decode
_decode_reason = msgspec.msgpack.Decoder(Reason).decode
_decode_diagnostics = msgspec.msgpack.Decoder(tuple[Diagnostic, ...]).decode
_FEW = 6
"""Numbers up to which SQLite looks for each of them in less time than Python reads them all."""


class Lookups:
    """What can be asked of an open state."""

    _database: sqlite3.Connection

    def meta(self, key: str) -> bytes:
        row = self._database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return bytes(row[0]) if row else b""

    def sources(self) -> dict[str, SourceRecord]:
        return self._sources()

    def source_record(self, key: str) -> SourceRecord | None:
        return self._sources(" WHERE key = ?", (key,)).get(key)

    def _sources(self, where: str = "", values: tuple[str, ...] = ()) -> dict[str, SourceRecord]:
        rows = self._database.execute(
            "SELECT key, stamp, digest, width, height, format, problem, is_misnamed, private"
            f" FROM source{where}",
            values,
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

    def body(self, key: str) -> bytes:
        """Return the HTML of a document, in UTF-8; nothing where there is none."""
        rows = self._database.execute(f"SELECT {HTML} FROM body WHERE key = ?", (key,))
        return next((bytes(html) for (html,) in rows), b"")

    def document(self, key: str, raw: bytes) -> "Document":
        """Return the document of a `DocumentRecord`, decoded; raises one of `BROKEN`."""
        from sitegen.sources.document import decode_document  # no need of it where nothing changed

        return decode_document(raw)

    def encoded_documents(self) -> Iterator[tuple[str, bytes]]:
        """Yield the documents of `documents`, encoded, by key; nothing for those with errors."""
        yield from self._database.execute("SELECT key, document FROM document")

    def listings(self, tree: str) -> Iterator[FolderListing]:
        """Yield what stood below a folder, the content's or the output, in order."""
        rows = self._database.execute(
            "SELECT folders, files, folder_stamps, names, file_stamps FROM listing"
            " WHERE tree = ? ORDER BY number",
            (tree,),
        )
        return (FolderListing(*map(bytes, row)) for row in rows)

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

    def answers_with(self, texts: Iterable[str], unknown: bytes) -> dict[int, AnswerRecord]:
        """Return what is remembered of the questions in whose kept answers one of *texts* stands,
        and of those whose answers are unknown and may have it: marked so, as *unknown* begins.
        """
        sought = [text.encode() for text in texts]
        rows = self._database.execute(
            "SELECT id, question, digest, answer FROM question WHERE answer IN (?, ?)"
            + " OR instr(answer, ?)" * len(sought),
            (NOT_KEPT, unknown, *sought),
        )
        return {
            number: AnswerRecord(_decode_question(raw), digest, answer)
            for number, raw, digest, answer in rows
        }

    def following_question(self) -> int:
        """Return a number that no question has."""
        row = self._database.execute("SELECT coalesce(max(id), 0) + 1 FROM question").fetchone()
        return int(row[0])

    def pages_asking(self, numbers: Collection[int]) -> dict[str, PageRecord]:
        """Return the pages that asked one of the questions of these numbers."""
        if not numbers:
            return {}
        sought = frozenset(numbers)
        if len(sought) > _FEW:
            return self._pages_at(
                path for path, asked in self._asked() if not sought.isdisjoint(array("I", asked))
            )
        keys = tuple(array("I", (number,)).tobytes() for number in sought)
        pages = self._pages(" WHERE " + " OR ".join(["instr(asked, ?)"] * len(keys)), keys)
        return {path: page for path, page in pages.items() if not sought.isdisjoint(page.asked)}

    def _asked(self) -> Iterator[tuple[str, bytes]]:
        """Yield each page's path, with the numbers of the questions that it asked, as bytes."""
        return self._database.execute("SELECT path, asked FROM page")

    def _pages_at(self, paths: Iterable[str]) -> dict[str, PageRecord]:
        """Return the pages at *paths*, in order."""
        records: dict[str, PageRecord] = {}
        for path in sorted(paths):
            records |= self._pages(" WHERE path = ?", (path,))
        return records

    def pages(self) -> dict[str, PageRecord]:
        return self._pages()

    def _pages(
        self, where: str = "", values: tuple[bytes | str, ...] = ()
    ) -> dict[str, PageRecord]:
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
