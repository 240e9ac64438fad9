"""For whom documents are: `access:` of their own, of a page of whose folder they are part, or of
the section. Pure.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import msgspec

from sitegen.model import Page
from sitegen.sealing.keys import Ring
from sitegen.sources.document import Document


class Folders(msgspec.Struct, frozen=True):
    """The folders whose documents and files are for some readers alone, with the name of these."""

    names: Mapping[str, str] = {}

    def beside(self, documents: Iterable[Document]) -> "Folders":
        """Return them with those that `_index.md` and `index.md` among *documents* say so of."""
        names = dict(self.names)
        for document in documents:
            is_of_folder = document.section_front or (document.is_bundle and document.folder)
            if is_of_folder and (name := own_access(document)):
                names[document.folder] = name  # of `content/_index.md`: the whole site
        return Folders(names) if names else NO_FOLDERS

    def below(self, folders: Iterable[str]) -> "Folders":
        """Return them with the same below each of *folders*: of trees in other languages."""
        more = {f"{folder}/{name}": keys for folder in folders for name, keys in self.names.items()}
        return Folders({**more, **self.names}) if more else self

    def name_at(self, path: str) -> str:
        """Return for whom what lies at *path* is, or below it if that is a folder; "": for all."""
        if not self.names:
            return ""
        while path and path not in self.names:
            path = path.rpartition("/")[0]
        return self.names.get(path, "")

    def name_of(self, document: Document) -> str:
        """Return for whom *document* is; nothing: for all.

        What stands elsewhere and says that it belongs to a private `section:` is its readers' too.
        """
        own = own_access(document)
        if own or not self.names:
            return own
        return self.name_at(document.folder) or self.name_at(document.front.section.strip("/"))


NO_FOLDERS = Folders()


class SealedFile(msgspec.Struct, frozen=True, order=True):
    """Where what a private page leads to stands sealed, and what it is when it is opened."""

    url: str
    name: str
    """Of the file, for who saves it."""
    media_type: str
    """`text/html` for a page."""


class Readership(Protocol):
    """The readers of some private pages, as the index knows them: see `audiences.Audience`."""

    @property
    def name(self) -> str: ...

    @property
    def ring(self) -> Ring: ...

    @property
    def files(self) -> Mapping[str, SealedFile]:
        """What their pages lead to, by the address that it had if it were public."""

    @property
    def files_mark(self) -> bytes:
        """Changes with the addresses of what there is for them."""

    @property
    def own_images(self) -> frozenset[str]:
        """The addresses that their files have, and no public one."""

    @property
    def index(self) -> Any:
        """What there is for them."""

    @property
    def documents(self) -> frozenset[str]:
        """The ids of what is theirs alone."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """What is published of it."""

    @property
    def natural(self) -> Mapping[str, Page]:
        """Each as it were if it were public, by the path of what is published."""

    def address_of(self, document_id: str) -> str:
        """Return the address at which they read a document; nothing if they do not."""


def own_access(document: Document) -> str:
    """Return what *document* itself says of its readers."""
    return document.section_front.access if document.section_front else document.front.access
