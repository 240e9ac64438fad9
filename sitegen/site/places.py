"""Where documents stand by their files: addresses, folders of pages that have files. Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from posixpath import splitext

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.names import BUNDLE_TEXT, is_called, place_of
from sitegen.site.urls import chosen_slug, output_path, permalink, section_path, slugify
from sitegen.sources.document import Document


def site_url(document: Document, section: str, config: SiteConfig, slugs: Mapping[str, str]) -> str:
    """Return the address of *document*, which belongs to *section*, from the root of its language.

    *slugs*: of sections that are not called as their folders.
    """
    written = document.front.slug
    slug = chosen_slug(written) if written else slugify(document.name)
    folder = document.section_folder
    if document.is_bundle:
        folder = folder.rpartition("/")[0]
    if document.date is not None:
        below = f"{section}/"
        return permalink(
            config.urls.article_in(section),
            section=section_path(section, slugs).strip("/"),
            slug=slug,
            date=document.date,
            folders=f"{folder}/".removeprefix(below) if f"{folder}/".startswith(below) else "",
        )
    if document.is_bundle and not document.section_folder:
        return "/"
    if slugs:
        folder = section_path(folder, slugs).strip("/")
    return permalink(config.urls.page, section="", slug=slug, date=None, folders=folder)


def bundle_folders(
    documents: Iterable[Document],
    urls: Mapping[str, str],
    unread: Set[str],
    others: Iterable[tuple[Document, bool]],
    languages: Collection[str],
) -> dict[str, str | None]:
    """Map each bundle's folder to its page's folder in the output; None when not public.

    *urls*: of those of *documents* that are public, by id. *others*: documents in other *languages*
    of the site, each with whether it is public: the files of one that is there alone stand where
    they lie.
    """
    folders: dict[str, str | None] = {
        document_id.rpartition("/")[0]: None
        for document_id in unread
        if "/" in document_id and is_called(place_of(document_id, languages)[1], BUNDLE_TEXT)
    }
    for document in documents:
        if document.is_bundle and document.folder:
            url = urls.get(document.id)
            folders[document.folder] = url and _folder_of(output_path(url))
    for document, is_shown in others:
        if document.is_bundle and document.folder and not folders.get(document.folder):
            folders[document.folder] = f"{document.folder}/" if is_shown else None
    return folders


def _folder_of(path: str) -> str:
    """Return where the files of a bundle go whose page is *path*: beside `a.html`, into `a/`."""
    name = path.rpartition("/")[2]
    return path.removesuffix(name) if name == "index.html" else f"{splitext(path)[0]}/"


def texts_twice(documents: Iterable[Document]) -> Iterator[Diagnostic]:
    """Yield the section texts (`_index.md`, `_index.markdown`) of a folder that has one already."""
    first: dict[str, Document] = {}
    for document in documents:
        if document.section_front:
            other = first.setdefault(document.section_folder, document)
            if other is not document:
                values = {"other": f"content/{other.id}"}
                yield Diagnostic("section-text-twice", f"content/{document.id}", 1, 1, values)
