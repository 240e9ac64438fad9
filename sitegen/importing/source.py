"""What each kind of former site is read by: one class, its steps by name. Reads files."""

import abc
from collections.abc import Iterator
from typing import ClassVar

from sitegen.importing.former import FormerSite, FormerText
from sitegen.importing.material import Material


class FormerSource(abc.ABC):
    """A former site, opened. Made for each import; texts may be asked for more than once, and hold
    in memory no more than one at a time where the source is one big file.

    Another program's kind of site is a class like this under the entry point `sitegen.importers`.
    """

    needs: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Packages beyond the core, as (module, extra)."""

    timezone = ""
    """The zone that the command line names; empty: what the source tells."""

    def __init__(self, material: Material) -> None:
        self.material = material

    @classmethod
    @abc.abstractmethod
    def recognises(cls, material: Material) -> bool:
        """Whether *material* looks like a site of this kind."""

    @abc.abstractmethod
    def site(self) -> FormerSite:
        """Return what the former site says of itself: settings, sections, people, files.

        Raises `UsageError` for what is no such site, with place and mend.
        """

    @abc.abstractmethod
    def texts(self) -> Iterator[FormerText]:
        """Yield every text, also those that were not public, in an order that is always the same.

        Raises `UsageError` for what is no such site.
        """

    def complete(self, text: FormerText) -> FormerText:
        """Return *text*, one of `texts`, as it is to be written: for what takes time and decides
        nothing about where a text goes, such as its markup."""
        return text

    def tag_address(self, name: str) -> str:
        """Return the address at which the list of the tag *name* stood; nothing: none is known."""
        return ""

    def feed_address(self, section: str) -> str:
        """Return the address of the feed of a *section* (its folder); nothing: none is known."""
        return ""

    def read_file(self, path: str) -> bytes:
        """Return the bytes of a `FormerFile.path`."""
        return self.material.read(path)
