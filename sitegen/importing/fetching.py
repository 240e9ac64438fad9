"""Files of a former site that its export does not hold, fetched from the hosts that were named.

Polite: one request at a time, with a pause. Careful: public addresses alone, bounded, and only
what its first bytes say is a picture or a document. What was fetched is kept in a folder of its own
until an import is whole, so that one that was broken off goes on where it ended. Network I/O.
"""

import contextlib
import http.client
import os
import time
from collections.abc import Collection
from urllib.parse import urlsplit

from sitegen.digest import digest
from sitegen.disk.writing import replace_file
from sitegen.network.hosts import PrivateHostError, Resolve, resolve_public
from sitegen.network.request import Client, download

MAX_FETCHED = 64 * 1024 * 1024
"""Bytes of one file."""
PAUSE = 0.3
"""Seconds between two requests."""
_STARTS = (
    b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"%PDF-", b"PK\x03\x04", b"ID3",
    b"OggS", b"\xd0\xcf\x11\xe0", b"\x1aE\xdf\xa3", b"<svg", b"<?xml",
)  # fmt: skip
"""First bytes of pictures, documents, sound and film; of others, what stands from the fifth on."""


class Fetcher:
    """Fetches files of *hosts* into *folder*; `failed` says what could not be had, and why."""

    def __init__(
        self, hosts: Collection[str], folder: str, site: str, resolve: Resolve = resolve_public
    ) -> None:
        self._hosts = {host.lower().removeprefix("www.") for host in hosts}
        self._folder = folder
        self._client = Client(resolve, site, "moves")
        self._asked = 0.0
        self.failed: dict[str, str] = {}

    def covers(self, url: str) -> bool:
        """Whether *url* is on one of the hosts that were named."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        host = (parts.hostname or "").lower().removeprefix("www.")
        return parts.scheme in ("http", "https") and host in self._hosts

    def fetch(self, url: str) -> str:
        """Return the path on disk of what is at *url*; empty where it could not be had."""
        path = os.path.join(self._folder, digest(url).hex())
        if os.path.exists(path):
            return path
        if url in self.failed or not self.covers(url):
            return ""
        time.sleep(max(0.0, self._asked + PAUSE - time.monotonic()))
        try:
            content = download(url, self._client, MAX_FETCHED).content
            if not _is_file(content):
                raise ValueError("no picture and no document")
        except (OSError, ValueError, PrivateHostError, http.client.HTTPException) as error:
            self.failed[url] = str(error) or type(error).__name__
            return ""
        finally:
            self._asked = time.monotonic()
        replace_file(path, content)
        return path

    def finish(self) -> None:
        """Take away what was kept for another try."""
        with contextlib.suppress(OSError):
            for name in os.listdir(self._folder):
                os.unlink(os.path.join(self._folder, name))
            os.rmdir(self._folder)


def _is_file(content: bytes) -> bool:
    start = content[:64].lstrip()
    return start.startswith(_STARTS) or content[4:8] == b"ftyp"
