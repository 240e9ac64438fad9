"""PDFs of releases that were made, one for each document. Does I/O.

It outlives the state and the output: after an upgrade, a lost output or `build --clean` each page
is rendered, and none of a release that is the same is set anew. A damaged file is one that is not
there.
"""

import contextlib
import os
from collections.abc import Iterable

from sitegen.digest import SIZE, digest
from sitegen.disk.writing import replace_file
from sitegen.errors import disk_refused


class KitCache:
    """A folder of results. *salt*: a digest of the program that makes them (`press_digest`)."""

    def __init__(self, folder: str, salt: bytes) -> None:
        self.folder = folder
        self._salt = salt

    def get(self, document_id: str, key: bytes) -> bytes | None:
        """Return what was kept of a document, if it was made from the same: *key* says it."""
        try:
            with open(self._path(document_id), "rb") as file:
                check, content = file.read(SIZE), file.read()
        except OSError:
            return None
        return content if check == digest(self._salt, key, content) else None

    def put(self, document_id: str, key: bytes, content: bytes) -> None:
        """Keep *content* in place of what was kept before, whole or not. Raises `OutputError`."""
        path = self._path(document_id)
        try:
            replace_file(path, digest(self._salt, key, content) + content)
        except FileNotFoundError:  # another process prunes: it is made again
            return
        except OSError as error:
            raise disk_refused(error, path) from error

    def prune(self, document_ids: Iterable[str]) -> None:
        """Remove what is not of one of *document_ids*, and what a killed build left."""
        kept = {os.path.basename(self._path(document_id)) for document_id in document_ids}
        with contextlib.suppress(OSError), os.scandir(self.folder) as entries:
            for entry in list(entries):
                if entry.name not in kept:
                    with contextlib.suppress(OSError):
                        os.unlink(entry.path)

    def _path(self, document_id: str) -> str:
        return os.path.join(self.folder, digest(document_id).hex())
