"""For whom an index is, and at which instant: what of the site is there for them. Pure."""

from collections.abc import Mapping

import msgspec

from sitegen.site.access import Folders
from sitegen.site.publication import Clock, above, is_public
from sitegen.sources.document import Document


class Readers(msgspec.Struct, frozen=True):
    """The public at one instant, or the readers of some private pages."""

    clock: Clock
    timezone: str
    bundles: Mapping[str, Document]
    """Each ``index.md`` by its folder, whether it is public or not."""
    folders: Folders
    """Those that are private, and whose."""
    unwritten: frozenset[str] = frozenset()
    """The ids of documents whose mistakes keep them from being published: they have no page."""
    documents: frozenset[str] = frozenset()
    """The ids of what is for them and not for the public."""
    access: str = ""
    """The name of the keys to whole folders that they have; none: empty."""

    def have(self, document: Document) -> bool:
        """Whether *document* has a page that they may read."""
        return document.id not in self.unwritten and self.may_read(document)

    def may_read(self, document: Document) -> bool:
        """Whether the instant is one at which *document* is there for them, mistakes apart."""
        if document.id in self.documents:
            return True
        return not self.folders.name_of(document) and self.is_its_time(document)

    def is_for_others(self, document: Document) -> bool:
        """Whether *document* is for other readers than these."""
        return self.folders.name_of(document) not in ("", self.access)

    def is_its_time(self, document: Document) -> bool:
        """Whether the instant is one at which its readers, all or few, have *document*."""
        pages = above(document, self.bundles)
        return is_public(document, self.clock, self.timezone, pages)
