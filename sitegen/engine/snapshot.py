"""Every input of a build at one moment, but the documents: what workers are told of a site."""

from typing import TYPE_CHECKING, Any

import msgspec

from sitegen.config import SiteConfig
from sitegen.plugins.remembered import Remembered
from sitegen.sealing.keys import Ring
from sitegen.site.assets import AssetFacts
from sitegen.site.origins import NOTHING_KNOWN, KnownToSubscribers
from sitegen.site.publication import Clock
from sitegen.site.withholding import NOTHING_HELD, Held
from sitegen.theme.folders import Theme

if TYPE_CHECKING:
    pass


class Snapshot(msgspec.Struct, frozen=True):
    """Every input at one moment, but the documents, which stand in the state."""

    config: SiteConfig
    clock: Clock
    files: dict[str, AssetFacts]
    """What is copied, by path below ``content/``."""
    data: dict[str, Any]
    theme: Theme
    static: dict[str, AssetFacts]
    """The theme's files, by path below its ``static/``."""
    unread: frozenset[str] = frozenset()
    """Documents that have mistakes."""
    held: Held = NOTHING_HELD
    """What does not stand as it is written."""
    known: KnownToSubscribers = NOTHING_KNOWN
    """What subscribers' programs know of the site."""
    folders: dict[str, str] = {}
    """Folders that are private by what documents say that have mistakes, and for whom."""
    plugins: tuple[Remembered, ...] = ()
    """The site's own code, with what it declares and what it read of the world."""
    waiting: frozenset[str] = frozenset()
    """Translations that wait for their original, which is new and has mistakes."""
    rings: tuple[Ring, ...] = ()
    """The keys of private pages. Never written down: what tells them apart is `Ring.identity`."""
