"""What stands where: which documents are public, their sections, their addresses. Pure."""

from collections.abc import Container, Mapping
from typing import NamedTuple

from sitegen.config import SiteConfig
from sitegen.model import Section
from sitegen.site.assets import Asset
from sitegen.site.indexing.inputs import IndexInputs
from sitegen.site.places import site_url
from sitegen.site.readers import Readers
from sitegen.site.sections import make_sections, section_of, slugs_of
from sitegen.site.targets import Targets
from sitegen.site.urls import section_path
from sitegen.sources.document import Document


class Arrangement(NamedTuple):
    """The documents that readers have, each in its section and at its address."""

    public: Mapping[str, Document]
    """By id: texts and those of sections."""
    articles: list[Document]
    """Texts, dated or not: all but those of sections."""
    placed: Mapping[str, str]
    """The section of each of these, by the document's id."""
    section_documents: dict[str, Document]
    """The texts of sections, by their folders."""
    declared: frozenset[str]
    """The sections to which folders below them belong."""
    sections: dict[str, Section]
    urls: dict[str, str]
    """Addresses from the site's root, without the base path, by the document's id."""


def arrange(given: IndexInputs, readers: Readers) -> Arrangement:
    """Return the documents that *readers* have, in their places."""
    documents, config = given.documents, given.config
    first_declared = given.first.declared if given.first else frozenset()
    public = {document.id: document for document in documents.values() if readers.have(document)}
    section_documents = {
        document.section_folder: document for document in public.values() if document.section_front
    }
    own = frozenset(
        folder
        for folder in (
            *(document.section_folder for document in documents.values() if document.section_front),
            *config.sections_of_its_own,
        )
        if folder and readers.folders.name_at(folder) in ("", readers.access)
    )
    declared = own | first_declared
    articles = [document for document in public.values() if not document.section_front]
    placed = {document.id: section_of(document, declared) for document in articles}
    slugs = slugs_of(config)
    dated = {placed[document.id] for document in articles if document.date is not None}
    # the agenda has the name of the section that it stands for
    dated |= {name for name in first_declared if section_path(name, slugs) == config.urls.agenda}
    sections = make_sections((dated | own) - {""}, section_documents, config, given.listed)
    urls = {
        document.id: site_url(document, placed[document.id], config, slugs) for document in articles
    }
    return Arrangement(public, articles, placed, section_documents, declared, sections, urls)


def targets_of(
    config: SiteConfig,
    documents: Mapping[str, Document],
    arranged: Arrangement,
    assets: Mapping[str, Asset],
    unwritten: Container[str],
) -> Targets:
    """Return what pages lead to where *documents* are *arranged*, and *assets* public.

    *unwritten*: documents that mistakes keep from being published. Their originals stand for them.
    """
    return Targets(
        config,
        arranged.urls,
        arranged.sections,
        {document.id: document.section_folder for document in arranged.section_documents.values()},
        assets,
        {
            named: document.id
            for document in documents.values()
            for named in (document.original, document.neutral)
            if named and document.id not in unwritten
        },
        {document.id: document.neutral for document in documents.values() if document.neutral},
    )
