"""All that is public at one instant: sections, addresses, files, entries, lists, calendar."""

import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.errors import Diagnostic
from sitegen.model import AnyTerm, Entry, Section, Taxonomy
from sitegen.model.taxonomies import SECTION, TYPE
from sitegen.names import is_document
from sitegen.plugins.known import Plugins
from sitegen.plugins.values import PlannedPage
from sitegen.sealing.keys import Ring
from sitegen.site.access import Folders, Readership
from sitegen.site.agenda.calendar import Calendar, add_months
from sitegen.site.agenda.editions import Editions
from sitegen.site.agenda.weeks import TEMPLATE as WEEK_TEMPLATE
from sitegen.site.agenda.weeks import Week, weeks_since
from sitegen.site.assets import Asset
from sitegen.site.collections import Collections
from sitegen.site.languages.translations import Translations
from sitegen.site.letters import Letters
from sitegen.site.origins import KnownToSubscribers
from sitegen.site.people import Directory
from sitegen.site.pictures import Pictures
from sitegen.site.press_room import PressRoom
from sitegen.site.publication import Clock
from sitegen.site.readers import Readers
from sitegen.site.targets import Targets
from sitegen.site.urls import encode_path, with_base
from sitegen.site.withholding import Held
from sitegen.sources.document import Document, TextFacts
from sitegen.sources.withdrawal import NOBODY

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


Planned = Mapping[str, Mapping[str, tuple[PlannedPage, ...]]]
"""The plugin's name and that of a kind to its pages."""


