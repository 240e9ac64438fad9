"""The site's files, as pages ask for them: their bytes for kits, the size of what was written.

Reads files.
"""

import os
from collections.abc import Mapping

from sitegen.errors import Diagnostic, RenderingError, disk_refused
from sitegen.imaging.metadata import CLEANED, why_private, without_metadata
from sitegen.site.index import Index


class FileReader:
    """Where the site's files are; a build that goes on with an earlier session moves them."""

    def __init__(self, output: str, disk_paths: Mapping[str, str]) -> None:
        """*disk_paths*: where files are read from: `asset:<path>`, `static:<path>`."""
        self.output = output
        self.disk_paths = disk_paths

    def read(self, index: Index, asset_id: str) -> bytes:
        """Return a file as readers of *index* get it. Raises `OutputError` if it cannot be read."""
        is_content = asset_id in index.assets
        path = self.disk_paths[f"{'asset' if is_content else 'static'}:{asset_id}"]
        try:
            with open(path, "rb") as file:
                raw = file.read()
        except OSError as error:
            raise disk_refused(error, path) from error
        if not is_content or index.assets[asset_id].format not in CLEANED:
            return raw
        if private := why_private(raw):  # the file was another when it was looked into
            values = {"reason": private}
            raise RenderingError(Diagnostic("image-private", f"content/{asset_id}", values=values))
        return without_metadata(raw)

    def size(self, path: str) -> int | None:
        """Return how large the output's file at *path* is, in bytes; None if it is not there."""
        try:
            return os.stat(os.path.join(self.output, path)).st_size
        except OSError:
            return None
