"""``published.txt``, the addresses that readers know: read, told apart, written. Does I/O."""

import os
from typing import NamedTuple

from sitegen.disk.reading import read_or_nothing, stays_inside
from sitegen.disk.writing import replace_file
from sitegen.errors import Diagnostic, disk_refused
from sitegen.names import PUBLISHED_FILE
from sitegen.published.listing import Listing, read_listing


class PublishedFile(NamedTuple):
    """What the file says."""

    listing: Listing
    diagnostics: list[Diagnostic]


def read_published(root: str) -> PublishedFile | None:
    """Return the list of the site at *root*; None where it keeps none."""
    path = os.path.join(root, PUBLISHED_FILE)
    if not os.path.isfile(path) or not stays_inside(path, os.path.realpath(root)):
        return None
    return PublishedFile(*read_listing(read_or_nothing(path).decode("utf-8", "replace")))


def write_published(root: str, listing: Listing) -> None:
    """Write the list, whole or not at all. Raises `OutputError`."""
    path = os.path.join(root, PUBLISHED_FILE)
    try:
        replace_file(path, listing.text().encode())
    except OSError as error:
        raise disk_refused(error, path) from error
