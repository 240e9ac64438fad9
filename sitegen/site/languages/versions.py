"""Documents by the language in whose version of the site they stand, and what they translate. Pure.

Documents of one place are translations of each other; `translates:` links those of other names. A
translation has what it does not say itself from its original: dates, events, what withholds it.
"""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.site.access import NO_FOLDERS, Folders
from sitegen.site.languages.inheritance import inheriting
from sitegen.site.languages.originals import Originals, line_of, named_originals, originals_of
from sitegen.site.languages.undeclared import undeclared
from sitegen.site.languages.withheld import withheld_with_originals
from sitegen.sources.document import Document


class ByLanguage(NamedTuple):
    """The documents of a site in several languages."""

    first: dict[str, Document]
    versions: dict[str, dict[str, Document]]
    """By language; also those of the first one that are shown in another's version."""
    originals: Mapping[str, str]
    """Each translation with its original."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def others(self) -> dict[str, Document]:
        """All that are not of the first language."""
        return {
            key: document
            for documents in self.versions.values()
            for key, document in documents.items()
            if key not in self.first
        }


def by_language(
    documents: Mapping[str, Document],
    config: SiteConfig,
    waiting: Container[str] = (),
    unwritten: Container[str] = (),
    folders: Folders = NO_FOLDERS,
) -> ByLanguage:
    """Return *documents* by language; all of them are the first one's where there is no other.

    *waiting*: translations that wait for their original, which is new and has mistakes.
    *unwritten*: documents that mistakes keep from being published: nobody's original, but for
    what they withhold. *folders*: those that are private by what mistaken documents say.
    """
    if not config.languages:
        called, told = undeclared(documents, config)
        originals = called | named_originals(documents)
        whole = dict(documents)
        if originals:
            whole = withheld_with_originals(
                whole, lambda key: line_of(key, originals)[1:], config, folders
            )
        return ByLanguage(whole, {}, {}, tuple(told))
    family = originals_of(
        {key: document for key, document in documents.items() if key not in unwritten}, config
    )
    whole = _wholes(documents, family, waiting)
    every = originals_of(documents, config) if unwritten else family
    whole = withheld_with_originals(whole, every.above, config, folders)
    first: dict[str, Document] = {}
    versions: dict[str, dict[str, Document]] = {
        tag: {} for tag in config.languages if tag != config.language
    }
    for key, document in documents.items():
        if key in family.left_out:
            continue
        (versions[document.language] if document.language else first)[key] = whole[key]
    translated = {
        (family.root(key), documents[key].language) for key in documents if key in family.of
    }
    for tag, given in config.languages.items():
        if tag != config.language and given.untranslated == "show":
            for key, document in first.items():
                if (family.root(key), tag) not in translated and not document.section_front:
                    versions[tag][key] = _shown(document, config.language)
    return ByLanguage(first, versions, family.of, family.diagnostics)


def _wholes(
    documents: Mapping[str, Document], family: Originals, waiting: Container[str]
) -> dict[str, Document]:
    """Return *documents* with what they have from their originals, and these from theirs."""
    wholes: dict[str, Document] = {}
    for key in documents:
        for member in reversed(family.line(key)):
            if member in wholes or member not in documents:
                continue
            document = documents[member]
            original = wholes.get(family.of.get(member, ""))
            if original is not None:
                document = inheriting(document, original)
            if member in waiting:
                document = replace(document, front=replace(document.front, draft=True))
            wholes[member] = document
    return wholes


def _shown(document: Document, language: str) -> Document:
    """Return *document*, which is of the first *language*, as another version shows it."""
    front = replace(document.front, lang=document.front.lang or language, aliases=())
    return replace(document, front=front)


def lacking(languages: ByLanguage) -> Iterator[str]:
    """Yield the languages that have no document."""
    for tag, documents in languages.versions.items():
        if not any(key not in languages.first for key in documents):
            yield tag
