"""What stands where: which documents are public, their sections, their addresses. Pure."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sitegen.config import SiteConfig
from sitegen.model import Section
from sitegen.site.access import Folders
from sitegen.site.origins import Known
from sitegen.site.places import site_url
from sitegen.site.sections import make_sections, section_of, slugs_of
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


def arrange(
    documents: Mapping[str, Document],
    config: SiteConfig,
    is_shown: Callable[[Document], bool],
    folders: Folders,
    access: str,
    listed: Known,
    first_declared: frozenset[str] | None,
) -> Arrangement:
    """Return *documents* in their places; *is_shown*: whether readers have one.

    *access*: the name of the keys to the folders whose readers these are; empty for the public.
    *first_declared*: of the site's first language, for another version of it.
    """
    public = {document.id: document for document in documents.values() if is_shown(document)}
    section_documents = {
        document.section_folder: document for document in public.values() if document.section_front
    }
    own = frozenset(
        folder
        for folder in (
            *(document.section_folder for document in documents.values() if document.section_front),
            *config.sections_of_its_own,
        )
        if folder and folders.name_at(folder) in ("", access)
    )
    declared = own | (first_declared or frozenset())
    articles = [document for document in public.values() if not document.section_front]
    placed = {document.id: section_of(document, declared) for document in articles}
    slugs = slugs_of(config)
    dated = {placed[document.id] for document in articles if document.date is not None}
    # the agenda has the name of the section that it stands for
    dated |= {
        name for name in first_declared or () if section_path(name, slugs) == config.urls.agenda
    }
    sections = make_sections((dated | own) - {""}, section_documents, config, listed)
    urls = {
        document.id: site_url(document, placed[document.id], config, slugs) for document in articles
    }
    return Arrangement(public, articles, placed, section_documents, declared, sections, urls)
