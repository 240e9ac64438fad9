"""What an announcement names beside its text, from its source: a picture, a file. Network I/O."""

from collections.abc import Mapping

import msgspec

from sitegen.fetching.failures import FAILURES, reason_for
from sitegen.fetching.ledger import FileBeside
from sitegen.fetching.neighbours import Shelves
from sitegen.fetching.wishes import Wishes
from sitegen.fetching.writing import Composed
from sitegen.network.conditional import ask
from sitegen.network.request import Client
from sitegen.network.turns import Turns
from sitegen.wording.phrases import Words

FilesBeside = Mapping[str, FileBeside]
"""Those beside a document, by name."""


class Shelved(msgspec.Struct, frozen=True):
    """A document with what was fetched beside it."""

    composed: Composed
    files: FilesBeside = {}
    is_changed: bool = False
    """Whether one of them holds something else than before."""


class Downloads:
    """Downloads pictures and files, one after the other."""

    def __init__(self, site: str, wishes: Wishes, shelves: Shelves, purpose: str) -> None:
        """*purpose*: what hosts are told: « fetches pictures for »."""
        self._client = Client(wishes.resolve, site, purpose)
        self._turns = Turns(wishes.pause)
        self._shelves = shelves

    def content(self, site: str, url: str, most_bytes: int) -> tuple[bytes, Words]:
        """Return what stands at *url*, of another *site* of the workspace from its own folder; or
        nothing, and why.
        """
        try:
            if site:
                return self._shelves[site].reply(url, most_bytes).content or b"", ""
            return ask(url, self._client, most_bytes, self._turns).content or b"", ""
        except FAILURES as failure:
            return b"", reason_for(failure)
