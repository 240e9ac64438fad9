"""What of an index is known without one: what pages of a text ask for, looked up in the state.

What is not known raises `UnansweredError`, and the whole site is asked.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, cast

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.engine.recalled.edits import Edit
from sitegen.engine.recalled.kept import KnownEntries
from sitegen.engine.state.records import SourceRecord, entry_key
from sitegen.engine.state.state import State
from sitegen.model import Entry
from sitegen.names import SECTION_TEXT
from sitegen.site.agenda.editions import Editions, Noted
from sitegen.site.assets import Asset
from sitegen.site.indexing.whole_site import data_in
from sitegen.site.questions.recorded import UnansweredError, encode_entry
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


class RecalledDocuments(_Recalled):
    """The documents of all languages, as they are now."""

    def __init__(self, state: State, edited: Mapping[str, Edit]) -> None:
        """*edited*: those that are not as the state knows them."""
        super().__init__(lambda key: edited[key].after if key in edited else _document(state, key))
        self._edited = edited

    def title(self, document_id: str) -> str:
        document: Document | None = self.get(document_id)
        if document is None:
            raise UnansweredError(document_id)
        return document.title

    def former_title(self, document_id: str) -> str:
        """Return the title as it was before the edit."""
        edit = self._edited.get(document_id)
        return edit.before.title if edit else self.title(document_id)

    def text_of(self, folder: str, language: str) -> Document | None:
        """Return the text of a section that was asked for already; None where it was not."""
        for text in filter(None, self._known.values()):
            is_sections = text.section_front is not None and text.section_folder == folder
            if is_sections and text.language == language:
                return cast(Document, text)
        return None


class RecalledAssets(_Recalled):
    """The files of the content, or those of the theme, as they are told apart."""

    def __init__(self, state: State, kind: str = "") -> None:
        """*kind*: what their names begin with in the state, `static:` for those of the theme."""
        super().__init__(lambda key: _asset(key, state.source_record(f"{kind}{key}")))


class RecalledIndex:
    """What of an index is known without one: settings, data, documents and entries by their ids."""

    def __init__(
        self,
        config: SiteConfig,
        documents: RecalledDocuments,
        assets: RecalledAssets,
        read_data: Callable[[], dict[str, Any]],
        read_noted: Callable[[], Mapping[str, Noted]],
        known: KnownEntries,
        language: str = "",
    ) -> None:
        """*read_noted*: what the list of published addresses notes of events. *language*: of
        another version of the site than the first.
        """
        self.config = config
        self.language = language
        self.ours: dict[str, str] = {}
        """Counterparts of documents in this language: answers say which these are."""
        self.entries = _Recalled(lambda key: known.find(entry_key(language, key)))
        self.documents, self.assets = documents, assets
        self.section_documents = _Recalled(self._section_text)
        """The texts of sections, by their folders. Whether they are public, the digests of answers
        tell."""
        self._read_data, self._read_noted = read_data, read_noted
        self._known = known

    def _section_text(self, folder: str) -> Document | None:
        """Return the text of a section under its usual name; in another language, the one that was
        asked for.
        """
        if self.language:
            return self.documents.text_of(folder, self.language)
        text: Document | None = self.documents.get(f"{folder}/{SECTION_TEXT}.md".lstrip("/"))
        return text

    def title_of(self, document_id: str) -> str:
        """Return the title of a document, which may be in another language, as it was."""
        return self.documents.former_title(document_id)

    @cached_property
    def data(self) -> dict[str, Any]:
        data = self._read_data()
        return data_in(data, self.language) if self.language else data

    @cached_property
    def noted(self) -> Mapping[str, Noted]:
        """What the list of published addresses notes of events."""
        return self._read_noted()

    @cached_property
    def editions(self) -> Editions:
        """The events beside what was noted of them; what is gone stands in answers as it is."""
        if self.language and self.noted:
            raise UnansweredError  # it is counted on top of what the first language has
        return Editions(self.noted, {})

    def text_facts(self, document_id: str) -> Document | None:
        """Return what tells the text of a document apart."""
        document: Document | None = self.documents.get(document_id)
        return document

    def digest_of(self, entry_id: str) -> bytes:
        """Return the digest of an entry's metadata; of nothing when it is not public."""
        key = entry_key(self.language, entry_id)
        return self._known.known[key].digest if self.entries.get(entry_id) else b""

    def __getattr__(self, name: str) -> Any:
        raise UnansweredError(name)


class RetitledIndex(RecalledIndex):
    """What is known of the index after an edit of titles; entries of others are read once for both:
    a list may have ten thousand.
    """

    def __init__(self, before: RecalledIndex, entries: Mapping[str, Entry]) -> None:
        """*entries*: those that have another title, by their ids."""
        self.config, self.ours, self.language = before.config, before.ours, before.language
        self.entries = _Recalled(lambda key: entries.get(key) or before.entries.get(key))
        self.documents, self.section_documents = before.documents, before.section_documents
        self.assets = before.assets
        self._read_data, self._read_noted = lambda: before.data, before._read_noted
        self._retitled = {key: digest(encode_entry(entry)) for key, entry in entries.items()}
        self._before = before

    def digest_of(self, entry_id: str) -> bytes:
        return self._retitled.get(entry_id) or self._before.digest_of(entry_id)

    def title_of(self, document_id: str) -> str:
        return self.documents.title(document_id)


def _asset(key: str, record: SourceRecord | None) -> Asset | None:
    if record is None:
        return None
    fingerprint, kind = record.digest.hex(), record.format
    return Asset(id=key, path="", url="", size=0, format=kind, fingerprint=fingerprint)


def _document(state: State, key: str) -> Document | None:
    record = state.document_record(key)
    return decode_document(record.document) if record and record.document else None
