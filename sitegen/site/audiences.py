"""Who reads private pages: for each name of keys one audience, for each preview one of its own.

An audience has an index of its own, of its documents and the settings of sections. Their pages are
planned as if they were public, and then sealed, each under a name that tells nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from sitegen.config import ImagesConfig
from sitegen.digest import digest
from sitegen.model import Page, Scope
from sitegen.model.kinds import (
    ARTICLE,
    ASSET,
    ATOM,
    CALENDAR,
    ORIGINAL,
    PAGE,
    PRIVATE,
    RENDITION,
    SEALED,
    SEALED_FILE,
    SECTION,
)
from sitegen.sealing.keys import Ring
from sitegen.site.access import Folders, SealedFile
from sitegen.site.assets import AssetFacts, content_path
from sitegen.site.index import Index
from sitegen.site.indexing.inputs import IndexInputs, Shown
from sitegen.site.indexing.make import make_index
from sitegen.site.media_types import media_type
from sitegen.site.origins import KnownToSubscribers
from sitegen.site.publication import above, is_over, is_previewed, is_waiting
from sitegen.site.urls import output_path, with_base
from sitegen.site.withholding import led_to, shown_files
from sitegen.sources.document import Document

SCOPE = "private"
"""The kind of the scope of their pages; its value is the audience's name."""


class Audience:
    """The readers of some private pages: what there is for them, and their keys."""

    def __init__(self, name: str, ring: Ring, index: Index, documents: frozenset[str]) -> None:
        self.name = name
        self.ring = ring
        self.index = index
        self.documents = documents

    @cached_property
    def natural(self) -> dict[str, Page]:
        """Their pages as they were if they were public, by the path of what is published."""
        return {self._sealed(page).path: page for page in self._planned}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """What is published of them: names that tell nothing."""
        return tuple(self._sealed(page) for page in self._planned)

    @cached_property
    def files(self) -> dict[str, SealedFile]:
        """What their pages lead to, by the address that it had if it were public."""
        return {
            natural.url: SealedFile(
                self._sealed(natural).url,
                natural.path.rpartition("/")[2],
                "text/html" if _is_read(natural) else media_type(natural.path),
            )
            for natural in self._planned
        }

    @cached_property
    def files_mark(self) -> bytes:
        """Changes with the addresses of what there is for them."""
        return digest(msgspec.msgpack.encode(sorted(self.files.items())))

    @cached_property
    def own_images(self) -> frozenset[str]:
        """The addresses that their files have, and no public one."""
        around = self.index.around
        known = around.assets if around else {}
        return frozenset(asset.url for key, asset in self.index.assets.items() if key not in known)

    def address_of(self, document_id: str) -> str:
        """Return the address at which they read a document; nothing if they do not."""
        urls = (page.url for page in self.pages if page.subject == document_id)
        return next(urls, "")

    @cached_property
    def _planned(self) -> tuple[Page, ...]:
        from sitegen.site.plan.content import content_pages  # it plans the sealed pages too

        return tuple(page for page in content_pages(self.index) if self._is_theirs(page))

    def _is_theirs(self, page: Page) -> bool:
        if page.kind in (ARTICLE.name, PAGE.name) or page.traits.made == "kit":
            return page.subject in self.documents
        if page.kind in (SECTION.name, ATOM.name, CALENDAR.name):
            kind, value = page.scope
            return value in (self._sections if kind == SECTION.name else self.documents)
        if page.kind in (ASSET.name, ORIGINAL.name, RENDITION.name):
            around = self.index.around
            is_public = around is not None and page.subject in around.assets
            return not is_public and self._is_seen(page)
        return False

    def _is_seen(self, page: Page) -> bool:
        """Whether a file is more than the master of a picture that is shown in another size."""
        pictures, asset = self.index.pictures, self.index.assets[page.subject]
        if page.kind == RENDITION.name:
            return page.url in pictures.displayed
        if pictures.picture(asset.url, "whole", "") is None:
            return True
        return page.subject in self._linked

    @cached_property
    def _linked(self) -> frozenset[str]:
        """The files that documents lead to, beside those that they show."""
        documents = [self.index.documents[document] for document in self.documents]
        return frozenset(
            path
            for document in documents
            for path in (
                *(link.target for link in document.references if not link.is_image),
                *(written.lstrip("/") for written in document.front.attachments),
                *(content_path(document.folder, written) for written in document.front.attachments),
                *led_to(document),
            )
        )

    @cached_property
    def _sections(self) -> frozenset[str]:
        folders = self.index.folders
        return frozenset(section for section in self.index.sections if folders.name_at(section))

    def _sealed(self, page: Page) -> Page:
        config = self.index.config
        token = self.ring.token("page", self.name, _own_name(page))
        ending, kind = "/", PRIVATE
        subject = page.subject
        if not _is_read(page):
            ending = ".bin"
            kind = SEALED if page.traits.made in ("writer", "kit") else SEALED_FILE
        elif page.kind == SECTION.name:
            subject = self.index.sections[page.subject].introduction
        url = f"{config.urls.private}{token}{ending}"
        scope = Scope(SCOPE, self.name)
        return Page(
            config.folder + output_path(url),
            kind.name,
            with_base(config.base_path, url),
            subject,
            1,
            scope,
        )


