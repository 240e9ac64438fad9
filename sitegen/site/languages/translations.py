"""Which pages say the same in other languages: `translates:` of documents, resolved. Pure."""

from collections.abc import Container, Iterable, Iterator, Mapping

import msgspec

from sitegen.errors import Diagnostic
from sitegen.model import Entry, Translation
from sitegen.site.languages.originals import line_of, named_original
from sitegen.site.urls import with_origin
from sitegen.sources.document import Document


class Translations(msgspec.Struct, frozen=True):
    """Documents that name one original, with each other and with it."""

    documents: Mapping[str, Document]
    entries: Mapping[str, Entry]
    """What of the documents is public."""
    language: str
    """The site's, or its first."""
    originals: Mapping[str, str]
    """Documents to those that they translate."""
    groups: Mapping[str, tuple[str, ...]]
    """By what they go back to: the public documents that say the same."""
    origins: Mapping[str, str] = {}
    """Scheme and host of each language of a site in several."""
    sections: Mapping[str, Mapping[str, str]] = {}
    """By what their texts go back to: the folders of sections that are the same, by language."""
    diagnostics: tuple[Diagnostic, ...] = ()

    def version_of(self, entry_id: str, language: str) -> str:
        """Return the public document that is *entry_id* in the version in *language*, if it is not
        a copy of another one; or nothing.
        """
        document = self.documents.get(entry_id)
        own = (document.language or self.language) if document else ""
        if own == language:
            return entry_id
        if not self.origins:
            return ""
        group = reversed(self._group(entry_id))  # of two in one language the last one
        return next((key for key in group if self._version(key) == language), "")

    def section_of(self, document_id: str, language: str) -> str:
        """Return the folder of the section in *language* whose text is the same as *document_id*,
        that of a section; or nothing.
        """
        return self.sections.get(_first(document_id, self.originals), {}).get(language, "")

    def of(self, entry_id: str, language: str) -> tuple[Translation, ...]:
        """Return the public pages that say what *entry_id* says, and are not it, by language.

        *language*: of the version in which its page stands, which may be a copy on another host.
        """
        return tuple(
            sorted(
                self._translation(other, language)
                for other in dict.fromkeys(self._group(entry_id))
                if other != entry_id
            )
        )

    def language_of(self, entry_id: str) -> str:
        return self.entries[entry_id].lang or self.language

    def _group(self, entry_id: str) -> tuple[str, ...]:
        return self.groups.get(_first(entry_id, self.originals), ())

    def _version(self, entry_id: str) -> str:
        return self.documents[entry_id].language or self.language

    def _translation(self, entry_id: str, reader: str) -> Translation:
        """Return *entry_id* as a page of the version in the language *reader* leads to it."""
        entry = self.entries[entry_id]
        if self.origins:
            language = self._version(entry_id)
            origin = self.origins[language]
            is_ours = origin == self.origins[reader]
            url = entry.url if is_ours else with_origin(origin, entry.url)
            return Translation(lang=entry.lang or language, title=entry.title, url=url, id=entry_id)
        language = self.language_of(entry_id)
        return Translation(lang=language, title=entry.title, url=entry.url, id=entry_id)


def translations_of(
    documents: Mapping[str, Document], entries: Mapping[str, Entry], language: str
) -> Translations:
    """Return those of a site in one *language*; *entries* are what of *documents* is public."""
    originals = {
        entry_id: target
        for entry_id in entries
        if (target := named_original(documents[entry_id])) in entries and target != entry_id
    }
    groups: dict[str, tuple[str, ...]] = {}
    for entry_id in sorted(originals):
        first = _first(entry_id, originals)
        groups[first] = (*groups.get(first, (first,)), entry_id)
    told = tuple(_dead(documents, entries, entries))
    return Translations(documents, entries, language, originals, groups, diagnostics=told)


def translations_between(
    documents: Mapping[str, Document],
    entries: Mapping[str, Entry],
    origins: Mapping[str, str],
    originals: Mapping[str, str],
    sections: Mapping[str, str],
) -> Translations:
    """Return those of a site in several languages.

    *origins*: scheme and host of each language, the first one first. *originals*: each translation
    with what it translates, public or not. *sections*: the texts of sections that are public, each
    with its folder.
    """
    language = next(iter(origins))
    groups: dict[str, dict[str, None]] = {}
    for key in sorted(originals):
        first = _first(key, originals)
        for member in (first, key):
            if member in entries:
                groups.setdefault(first, {})[member] = None
    members = {first: tuple(group) for first, group in groups.items()}
    folders: dict[str, dict[str, str]] = {}
    for key, folder in sections.items():
        tag = documents[key].language or language
        folders.setdefault(_first(key, originals), {})[tag] = folder
    told = (*_dead(documents, entries, entries), *_dead(documents, sections, sections))
    return Translations(documents, entries, language, originals, members, origins, folders, told)


def _dead(
    documents: Mapping[str, Document], translated: Iterable[str], public: Container[str]
) -> Iterator[Diagnostic]:
    """Yield what the documents *translated* say they translate that is not *public*."""
    for document_id in translated:
        document = documents[document_id]
        written = document.front.translates
        target = named_original(document)
        if written and target not in public:
            other = documents.get(target)
            is_alike = other and bool(other.section_front) == bool(document.section_front)
            code = "link-unpublished" if is_alike else "broken-link"
            yield document.diagnostic(code, "translates", target=written)


def _first(entry_id: str, originals: Mapping[str, str]) -> str:
    """Return the original that *entry_id* goes back to; of a circle, its first in order."""
    line = line_of(entry_id, originals)
    above = originals.get(line[-1], "")
    return min(line[line.index(above) :]) if above else line[-1]
