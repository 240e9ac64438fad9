"""All that is public at one instant: sections, addresses, files, entries, lists, calendar."""

import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

import msgspec

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.errors import Diagnostic
from sitegen.model import AnyTerm, Entry, Term
from sitegen.model.taxonomies import SECTION, TAG, TYPE
from sitegen.names import SECTION_TEXT, is_called, is_document
from sitegen.plugins.known import NO_PLUGINS
from sitegen.plugins.values import PlannedPage
from sitegen.sealing.keys import Ring
from sitegen.site import assets as asset_files
from sitegen.site.access import NO_FOLDERS, Audience, Folders
from sitegen.site.arrangement import arrange
from sitegen.site.assets import Asset, AssetFacts
from sitegen.site.calendar import Calendar, add_months
from sitegen.site.collections import Collections
from sitegen.site.editions import Editions, TranslatedEditions
from sitegen.site.entries import EntryMaker, tag_names
from sitegen.site.events import check_events
from sitegen.site.letters import Letters
from sitegen.site.origins import NOTHING_KNOWN, Known, origins
from sitegen.site.people import Directory
from sitegen.site.pictures import Pictures
from sitegen.site.places import bundle_folders, texts_twice
from sitegen.site.press_room import PressRoom
from sitegen.site.publication import Clock, above, bundles_of, is_public
from sitegen.site.terms import Terms, shown_taxonomies
from sitegen.site.translations import Translations
from sitegen.site.uids import host_of
from sitegen.site.untranslated import copies, files_in
from sitegen.site.urls import encode_path, with_base, written_url
from sitegen.site.weeks import TEMPLATE as WEEK_TEMPLATE
from sitegen.site.weeks import Week, weeks_since
from sitegen.site.withholding import NOTHING_HELD, Held, withheld_files
from sitegen.sources.document import Document

NO_DOCUMENTS: Mapping[str, Document] = {}
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


Planned = Mapping[str, Mapping[str, tuple[PlannedPage, ...]]]
"""The plugin's name and that of a kind to its pages."""


class Shown(msgspec.Struct, frozen=True):
    """What the readers of private pages see that the public does not."""

    documents: frozenset[str]
    """Their ids."""
    access: str
    """The name of the keys to whole folders; empty where these are shown to none of them."""
    around: "Index"
    """The public's index."""


