"""Look into a file once: what was found in these bytes stands in the state. Reads files."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from sitegen.engine.state.records import SourceRecord
from sitegen.sources.scan import Source

Found = TypeVar("Found")


def look_once(
    source: Source,
    key: str,
    field: str,
    look: Callable[[bytes], Found],
    records: tuple[dict[str, SourceRecord], Mapping[str, SourceRecord]],
    most: int = -1,
) -> Found | None:
    """Return what *look* finds in the first *most* bytes of *source* (all: -1), and note it.

    It is kept as *field* of the file's record in the first of *records*, where what is refreshed
    stands; the second are those that were known. None for a file that is gone since it was scanned:
    whoever copies it tells.
    """
    refreshed, known = records
    try:
        with open(source.disk_path, "rb") as file:
            found = look(file.read(most))
    except OSError:
        return None
    record = refreshed.get(key) or known[key]
    refreshed[key] = msgspec.structs.replace(record, **{field: found})
    return found
