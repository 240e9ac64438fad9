"""Which pages say the same in other languages: `translates:` of documents, resolved. Pure."""

from collections.abc import Mapping
from typing import Self

from sitegen.errors import Diagnostic
from sitegen.markup.references import read_address
from sitegen.model import Entry, Translation
from sitegen.sources.document import Document


class Translations:
    """Documents that name one original, with each other and with it."""

    def __init__(
        self, documents: Mapping[str, Document], entries: Mapping[str, Entry], language: str
    ) -> None:
        """*language* is the site's; *entries* are what of *documents* is public."""
        self.diagnostics: list[Diagnostic] = []
        self._entries = entries
        self._documents = documents
        self._language = language
        self._origins: Mapping[str, str] = {}
        """Scheme and host of each language of a site in several."""
        self._versions: Mapping[str, Mapping[str, str]] = {}
        """By original: the public documents that are the same, by language."""
        self._original: dict[str, str] = {}
        """Documents to those that they translate."""
        for entry_id in entries:
            document = documents[entry_id]
            if document.front.translates and (target := self._target(document)):
                self._original[entry_id] = target
        self._groups: dict[str, list[str]] = {}
        for entry_id in sorted(self._original):
            first = self._first(entry_id)
            self._groups.setdefault(first, [first]).append(entry_id)

    @classmethod
    def of_versions(
        cls,
        documents: Mapping[str, Document],
        entries: Mapping[str, Entry],
        origins: Mapping[str, str],
        originals: Mapping[str, str],
    ) -> Self:
        """Return those of a site in several languages.

        *origins*: scheme and host of each language, the first one first. *originals*: each
        translation with what it translates, public or not.
        """
        first = next(iter(origins))
        translations = cls(documents, entries, first)
        translations._origins = origins
        translations._original = dict(originals)
        groups: dict[str, dict[str, None]] = {}
        for key in sorted(originals):
            for member in (translations._first(key), key):
                if member in entries:
                    groups.setdefault(translations._first(key), {})[member] = None
        translations._groups = {key: list(group) for key, group in groups.items()}
        translations._versions = {
            root: {documents[member].language or first: member for member in group}
            for root, group in translations._groups.items()
        }
        return translations

    def version_of(self, entry_id: str, language: str) -> str:
        """Return the public document that is *entry_id* in the version in *language*, if it is not
        a copy of another one; or nothing.
        """
        document = self._documents.get(entry_id)
        own = (document.language or self._language) if document else ""
        if own == language:
            return entry_id
        return self._versions.get(self._first(entry_id), {}).get(language, "")

    def of(self, entry_id: str, language: str) -> tuple[Translation, ...]:
        """Return the public pages that say what *entry_id* says, and are not it, by language.

        *language*: of the version in which its page stands, which may be a copy on another host.
        """
        group = self._groups.get(self._first(entry_id), ())
        return tuple(
            sorted(
                self._translation(other, language)
                for other in dict.fromkeys(group)
                if other != entry_id
            )
        )

    def language_of(self, entry_id: str) -> str:
        return self._entries[entry_id].lang or self._language

    def _translation(self, entry_id: str, reader: str) -> Translation:
        """Return *entry_id* as a page of the version in the language *reader* leads to it."""
        entry = self._entries[entry_id]
        if self._origins:
            language = self._documents[entry_id].language or self._language
            origin = self._origins[language]
            url = entry.url if origin == self._origins[reader] else origin + entry.url
            return Translation(lang=entry.lang or language, title=entry.title, url=url)
        return Translation(lang=self.language_of(entry_id), title=entry.title, url=entry.url)

    def _target(self, document: Document) -> str:
        """Return the public document that *document* translates, or nothing."""
        written = document.front.translates
        address = read_address(written, document.folder)
        target = address.target if address else written
        if target in self._entries:
            return target if target != document.id else ""
        code = "link-unpublished" if target in self._documents else "broken-link"
        self.diagnostics.append(document.diagnostic(code, "translates", target=written))
        return ""

    def _first(self, entry_id: str) -> str:
        """Return the original that *entry_id* goes back to; of a circle, its first in order."""
        seen = [entry_id]
        while (above := self._original.get(seen[-1], "")) and above not in seen:
            seen.append(above)
        return min(seen[seen.index(above) :]) if above else seen[-1]
