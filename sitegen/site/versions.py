"""Documents by the language in whose version of the site they stand, and what they translate. Pure.

Documents of one place are translations of each other; `translates:` links those of other names. A
translation has what it does not say itself from its original: dates, events, what withholds it.
"""

from collections.abc import Container, Iterator, Mapping
from posixpath import relpath
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.errors import Diagnostic
from sitegen.markup.references import read_address
from sitegen.model import EventFields, FrontMatter, SectionFrontMatter
from sitegen.site.access import NO_FOLDERS, Folders
from sitegen.site.undeclared import undeclared
from sitegen.site.withdrawn import withheld_with_originals
from sitegen.sources.document import Document

_INHERITED = (
    "author", "authors", "section", "contact", "signatories", "press", "access", "preview",
    "pinned", "weight", "template",
)  # fmt: skip
"""Keys of the front matter that hold no words of a language."""
_OF_SECTIONS = ("per_page", "feed", "layout", "weight", "press", "access")


class ByLanguage(NamedTuple):
    """The documents of a site in several languages."""

    first: dict[str, Document]
    versions: dict[str, dict[str, Document]]
    """By language; also those of the first one that are shown in another's version."""
    originals: dict[str, str]
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
        whole = dict(documents)
        if called:
            whole = withheld_with_originals(
                whole, lambda key: _line(key, called)[1:], config, folders
            )
        return ByLanguage(whole, {}, {}, tuple(told))
    family = _Family(
        {key: document for key, document in documents.items() if key not in unwritten}, config
    )
    whole = _wholes(documents, family, waiting)
    every = _Family(documents, config) if unwritten else family
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
        (family.root(key), documents[key].language) for key in documents if key in family.originals
    }
    for tag, given in config.languages.items():
        if tag != config.language and given.untranslated == "show":
            for key, document in first.items():
                if (family.root(key), tag) not in translated and not document.section_front:
                    versions[tag][key] = _shown(document, config.language)
    return ByLanguage(first, versions, family.originals, tuple(family.diagnostics))


def _wholes(
    documents: Mapping[str, Document], family: "_Family", waiting: Container[str]
) -> dict[str, Document]:
    """Return *documents* with what they have from their originals, and these from theirs."""
    wholes: dict[str, Document] = {}
    for key in documents:
        for member in reversed(family.line(key)):
            if member in wholes or member not in documents:
                continue
            document = documents[member]
            original = wholes.get(family.originals.get(member, ""))
            if original is not None:
                document = inheriting(document, original)
            if member in waiting:
                document = replace(document, front=replace(document.front, draft=True))
            wholes[member] = document
    return wholes


