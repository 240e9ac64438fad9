"""The entries of what is public; those of an earlier index that would be the same are kept."""

from collections.abc import Container, Mapping
from typing import Any, NamedTuple

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.model import Entry, Taxonomy
from sitegen.site.agenda.events import EventMaker
from sitegen.site.assets import Asset
from sitegen.site.entries import Surroundings, make_entry
from sitegen.site.index import Index
from sitegen.site.indexing.arrangement import Arrangement
from sitegen.site.indexing.inputs import IndexInputs
from sitegen.site.languages.untranslated import copies
from sitegen.site.people import Directory
from sitegen.site.tags import tag_terms
from sitegen.site.terms import Terms
from sitegen.sources.document import Document


class EntryBasis(NamedTuple):
    """What every entry may be made of, beside its document."""

    config: SiteConfig
    data: Mapping[str, Any]
    assets: Mapping[str, Asset]
    tag_names: Mapping[str, str]
    """How each tag is shown, by its slug."""
    taxonomies: tuple[Taxonomy, ...]
    """Those that the site has pages for."""


class PublicEntries(NamedTuple):
    """What became of the documents that readers have."""

    entries: dict[str, Entry]
    """By the document's id."""
    diagnostics: tuple[Diagnostic, ...] = ()
    digests: Mapping[str, bytes] = {}
    """Those that are known of entries that were kept."""

    @property
    def imperfect(self) -> frozenset[str]:
        """Documents of whose entries something was told, by their places."""
        return frozenset(diagnostic.path for diagnostic in self.diagnostics)


def make_entries(
    given: IndexInputs,
    arranged: Arrangement,
    beside: EntryBasis,
    directory: Directory,
    terms: Terms,
    origins: Mapping[str, str],
    tags: Container[str] | None,
    earlier: Index | None,
) -> PublicEntries:
    """Return the entries of the documents that are *arranged*.

    *origins*: the paths that ids of documents are made of, where they are not their own. *tags*:
    those that have a page, by slug (None: all of them). *earlier*: an index of the same site.
    """
    first, articles = given.first, arranged.articles
    around = Surroundings(
        given.config,
        directory,
        beside.assets,
        tag_terms(articles, beside.tag_names, given.config, tags),
        EventMaker(directory, given.config.timezone, terms),
        given.held.dead,
        origins,
        first.origins if first else None,
    )
    kept = kept_entries(earlier, given, arranged, beside, origins) if earlier else {}
    made = {
        document.id: make_entry(
            document,
            arranged.urls[document.id],
            arranged.sections.get(arranged.placed[document.id]),
            around,
        )
        for document in articles
        if document.id not in kept
    }
    entries = {
        document.id: kept[document.id] if document.id in kept else made[document.id].entry
        for document in articles
    }
    told = tuple(diagnostic for each in made.values() for diagnostic in each.diagnostics)
    copied = copies(entries, first.entries, first.config.origin) if first else {}
    digests = {
        key: earlier.digests[key]
        for key in kept.keys() - copied.keys()
        if earlier and key in earlier.digests
    }
    return PublicEntries(entries | copied, told, digests)


def kept_entries(
    earlier: Index,
    given: IndexInputs,
    arranged: Arrangement,
    beside: EntryBasis,
    origins: Mapping[str, str],
) -> dict[str, Entry]:
    """Return the entries of *earlier* that would be the same, had they to be made again.

    They are made of a document's metadata, its address and its section, and of what stands
    *beside* all documents.
    """
    if beside != beside_of(earlier):
        return {}
    return {
        key: entry
        for key, entry in earlier.entries.items()
        if arranged.urls.get(key) == earlier.urls[key]
        and given.documents[key].metadata_digest == earlier.documents[key].metadata_digest
        and arranged.sections.get(arranged.placed[key]) == entry.section
        and origins.get(key, "") == entry.origin
        and f"content/{key}" not in earlier.imperfect
    }


def beside_of(index: Index) -> EntryBasis:
    """Return what the entries of *index* were made of, beside their documents."""
    return EntryBasis(index.config, index.data, index.assets, index.tag_names, index.taxonomies)


def told_of(document: Document, index: Index) -> tuple[Diagnostic, ...]:
    """Return what there is to say of *document*, which is being written, among those of *index*."""
    config, directory = index.config, index.directory
    tags = tag_terms([document], index.tag_names, config)
    events = EventMaker(directory, config.timezone, Terms(config, index.taxonomies))
    around = Surroundings(config, directory, index.assets, tags, events)
    return make_entry(document, "/", None, around).diagnostics