class Index(msgspec.Struct, kw_only=True, frozen=True, eq=False, dict=True):
    """All that is public at one instant, in memory, made anew for every build: see `make_index`.

    It is not changed, but by two: `complete` gives it what leads back to it, which cannot be there
    before it, and `take_texts` other texts, since all answers that are known hold on to it.
    """

    config: SiteConfig
    clock: Clock
    data: Mapping[str, Any]
    documents: Mapping[str, Document]
    """Those of this language, public or not, by id."""
    others: Mapping[str, Document]
    """The documents of other versions, for the index of the first language."""
    first: "Index | None"
    """The index of the site's first language, for that of another version of it."""
    around: "Index | None"
    """The public's index, for that of the readers of private pages."""
    readers: Readers
    held: Held
    """What does not stand as it is written."""
    templates: Container[str] | None
    """Those that the theme has; None: any."""
    listed: KnownToSubscribers
    """What subscribers' programs know of the site."""
    named_by: str
    """The site's address that its ids are made of: the first one that is known."""
    declared: frozenset[str]
    """The sections to which folders below them belong."""
    section_documents: Mapping[str, Document]
    """The texts of sections, by their folders."""
    sections: Mapping[str, Section]
    urls: Mapping[str, str]
    """Addresses from the site's root, without the base path, by the document's id."""
    targets: Targets
    origins: Mapping[str, str]
    """The paths that ids of documents are made of, where they are not their own."""
    assets: Mapping[str, Asset]
    hidden_files: frozenset[str]
    """Files of documents that are not public."""
    taxonomies: tuple[Taxonomy, ...]
    """Those that the site has pages for."""
    directory: Directory
    tag_names: Mapping[str, str]
    """How each tag is shown, by its slug."""
    entries: dict[str, Entry]
    imperfect: frozenset[str]
    """Documents of whose entries something was told, by their places."""
    digests: dict[str, bytes]
    """Those of entries, as far as they are known: see `digest_of`."""
    collections: Collections
    types: Mapping[str, AnyTerm]
    """The types of events, by slug."""
    calendar: Calendar
    editions: Editions
    letters: Letters
    press_room: PressRoom
    pictures: Pictures
    translations: Translations
    diagnostics: tuple[Diagnostic, ...]
    rings: Mapping[str, Ring]
    """The keys of private pages, by name."""
    plugins: Plugins

    # What leads back to the index: see `complete`.
    versions: Mapping[str, "Index"] = {}
    """Those of other languages, for that of the first one: by language."""
    audiences: Mapping[str, Readership] = {}
    """Who reads these pages, by name; nobody where there are no keys."""
    plan_of_plugins: Callable[[], Planned] = dict
    """Returns the pages that plugins plan, by plugin and kind."""
    known_of_text: Callable[[str], TextFacts | Document | None] | None = None
    """Returns what is known of a text whose document is let go of; None: all are in `documents`."""
    kept: dict[str, Any] = {}
    """What others make of it once."""

    @property
    def bundles(self) -> Mapping[str, Document]:
        """Each ``index.md`` by its folder, whether it is public or not."""
        return self.readers.bundles

    @property
    def folders(self) -> Folders:
        """Those that are private, and whose."""
        return self.readers.folders

    @property
    def unwritten(self) -> frozenset[str]:
        """The ids of documents whose mistakes keep them from being published."""
        return self.readers.unwritten

    @property
    def ours(self) -> Mapping[str, str]:
        """What documents of other languages are called that are translated here."""
        return self.targets.ours

    @property
    def everywhere(self) -> "tuple[Index, ...]":
        """This one, and those of the other versions of the site."""
        return (self, *self.versions.values())

    @property
    def every_document(self) -> Mapping[str, Document]:
        """The documents of all versions of the site, by id."""
        return {**self.others, **self.documents} if self.others else self.documents

    @property
    def every_entry(self) -> Mapping[str, Entry]:
        """What is public in any version of the site, by id; as it stands in its own language."""
        if not self.versions:
            return self.entries
        every = (version.entries for version in (*self.versions.values(), self))
        return {key: entry for entries in every for key, entry in entries.items()}

    def version(self, language: str) -> "Index":
        """Return the index of the version in *language* (a page's); empty: the first one's."""
        return self.versions[language] if language else self

    @cached_property
    def of_plugins(self) -> Planned:
        """The pages that plugins plan, by plugin and kind."""
        return self.plan_of_plugins()

    @cached_property
    def calendars_from(self) -> dt.date:
        """The first day that published calendars hold."""
        return add_months(self.clock.today, -self.config.calendars.months_back)

    @cached_property
    def weeks(self) -> list[Week]:
        """The weeks that have a page and a calendar, in order; none if the theme shows none."""
        return weeks_since(self.calendar, self.calendars_from) if self.has_weeks else []

    @property
    def has_weeks(self) -> bool:
        """Whether the theme shows weeks."""
        return self.templates is None or WEEK_TEMPLATE in self.templates

    def is_agenda(self, section: Section) -> bool:
        """Whether the agenda takes the place of *section*, with its title and introduction."""
        return section.url == with_base(self.config.base_path, self.config.urls.agenda)

    def section_here(self, folder: str) -> str:
        """Return the section that *folder*, of the site's first language, is in this version."""
        document = self.first.section_documents.get(folder) if self.first else None
        translated = self.ours.get(document.id, "") if document else ""
        return self.targets.introductions.get(translated, folder)

    def asset_at(self, url: str) -> Asset | None:
        """Return the file of the content that stands at *url*, as pages lead to it."""
        return self._assets_by_url.get(url)

    @cached_property
    def _assets_by_url(self) -> Mapping[str, Asset]:
        return {asset.url: asset for asset in self.assets.values()}

    def asset_below(self, path: str) -> Asset | None:
        """Return the file of the content that is published at *path*, below the output."""
        return self.asset_at(with_base(self.config.root_path, encode_path(f"/{path}")))

    def terms(self, taxonomy: str) -> Mapping[str, AnyTerm]:
        """Return the terms of a taxonomy (its name) that are in use, by slug; sections: all."""
        if taxonomy == SECTION.name:
            return self.sections
        if taxonomy == TYPE.name:
            return self.types
        return self.collections.terms(taxonomy)

    def take_texts(self, documents: Mapping[str, Document]) -> None:
        """Go on with *documents*, of which only texts are others."""
        sections = {
            folder: documents[document.id] for folder, document in self.section_documents.items()
        }
        complete(self, documents=documents, section_documents=sections, known_of_text=None)
        for audience in self.audiences.values():
            known = audience.index.documents
            audience.index.take_texts(
                {document_id: documents[document_id] for document_id in known}
            )

    def texts(self, unread: Iterable[Document] = ()) -> Iterator[Document]:
        """Yield the documents that readers see, and those of *unread* that they would or might see:
        for whom these are may be what cannot be read.
        """
        yield from (self.documents[document_id] for document_id in self.entries)
        yield from self.section_documents.values()
        readers = self.readers
        for document in unread:
            if readers.may_read(document) or readers.folders.name_of(document) == NOBODY:
                yield document

    def text_facts(self, document_id: str) -> TextFacts | Document | None:
        """Return what tells the text of a document of this version apart."""
        if self.known_of_text is not None:
            return self.known_of_text(document_id)
        return self.documents.get(document_id)

    def document(self, document_id: str) -> Document | None:
        """Return a document by its id, for whomever it is."""
        if (document := self.documents.get(document_id)) is not None:
            return document
        if self.around is not None:
            return self.around.document(document_id)
        if self.first is not None:
            return self.first.document(document_id)
        return self.others.get(document_id)

    def digest_of(self, entry_id: str) -> bytes:
        """Return the digest of an entry's metadata; of nothing when it is not public."""
        known = self.digests.get(entry_id)
        if known is None:
            entry = self.entries.get(entry_id)
            known = digest(_ENCODER.encode(entry)) if entry else b""
            self.digests[entry_id] = known
        return known

    @cached_property
    def _language_folders(self) -> frozenset[str]:
        return frozenset(self.config.language_tags)

    def standing(self, target: str) -> str:
        """Return the path of the document that *target* means: what the folder of a language lacks
        is what stands there without it.

        So a text of a tree links its neighbours by their names, translated or not.
        """
        folder, _, rest = target.partition("/")
        if folder not in self._language_folders or not is_document(rest):
            return target
        is_there = target in self.unwritten or self.document(target) is not None
        return target if is_there else rest

    def resolve(self, target: str) -> str | None:
        """Return the address that a body's internal target stands for, or None.

        *target* is a document's path, an asset's path, or an address from the site's root.
        """
        target = self.standing(target)
        if (address := self.targets.address(target)) is not None:
            return address
        return self.around.resolve(target) if self.around else self._elsewhere(target)

    def resolve_from(self, document_id: str, target: str) -> str | None:
        """Return the address that a link of a document leads to, or None: see `Targets.meant`."""
        target = self.standing(target)
        if self.targets.is_original_of(document_id, target):
            return self._elsewhere(target)
        return self.resolve(target)

    def _elsewhere(self, target: str) -> str | None:
        """Return the address of a document that another version of the site has alone."""
        others = (version for version in (self.first or self).everywhere if version is not self)
        addresses = (other.targets.address_from(self.config, target) for other in others)
        return next((address for address in addresses if address is not None), None)


def complete(index: Index, **values: Any) -> None:
    """Give *index* what could not be there before it, for it leads back to it; by field."""
    for name, value in values.items():
        msgspec.structs.force_setattr(index, name, value)