class _Family:
    """Which document translates which."""

    def __init__(self, documents: Mapping[str, Document], config: SiteConfig) -> None:
        self._documents = documents
        self._config = config
        self.diagnostics: list[Diagnostic] = []
        self.left_out: set[str] = set()
        """A second one of the same place and language."""
        self.originals: dict[str, str] = {}
        self.undeclared, told = undeclared(documents, config)
        self.diagnostics += told
        self._link_places()
        for key, document in documents.items():
            if document.front.translates:
                self._link(key, document)
        self._refuse_seconds()

    def root(self, key: str) -> str:
        return self.line(key)[-1]

    def line(self, key: str) -> list[str]:
        """Return *key*, its original, the original of that, and so on; each of them once."""
        return _line(key, self.originals)

    def above(self, key: str) -> list[str]:
        """Return those that *key* is withheld with."""
        return _line(key, {**self.undeclared, **self.originals})[1:]

    def _link_places(self) -> None:
        order = {tag: number for number, tag in enumerate(self._config.typographies)}
        places: dict[str, dict[str, str]] = {}
        for key, document in self._documents.items():
            at = places.setdefault(document.place, {})
            other = at.setdefault(document.language, key)
            if other != key:
                values = {"other": f"content/{other}", "language": self._name(document)}
                self.diagnostics.append(document.diagnostic("translation-twice", "title", **values))
                self.left_out.add(key)
        for at in places.values():
            if len(at) > 1:
                first = min(at, key=lambda tag: (tag != "", order.get(tag, 0)))
                self.originals |= {at[tag]: at[first] for tag in at if tag != first}

    def _link(self, key: str, document: Document) -> None:
        written = document.front.translates
        target = named_original(document)
        other = self._documents.get(target)
        if other is None or target == key:
            return  # told as a link that is broken
        if _language_of(other, self._config) == _language_of(document, self._config):
            values = {"target": written, "language": self._name(document)}
            self.diagnostics.append(
                document.diagnostic("translation-same-language", "translates", **values)
            )
        elif (circle := self._circle(key)) and key != min(circle):
            self.originals[key] = target  # told once; what withholds one of them withholds all
        elif circle:
            values = {"documents": " → ".join(f"content/{document_id}" for document_id in circle)}
            self.diagnostics.append(
                document.diagnostic("translation-circle", "translates", **values)
            )
        else:
            if self._target(other) and self._target(other) != key:
                values = {
                    "target": written,
                    "suggestion": relpath(self._target(other), document.folder or "."),
                }
                self.diagnostics.append(
                    document.diagnostic("translation-of-translation", "translates", **values)
                )
            self.originals[key] = target
            self.originals.pop(target, None) if self.originals.get(target) == key else None

    def _target(self, document: Document) -> str:
        """Return the document that *document* says it translates, or nothing."""
        target = named_original(document)
        return target if target in self._documents else ""

    def _circle(self, key: str) -> list[str]:
        """Return the documents from *key* back to it, where each says that it translates the next;
        or nothing.
        """
        steps = [key]
        while (target := self._target(self._documents[steps[-1]])) and target not in steps:
            steps.append(target)
        return [*steps, key] if target == key and len(steps) > 1 else []

    def _refuse_seconds(self) -> None:
        """Note documents that translate what another one of their language translates."""
        known: dict[tuple[str, str], str] = {}
        # Those of the same place first: who says that it translates can be mended.
        in_order = sorted(self._documents.items(), key=lambda pair: bool(pair[1].front.translates))
        for key, document in in_order:
            if key in self.left_out:
                continue
            other = known.setdefault((self.root(key), _language_of(document, self._config)), key)
            if other != key and document.front.translates:
                values = {"other": f"content/{other}", "language": self._name(document)}
                self.diagnostics.append(
                    document.diagnostic("translation-twice", "translates", **values)
                )
                self.originals.pop(key, None)

    def _name(self, document: Document) -> str:
        return _language_of(document, self._config)


def _line(key: str, originals: Mapping[str, str]) -> list[str]:
    line = [key]
    while (above := originals.get(line[-1], "")) and above not in line:
        line.append(above)
    return line


def named_original(document: Document) -> str:
    """Return the path that *document* says it translates, below ``content/``; or nothing."""
    written = document.front.translates
    address = read_address(written, document.folder) if written else None
    return address.target if address else written


def _language_of(document: Document, config: SiteConfig) -> str:
    return document.front.lang or document.language or config.language


def inheriting(document: Document, original: Document) -> Document:
    """Return the translation *document* with what it has from its *original*.

    But for when it is withheld: that is looked for in all that it goes back to.
    """
    front, first = document.front, original.front
    said: dict[str, object] = {
        name: getattr(first, name) for name in _INHERITED if getattr(front, name) == _usual(name)
    }
    if front.author or front.authors:
        said.pop("author", None)
        said.pop("authors", None)
    if front.event is None and not front.events:
        said["event"] = _unnamed(first.event)
        said["events"] = tuple(map(_unnamed, first.events))
    listing = document.section_front
    if listing is not None and original.section_front is not None:
        given = {
            name: getattr(original.section_front, name)
            for name in _OF_SECTIONS
            if getattr(listing, name) == getattr(_SECTION, name)
        }
        listing = replace(listing, **given)
    return replace(
        document,
        front=replace(front, **said),
        section_front=listing,
        date=document.date or original.date,
        original=original.id,
        metadata_digest=digest(document.metadata_digest, original.metadata_digest),
    )


_SECTION = SectionFrontMatter(title="")
_FRONT = FrontMatter(title="")


def _usual(name: str) -> object:
    return getattr(_FRONT, name)


def _unnamed(event: EventFields | str | None) -> EventFields | str | None:
    """Return an event of the original's as the translation has it: called as that is."""
    return replace(event, name="") if isinstance(event, EventFields) else event


def _shown(document: Document, language: str) -> Document:
    """Return *document*, which is of the first *language*, as another version shows it."""
    front = replace(document.front, lang=document.front.lang or language, aliases=())
    return replace(document, front=front)


def inherits_events(document: Document) -> bool:
    """Whether the events of *document* are its original's, of which that tells what is wrong."""
    marks = document.details.marks if document.original else ()
    return bool(document.original) and "event" not in marks and "events" not in marks


def lacking(languages: ByLanguage) -> Iterator[str]:
    """Yield the languages that have no document."""
    for tag, documents in languages.versions.items():
        if not any(key not in languages.first for key in documents):
            yield tag