class Index:
    """All that is public at one instant, in memory, made anew for every build."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        files: Mapping[str, AssetFacts],
        data: Mapping[str, Any],
        config: SiteConfig,
        clock: Clock,
        unread: Set[str] = frozenset(),
        earlier: "Index | None" = None,
        held: Held = NOTHING_HELD,
        templates: Container[str] | None = None,
        listed: Known = NOTHING_KNOWN,
        folders: Folders = NO_FOLDERS,
        shown: "Shown | None" = None,
        first: "Index | None" = None,
        others: Mapping[str, Document] = NO_DOCUMENTS,
    ) -> None:
        """*unread*: the ids of documents that have mistakes, and are not among *documents*.

        Some of them stand there in an earlier form: *held* names what is not as it is written.

        *earlier*: an index of the same site, whose entries are taken where they would be the same.

        *templates*: those that the theme has, which tell which taxonomies have pages (None: all).

        *listed*: what subscribers' programs know of the site.
        *folders*: those that are private as a whole. *shown*: what this index is of, if it is that
        of the readers of private pages and not the public's.
        *first*: the index of the site's first language, for that of another version of it.
        *others*: documents of other versions, for that of the first language.
        """
        self.config = config
        self.clock = clock
        self.data = data
        self.documents = documents
        self.unwritten = (unread | held.left_out) - held.kept
        """The ids of documents whose mistakes keep them from being published: they have no page."""
        self.dead = held.dead
        """Documents and the targets of their links that lead nowhere, which was told."""
        self.first = first
        """The index of the site's first language, for that of another version of it."""
        self.versions: Mapping[str, Index] = {}
        """The others, for that of the first language: by language."""
        self.others = others
        """The documents of other versions, for the index of the first language."""
        self.bundles = bundles_of(others.values()) | bundles_of(documents.values())
        if first is not None:
            self.bundles = first.bundles | self.bundles
        """Each ``index.md`` by its folder, whether it is public or not."""
        self.folders = folders.beside((*others.values(), *documents.values()))
        self.folders = self.folders.below(config.typographies)
        self.around: Index | None = shown.around if shown else None
        """The public's index, for that of the readers of private pages."""
        self.held = held
        self.templates = templates
        self.rings: Mapping[str, Ring] = {}
        """The keys of private pages, by name."""
        self.kept: dict[str, Any] = {}
        """What others make of it once."""
        self.audiences: Mapping[str, Audience] = {}
        """Who reads these pages, by name; nobody where there are no keys."""
        self.plugins = NO_PLUGINS
        self.plan_of_plugins: Callable[[], Planned] = dict
        """Returns the pages that plugins plan, by plugin and kind."""
        self._shown = shown
        arranged = arrange(
            documents,
            config,
            self._is_shown,
            self.folders,
            shown.access if shown else "",
            listed,
            first.declared if first else None,
        )
        public, articles, placed = arranged.public, arranged.articles, arranged.placed
        self.section_documents = arranged.section_documents
        self.declared: frozenset[str] = arranged.declared
        """The sections to which folders below them belong."""
        self.sections = arranged.sections
        self.urls = arranged.urls
        """Addresses from the site's root, without the base path."""
        self.named_by = listed.url or config.url
        if first is not None:
            self.named_by = f"{first.named_by.rstrip('/')}/{config.folder}"
        """The site's address that its ids are made of: the first one that is known."""
        former = {document.id: document.front.aliases for document in documents.values()}
        self.origins = origins(listed, former, self.urls, unread | self.unwritten)
        """The paths that ids of documents are made of, where they are not their own."""
        self.assets = self._published_files(files, public, unread)
        self.ours = {
            named: document.id
            for document in documents.values()
            for named in (document.original, document.neutral)
            if named
        }
        """What documents of other languages are called that are translated here."""
        self._asset_at: dict[str, Asset] | None = None
        self.hidden_files = frozenset(files) - frozenset(self.assets)
        """Files of documents that are not public."""
        terms = Terms(config, shown_taxonomies(templates))
        self.taxonomies = terms.taxonomies
        """Those that the site has pages for."""
        self.directory = Directory(data, config, self.taxonomies)
        self._tag_names = tag_names(articles)
        tags = shown.around.terms(TAG.name) if shown else None
        maker = EntryMaker(
            config,
            self.directory,
            self.assets,
            self._tag_names,
            terms,
            self.dead,
            self.origins,
            tags,
            first.origins if first else None,
        )
        kept = self._kept_entries(earlier, placed) if earlier else {}
        self.entries: dict[str, Entry] = {
            document.id: kept.get(document.id)
            or maker.make(document, self.urls[document.id], self.sections.get(placed[document.id]))
            for document in articles
        }
        if first is not None:
            copied = copies(self.entries, first.entries, first.config.origin)
            self.entries |= copied
            kept = {key: one for key, one in kept.items() if key not in copied}
        self._imperfect = frozenset(diagnostic.path for diagnostic in maker.diagnostics)
        """Documents of whose entries something was told, by their places."""
        known: Mapping[str, bytes] = earlier._digests if earlier else {}
        self._digests: dict[str, bytes] = {key: known[key] for key in kept if key in known}
        self.collections = Collections(self.entries.values(), terms)
        self.letters: Letters = first.letters if first else Letters(data, config)
        self.press_room = PressRoom(
            data,
            config,
            self.directory,
            self.entries,
            documents,
            self.assets,
            self.sections,
            unread | self.unwritten,
        )
        self.diagnostics: list[Diagnostic] = [
            *texts_twice(documents.values()),
            *maker.diagnostics,
            *self.press_room.diagnostics,
            *self._wrong_events(),
        ]
        events = [event for entry in self.entries.values() for event in entry.events]
        self.calendar = Calendar(events, clock.today)
        self.listed = listed
        """What subscribers' programs know of the site."""
        waiting = (documents.keys() | self.unwritten) - self.entries.keys()
        self.editions: Editions = (
            TranslatedEditions(first.editions, first.calendar.events)
            if first is not None
            else Editions(listed.events, events, waiting)
        )
        filter_url = config.urls.agenda_filter
        self._types: dict[str, AnyTerm] = {
            slug: Term(name, slug, with_base(config.base_path, filter_url(TYPE.name, slug)))
            for slug, name in self.calendar.types.items()
        }
        texts = (*articles, *self.section_documents.values())
        self.pictures: Pictures = (
            Pictures(config, self.assets, self.entries.values(), texts)
            if first is None
            else first.pictures.of_version(config, self.assets, self.entries.values(), texts)
        )
        around = self.around
        self.translations = Translations(
            {**around.documents, **documents} if around else documents,
            {**around.entries, **self.entries} if around else self.entries,
            config.language,
        )
        if not (config.languages or first):  # else of all versions together
            self.diagnostics += self.translations.diagnostics

    def _published_files(
        self, files: Mapping[str, AssetFacts], public: Mapping[str, Document], unread: Set[str]
    ) -> dict[str, Asset]:
        """Return those of *files* that readers have, with their addresses.

        *public*: the documents that they have; *unread*: those that have mistakes.
        """
        if self.first is not None:
            return files_in(self.config, self.first.assets)
        others = {one.id: self._is_shown(one) for one in self.others.values()}
        withheld: Container[str] = ()
        if self._shown is None:
            withheld = withheld_files(
                files,
                self.every_document,
                public.keys() | {key for key, is_shown in others.items() if is_shown},
                unread,
                self.config,
                self.data,
                self.held,
                self.folders,
            )
        folders = bundle_folders(
            self.documents.values(),
            self.urls,
            unread,
            ((one, others[one.id]) for one in self.others.values()),
            self.config.typographies,
        )
        return asset_files.publish(files, folders, withheld, self.config.base_path)

    def told_of(self, document: Document) -> list[Diagnostic]:
        """Return what there is to say of *document*, which is being written, among the others."""
        terms = Terms(self.config, self.taxonomies)
        maker = EntryMaker(self.config, self.directory, self.assets, self._tag_names, terms)
        maker.make(document, "/", None)
        return maker.diagnostics

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
        every = (one.entries for one in (*self.versions.values(), self))
        return {key: entry for entries in every for key, entry in entries.items()}

    def version(self, language: str) -> "Index":
        """Return the index of the version in *language* (a page's); empty: the first one's."""
        return self.versions[language] if language else self

    def _is_shown(self, document: Document) -> bool:
        return document.id not in self.unwritten and self.is_public(document)

    @cached_property
    def of_plugins(self) -> Planned:
        """The pages that plugins plan, by plugin and kind."""
        return self.plan_of_plugins()

    def _kept_entries(self, earlier: "Index", placed: Mapping[str, str]) -> dict[str, Entry]:
        """Return the entries of *earlier* that would be the same, had they to be made again.

        They are made of a document's metadata, its address and its section (*placed*), and of what
        stands beside all documents.
        """
        beside = ("config", "data", "assets", "_tag_names", "taxonomies")
        if any(getattr(self, name) != getattr(earlier, name) for name in beside):
            return {}
        return {
            key: entry
            for key, entry in earlier.entries.items()
            if self.urls.get(key) == earlier.urls[key]
            and self.documents[key].metadata_digest == earlier.documents[key].metadata_digest
            and self.sections.get(placed[key]) == entry.section
            and self.origins.get(key, "") == entry.origin
            and f"content/{key}" not in earlier._imperfect
        }

    @cached_property
    def calendars_from(self) -> dt.date:
        """The first day that published calendars hold."""
        return add_months(self.clock.today, -self.config.calendars.months_back)

    @cached_property
    def weeks(self) -> list[Week]:
        """The weeks that have a page and a calendar, in order; none if the theme shows none."""
        if self.templates is not None and WEEK_TEMPLATE not in self.templates:
            return []
        return weeks_since(self.calendar, self.calendars_from)

    def asset_at(self, url: str) -> Asset | None:
        """Return the file of the content that stands at *url*, as pages lead to it."""
        if self._asset_at is None:
            self._asset_at = {asset.url: asset for asset in self.assets.values()}
        return self._asset_at.get(url)

    def asset_below(self, path: str) -> Asset | None:
        """Return the file of the content that is published at *path*, below the output."""
        return self.asset_at(with_base(self.config.root_path, encode_path(f"/{path}")))

    def terms(self, taxonomy: str) -> Mapping[str, AnyTerm]:
        """Return the terms of a taxonomy (its name) that are in use, by slug; sections: all."""
        if taxonomy == SECTION.name:
            return self.sections
        if taxonomy == TYPE.name:
            return self._types
        return self.collections.terms(taxonomy)

    def take_texts(self, documents: Mapping[str, Document]) -> None:
        """Go on with *documents*, of which only texts are others."""
        self.documents = documents
        for folder, document in self.section_documents.items():
            self.section_documents[folder] = documents[document.id]
        for audience in self.audiences.values():
            known = audience.index.documents
            audience.index.take_texts({one: documents[one] for one in known})

    def texts(self, unread: Iterable[Document] = ()) -> Iterator[Document]:
        """Yield the documents that readers see, and those of *unread* that they would see."""
        yield from (self.documents[document_id] for document_id in self.entries)
        yield from self.section_documents.values()
        yield from (one for one in unread if self.is_public(one))

    def is_public(self, document: Document) -> bool:
        """Whether the instant is one at which *document* is on the site, mistakes apart.

        For the index of the readers of private pages: on theirs.
        """
        if self._shown is not None and document.id in self._shown.documents:
            return True
        return not self.folders.name_of(document) and self.is_its_time(document)

    def is_for_others(self, document: Document) -> bool:
        """Whether *document* is for other readers than those whose index this is."""
        return self.folders.name_of(document) not in ("", self._shown and self._shown.access)

    def is_its_time(self, document: Document) -> bool:
        """Whether the instant is one at which its readers, all or few, have *document*."""
        pages = above(document, self.bundles)
        return is_public(document, self.clock, self.config.timezone, pages)

    def document(self, document_id: str) -> Document | None:
        """Return a document by its id, for whomever it is."""
        if (found := self.documents.get(document_id)) is not None:
            return found
        if self.around is not None:
            return self.around.document(document_id)
        if self.first is not None:
            return self.first.document(document_id)
        return self.others.get(document_id)

    def _wrong_events(self) -> list[Diagnostic]:
        """Return ids that two events share, and references to events that nobody announces."""
        if self.first is not None:
            documents = {**self.first.documents, **self.documents}
            return check_events(self.entries.values(), documents, host_of(self.named_by))
        if self.around is None:
            return check_events(self.entries.values(), self.documents, host_of(self.named_by))
        others = {key: one for key, one in self.around.entries.items() if key not in self.entries}
        documents = {**self.around.documents, **self.documents}
        entries = (*others.values(), *self.entries.values())
        return check_events(entries, documents, host_of(self.named_by), self.entries)

    def digest_of(self, entry_id: str) -> bytes:
        """Return the digest of an entry's metadata; of nothing when it is not public."""
        known = self._digests.get(entry_id)
        if known is None:
            entry = self.entries.get(entry_id)
            known = digest(_ENCODER.encode(entry)) if entry else b""
            self._digests[entry_id] = known
        return known

    def resolve(self, target: str) -> str | None:
        """Return the address that a body's internal target stands for, or None.

        *target* is a document's path, an asset's path, or an address from the site's root.
        """
        if target.startswith("/"):
            return written_url(self.config.written_places, encode_path(target))
        if target.startswith("../"):  # out of the content: where a code host shows it
            view = self.config.repository.view
            return urljoin(f"{view.rstrip('/')}/", encode_path(target)) if view else None
        if is_document(target):
            target = self.ours.get(target, target)
            if target in self.urls:
                return with_base(self.config.base_path, self.urls[target])
            place = self._place_of(target)
            introduced = place.rpartition("/")[0] if is_called(place, SECTION_TEXT) else target
            section = self.sections.get(introduced)
            if section is not None:
                return section.url
        elif asset := self.assets.get(target):
            return asset.url
        if self.around:
            return self.around.resolve(target)
        return self._elsewhere(target) if self.first or self.versions else None

    def meant(self, document_id: str, target: str) -> str:
        """Return the id of the document that a link of another one, *document_id*, means.

        A link to an original means its translation here, but for the translation's own link to
        what it translates.
        """
        ours = self.ours.get(target, target)
        return target if ours == document_id else ours

    def resolve_from(self, document_id: str, target: str) -> str | None:
        """Return the address that a link of a document leads to, or None: see `meant`."""
        is_original = target in self.ours and self.meant(document_id, target) == target
        return self._elsewhere(target) if is_original else self.resolve(target)

    def _place_of(self, target: str) -> str:
        known = self.documents.get(target)
        return known.place if known else target

    def _elsewhere(self, target: str) -> str | None:
        """Return the address of a document that another version of the site has alone."""
        first = self.first or self
        for other in first.everywhere:
            if other is not self and (target in other.urls or target in other.introductions):
                own = {one.id: one.section_folder for one in other.section_documents.values()}
                section = other.sections.get(own.get(target, ""))
                url = section.url if section else with_base(
                    other.config.base_path, other.urls.get(target, "/")
                )  # fmt: skip
                same = other.config.origin == self.config.origin
                return url if same else f"{other.config.origin}{url}"
        return None

    @property
    def introductions(self) -> set[str]:
        """The ids of the texts of sections."""
        return {one.id for one in self.section_documents.values()}
