"""What an index is made of, and for whom it is."""

from collections.abc import Container, Mapping, Set
from typing import Any

import msgspec

from sitegen.config import SiteConfig
from sitegen.plugins.known import NO_PLUGINS, Plugins
from sitegen.sealing.keys import Ring
from sitegen.site.access import NO_FOLDERS, Folders
from sitegen.site.assets import AssetFacts
from sitegen.site.index import Index
from sitegen.site.origins import NOTHING_KNOWN, KnownToSubscribers
from sitegen.site.publication import Clock, bundles_of
from sitegen.site.readers import Readers
from sitegen.site.withholding import NOTHING_HELD, Held
from sitegen.sources.document import Document


class Shown(msgspec.Struct, frozen=True):
    """What the readers of private pages see that the public does not."""

    documents: frozenset[str]
    """Their ids."""
    access: str
    """The name of the keys to whole folders; empty where these are shown to none of them."""
    around: Index
    """The public's index."""


class IndexInputs(msgspec.Struct, frozen=True):
    """All that stands in an index, as it was read."""

    documents: Mapping[str, Document]
    files: Mapping[str, AssetFacts]
    """By path below ``content/``."""
    data: Mapping[str, Any]
    config: SiteConfig
    clock: Clock
    unread: Set[str] = frozenset()
    """The ids of documents that have mistakes, and are not among `documents`.

    Some of them stand there in an earlier form: `held` names what is not as it is written.
    """
    held: Held = NOTHING_HELD
    templates: Container[str] | None = None
    """Those that the theme has, which tell which taxonomies have pages (None: all)."""
    listed: KnownToSubscribers = NOTHING_KNOWN
    """What subscribers' programs know of the site."""
    folders: Folders = NO_FOLDERS
    """Those that are private as a whole, beside what `documents` say."""
    shown: Shown | None = None
    """What the index is of, if it is that of the readers of private pages and not the public's."""
    first: Index | None = None
    """The index of the site's first language, for that of another version of it."""
    others: Mapping[str, Document] = {}
    """Documents of other versions, for the index of the first language."""
    rings: Mapping[str, Ring] = {}
    """The keys of private pages, by name; for the public's index."""
    plugins: Plugins = NO_PLUGINS
    """The site's own code; for the public's index."""

    @property
    def around(self) -> Index | None:
        """The public's index, for that of the readers of private pages."""
        return self.shown.around if self.shown else None

    @property
    def every_document(self) -> Mapping[str, Document]:
        """The documents of all versions of the site, by id."""
        return {**self.others, **self.documents} if self.others else self.documents


def readers_of(given: IndexInputs) -> Readers:
    """Return for whom the index is that is made of what is *given*."""
    others, documents = given.others.values(), given.documents.values()
    bundles = bundles_of(others) | bundles_of(documents)
    if given.first is not None:
        bundles = {**given.first.bundles, **bundles}
    folders = given.folders.beside((*others, *documents)).below(given.config.typographies)
    return Readers(
        given.clock,
        given.config.timezone,
        bundles,
        folders,
        frozenset(given.unread | given.held.left_out) - given.held.kept,
        given.shown.documents if given.shown else frozenset(),
        given.shown.access if given.shown else "",
    )
