"""What pages of a text may ask, answered from the state: nothing of the rest of the site is there.

Each answer is held against its digest before a page that it decides is written. Where one is
missing, or is not what it was, `UnansweredError` is raised, and the whole site is asked.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, cast

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.engine.recalled.kept import KnownEntries
from sitegen.engine.state.records import NOT_KEPT, NOT_KEPT_EVENTS, AnswerRecord
from sitegen.engine.state.state import State
from sitegen.model import Entry, Event, Question
from sitegen.names import SECTION_TEXT
from sitegen.site.editions import Editions, Noted
from sitegen.site.index import Index
from sitegen.site.questions.answering import Questions
from sitegen.site.questions.kind import Answers
from sitegen.site.questions.recorded import (
    UnansweredError,
    decode_answer,
    encode_entry,
)
from sitegen.sources.document import Document, decode_document


class _Recalled(Mapping[str, Any]):
    """Values that are looked for when they are asked; nobody can go through them."""

    def __init__(self, recall: Callable[[str], Any]) -> None:
        self._recall = recall
        self._known: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._known:
            self._known[key] = self._recall(key)
        if self._known[key] is None:
            raise KeyError(key)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        raise UnansweredError

    def __len__(self) -> int:
        raise UnansweredError


class RecalledIndex:
    """What of an index is known without one: settings, data, documents and entries by their ids."""

    def __init__(
        self,
        state: State,
        config: SiteConfig,
        edited: Mapping[str, Document],
        read_data: Callable[[], dict[str, Any]],
        read_noted: Callable[[], Mapping[str, Noted]],
        known: KnownEntries,
    ) -> None:
        """*edited*: documents that are not as the state knows them.

        *read_noted*: what the list of published addresses notes of events.
        """
        self.config = config
        self.ours: dict[str, str] = {}
        """Counterparts of documents in this language: sites in several go the whole way."""
        self.entries = _Recalled(known.find)
        self.documents = _Recalled(lambda key: edited.get(key) or _document(state, key))
        self.section_documents = _Recalled(
            lambda folder: self.documents.get(f"{folder}/{SECTION_TEXT}.md".lstrip("/"))
        )
        """The texts of sections, by their folders, under their usual name. Whether they
        are public, the digests of answers tell."""
        self._read_data, self._read_noted = read_data, read_noted
        self._known = known

    @cached_property
    def data(self) -> dict[str, Any]:
        return self._read_data()

    @cached_property
    def editions(self) -> Editions:
        """The events beside what was noted of them; what is gone stands in answers as it is."""
        return Editions(self._read_noted(), {})

    def text_facts(self, document_id: str) -> Document | None:
        """Return what tells the text of a document apart."""
        document: Document | None = self.documents.get(document_id)
        return document

    def digest_of(self, entry_id: str) -> bytes:
        """Return the digest of an entry's metadata; of nothing when it is not public."""
        return self._known.known[entry_id].digest if self.entries.get(entry_id) else b""

    def __getattr__(self, name: str) -> Any:
        raise UnansweredError(name)


class RetitledIndex(RecalledIndex):
    """What is known of the index after an edit of titles; entries of others are read once for both:
    a list may have ten thousand.
    """

    def __init__(self, before: RecalledIndex, entries: Mapping[str, Entry]) -> None:
        """*entries*: those that have another title, by their ids."""
        self.config, self.ours = before.config, before.ours
        self.entries = _Recalled(lambda key: entries.get(key) or before.entries.get(key))
        self.documents, self.section_documents = before.documents, before.section_documents
        self._read_data, self._read_noted = lambda: before.data, before._read_noted
        self._retitled = {key: digest(encode_entry(entry)) for key, entry in entries.items()}
        self._before = before

    def digest_of(self, entry_id: str) -> bytes:
        return self._retitled.get(entry_id) or self._before.digest_of(entry_id)


class RecalledQuestions(Questions):
    """Answers what was asked before, from the answers that were kept."""

    def __init__(
        self,
        index: RecalledIndex,
        read_body: Callable[[str], str],
        template_digest: Callable[[str], bytes],
    ) -> None:
        super().__init__(Answers(cast(Index, index), {}, read_body, template_digest))
        self._kept: dict[Question, AnswerRecord] = {}
        self._answers: dict[Question, Any] = {}

    def retitled(self, entries: Mapping[str, Entry]) -> "RecalledQuestions":
        """Return what is answered when *entries* have other titles; nothing is known of it yet."""
        index = RetitledIndex(cast(RecalledIndex, self.index), entries)
        return RecalledQuestions(index, self.answers.read_body, self.answers.template_digest)

    def know(self, records: Mapping[int, AnswerRecord]) -> None:
        """Answer from *records*, too. Raises `UnansweredError` where one is not what it was."""
        for record in records.values():
            if record.answer not in (b"", NOT_KEPT, NOT_KEPT_EVENTS):
                self._kept[record.question] = record

    def _digest(self, question: Question) -> bytes:
        kept = self._kept.get(question)
        if kept is None:
            return super()._digest(question)
        return self._digest_value(self.answer(question))

    def answer(self, question: Question) -> Any:
        kept = self._kept.get(question)
        if kept is None:
            return super().answer(question)
        if question not in self._answers:
            told = self._told
            self._answers[question] = decode_answer(question, kept.answer, self._entry, told)
        return self._answers[question]

    def _entry(self, entry_id: str) -> Entry:
        entry: Entry | None = self.index.entries.get(entry_id)
        if entry is None:
            raise UnansweredError(entry_id)
        return entry

    def _told(self, event: Event) -> Event:
        return self.index.editions.told(event)


def _document(state: State, key: str) -> Document | None:
    record = state.document_record(key)
    return decode_document(record.document) if record and record.document else None