def _own_name(page: Page) -> str:
    """Return what a page keeps while its title and its dates change."""
    return page.subject if page.kind in (ARTICLE.name, PAGE.name) else f"/{page.path}"


def _is_read(page: Page) -> bool:
    return page.traits.made == "template"


def audiences(
    public: Index,
    documents: Mapping[str, Document],
    files: Mapping[str, AssetFacts],
    rings: Sequence[Ring],
) -> dict[str, Audience]:
    """Return the audiences for whom there are keys, by name; none of them knows of another."""
    keys = {ring.name: ring for ring in rings}
    if not keys:
        return {}
    readers: dict[str, tuple[str, set[str]]] = {}
    for document in documents.values():
        if document.id in public.unwritten:
            continue
        for name, access in _names(public, document):
            readers.setdefault(name, (access, set()))[1].add(document.id)
    return {
        name: _audience(public, documents, files, name, keys[access], frozenset(ids))
        for name, (access, ids) in sorted(readers.items())
        if access in keys
    }


def _names(public: Index, document: Document) -> Iterator[tuple[str, str]]:
    """Yield the audiences that *document* is for: each name, and that of its keys."""
    access = public.folders.name_of(document)
    if access and (document.section_front or public.readers.is_its_time(document)):
        yield access, access
    is_past = is_over(document, public.clock, public.config.timezone)
    for holder in (document, *above(document, public.bundles)):
        if public.folders.name_of(holder) != access:
            return
        if holder.front.preview and is_previewed_now(public, holder) and not is_past:
            yield f"{holder.front.preview.access}/{holder.id}", holder.front.preview.access
            return
        if is_waiting(holder, public.clock, public.config.timezone):
            return  # what waits by itself is no part yet of the page above it


def is_previewed_now(index: Index, document: Document) -> bool:
    """Whether the readers of its preview have *document* at the index's instant."""
    pages = above(document, index.bundles)
    return is_previewed(document, index.clock, index.config.timezone, pages)


def _audience(
    public: Index,
    documents: Mapping[str, Document],
    files: Mapping[str, AssetFacts],
    name: str,
    ring: Ring,
    ids: frozenset[str],
) -> Audience:
    config = public.config
    images = config.images
    if images.active:
        images = ImagesConfig(
            active=True, widths=_WIDTHS, formats=(), quality=images.quality, cards=False
        )
    chosen = {
        document.id: document
        for document in documents.values()
        if document.id in ids or (document.section_front is not None)
    }
    access = ring.name if name == ring.name else ""
    index = make_index(
        IndexInputs(
            chosen,
            _files_of([documents[key] for key in ids], files, public.folders, access),
            public.data,
            msgspec.structs.replace(config, images=images),
            public.clock,
            held=public.held,
            folders=public.folders,
            templates=public.templates,
            listed=KnownToSubscribers(url=public.named_by),
            shown=Shown(ids, access, public),
        )
    )
    own = {f"content/{document_id}" for document_id in ids}
    told = tuple(diagnostic for diagnostic in index.diagnostics if diagnostic.path in own)
    return Audience(name, ring, msgspec.structs.replace(index, diagnostics=told), ids)


_WIDTHS = (1280,)
"""Pixels: one size for all, since a page names its files before it knows the reader's screen."""


def _files_of(
    documents: Sequence[Document], files: Mapping[str, AssetFacts], folders: Folders, access: str
) -> dict[str, AssetFacts]:
    """Return the files of *documents*: those that they name, of their folders, of private ones."""
    named = {path for document in documents for path in shown_files(document, files)}
    named |= {path for document in documents for path in led_to(document) if path in files}
    bundles = tuple(
        f"{document.folder}/" for document in documents if document.is_bundle and document.folder
    )
    return {
        path: facts
        for path, facts in files.items()
        if path in named or path.startswith(bundles) or (access and folders.name_at(path) == access)
    }
