"""What an announcement names beside its text, from its source: a picture, a file. Network I/O."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from sitegen.errors import Diagnostic, Place
from sitegen.fetching.failures import FAILURES, reason_for
from sitegen.fetching.ledger import FileBeside
from sitegen.fetching.neighbours import Shelves
from sitegen.fetching.wishes import Wishes
from sitegen.fetching.writing import Announcer, Composed
from sitegen.network.conditional import TooLargeError, ask
from sitegen.network.request import Client
from sitegen.network.turns import Turns
from sitegen.wording.phrases import Words

FilesBeside = Mapping[str, FileBeside]
"""Those beside a document, by name."""


TooLarge = Mapping[str, str]
"""What is not asked for, by address: the version, as `FileBeside` has it, that was too large."""


class FilesBefore(msgspec.Struct, frozen=True):
    """What is known of the files of a document from the last fetch."""

    files: FilesBeside = {}
    too_large: TooLarge = {}

    def is_too_large(self, wanted: FileBeside) -> bool:
        """Whether it was found so, and its source has not dated the text anew since."""
        return self.too_large.get(wanted.url) == wanted.version


class Shelved(msgspec.Struct, frozen=True):
    """A document with what was fetched beside it."""

    composed: Composed
    files: FilesBeside = {}
    too_large: TooLarge = {}
    is_changed: bool = False
    """Whether one of them holds something else than before."""


MOST_OF_ALL = 100 * 1024 * 1024
"""Bytes of the pictures, and of the files, of one source in one fetch; the next one goes on."""

MOST_WAITS = 3
"""Answers of one host that do not come in time, a minute each; then it is asked no more."""


class Downloads:
    """Downloads pictures or files, one after the other."""

    def __init__(
        self, site: str, wishes: Wishes, shelves: Shelves, purpose: str, most_bytes: int
    ) -> None:
        """*purpose*: what hosts are told: « fetches pictures for »; *most_bytes*: of one."""
        self._client = Client(wishes.resolve, site, purpose)
        self._turns = Turns(wishes.pause)
        self._shelves = shelves
        self._most_bytes = most_bytes
        self._taken: Counter[str] = Counter()
        """Bytes that came, of what was refused too, by source; unpacked, where that is more."""
        self._waited: Counter[str] = Counter()
        """How often a host did not answer in time."""
        self.unfinished: set[str] = set()
        """Sources of which more is to come than was taken."""
        self.too_large: set[str] = set()
        """Addresses of what was found to be too large."""

    def content(self, announcer: Announcer, url: str) -> tuple[bytes, Words]:
        """Return what stands at *url*, of another site of the workspace from its own folder; or
        nothing, and why.
        """
        key, site = announcer.key, announcer.source.site
        if self._taken[key] + self._most_bytes > MOST_OF_ALL:
            self.unfinished.add(key)
            return b"", "the source has sent more than comes in at once"

        host, before = url.partition("://")[2].partition("/")[0], self._taken[key]
        if self._waited[host] == MOST_WAITS:
            self.unfinished.add(key)
            return b"", "it does not answer in time"

        def count(size: int) -> None:
            self._taken[key] += size

        try:
            reply = (
                self._shelves[site].reply(url, self._most_bytes)
                if site
                else ask(url, self._client, self._most_bytes, self._turns, count=count)
            )
        except FAILURES as failure:
            self._waited[host] += isinstance(failure, TimeoutError)
            if isinstance(failure, TooLargeError):
                self.too_large.add(url)
            return b"", reason_for(failure)
        content = reply.content or b""
        self._taken[key] = max(self._taken[key], before + len(content))
        return content, ""

    def tell(
        self, code: str, announcer: Announcer, place: Place, url: str, reason: Words
    ) -> Diagnostic:
        """Return what is told of *url* that could not be had, at the source's *place* in the
        settings: as *code*, but for what is too large.
        """
        values: dict[str, Words] = {"source": announcer.key, "url": url, "reason": reason}
        return place.diagnostic("source-too-large" if url in self.too_large else code, **values)
