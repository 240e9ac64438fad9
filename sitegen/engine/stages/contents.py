"""What each file of the content is: a document, data, or a file to be copied; how one is read."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sitegen.errors import Diagnostic, reason_of
from sitegen.names import (
    CONTENT,
    SECTION_TEXT,
    is_called,
    is_document,
    is_nearly_section_text,
    place_of,
)
from sitegen.sources.data import ENDINGS
from sitegen.sources.scan import Source


class Sorted(NamedTuple):
    """The files of the content by what they are, each by its path below ``content/``."""

    documents: dict[str, Source]
    data: dict[str, Source]
    files: dict[str, Source]


def sort_sources(sources: Mapping[str, Source], languages: Collection[str]) -> Sorted:
    """Return *sources* by what they are; texts of sections in none of *languages* are nothing.

    One that is nearly called so is a document where its folder has no other, to be told of.
    """
    by_kind = Sorted({}, {}, {})
    nearly: dict[str, Source] = {}
    for key, source in sources.items():
        path = key.removeprefix("content/")
        if path.startswith("_data/"):
            if path.endswith(ENDINGS):
                by_kind.data[path] = source
        elif path.rpartition("/")[2].startswith("_") and is_nearly_section_text(path):
            is_text = is_called(place_of(path, languages)[1], SECTION_TEXT)
            (by_kind.documents if is_text else nearly)[path] = source
        elif is_document(path):
            if not path.rpartition("/")[2].startswith("_"):
                by_kind.documents[path] = source
        elif "/_data/" not in path:
            by_kind.files[path] = source
    if nearly:
        introduced = {
            path.rpartition("/")[0]
            for path in by_kind.documents
            if is_called(place_of(path, languages)[1], SECTION_TEXT)
        }
        for path, source in nearly.items():
            if path.rpartition("/")[0] not in introduced:
                by_kind.documents[path] = source
    return by_kind


def as_content(shared: Mapping[str, Source]) -> dict[str, Source]:
    """Return a workspace's data files by the names that they would have in the site."""
    return {f"{CONTENT}/{name}": source for name, source in shared.items()}


def read_source(source: Source) -> bytes | Diagnostic:
    """Return the bytes of *source*, or that it cannot be read."""
    try:
        with open(source.disk_path, "rb") as file:
            return file.read()
    except OSError as error:
        return not_read(source, error)


def not_read(source: Source, error: OSError) -> Diagnostic:
    """Return that *source* cannot be read, and what the system says of it."""
    return Diagnostic("unreadable", source.key, 0, 0, {"reason": reason_of(error)})


def is_data(key: str) -> bool:
    """Whether the file *key* of the content is one of its data files."""
    return key.startswith(f"{CONTENT}/_data/") and key.endswith(ENDINGS)
